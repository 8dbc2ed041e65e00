/// A command's hold on the workspace: it sees its own writes, and notes every part that is read or written.
///
/// Nothing reaches the session until the command has ended well; then all writes together are one step.
public final class WorkspaceHandle {
  /// A part together with the step that wrote it.
  public struct Held: Sendable {
    /// The part itself.
    public let part: Part
    /// The step that made it; 0 where that is not known.
    public let step: Int

    /// Makes a part with the step that made it.
    public init(_ part: Part, step: Int) {
      self.part = part
      self.step = step
    }
  }

  /// What a command looked at while it ran.
  @_spi(Host) public struct Footprint: Sendable, Hashable {
    /// Parts, there or not, as `section/name`; `section/beginning*` where all that begin so were asked for.
    public var reads: Set<String> = []
    /// The SHA-256 of each file that was read, by its path as it was given.
    public var inputs: [String: String] = [:]

    /// Makes one that names nothing yet.
    public init() {}
  }

  private let held: [PartName: Held]
  /// What the command wrote so far; nil for a part that it removed.
  @_spi(Host) public private(set) var changes: [PartName: Part?] = [:]
  /// What was noted.
  @_spi(Host) public private(set) var provenance = Provenance()
  /// What the command itself looked at; what the results that it took up had looked at before is not in it.
  @_spi(Host) public private(set) var footprint = Footprint()
  /// Whose documents may be written: the plugin that owns the running command, nil for the host.
  @_spi(Host) public var owner: String?
  /// The names of the branches, in order, for the commands and the completion of the host.
  @_spi(Host) public let branches: [String]
  /// Opens what is sealed in a document of a plugin; set by the session.
  @_spi(Host) public var opening: ((_ owner: String?, _ document: JSON) -> JSON)?

  /// Gives a part of which something is sealed as it was written; set by the session.
  @_spi(Host) public var openingPart: ((Part) -> Part)?

  /// Makes a handle on parts.
  @_spi(Host) public init(_ held: [PartName: Held], owner: String?, branches: [String] = []) {
    self.held = held
    self.owner = owner
    self.branches = branches
  }

  // MARK: Parts

  /// Returns a part, and notes that it was read.
  public func part(_ name: PartName) -> Part? {
    if let change = changes[name] { return change }
    footprint.reads.insert(name.text)
    guard let found = held[name] else {
      provenance.reads[name.text] = 0
      return nil
    }
    provenance.reads[name.text] = found.step
    return openingPart?(found.part) ?? found.part
  }

  /// Writes a part, or removes it (nil).
  public func setPart(_ name: PartName, to part: Part?) {
    changes[name] = .some(part)
    provenance.writes.insert(name.text)
  }

  /// The names of the parts in a section that begin so, in order.
  public func names(_ section: PartName.Section, prefix: String = "") -> [String] {
    footprint.reads.insert("\(section.rawValue)/\(prefix)*")
    var names = Set(held.keys.lazy.filter { $0.section == section && $0.name.hasPrefix(prefix) }.map(\.name))
    for (name, change) in changes where name.section == section && name.name.hasPrefix(prefix) {
      if change == nil { names.remove(name.name) } else { names.insert(name.name) }
    }
    return names.sorted()
  }

  // MARK: Tables that plugins offer to each other

  /// - Throws: `json.syntax`, `table.format` where the workspace is damaged.
  public func table(_ name: String) throws -> Table? { try part(PartName(.tables, name))?.table() }

  /// Puts a table into the workspace; nil takes it out.
  public func setTable(_ name: String, to table: Table?) {
    setPart(PartName(.tables, name), to: table.map { Part($0) })
  }

  // MARK: A plugin's own documents

  /// Returns a piece of the running plugin's document.
  public func document(_ piece: String) throws -> JSON? {
    let json = try part(PartName(.documents, "\(owner ?? "leerkring")/\(piece)"))?.json()
    return json.map { opening?(owner, $0) ?? $0 }
  }

  /// Writes a piece of the running plugin's document.
  public func setDocument(_ piece: String, to json: JSON?) {
    setPart(PartName(.documents, "\(owner ?? "leerkring")/\(piece)"), to: json.map { Part($0) })
  }

  // MARK: Settings

  /// Returns what `set NAME VALUE` set.
  public func setting(_ name: String) -> Value? {
    guard let json = try? part(PartName(.settings, name))?.json() else { return nil }
    switch json {
    case .bool(let bool): return .boolean(bool)
    case .number(let number): return .number(number)
    case .string(let string): return .text(string)
    default: return nil
    }
  }

  // MARK: What has to be said

  /// What was noted and not said yet.
  private var notices: [Notice] = []

  /// Notes something that has to be said with the result, whatever the command gives: the host puts it below, once.
  public func note(_ notice: Notice) {
    if !notices.contains(notice) { notices.append(notice) }
  }

  /// Returns what was noted, to be put below the result.
  @_spi(Host) public func takeNotices() -> [Notice] {
    defer { notices = [] }
    return notices
  }

  // MARK: Where a result comes from

  /// Notes a file as an input of the result.
  public func note(_ input: InputFile) {
    footprint.inputs[input.path] = input.sha256
    if let index = provenance.inputs.firstIndex(where: { $0.path == input.path && $0.sha256 == input.sha256 }) {
      provenance.inputs[index] = input
    } else {
      provenance.inputs.append(input)
    }
  }

  /// Notes that a part was asked for by another way than this handle.
  func noteLook(at name: PartName) { footprint.reads.insert(name.text) }

  /// Takes in where a remembered result came from.
  @_spi(Host) public func merge(_ other: Provenance) { provenance.merge(other) }

  /// Notes a publication as a source of the result.
  public func note(_ source: Source) {
    if !provenance.sources.contains(source) { provenance.sources.append(source) }
  }

  /// Notes how a figure was worked out.
  public func note(_ derivation: Derivation) {
    if !provenance.derivations.contains(derivation) { provenance.derivations.append(derivation) }
  }

  /// Notes in the result all that a figure in it comes from.
  public func note(_ origin: FigureOrigin) {
    for input in origin.inputs { note(input) }
    for assumption in origin.assumptions { note(assumption: assumption) }
    for source in origin.sources { note(source) }
    for derivation in origin.derivations { note(derivation) }
  }

  /// Notes what was taken for granted.
  public func note(assumption: Text) {
    if !provenance.assumptions.contains(assumption) { provenance.assumptions.append(assumption) }
  }
}
