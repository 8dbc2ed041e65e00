/// What a command works in: the workspace through a handle that notes what is read and written, files, language, seed.
public final class Context {
  /// The workspace, through a handle that notes what is read and written.
  public let workspace: WorkspaceHandle
  /// The way to files.
  public let files: any FileAccess
  /// Where progress is told.
  public let monitor: any Monitor
  /// The language of what a person reads.
  public let language: Language
  private let chosenSeed: UInt64
  /// What `let` remembers, for expressions.
  public let variables: [String: Value]
  /// Other names for texts about persons, the same ones throughout the workspace.
  public let pseudonyms: any Pseudonyms
  /// What the plugin knows whose command runs; of a command of the shell itself the folder is empty.
  public internal(set) var knowledge = KnowledgeBase(folder: "")
  private let results: (String) throws -> Output?
  /// What is withheld on the way out; set by the session.
  @_spi(Host) public var withholding: (any Withholding)?

  /// Makes a context; a plugin's command is handed one by the host.
  ///
  /// - Parameters:
  ///   - workspace: notes what is read and written.
  ///   - files: the way to files.
  ///   - monitor: the host's ear and eye.
  ///   - language: of what a person reads.
  ///   - seed: of all that is drawn.
  ///   - variables: what `let` remembers.
  ///   - pseudonyms: other names for texts about persons.
  ///   - results: finds a remembered or kept result by its name, and notes that it was used.
  public init(
    workspace: WorkspaceHandle, files: any FileAccess, monitor: any Monitor, language: Language, seed: UInt64,
    variables: [String: Value] = [:], pseudonyms: any Pseudonyms = NoPseudonyms(),
    results: @escaping (String) throws -> Output? = { _ in nil }
  ) {
    self.workspace = workspace
    self.files = files
    self.monitor = monitor
    self.language = language
    chosenSeed = seed
    self.variables = variables
    self.pseudonyms = pseudonyms
    self.results = results
  }

  /// The seed of all that is drawn; the same seed gives the same bytes. Whoever asks for it is noted to hang on it.
  public var seed: UInt64 {
    workspace.noteLook(at: PartName(.settings, "seed"))
    return chosenSeed
  }

  /// Puts the knowledge of the plugin at hand whose command runs next.
  @_spi(Host) public func turn(to knowledge: KnowledgeBase?) { self.knowledge = knowledge ?? KnowledgeBase(folder: "") }

  /// Returns the result that `$name` stands for, and notes that it was used.
  public func result(_ name: String) throws -> Output? { try results(name) }

  /// Writes blocks in a form that leaves the session, without what is hidden: it is taken out of the values, so that no form of
  /// them holds it and no markup is touched.
  ///
  /// - Parameters:
  ///   - blocks: as they were worked out.
  ///   - form: writes them; text, or its bytes in UTF-8, is looked at for what stands in it hidden.
  public func text<Made>(of blocks: [Block], _ form: ([Block]) throws -> Made) rethrows -> Made {
    guard let withholding else { return try form(blocks) }
    let made = try form(withholding.clean(blocks))
    if let text = made as? String ?? (made as? [UInt8]).map({ String(decoding: $0, as: UTF8.self) }) {
      withholding.note(made: text)
    }
    return made
  }

  /// Finds the source of a file by its first bytes and its ending; set by the session.
  @_spi(Host) public var sources: (ReadFile) throws -> (any TableSource)? = { _ in nil }

  /// The stages behind the one that runs, as far as a source could do them; set by the session.
  @_spi(Host) public var stages: [SourceStage] = []
  /// The same with what does them, and the one behind these where it can take its table some rows at a time; set by the session.
  @_spi(Host) public var following: [FollowingStage] = []
  /// How many of these a source has done.
  @_spi(Host) public var stagesDone = 0

  /// Finds what a scheme stands for, with the plugin that brings it; set by the session.
  @_spi(Host) public var links: (_ scheme: String) throws -> (owner: String, source: any LinkedSource)? = { _ in nil }

  /// Returns what takes tables out of such a file; nil where it is text, which every command reads itself.
  ///
  /// - Throws: a `Diagnostic` of the family `plugin` where the module that brings it cannot be loaded.
  public func source(_ file: ReadFile) throws -> (any TableSource)? { try sources(file) }

  /// Throws `Interrupted` where the person asked to stop.
  public func checkInterrupt() throws { try monitor.checkInterrupt() }

  /// Says how far the reading of a file is, and throws `Interrupted` where the person asked to stop.
  ///
  /// - Parameter part: 0 through 1.
  public func reading(_ part: Double) throws {
    try checkInterrupt()
    monitor.progress(part, Text(nl: "lezen", en: "reading"))
  }

  /// Reads a file and notes it as an input of the result.
  public func read(_ path: String, at place: Place? = nil) throws -> ReadFile {
    let file = try files.read(path, at: place)
    workspace.note(InputFile(path: file.path, sha256: file.sha256))
    return file
  }
}
