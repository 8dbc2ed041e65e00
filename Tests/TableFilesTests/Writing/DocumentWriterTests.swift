import TestSupport
import Testing
import WorkbenchKit

@testable import TableFiles

@Suite struct DocumentWriterTests {
  private func bytes(_ tables: [Table], origin: [[String]] = []) throws -> [UInt8] {
    try DocumentWriter(language: .nl).bytes(
      tables.map { WrittenSheet($0, in: .nl) }, origin: origin, interrupt: {})
  }

  private static let hard: [Double] = [
    1.0 / 7, 0.1 + 0.2, 1e300, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1, 123_456_789.25, -1,
    9_007_199_254_740_991,
  ]
  private static let texts = [
    "0344", "=1+1", "-5+2", "+31", "@a", "a  b", "a\tb", "regel\ntwee", "<5", "a&b\"'", "é", "👩‍👩‍👧", "_x0041_",
  ]

  @Test func `what it holds is read back to the bit and to the letter`() throws {
    let count = max(Self.hard.count, Self.texts.count)
    func filled<Cell>(_ cells: [Cell]) -> [Cell?] { (0..<count).map { $0 < cells.count ? cells[$0] : nil } }
    let table = Table(
      title: .verbatim("Blad & 'een'"),
      columns: [
        .texts("t", filled(Self.texts)), .numbers("n", filled(Self.hard).map { $0 ?? .nan }),
        .numbers("deel", (0..<count).map { Double($0) / 16 }, unit: .share),
        .numbers("euro", (0..<count).map { Double($0) + 0.25 }, unit: .euro),
        Column("ja", .booleans((0..<count).map { $0 % 3 == 0 ? nil : $0 % 3 == 1 })),
        .texts("dag", (0..<count).map { $0 == 2 ? nil : CalendarDate(dayNumber: 19_000 + $0 * 40)?.text }),
      ])
    let read = try opened(bytes([table]), "x.ods").table()
    #expect(read.table.columnNames == table.columnNames)
    #expect(read.texts("t") == table.column("t")?.texts)
    #expect(
      read.table.column("n")?.numbers?.map(\.bitPattern).prefix(Self.hard.count) == Self.hard.map(\.bitPattern)[...])
    for name in ["deel", "euro"] { #expect(read.table.column(name)?.numbers == table.column(name)?.numbers) }
    #expect(read.table.column("deel")?.unit == .share)
    #expect(read.texts("dag") == table.column("dag")?.texts)
    guard case .booleans(let truths)? = read.table.column("ja")?.storage else {
      Issue.record("no booleans")
      return
    }
    #expect(truths.count { $0 == nil } == (count + 2) / 3 && truths.count { $0 == true } == (count + 1) / 3)
  }

  @Test func `dates are read back to the day, early ones too`() throws {
    let edges = ["1900-03-01", "2024-02-29", "", "9999-12-31"].map { CalendarDate($0) }
    let early = ["0001-01-01", "1900-02-28", "", "2100-02-28"].map { CalendarDate($0) }
    let table = Table(columns: [
      .counts("n", [1, 2, 3, 4]), .dates("dag", edges), .dates("vroeg", early), .dates("leeg", [nil, nil, nil, nil]),
    ])
    let document = try bytes([table])
    let read = try opened(document, "x.ods").table()
    #expect(
      read.texts("dag").map(Array.init) == edges.map { $0?.text }
        && read.texts("vroeg").map(Array.init) == early.map { $0?.text })
    #expect(read.table.column("leeg")?.isEmpty == true)
    let archive = try #require(OpenedArchive(document))
    #expect(archive.text("content.xml").contains("office:value-type=\"date\" office:date-value=\"2024-02-29\""))
  }

  @Test func `blanks at the ends of a line are there, and a sign that XML has not is left out`() throws {
    let opened = try #require(OpenedArchive(bytes([Table(columns: [.texts("t", [" b ", "\ta", "x\u{1}y"])])])))
    let content = opened.text("content.xml")
    #expect(content.contains("<text:p><text:s text:c=\"1\"/>b<text:s text:c=\"1\"/></text:p>"))
    #expect(content.contains("<text:p><text:tab/>a</text:p>") && content.contains("<text:p>xy</text:p>"))
  }

  @Test func `a withheld value is its sign, and nothing of the value gets out`() throws {
    let column = Column("n", .numbers([4_711, 12, .nan]), withheld: [0: "<5", 2: "•"])
    let opened = try #require(OpenedArchive(bytes([Table(columns: [column])])))
    let content = opened.text("content.xml")
    #expect(content.contains("<text:p>&lt;5</text:p>") && content.contains("<text:p>•</text:p>"))
    #expect(content.contains("office:value=\"12\"") && !content.contains("4711"))
  }

  @Test func `the first bytes tell what it is, no formula stands in it, and a rerun gives the same bytes`() throws {
    let table = Table(title: .verbatim("a'b"), columns: [.texts("t", ["=1+1"]), .numbers("x", [.infinity])])
    let made = try bytes([table], origin: [["bestand", "t.csv"], []])
    #expect(made.starts(with: [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0]))
    #expect(String(decoding: made[30..<84], as: UTF8.self) == "mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
    #expect(try made == bytes([table], origin: [["bestand", "t.csv"], []]))
    let opened = try #require(OpenedArchive(made))
    #expect(opened.names == ["mimetype", "content.xml", "styles.xml", "settings.xml", "META-INF/manifest.xml"])
    #expect(!opened.text("content.xml").contains("formula"))
    #expect(opened.text("content.xml").contains("'a''b'.A1:'a''b'.B2"))
    let file = try TableFilesTests.opened(made, "x.ods")
    let names = try file.contents().map(\.name)
    #expect(names == ["a'b", "herkomst"])
  }

  @Test func `a table without rows, and one without columns, are sheets too`() throws {
    let read = try opened(bytes([Table(columns: [.texts("leeg", []), .numbers("n", [])])]), "x.ods")
    #expect(try read.table(SheetOptions(header: .row(1))).table.columnNames == ["leeg", "n"])
    #expect(throws: Diagnostic.self) { try bytes([]) }
    _ = try bytes([Table(columns: [])])
  }

  @Test func `what does not fit is refused`() {
    func code(_ table: Table) -> String? {
      do { _ = try bytes([table]) } catch { return (error as? Diagnostic)?.code }
      return nil
    }
    let long = String(repeating: "a", count: TextPen.most)
    #expect(code(Table(columns: [.texts("t", [long])])) == nil)
    #expect(code(Table(columns: [.texts("t", [long + "a"])])) == "to.toolarge")
    #expect(code(Table(columns: (0..<16_385).map { .numbers("k\($0)", [1]) })) == "to.toolarge")
    #expect(code(Table(columns: [.numbers("n", [Double](repeating: 1, count: 1_048_576))])) == "to.toolarge")
  }

  @Test func `who stops is back at once`() {
    struct Enough: Error {}
    let table = Table(columns: [.numbers("n", [Double](repeating: 1, count: 20_000))])
    #expect(throws: Enough.self) {
      try DocumentWriter(language: .nl).bytes([WrittenSheet(table, in: .nl)], interrupt: { throw Enough() })
    }
  }
}
