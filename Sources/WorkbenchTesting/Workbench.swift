import Files
import Language
import Session
@_spi(Host) import WorkbenchKit

/// A session with one plugin in it, for tests: lines go in, blocks come out. Nothing is loaded and nothing is printed; the
/// plugin is the one that the tests are linked with.
///
///     let bench = try Workbench(CarersPlugin(), data: "…/Knowledge/Data")
///     let table = try bench.run("carers list").table
///     #expect(bench.error("carers show nobody")?.code == "entry.unknown")
public final class Workbench {
  /// The session itself.
  public let session: Session
  /// Where the files lie that lines name.
  public let folder = TemporaryFolder()

  /// Makes a session with a plugin.
  ///
  /// - Parameters:
  ///   - plugin: what is tested.
  ///   - data: the folder with the plugin's data files.
  ///   - commands: what lines may begin with, beside the plugin's own.
  ///   - stages: what lines may have behind a `|`.
  ///   - language: of what a person reads.
  ///   - files: texts that lie beside the session, by their names.
  ///   - lines: typed first.
  /// - Throws: what registering throws, and what the lines throw.
  public init(
    _ plugin: any Plugin, data: String, commands: [any Command] = [], stages: [any Stage] = [],
    language: WorkbenchKit.Language = .nl,
    files: [String: String] = [:], lines: [String] = []
  ) throws {
    let registry = Registry()
    var registrar = Registrar(dataFolder: data)
    plugin.register(with: &registrar)
    registry.promise(Self.forms(plugin.name, manifest: data + "/../manifest.json"))
    try registry.add(registrar, owner: .init(name: plugin.name, version: plugin.version))
    for command in commands { try registry.add(command) }
    for stage in stages { try registry.add(stage) }
    session = Session(
      workspace: Workspace(lineage: "test"), registry: registry,
      surroundings: .init(
        files: DiskFiles(folder: folder.path), monitor: QuietMonitor(), chosenLanguage: language,
        now: { "2026-01-01T00:00:00Z" }))
    for (name, text) in files { folder.write(text, to: name) }
    for line in lines { try run(line) }
  }

  /// The files and forms that the manifest beside the data announces; none where there is no manifest.
  private static func forms(_ plugin: String, manifest: String) -> PromisedForms {
    let manifest = (try? DiskFiles().bytes(of: manifest)).flatMap { try? JSONReader.parse($0) }
    let sources = (manifest?["sources"]?.array ?? []).map { source in
      PromisedForms.Source(
        name: source["name"]?.string ?? "", endings: (source["endings"]?.array ?? []).compactMap(\.string),
        schemes: (source["schemes"]?.array ?? []).compactMap(\.string),
        firstBytes: (source["magic"]?.array ?? []).compactMap(\.string).map(PromisedForms.bytes), summary: .verbatim("")
      )
    }
    let sinks = (manifest?["sinks"]?.array ?? []).compactMap { $0["form"]?.string }.map { ($0, Text.verbatim($0)) }
    return PromisedForms(plugin: plugin, sources: sources, sinks: sinks, load: {})
  }

  // MARK: Lines

  /// Runs a line and returns what it gave.
  ///
  /// - Throws: the `Diagnostic` of the line.
  @discardableResult public func run(_ text: String) throws -> Output { try result(text)?.output ?? .nothing }

  /// Runs a line and returns what it gave, with where it came from.
  ///
  /// - Throws: the `Diagnostic` of the line.
  public func result(_ text: String) throws -> RunResult? {
    let line = SourceLine(text, source: "test")
    return try session.run(Parser.parse(line), in: line)
  }

  /// Runs a line that must fail, and returns its error; nil where it does not.
  public func error(_ text: String) -> Diagnostic? {
    do {
      try run(text)
      return nil
    } catch { return error as? Diagnostic }
  }

  // MARK: What stands beside it

  /// Puts a file beside the session, under the name that lines use.
  @discardableResult public func file(_ name: String, _ text: String) -> Workbench {
    file(name, bytes: Array(text.utf8))
  }

  /// Puts a file beside the session, under the name that lines use.
  @discardableResult public func file(_ name: String, bytes: [UInt8]) -> Workbench {
    folder.write(bytes, to: name)
    return self
  }

  /// Returns what a line wrote to a file.
  ///
  /// - Throws: `file.missing`.
  public func text(of name: String) throws -> String {
    String(decoding: try DiskFiles(folder: folder.path).bytes(of: name), as: UTF8.self)
  }

  // MARK: The workspace

  /// Puts a table into the workspace, as another plugin would offer it.
  public func hold(_ table: Table, as name: String) throws { try put(Part(table), as: PartName(.tables, name)) }

  /// Sets a setting.
  public func set(_ name: String, to value: JSON) throws { try put(Part(value), as: PartName(.settings, name)) }

  /// Puts a piece of a plugin's document into the workspace, as a file could have it.
  public func hold(_ json: JSON, as piece: String, of plugin: String) throws {
    try put(Part(json), as: PartName(.documents, "\(plugin)/\(piece)"))
  }

  /// Returns a piece of a plugin's document.
  ///
  /// - Throws: where it cannot be read.
  public func document(_ piece: String, of plugin: String) throws -> JSON? {
    try session.workspace.parts[PartName(.documents, "\(plugin)/\(piece)")]?.part.json()
  }

  /// Returns a table of the workspace.
  ///
  /// - Throws: where it cannot be read.
  public func table(_ name: String) throws -> Table? {
    try session.workspace.parts[PartName(.tables, name)]?.part.table()
  }

  /// All documents as they are kept.
  public var documents: String {
    session.workspace.parts.filter { $0.key.section == .documents }.sorted { $0.key < $1.key }
      .map { String(decoding: $0.value.part.canonical(), as: UTF8.self) }.joined(separator: "\n")
  }

  private func put(_ part: Part, as name: PartName) throws {
    try session.apply(.step(.init(line: "test", time: ""), changes: [name: part]))
  }
}

/// Interrupts nothing and tells nothing.
private final class QuietMonitor: Monitor {
  func checkInterrupt() throws {}
  func progress(_ fraction: Double, _ doing: Text) {}
}
