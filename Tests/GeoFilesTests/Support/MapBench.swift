import Files
import Session
import Stages
import Synchronization
import TestSupport
@_spi(Host) import WorkbenchKit

@testable import GeoFiles
@testable import TableFiles

/// A session that reads map files, and the tables and archives that go with them.
struct MapBench {
  let bench: Workbench
  private let probe = OutlineProbe()

  init(_ files: [String: [UInt8]] = [:], place: ChildPlace = GDALHere.place, language: Language = .nl) throws {
    let forms = TextForms(
      table: { _, _ in "" }, csv: { _, _, _ in [] }, json: { _ in [] }, jsonl: { _ in [] }, markdown: { _, _ in "" },
      html: { _, _ in "" }, svg: { _, _ in nil })
    let catalogue = StageCatalogue.all(forms: forms)
    bench = try Workbench(
      GeoFiles(place: place), data: "\(Places.root)/Plugins/GeoFiles/Knowledge/Data", commands: catalogue.commands,
      stages: catalogue.stages, language: language)
    var registrar = Registrar(dataFolder: "\(Places.root)/Plugins/TableFiles/Knowledge/Data")
    TableFiles().register(with: &registrar)
    bench.session.registry.promise(
      PromisedForms(
        plugin: "tablefiles",
        sources: [
          .init(
            name: "workbooks", endings: ["dbf", "zip"], firstBytes: [[0x50, 0x4B, 0x03, 0x04]], summary: .verbatim("")),
          .init(name: "geopackages", endings: ["gpkg"], firstBytes: [], summary: .verbatim("")),
        ], sinks: [], load: {}))
    try bench.session.registry.add(registrar, owner: .init(name: "tablefiles", version: "0.1.0"))
    try bench.session.registry.add(probe)
    for (name, bytes) in files { bench.file(name, bytes: bytes) }
  }

  /// The table that a line gives.
  func table(_ line: String) throws -> Table? { try bench.run(line).table }

  /// What a line gives besides, in Dutch.
  func notices(_ line: String) throws -> [String] {
    try bench.run(line).blocks.compactMap { if case .notice(let notice) = $0 { notice.text.nl } else { nil } }
  }

  func error(_ line: String) -> Diagnostic? { bench.error(line) }

  /// A path within the folder of the bench.
  func path(_ name: String) -> String { bench.folder(name) }

  /// Opens a file as a command does that wants outlines.
  func opened(_ path: String, _ item: String? = nil) throws -> SourcedTable {
    try bench.run("outlines '\(path)\(item.map { "!\($0)" } ?? "")'")
    return probe.taken
  }
}

/// Keeps what a file gave when it was opened.
private final class OutlineProbe: Command {
  struct Arguments: Sendable { let file = Argument("file", .file, about: .verbatim("file")) }

  static let arguments = Arguments()

  let signature = Signature("outlines", summary: .verbatim("opens a file"), examples: [])
  private let found = Mutex<SourcedTable?>(nil)

  var taken: SourcedTable { found.withLock { $0 } ?? SourcedTable(Table(columns: [])) }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sourced = try context.open(given.file).sourced
    found.withLock { $0 = sourced }
    return .nothing
  }
}
