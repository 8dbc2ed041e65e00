import Files
import Language
import Session
import TestSupport
@_spi(Host) import WorkbenchKit

@testable import PersonaMapper

/// A session with the plugin in it, as it is linked here and not loaded; lines go in, blocks come out.
final class Workbench {
  static let data = Places.root + "/Plugins/PersonaMapper/Knowledge/Data"

  let session: Session
  private let folder = TemporaryFolder()

  init(
    _ lines: String..., files: [String: String] = [:], data: String = Workbench.data,
    language: WorkbenchKit.Language = .nl
  ) throws {
    let registry = Registry()
    var registrar = Registrar(dataFolder: data)
    PersonaMapper().register(with: &registrar)
    try registry.add(registrar, owner: .init(name: "personamapper", version: "0.1.0"))
    session = Session(
      workspace: Workspace(lineage: "test"), registry: registry,
      surroundings: .init(
        files: DiskFiles(folder: folder.path), monitor: Quiet(), chosenLanguage: language,
        now: { "2026-01-01T00:00:00Z" }))
    ExampleSheets.write(into: folder)
    for (name, text) in files { folder.write(text, to: name) }
    for line in lines { try run(line) }
  }

  private final class Quiet: Monitor {
    func checkInterrupt() throws {}
    func progress(_ fraction: Double, _ doing: Text) {}
  }

  func file(_ name: String, _ text: String) { folder.write(text, to: name) }

  func text(of name: String) throws -> String {
    String(decoding: try DiskFiles(folder: folder.path).bytes(of: name), as: UTF8.self)
  }

  /// Runs a line and returns what it gave.
  @discardableResult func run(_ text: String) throws -> Output {
    let line = SourceLine(text, source: "test")
    return try session.run(Parser.parse(line), in: line)?.output ?? .nothing
  }

  /// Runs a line that must fail, and returns its error.
  func error(_ text: String) -> Diagnostic? {
    do {
      try run(text)
      return nil
    } catch { return error as? Diagnostic }
  }

  /// A piece of the plugin's document, as it is kept.
  func piece(_ name: String) throws -> JSON {
    try session.workspace.parts[PartName(.documents, "personamapper/\(name)")]?.part.json() ?? .null
  }

  /// Edits a piece of the plugin's document behind the back of the plugin, as somebody does in the file.
  func edit(_ name: String, _ change: (JSON) -> JSON) throws {
    let part = Part(change(try piece(name)))
    try session.apply(
      .step(.init(line: "edit", time: ""), changes: [PartName(.documents, "personamapper/\(name)"): part]))
  }

  /// All that is kept, as it is kept.
  var document: String {
    session.workspace.parts.filter { $0.key.section == .documents }.sorted { $0.key < $1.key }
      .map { String(decoding: $0.value.part.canonical(), as: UTF8.self) }.joined(separator: "\n")
  }
}

extension Output {
  var facts: [String: Value] {
    blocks.reduce(into: [:]) { found, block in
      if case .facts(let facts) = block { for fact in facts.facts { found[fact.name] = fact.value } }
    }
  }

  func fact(_ name: String) -> Double? { facts[name]?.number }

  /// Paragraphs and notices in Dutch, one a line.
  var words: String {
    blocks.compactMap { block -> String? in
      switch block {
      case .paragraph(let text): text.nl
      case .notice(let notice): notice.text.nl
      case .text(let text): text
      default: nil
      }
    }.joined(separator: "\n")
  }

  var headings: [String] {
    blocks.compactMap { if case .heading(let heading) = $0 { heading.text.nl } else { nil } }
  }

  /// The table that has a column.
  func table(with column: String) -> Table? { tables.first { $0.column(column) != nil } }

  var tables: [Table] { blocks.compactMap { if case .table(let table) = $0 { table } else { nil } } }
  var matrices: [CellMatrix] { blocks.compactMap { if case .matrix(let matrix) = $0 { matrix } else { nil } } }
  var charts: [Chart] { blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } } }
  func numbers(_ column: String) -> [Double] { table?.column(column)?.numbers ?? [] }
  func texts(_ column: String) -> [String] { (table?.column(column)?.texts ?? []).map { $0 ?? "" } }
}
