import Session
import Testing

@testable import Stages
@_spi(Host) @testable import WorkbenchKit

/// A form of a stranger: `MEMO`, then a line for each table: its name and its columns with their cells.
private struct MemoSource: TableSource {
  let name = "memo"

  private func tables(_ file: ReadFile) -> [(name: String, table: Table)] {
    String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      let words = line.split(separator: " ").map(String.init)
      return (
        words[0],
        Table(
          columns: words.dropFirst().map { column in
            let cells = column.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            let values = cells[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let numbers = values.map { Double($0) }
            return numbers.contains(nil)
              ? .texts(cells[0], values.map { $0.isEmpty ? nil : $0 }) : .numbers(cells[0], numbers.map { $0 ?? .nan })
          })
      )
    }
  }

  func contents(of target: SourceTarget) throws -> [SourceItem] {
    tables(target.file).map { SourceItem($0.name, kind: Text(nl: "vel", en: "leaf"), rows: $0.table.rowCount + 1) }
  }

  func open(_ target: SourceTarget, _ choice: SourceChoice) throws -> SourceContent {
    try target.checkInterrupt()
    let all = tables(target.file)
    if choice.item == "inner" {
      return .file(ReadFile(path: "\(target.file.path)!inner", bytes: Array("a;b\n1;2\n".utf8), sha256: "1"))
    }
    if choice.item == "deep" { return .file(ReadFile(path: "x.memo", bytes: target.file.bytes, sha256: "1")) }
    let found = all.first { $0.name == choice.item } ?? (choice.item == nil && all.count == 1 ? all.first : nil)
    guard let found else { throw Diagnostic("source.item", Text(nl: "welk vel?", en: "which leaf?")) }
    return .table(
      SourcedTable(
        found.table, item: .verbatim(found.name), notices: [.caution(nl: "een memo", en: "a memo")],
        titleLines: ["een titel"], footLines: ["een voet"]))
  }
}

private struct AirSource: LinkedSource {
  let name = "air"
  let scheme = "air"

  func contents(of target: LinkTarget) throws -> [SourceItem] {
    [SourceItem(target.reference, kind: Text(nl: "vel", en: "leaf"), rows: 2)]
  }

  func open(_ target: LinkTarget, _ choice: SourceChoice) throws -> SourcedTable {
    if target.reference == "told" {
      var told = SourcedTable(
        Table(columns: [.texts("stage", target.stages.map { "\($0)" }), .texts("x", [])]), sha256: "abc")
      told.stages = min(target.stages.count, 1)
      return told
    }
    if target.reference == "wish" {
      let decimal = choice.decimal.map { "\($0)" }
      return SourcedTable(
        Table(columns: [.texts("decimal", [decimal]), .numbers("stages", [Double(target.stages.count)])]),
        sha256: "abc")
    }
    if target.reference.isEmpty { throw Diagnostic("air.none", Text(nl: "waar?", en: "where?")) }
    let asked = try choice.query.map { String(decoding: try target.read($0).bytes, as: UTF8.self) }
    return SourcedTable(
      Table(columns: [.texts("from", [target.workspace.owner, asked ?? target.reference])]), sha256: "abc")
  }
}

/// Takes a document in as the plugins do.
private struct TakeCommand: Command {
  struct Arguments: Sendable {
    let file = Argument("file", .file, about: .verbatim("file"))
    let numbers = NumberArguments()
  }

  static let arguments = Arguments()

  let signature = Signature("take", summary: .verbatim("takes a document in"), examples: [])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let tables = TableIntake(marks: try given.numbers.marks())
    guard case .table(let table) = try DocumentIntake(tables: tables).take(given.file, at: nil, in: context).content
    else { return .nothing }
    return Output([.table(table)])
  }
}

private struct MemoSink: ResultSink {
  let form = "memo"

  func write(_ result: WrittenResult, in context: Context) throws -> SinkFile {
    guard let table = result.table else { throw Diagnostic("stage.notable", .verbatim("no table")) }
    return SinkFile(
      Array("MEMO \(table.columnNames.joined(separator: ",")) \(result.inputs.map(\.path))".utf8),
      what: Text(nl: "een memo", en: "a memo"))
  }
}

@Suite struct SourceTests {
  private let lines: TableLines
  private let registry: Registry
  private final class Loads { var count = 0 }
  private let loads = Loads()

  init() throws {
    lines = try TableLines([
      "one.memo": "MEMO\nleaf naam=a,b getal=0.1,1e300", "two.memo": "MEMO\nx p=1\ny q=0344,7",
      "hidden.txt": "MEMO\nleaf p=1", "t.csv": "a;b\n1;2\n", "a!b.csv": "z\n9\n",
      "mail.memo": "MEMO\nleaf mail=jan@example.nl,piet@example.nl",
    ])
    registry = lines.session.registry
    let registry = registry
    let loads = loads
    registry.promise(
      PromisedForms(
        plugin: "memos",
        sources: [
          .init(name: "memo", endings: ["memo"], firstBytes: [Array("MEMO".utf8)], summary: .verbatim("")),
          .init(name: "air", endings: [], schemes: ["air"], firstBytes: [], summary: .verbatim("")),
        ],
        sinks: [("memo", Text(nl: "als memo", en: "as a memo"))]
      ) {
        loads.count += 1
        var registrar = Registrar(dataFolder: "")
        registrar.add(AirSource())
        registrar.add(MemoSource())
        registrar.add(MemoSink())
        try registry.add(registrar, owner: .init(name: "memos", version: "1.0.0"))
      })
  }

  @Test func `a file is known by its first bytes or its ending, and the module is loaded at the first`() throws {
    #expect(loads.count == 0)
    #expect(try lines.table("read t.csv") == ["a b", "1 2"])
    #expect(loads.count == 0)
    #expect(try lines.table("read one.memo") == ["naam getal", "a 0.1", "b 1e+300"])
    #expect(try lines.table("read hidden.txt") == ["p", "1"])
    #expect(loads.count == 1)
    #expect(try lines.notices("read one.memo") == ["a memo"])
  }

  @Test func `one of several is named behind the file or by a flag, and never twice`() throws {
    #expect(lines.error("read two.memo")?.code == "source.item")
    #expect(try lines.table("read two.memo!x") == ["p", "1"])
    #expect(try lines.table("read two.memo --sheet y") == ["q", "344", "7"])
    #expect(try lines.table("read two.memo --layer x") == ["p", "1"])
    #expect(lines.spot("read two.memo!x --sheet y") == "argument.clash at 6")
    #expect(lines.error("read two.memo --sheet x --layer y")?.code == "argument.clash")
    #expect(lines.error("read two.memo!z")?.code == "source.item")
  }

  @Test func `a mark within a name of a file is part of it`() throws {
    #expect(try lines.table("read a!b.csv") == ["z", "9"])
    #expect(lines.spot("read a!c.csv") == "file.missing at 6")
    #expect(lines.spot("read t.csv!x") == "source.item at 6")
    #expect(lines.error("read t.csv --sheet x")?.code == "source.item")
    #expect(lines.error("read t.csv --header 2")?.code == "source.text")
    #expect(lines.error("read t.csv --header twee")?.code == "argument.type")
    #expect(lines.error("read t.csv --header 0")?.code == "argument.type")
  }

  @Test func `what comes out of a source passes the guard`() throws {
    let error = lines.error("read mail.memo")
    #expect(error?.code == "personal.found")
    #expect(error?.message.en.contains("mail") == true)
    #expect(try lines.table("read mail.memo --drop mail") == [""])
    #expect(lines.error("read mail.memo --drop naam")?.code == "column.unknown")
  }

  @Test func `a file within a file is read as if it lay by itself, and not endlessly`() throws {
    #expect(try lines.table("read two.memo!inner") == ["a b", "1 2"])
    #expect(lines.error("read two.memo!deep")?.code == "source.item")
  }

  @Test func `contents lists what there is, and how to read it`() throws {
    #expect(try lines.table("contents two.memo") == ["name rows columns", "x 2 .", "y 3 ."])
    #expect(try lines.notices("contents two.memo") == ["read one of them with: read two.memo!x"])
    #expect(try lines.notices("contents t.csv") == ["'t.csv' is one table; 'read t.csv' reads it"])
    #expect(lines.error("contents t.csv!x")?.code == "source.item")
    #expect(lines.error("contents none.memo")?.code == "file.missing")
  }

  @Test func `the inputs name the table within the file`() throws {
    let line = "read two.memo!x"
    _ = try lines.output(line)
    let table = try #require(try lines.output("read two.memo!x").table)
    #expect(table.origin?.file == "two.memo!x")
  }

  @Test func `a table of a source as text in columns is read back to the bit`() throws {
    var generator = SystemRandomNumberGenerator()
    let numbers = (0..<500).map { _ in Double(bitPattern: generator.next()) }.map { $0.isFinite ? $0 : .nan }
    let texts = ["0344", "a;b", "\"", "\n", "1,5", "", nil, "x y", "é", "=1+1"]
    let table = Table(columns: [
      .texts("t", (0..<500).map { texts[$0 % texts.count] }), .numbers("n", numbers),
    ])
    let opened = OpenedFile(file: ReadFile(path: "x", bytes: [], sha256: ""), sourced: SourcedTable(table))
    let again = try opened.delimitedText(protection: .strict).table()
    #expect(again.column("n")?.numbers?.map(\.bitPattern) == numbers.map { $0 == 0 ? 0 : $0.bitPattern })
    // An empty text and a missing one are the same in text.
    #expect(again.column("t")?.texts?.map { $0 ?? "" } == (0..<500).map { texts[$0 % texts.count] ?? "" })
  }

  @Test(arguments: [
    (["1,5", "2"], DecimalMark.comma), (["1.5", "2"], .point), (["1,5", "2.5"], .point), (["1", nil], .point),
    (["1,234,5"], .point), ([",5"], .point), (["5,"], .point), (["-1,5"], .comma), (["a,b"], .point), ([], .point),
  ])
  func `numbers that were typed as texts say which mark the others are written with`(
    texts: [String?], mark: DecimalMark
  ) throws {
    let table = Table(columns: [.texts("t", texts), .numbers("n", texts.isEmpty ? [] : [0.5, 1e-7])])
    #expect(DelimitedWriting.typedMark(in: table) == mark)
    let opened = OpenedFile(file: ReadFile(path: "x", bytes: [], sha256: ""), sourced: SourcedTable(table))
    let again = try opened.delimitedText(protection: .strict).table()
    if !texts.isEmpty { #expect(again.column("n")?.numbers?.prefix(2) == [0.5, 1e-7]) }
    if texts == ["1,5", "2"] { #expect(again.column("t")?.numbers == [1.5, 2]) }
  }

  @Test func `a form of a plugin is written by the host, and what is hidden is not in it`() throws {
    #expect(try lines.notices("read t.csv | to memo m.memo") == ["a memo written to 'm.memo'"])
    #expect(String(decoding: lines.files.files["m.memo"] ?? [], as: UTF8.self) == "MEMO a,b [\"t.csv\"]")
    #expect(lines.error("read t.csv | to memo")?.code == "argument.missing")
    #expect(lines.error("read t.csv | to memo /full/m.memo")?.code == "file.diskfull")
    #expect(lines.error("read t.csv | to mema x")?.code == "argument.choice")
  }

  @Test func `a word before a colon stands for what is no file, seen by the plugin that brings it`() throws {
    #expect(try lines.table("read air:land/x") == ["from", "memos", "land/x"])
    #expect(try lines.table("read air:land --query t.csv") == ["from", "memos", "a;b\n1;2\n"])
    #expect(try lines.table("contents air:land") == ["name rows columns", "land 2 ."])
    #expect(lines.spot("read air:") == "air.none at 6")
    #expect(lines.error("read sky:land")?.code == "file.missing")
    #expect(lines.error("read t.csv --query t.csv")?.code == "source.text")
    #expect(try lines.output("read air:land").table?.origin?.sha256 == "abc")
    #expect(lines.session.looking().workspace.owner == nil)
  }

  @Test func `a source is told the stages that it may do, and those that it did are not done again`() throws {
    let told = { (line: String) in try lines.output(line).table?.column("stage")?.texts ?? [] }
    // The first is taken over, though it would leave no row; the next are done here.
    #expect(
      try told("read air:told | where stage = 'x'") == [
        #"filter(WorkbenchKit.SourceTerm.comparison(WorkbenchKit.SourceTerm.Comparison.equal, WorkbenchKit.SourceTerm.column("stage"), WorkbenchKit.SourceTerm.text("x")))"#
      ])
    #expect(try told("read air:told | select stage | top 0") == [])
    #expect(try told("read air:told | top 0 | select stage | sort stage").count == 3)
    #expect(
      try told("read air:told | sort stage desc | top 1") == [
        #"sort([WorkbenchKit.SourceOrder(column: "stage", isDescending: true)])"#
      ])
    #expect(try told("read air:told | rename x y | top 1") == [])
    #expect(try told("read air:told | where stage = 12%") == [])
    // What is left out here is not known there.
    #expect(try told("read air:told --drop x | where stage ~ 's'") == [])
  }

  @Test func `a document asks a source for the numbers as they were said to be, and takes over nothing`() throws {
    try registry.add(TakeCommand())
    #expect(try lines.table("take air:wish") == ["decimal stages", ". 0"])
    #expect(try lines.table("take air:wish --decimal comma | where stages = 0") == ["decimal stages", "comma 0"])
    #expect(try lines.table("read air:wish --decimal comma") == ["decimal stages", "comma 0"])
  }

  @Test func `what a plugin brought goes with it`() throws {
    _ = try lines.output("read one.memo")
    registry.remove(plugin: "memos")
    #expect(lines.error("read t.csv | to memo m.memo")?.code == "argument.choice")
    #expect(try lines.output("read two.memo").table?.columnNames != ["p"])
  }
}
