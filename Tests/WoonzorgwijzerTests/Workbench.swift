import Files
import Language
import Session
import TestSupport
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// A session with the plugin in it, as it is linked here and not loaded; lines go in, blocks come out.
final class Workbench {
  static let data = Places.root + "/Plugins/Woonzorgwijzer/Knowledge/Data"

  let session: Session
  private let folder = TemporaryFolder()

  init() throws {
    let registry = Registry()
    var registrar = Registrar(dataFolder: Self.data)
    Woonzorgwijzer().register(with: &registrar)
    try registry.add(registrar, owner: .init(name: "woonzorgwijzer", version: "0.1.0"))
    session = Session(
      workspace: Workspace(lineage: "test"), registry: registry,
      surroundings: .init(
        files: DiskFiles(folder: folder.path), monitor: Quiet(), chosenLanguage: .nl, now: { "2026-01-01T00:00:00Z" }))
  }

  private final class Quiet: Monitor {
    func checkInterrupt() throws {}
    func progress(_ fraction: Double, _ doing: Text) {}
  }

  /// Puts a file beside the session, under the name that lines use.
  @discardableResult func file(_ name: String, _ text: String) -> Workbench {
    folder.write(Array(text.utf8), to: name)
    return self
  }

  @discardableResult func file(_ name: String, bytes: [UInt8]) -> Workbench {
    folder.write(bytes, to: name)
    return self
  }

  /// Runs a line and returns what it gave.
  @discardableResult func run(_ text: String) throws -> Output {
    try result(text)?.output ?? .nothing
  }

  func result(_ text: String) throws -> RunResult? {
    let line = SourceLine(text, source: "test")
    return try session.run(Parser.parse(line), in: line)
  }

  /// Runs a line that must fail, and returns its error.
  func error(_ text: String) -> Diagnostic? {
    do {
      try run(text)
      return nil
    } catch {
      return error as? Diagnostic
    }
  }

  func set(_ name: String, _ number: Double) { set(name, to: .number(number)) }

  func set(_ name: String, to value: JSON) {
    let before = session.workspace
    var parts = before.parts.mapValues(\.part)
    parts[PartName(.settings, name)] = Part(value)
    session.adopt(Workspace(lineage: "test", serial: before.serial, parts: parts, log: before.log))
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
      default: nil
      }
    }.joined(separator: "\n")
  }

  func numbers(_ column: String) -> [Double] { table?.column(column)?.numbers ?? [] }
  func texts(_ column: String) -> [String] { (table?.column(column)?.texts ?? []).map { $0 ?? "" } }
}
