import Language
@_spi(Host) import WorkbenchKit

/// One person's session: the workspace, what `let` remembers, and what can be asked. One owner, on the main thread.
public final class Session {
  var state: State
  /// All that can be asked.
  public let registry: Registry

  /// Takes hidden words out of what leaves the session; nil where there is no key to know them by.
  public private(set) lazy var redactor: Redactor? = surroundings.vault.map { vault in
    let redactor = Redactor(vault: vault)
    redactor.attend(workspace.lineage)
    return redactor
  }
  /// Personal fields of plugins that are not registered yet.
  var declaredFields: [String: Set<String>] = [:]

  public init(workspace: Workspace, registry: Registry, surroundings: Surroundings) {
    state = State(workspace, surroundings: surroundings)
    self.registry = registry
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
    state.workspace = next
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
    // In another workspace the same words name other people.
    if workspace.lineage != state.workspace.lineage { state.shownCounts = ShownCounts() }
    state.workspace = workspace
    state.baseline = baseline ?? workspace
    redactor?.attend(workspace.lineage)
  }

  /// Notes that the workspace as it is now stands in its file.
  public func markSaved() { state.baseline = workspace }

  /// Whether there are steps that the snapshot does not hold.
  public var hasUnsavedSteps: Bool { workspace.serial != baseline.serial }

  // MARK: What is chosen

  public var language: Language {
    if let chosen = surroundings.chosenLanguage { return chosen }
    return (try? part(PartName(.about, "language"))?.json())?.string.flatMap(Language.init)
      ?? surroundings.environmentLanguage
  }

  /// The seed of all that is drawn: the option, the setting, else 1.
  public var seed: UInt64 {
    if let seed = surroundings.seed { return seed }
    return (try? part(PartName(.settings, "seed"))?.json())?.int.map { UInt64(clamping: $0) } ?? 1
  }

  /// Forgets or remembers a name.
  public func remember(_ name: String, _ value: Remembered?) {
    var value = value
    if case .result(var result)? = value {
      // What it came from may be large, and forgotten before it.
      result.output = result.output.settled
      value = .result(result)
    }
    state.remembered[name] = value
    if case .value(let value)? = value, let line = Self.binding(name, to: value) {
      state.origins.note("$" + name, by: needed(line, since: workspace.log.nextNumber), taking: [])
    } else {
      state.origins.forget("$" + name)
    }
  }

  // MARK: Making a context

  /// - Parameters:
  ///   - reading: the way to files; nil for that of the surroundings.
  ///   - monitor: nil for that of the surroundings.
  func context(
    _ handle: WorkspaceHandle, _ variables: [String: Value], files reading: (any FileAccess)? = nil,
    monitor: (any Monitor)? = nil
  ) -> Context {
    handle.opening = { [unowned self] owner, json in opened(json, of: owner) }
    handle.openingPart = { [unowned self] in opened($0) }
    var noting = NotingFiles(files: reading ?? surroundings.files, touched: state.touched, folder: surroundings.folder)
    if home != nil { noting.onRead = surroundings.noteFile }
    noting.marking = { [unowned self, unowned handle] in marked($0, handle.provenance) }
    let files = redactor.map { RedactingFiles(files: noting, redactor: $0) }
    let context = Context(
      workspace: handle, files: files ?? noting, monitor: monitor ?? surroundings.monitor,
      language: language,
      seed: seed,
      variables: variables, pseudonyms: pseudonyms, results: { [remembered] in try Self.result($0, remembered, handle) }
    )
    context.sources = { [registry] in try registry.source(of: $0) }
    context.links = { [registry] in try registry.link($0) }
    context.withholding = SessionWithholding(redactor) { [unowned self, unowned handle] blocks in
      countsWithheld(blocks, handle.provenance)
    }
    return context
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
