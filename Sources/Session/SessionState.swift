@_spi(Host) import WorkbenchKit

extension Session {
  /// All of a session that changes while it goes on: one value, so that it is put away and taken up again whole.
  struct State {
    var workspace: Workspace {
      didSet { recalled = nil }
    }
    /// What was recalled in it; nil until somebody asks.
    var recalled: [RecalledSource]?
    var baseline: Workspace
    var recorder: (any Recorder)?
    var isReadOnly = false
    var remembered = RememberedNames()
    var aliases: [String: [String]] = [:]
    /// From which lines names and aliases came.
    var origins = NameOrigins()
    /// The files that were read and written.
    let touched = TouchedFiles()
    /// The folder in which the workspace's file lies, without links; nil where it stands in none that is shared.
    var home: String?
    var refusal: ((Signature) -> Diagnostic?)?
    var footprint: Footprint?
    var last: RunResult?
    /// The counts that were shown, so that no small one follows from several answers.
    var shownCounts = ShownCounts()
    /// What Tab asked for last.
    var lookedAhead: LookedAhead?
    /// The figures of tables of persons that were shown.
    var shownPersons = ShownPersons()
    var surroundings: Surroundings

    /// The state of a session that begins in a workspace.
    init(_ workspace: Workspace, recorder: (any Recorder)? = nil, surroundings: Surroundings) {
      self.workspace = workspace
      baseline = workspace
      self.recorder = recorder
      self.surroundings = surroundings
    }
  }

  /// The workspace as it is now.
  public var workspace: Workspace { state.workspace }
  /// The workspace as it was last saved or opened; `workspace diff` compares with it.
  public var baseline: Workspace { state.baseline }
  /// What `let` remembers.
  public var remembered: [String: Remembered] { state.remembered.all }
  /// What the last line that gave more than a remark gave.
  public var last: RunResult? { state.last }
  /// What the surroundings give to every command.
  public var surroundings: Surroundings { state.surroundings }

  /// Where steps are made durable; nil in a session that keeps nothing.
  public var recorder: (any Recorder)? {
    get { state.recorder }
    set { state.recorder = newValue }
  }

  /// Whether commands that change the workspace are refused.
  public var isReadOnly: Bool {
    get { state.isReadOnly }
    set { state.isReadOnly = newValue }
  }

  /// The user's own names for words that begin a stage.
  public var aliases: [String: [String]] {
    get { state.aliases }
    set { state.aliases = newValue }
  }

  /// The folder in which the workspace's file lies: seen from there its paths are kept. Nil where it stands in no file of a person's own.
  public var home: String? {
    get { state.home }
    set { state.home = newValue.flatMap(RealPath.of) }
  }

  /// Tells where all files are that were read, so that they are found again for a workspace that has only now got a place of its own.
  public func noteFiles() {
    for (place, sha256) in state.touched.digests { surroundings.noteFile?(sha256, place) }
  }

  /// Goes on in another language and with another seed, as a step was done that is done again.
  public func turn(to language: Language?, seed: UInt64?) {
    state.surroundings.chosenLanguage = language
    state.surroundings.seed = seed
  }

  /// Says why a command is not for here; nil where every command may run.
  public var refusal: ((Signature) -> Diagnostic?)? {
    get { state.refusal }
    set { state.refusal = newValue }
  }

  /// What lines looked at and wrote, gathered while it is not nil.
  public var footprint: Footprint? {
    get { state.footprint }
    set { state.footprint = newValue }
  }

  /// What the surroundings give to every command.
  public struct Surroundings {
    public var files: any FileAccess
    public var monitor: any Monitor
    /// The language that was asked for with an option; it goes before the workspace's own.
    public var chosenLanguage: Language?
    /// The language of the environment, where nothing else says.
    public var environmentLanguage: Language
    /// The seed that was asked for with an option.
    public var seed: UInt64?
    /// The time now, in ISO 8601, UTC.
    public var now: () -> String
    /// Where keys are kept; nil where nothing can be given another name or be hidden.
    public var vault: (any Vault)?
    /// The folder from which relative paths are seen; nil for the one in which the program stands.
    public var folder: String?
    /// Is given where a file is that was read, with its digest, so that it is found again on this machine.
    public var noteFile: ((_ sha256: String, _ place: String) -> Void)?

    public init(
      files: any FileAccess, monitor: any Monitor, chosenLanguage: Language? = nil,
      environmentLanguage: Language = .en, seed: UInt64? = nil, vault: (any Vault)? = nil,
      now: @escaping () -> String
    ) {
      self.files = files
      self.monitor = monitor
      self.chosenLanguage = chosenLanguage
      self.environmentLanguage = environmentLanguage
      self.seed = seed
      self.vault = vault
      self.now = now
    }
  }

  /// Does something in another workspace, in which nothing is remembered, and comes back to this one however it ends.
  ///
  /// - Parameters:
  ///   - recorder: where the steps of that workspace are made durable; nil where it is kept nowhere.
  ///   - surroundings: those in which it is done.
  ///   - home: the folder from which that workspace keeps its paths; nil for none.
  public func apart<Result>(
    in other: Workspace, recorder: (any Recorder)? = nil, surroundings: Surroundings, home: String? = nil,
    _ body: () throws -> Result
  ) rethrows -> Result {
    let mine = state
    defer { take(mine) }
    take(State(other, recorder: recorder, surroundings: surroundings))
    self.home = home
    return try body()
  }

  func take(_ state: State) {
    self.state = state
    redactor?.attend(state.workspace.lineage)
  }
}

/// The last columns that were looked for, so that Tab is answered at once the second time.
struct LookedAhead {
  struct Key: Equatable {
    let text: String
    let serial: Int
    let names: Int
  }

  let key: Key
  let columns: [Column]
}
