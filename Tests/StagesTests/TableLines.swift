import Language
import Session
import Stages
import TestSupport
import WorkbenchKit

/// Runs lines through the real grammar and binder, with the table stages and files that are in memory.
final class TableLines {
  let files: MemoryFiles
  let session: Session

  /// - Parameters:
  ///   - monitor: what a person who stops is heard by.
  ///   - lacksMemory: whether nothing that is read fits in memory.
  init(
    _ files: [String: String] = ExampleSheets.files, monitor: any Monitor = Quiet(), lacksMemory: Bool = false
  ) throws {
    self.files = MemoryFiles(files.mapValues { Array($0.utf8) })
    let registry = Registry()
    let lacking: (@Sendable (Int) -> Bool)? = if lacksMemory { { (_: Int) in true } } else { nil }
    let catalogue = StageCatalogue.all(forms: Self.forms, lacksMemory: lacking)
    for command in catalogue.commands { try registry.add(command) }
    for stage in catalogue.stages { try registry.add(stage) }
    session = Session(
      workspace: Workspace(lineage: "0"), registry: registry,
      surroundings: Session.Surroundings(
        files: self.files, monitor: monitor, vault: OpenVault(), now: { "2026-01-01T00:00:00Z" }))
  }

  /// Forms so simple that a test can spell them out.
  private static let forms = TextForms(
    table: { blocks, _ in "table of \(blocks.count)" },
    csv: { table, _, language in
      Array(((language.map { "\($0) " } ?? "") + sheet(table).map { $0 + "\n" }.joined()).utf8)
    },
    json: { Array("json of \($0.rowCount)".utf8) },
    jsonl: { Array(sheet($0).dropFirst().map { "{\($0)}\n" }.joined().utf8) },
    markdown: { blocks, language in "markdown of \(blocks.count) \(language.rawValue)" },
    html: { blocks, _ in "html of \(blocks.count)" },
    svg: { blocks, _ in
      blocks.contains { if case .chart = $0 { true } else { false } } ? "svg of \(blocks.count)" : nil
    },
    flows: { blocks, _ in
      blocks.contains { if case .flow = $0 { true } else { false } } ? "flows of \(blocks.count)" : nil
    },
    wholeTable: { blocks, _ in "whole table of \(blocks.count)" })

  /// A table as lines: names, then rows; missing is `.`, what is withheld stands as it is shown.
  static func sheet(_ table: Table) -> [String] {
    let head = table.columnNames.joined(separator: " ")
    let body = (0..<table.rowCount).map { row in
      table.columns.map { column in
        column.withheld[row] ?? (column[row].isMissing ? "." : column[row].plain)
      }.joined(separator: " ")
    }
    return [head] + body
  }

  func output(_ text: String) throws -> Output {
    try result(text)?.output ?? .nothing
  }

  /// All that a line gives.
  func result(_ text: String) throws -> RunResult? {
    let line = SourceLine(text, source: "test")
    return try session.run(try Parser.parse(line), in: line)
  }

  /// The table that a line gives, as `sheet` writes it.
  func table(_ line: String) throws -> [String] {
    guard let table = try output(line).table else { return [] }
    return Self.sheet(table)
  }

  /// The remarks that a line gives, in English.
  func notices(_ line: String) throws -> [String] {
    try output(line).blocks.compactMap { if case .notice(let notice) = $0 { notice.text.en } else { nil } }
  }

  /// The error that a line gives.
  func error(_ line: String) -> Diagnostic? {
    do {
      _ = try output(line)
      return nil
    } catch { return error as? Diagnostic }
  }

  /// The code of the error and the column at which it stands.
  func spot(_ line: String) -> String? { error(line).map { "\($0.code) at \($0.place?.column ?? 0)" } }

  /// Makes a table what `$name` stands for.
  func remember(_ table: Table, as name: String = "t") {
    session.remember(name, .result(.init(output: Output(table), provenance: Provenance(), line: "", owner: nil)))
  }

  func hold(_ table: Table, as name: String) throws {
    try session.apply(.step(.init(line: "test", time: ""), changes: [PartName(.tables, name): Part(table)]))
  }
}

/// Files that are nowhere but here.
final class MemoryFiles: FileAccess {
  private(set) var files: [String: [UInt8]]
  /// Whether all of them are large ones, whose bytes stay where they are.
  var areStored = false
  /// How many files were begun that are written some bytes at a time.
  private(set) var begun = 0
  /// The paths of those that were read whole.
  private(set) var readWhole: [String] = []

  init(_ files: [String: [UInt8]]) { self.files = files }

  func put(_ bytes: [UInt8], at path: String) { files[path] = bytes }
  func remove(_ path: String) { files[path] = nil }

  func read(_ path: String, at place: Place?) throws -> ReadFile {
    guard let bytes = files[path] else {
      if files.keys.contains(where: { $0.hasPrefix(Self.folder(path)) }) {
        throw Diagnostic("file.directory", .verbatim("'\(path)'"), place: place)
      }
      throw Diagnostic("file.missing", .verbatim("'\(path)'"), place: place)
    }
    readWhole.append(path)
    return ReadFile(path: path, bytes: bytes, sha256: "0")
  }

  func stored(_ path: String, at place: Place?) throws -> (any StoredBytes)? {
    areStored ? files[path].map(HeldBytes.init) : nil
  }

  func readFolder(_ path: String, at place: Place?) throws -> ReadFile {
    let folder = Self.folder(path)
    let parts = files.keys.filter { $0.hasPrefix(folder) }.sorted().map { name in
      ReadFile(path: String(name.dropFirst(folder.count)), bytes: files[name] ?? [], sha256: "0")
    }
    return ReadFile(path: path, bytes: [], sha256: "0", parts: parts)
  }

  private static func folder(_ path: String) -> String { path.hasSuffix("/") ? path : path + "/" }

  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws {
    guard !path.hasPrefix("/full/") else { throw Diagnostic("file.diskfull", .verbatim("'\(path)'"), place: place) }
    files[path] = bytes
  }

  func begin(_ path: String, at place: Place?) throws -> (any GrowingFile)? {
    guard !path.hasPrefix("/none/") else { throw Diagnostic("file.unwritable", .verbatim("'\(path)'"), place: place) }
    begun += 1
    return GrowingMemory { [self] in try write($0, to: path, at: place) }
  }
}

/// A file in the making that is nowhere but here.
private final class GrowingMemory: GrowingFile {
  private var bytes: [UInt8] = []
  private let done: ([UInt8]) throws -> Void

  init(_ done: @escaping ([UInt8]) throws -> Void) { self.done = done }

  func append(_ more: [UInt8]) { bytes += more }
  func finish() throws { try done(bytes) }
}

final class Quiet: Monitor {
  func checkInterrupt() throws {}
  func progress(_ fraction: Double, _ doing: Text) {}
}

/// A vault that anybody can look into: enough to see that pseudonyms are given.
private final class OpenVault: Vault {
  func digest(_ message: [UInt8], of lineage: String) -> [UInt8] {
    var sum = message.reduce(into: UInt64(7)) { $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return (0..<32).map { _ in
      sum = sum &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(sum >> 56)
    }
  }

  func seal(_ message: [UInt8], of lineage: String) -> [UInt8] { message }
  func open(_ sealed: [UInt8], of lineage: String) -> [UInt8]? { sealed }
  func words(of lineage: String) -> [HiddenWord] { [] }
  func setWords(_ words: [HiddenWord], of lineage: String) {}
  func isLasting(_ lineage: String) -> Bool { true }
}
