import Language
@_spi(Host) import WorkbenchKit

/// One person's session: the workspace, what `let` remembers, and what can be asked. One owner, on the main thread.
public final class Session {
  public private(set) var workspace: Workspace
  /// The workspace as it was last saved or opened; `workspace diff` compares with it.
  public private(set) var baseline: Workspace
  /// Where steps are made durable; nil in a session that keeps nothing.
  public var recorder: (any Recorder)?
  /// Whether commands that change the workspace are refused.
  public var isReadOnly = false

  public let registry: Registry
  public internal(set) var remembered: [String: Remembered] = [:]
  /// The user's own names for words that begin a stage.
  public var aliases: [String: [String]] = [:]
  /// Says why a command is not for here; nil where every command may run.
  public var refusal: ((Signature) -> Diagnostic?)?
  /// What lines looked at and wrote, gathered while it is not nil.
  public var footprint: Footprint?
  /// What the last line that gave something gave.
  public internal(set) var last: RunResult?

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

  public var surroundings: Surroundings

  /// Takes hidden words out of what leaves the session; nil where there is no key to know them by.
  public private(set) lazy var redactor: Redactor? = surroundings.vault.map { vault in
    let redactor = Redactor(vault: vault)
    redactor.attend(workspace.lineage)
    return redactor
  }
  /// Personal fields of plugins that are not registered yet.
  var declaredFields: [String: Set<String>] = [:]

  public init(workspace: Workspace, registry: Registry, surroundings: Surroundings) {
    self.workspace = workspace
    baseline = workspace
    self.registry = registry
    self.surroundings = surroundings
  }

  // MARK: The workspace

  /// Carries an operation out: durable first, then true.
  ///
  /// - Throws: `workspace.toodeep`, what the reducer or the recorder throws; then nothing has happened.
  public func apply(_ operation: Operation) throws {
    let operation = try protected(operation)
    if case .step(_, let changes) = operation { try demandReadable(changes) }
    let next = try workspace.applying(operation)
    try recorder?.record(operation, serial: next.serial)
    workspace = next
  }

  /// Refuses what could be written but not read back.
  private func demandReadable(_ changes: [PartName: Part?]) throws {
    guard let name = changes.filter({ $0.value?.isTooDeep == true }).keys.min() else { return }
    throw Diagnostic(
      "workspace.toodeep",
      Text(
        nl: "'\(name.text)' is dieper genest dan \(Part.depthLimit) niveaus; er is niets veranderd",
        en: "'\(name.text)' is nested deeper than \(Part.depthLimit) levels; nothing was changed"),
      wayOut: Text(
        nl: "zet het in een vlakkere vorm, zoals een tabel", en: "bring it into a flatter form, such as a table"))
  }

  /// Takes another workspace in hand; `let` keeps what it remembers.
  public func adopt(_ workspace: Workspace, baseline: Workspace? = nil) {
    self.workspace = workspace
    self.baseline = baseline ?? workspace
    redactor?.attend(workspace.lineage)
  }

  /// Notes that the workspace as it is now stands in its file.
  public func markSaved() { baseline = workspace }

  /// Whether there are steps that the snapshot does not hold.
  public var hasUnsavedSteps: Bool { workspace.serial != baseline.serial }

  // MARK: What is chosen

  public var language: Language {
    if let chosen = surroundings.chosenLanguage { return chosen }
    let held = workspace.parts[PartName(.about, "language")]
    return held.flatMap { try? $0.part.json() }?.string.flatMap(Language.init) ?? surroundings.environmentLanguage
  }

  /// The seed of all that is drawn: the option, the setting, else 1.
  public var seed: UInt64 {
    if let seed = surroundings.seed { return seed }
    let held = workspace.parts[PartName(.settings, "seed")]
    return held.flatMap { try? $0.part.json() }?.int.map { UInt64(clamping: $0) } ?? 1
  }

  /// Forgets or remembers a name.
  public func remember(_ name: String, _ value: Remembered?) { remembered[name] = value }

  // MARK: Making a context

  func context(_ handle: WorkspaceHandle, _ variables: [String: Value]) -> Context {
    handle.opening = { [unowned self] owner, json in opened(json, of: owner) }
    let files = redactor.map { RedactingFiles(files: surroundings.files, redactor: $0) }
    return Context(
      workspace: handle, files: files ?? surroundings.files, monitor: surroundings.monitor, language: language,
      seed: seed,
      variables: variables, pseudonyms: pseudonyms, results: { [remembered] in try Self.result($0, remembered, handle) }
    )
  }

  /// Finds what `let` or `keep` remembers by a name, and notes on the handle where it came from.
  private static func result(
    _ name: String, _ remembered: [String: Remembered], _ handle: WorkspaceHandle
  ) throws -> Output? {
    if case .result(let result)? = remembered[name] {
      handle.merge(result.provenance)
      return result.output
    }
    guard let kept = handle.part(PartName(.results, name)) else { return nil }
    let result = try KeptResult(name: name, json: kept.json()).result
    handle.merge(result.provenance)
    return result.output
  }

  /// Other names for texts about persons, under the key of the workspace at hand.
  private lazy var pseudonyms: any Pseudonyms =
    surroundings.vault.map { vault in
      SessionPseudonyms(vault: vault) { [unowned self] in workspace.lineage }
    } ?? NoPseudonyms()

  /// A context outside any command, for completion and for reading settings; what is written in it is lost.
  ///
  /// Its variables are all that `let` remembers; a result counts as a value that is missing.
  /// - Parameter owner: the plugin whose documents are seen; nil for the host.
  public func looking(as owner: String? = nil) -> Context {
    let variables = remembered.mapValues { if case .value(let value) = $0 { value } else { Value.missing } }
    let context = context(handle(of: owner), variables)
    context.turn(to: owner.flatMap { registry.knowledge[$0] })
    return context
  }

  /// A hold on the workspace for a line that is about to run.
  func handle(of owner: String? = nil) -> WorkspaceHandle {
    WorkspaceHandle(workspace.parts, owner: owner, branches: workspace.branchNames)
  }
}
