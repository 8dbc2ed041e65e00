import Testing
import WorkbenchKit

@testable import TableFiles

@Suite("Cells of a workbook")
struct SheetTests {
  private let names = "<row r=\"1\">" + TestBook.text("A1", "naam") + TestBook.text("B1", "waarde") + "</row>"

  private func read(
    _ cells: [String], shared: String = "", builtIn: [Int] = [], forms: [String] = [], properties: String = "",
    _ options: SheetOptions = SheetOptions()
  ) throws -> SheetTable {
    let rows = cells.enumerated().map { index, cell in
      #"<row r="\#(index + 2)">\#(TestBook.text("A\(index + 2)", "r\(index + 2)"))\#(cell)</row>"#
    }
    return try opened(
      TestBook.xlsx(
        rows: names + rows.joined(), shared: shared, builtIn: builtIn, forms: forms, properties: properties)
    ).table(options)
  }

  @Test("a cell's own text goes before its value")
  func inlineWins() throws {
    let read = try read([
      #"<c r="B2" t="inlineStr"><v>1</v><is><t>één</t></is></c>"#, #"<c r="B3" t="n"><is><t>twee</t></is><v>2</v></c>"#,
    ])
    #expect(read.texts("waarde") == ["één", "twee"])
  }

  @Test("pieces of a shared text are joined, spelling aids left out, and signs that XML cannot hold come back")
  func sharedTexts() throws {
    let shared =
      "<si><r><t>Sú</t></r><r><t xml:space=\"preserve\">dwest </t></r><rPh><t>aid</t></rPh></si>"
      + "<si><t>a_x000D_b_x005F_x000D_ _xD83D__xDE00_ _xZZZZ_</t></si>"
    let read = try read([#"<c r="B2" t="s"><v>0</v></c>"#, #"<c r="B3" t="s"><v>1</v></c>"#], shared: shared)
    #expect(read.texts("waarde") == ["Súdwest", "a\rb_x000D_ 😀 _xZZZZ_"])
  }

  @Test("a shared text that is not there is damage", arguments: ["1", "-1", "x", "99999999999999999999", " "])
  func missingShared(_ index: String) {
    #expect(
      code { _ = try read([#"<c r="B2" t="s"><v>\#(index)</v></c>"#], shared: "<si><t>a</t></si>") } == "source.damaged"
    )
  }

  @Test(
    "a style that is not there, a kind that is not known and a number that is none are damage",
    arguments: [
      #"<c r="B2" s="7"><v>1</v></c>"#, #"<c r="B2" t="q"><v>1</v></c>"#, #"<c r="B2"><v>inf</v></c>"#,
      #"<c r="B2"><v>0x10</v></c>"#, #"<c r="B2"><v>1e999</v></c>"#, #"<c r="B2" t="b"><v>2</v></c>"#,
      #"<c r="B9"><v>1</v></c>"#, #"<c r="2B"><v>1</v></c>"#,
    ])
  func damaged(_ cell: String) {
    #expect(code { _ = try read([cell]) } == "source.damaged")
  }

  @Test("booleans, and the outcomes of formulas")
  func outcomes() throws {
    let read = try read([
      #"<c r="B2" t="b"><f>A1=1</f><v>1</v></c>"#, #"<c r="B3" t="b"><v>false</v></c>"#,
      #"<c r="B4" t="str"><f>""</f><v></v></c>"#, #"<c r="B5" t="b"><v>0</v></c>"#,
    ])
    #expect(read.table.column("waarde")?.storage == .booleans([true, false, nil, false]))
    #expect(read.notice("source.formulas") == "van 1 formule is de bewaarde uitkomst gelezen")
    #expect(!read.codes.contains("source.uncalculated"))
  }

  @Test("a table with formulas can be refused")
  func refused() {
    let cell = #"<c r="B2"><f>1+1</f><v>2</v></c>"#
    #expect(code { _ = try read([cell], SheetOptions(formulas: .refuse)) } == "source.formulas")
    #expect(code { _ = try read([TestBook.number("B2", "2")], SheetOptions(formulas: .refuse)) } == nil)
  }

  @Test("days count from 1900 with its 29 February that never was")
  func days() throws {
    let serials = ["1", "59", "60", "61", "0", "0.5", "-1", "2958465", "2958466", "45382.10416666666", "1e300"]
    let cells = serials.enumerated().map { TestBook.number("B\($0 + 2)", $1, style: 1) }
    let read = try read(cells, builtIn: [14])
    #expect(
      read.texts("waarde") == [
        "1900-01-01", "1900-02-28", nil, "1900-03-01", nil, nil, nil, "9999-12-31", nil, "2024-03-31T02:30:00", nil,
      ])
    #expect(
      read.notice("source.dates")
        == "2 datums zijn dag 0; 4 datums bestaan niet en tellen als ontbrekend ('waarde')")
  }

  @Test("days may count from 1904, where day 0 is the first")
  func days1904() throws {
    let cells = ["0", "60", "42369"].enumerated().map { TestBook.number("B\($0 + 2)", $1, style: 1) }
    let read = try read(cells, builtIn: [14], properties: #"date1904="1""#)
    #expect(read.texts("waarde") == ["1904-01-01", "1904-03-01", "2020-01-01"])
  }

  @Test("times of day and hours that go on")
  func times() throws {
    let cells = [
      TestBook.number("B2", "0.75", style: 1), TestBook.number("B3", "1.5", style: 2),
      TestBook.number("B4", "2.5", style: 1),
    ]
    let read = try read(cells, builtIn: [20, 46])
    #expect(read.texts("waarde") == ["18:00:00", "36:00:00", "1900-01-02T12:00:00"])
  }

  @Test("percentages are shares, or times a hundred without a digit too many")
  func percentages() throws {
    let cells = [TestBook.number("B2", "0.285", style: 1), TestBook.number("B3", "1e-07", style: 2)]
    let share = try read(cells, builtIn: [10], forms: ["0.0%"])
    #expect(share.numbers("waarde") == [0.285, 1e-07])
    #expect(share.table.column("waarde")?.unit == .share)
    let hundred = try read(cells, builtIn: [10], forms: ["0.0%"], SheetOptions(percent: .hundred))
    #expect(hundred.numbers("waarde") == [28.5, 1e-05])
    #expect(hundred.table.column("waarde")?.unit == .percent)
    let partly = try read([cells[0], TestBook.number("B3", "12")], builtIn: [10], SheetOptions(percent: .hundred))
    #expect(partly.numbers("waarde") == [0.285, 12])
    #expect(partly.table.column("waarde")?.unit == nil)
    #expect(partly.codes == ["source.percent"])
  }

  @Test("whole numbers above 2^53 are kept as text, with every digit")
  func long() throws {
    let read = try read([
      TestBook.number("B2", "9007199254740993"), TestBook.number("B3", "1.50"), TestBook.number("B4", "1E-7"),
    ])
    #expect(read.texts("waarde") == ["9007199254740993", "1.50", "1E-7"])
    #expect(read.codes == ["source.long"])
  }

  @Test("a column that is asked for as text has its digits as they are written")
  func asText() throws {
    let read = try read(
      [TestBook.number("B2", "0.10000000000000001"), TestBook.number("B3", "2")], SheetOptions(textColumns: ["waarde"]))
    #expect(read.texts("waarde") == ["0.10000000000000001", "2"])
    let unknown = #expect(throws: Diagnostic.self) {
      try self.read([TestBook.number("B2", "1")], SheetOptions(textColumns: ["waarden"]))
    }
    #expect(unknown?.code == "column.unknown")
    #expect(unknown?.suggestion == "waarde")
  }

  @Test("missing marks are those of delimited text")
  func marks() throws {
    let numbers = try read([
      TestBook.text("B2", "."), TestBook.text("B3", " NA "), TestBook.number("B4", "3"), TestBook.text("B5", "NaN"),
    ])
    #expect(numbers.numbers("waarde") == [nil, nil, 3, nil])
    let texts = try read([
      TestBook.text("B2", "."), TestBook.text("B3", "NA"), TestBook.text("B4", "x"), TestBook.number("B5", "7"),
    ])
    #expect(texts.texts("waarde") == [nil, "NA", "x", "7"])
  }

  @Test("numbers that were typed as text are numbers by a mark that is given")
  func decimal() throws {
    let cells = ["12,5", "1.234", "-0,5", "."].enumerated().map { TestBook.text("B\($0 + 2)", $1) }
    #expect(try read(cells).texts("waarde") == ["12,5", "1.234", "-0,5", nil])
    #expect(try read(cells).notice("source.numbers")?.hasSuffix("--decimal comma") == true)
    #expect(try read(cells, SheetOptions(decimal: .comma)).numbers("waarde") == [12.5, 1234, -0.5, nil])
    let codes = try read([TestBook.text("B2", "0344")], SheetOptions(decimal: .comma))
    #expect(codes.texts("waarde") == ["0344"])
  }

  @Test("names with a prefix and cells without places are read as well")
  func prefixes() throws {
    let rows =
      "<x:row><x:c t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c><x:c t=\"inlineStr\"><x:is><x:t>b</x:t></x:is></x:c></x:row>"
      + "<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>"
    let book = TestBook.xlsx([("B", "", "<x:sheetData xmlns:x=\"x\">\(rows)</x:sheetData>")])
    let read = try opened(book).table()
    #expect(read.numbers("a") == [1])
    #expect(read.numbers("b") == [2])
    #expect(read.range == "A1:B2")
  }
}
