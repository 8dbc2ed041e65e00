import Testing
import WorkbenchKit

@testable import TableFiles

@Suite struct WorkbookWriterTests {
  private func workbook(_ tables: [Table], origin: [[String]] = [], language: Language = .nl) throws -> OpenedArchive {
    let sheets = tables.map { WrittenSheet($0, in: language) }
    let bytes = try WorkbookWriter(language: language).bytes(sheets, origin: origin, interrupt: {})
    return try #require(OpenedArchive(bytes))
  }

  private func rows(_ column: Column) throws -> String { try workbook([Table(columns: [column])]).rows() }

  @Test func `a table is a header and its rows, missing values no cells`() throws {
    let table = Table(
      title: Text(nl: "Wijken", en: "Districts"),
      columns: [
        .texts("code", ["0344", nil]), .numbers("x", [1.0 / 7, .nan]), Column("ja", .booleans([true, nil])),
      ])
    #expect(
      try workbook([table]).rows()
        == "<row r=\"1\"><c r=\"A1\" s=\"2\" t=\"inlineStr\"><is><t>code</t></is></c>"
        + "<c r=\"B1\" s=\"2\" t=\"inlineStr\"><is><t>x</t></is></c><c r=\"C1\" s=\"2\" t=\"inlineStr\"><is><t>ja</t></is></c></row>"
        + "<row r=\"2\"><c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><t>0344</t></is></c><c r=\"B2\"><v>0.14285714285714285</v></c>"
        + "<c r=\"C2\" t=\"b\"><v>1</v></c></row><row r=\"3\"></row>")
  }

  @Test func `header and first column stay in sight, and the header filters`() throws {
    let opened = try workbook([Table(title: .verbatim("Piet's"), columns: [.numbers("a", [1]), .numbers("b", [2])])])
    let sheet = opened.text("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\""))
    #expect(sheet.contains("<autoFilter ref=\"A1:B2\"/>"))
    #expect(opened.text("xl/workbook.xml").contains("hidden=\"1\">'Piet''s'!$A$1:$B$2</definedName>"))
  }

  @Test func `texts that look like formulas are texts`() throws {
    let rows = try rows(.texts("t", ["=1+1", "+31", "-5", "@a", " b ", "a\u{1}\n<"]))
    for text in [
      "<t>=1+1</t>", "<t>+31</t>", "<t>-5</t>", "<t>@a</t>", "<t xml:space=\"preserve\"> b </t>",
      "<t>a_x0001_\n&lt;</t>",
    ] {
      #expect(rows.contains("t=\"inlineStr\"><is>\(text)</is>"))
    }
    #expect(!rows.contains("<f>"))
  }

  @Test func `a withheld value is its sign, and nothing of the value gets out`() throws {
    let rows = try rows(Column("n", .numbers([3, 12, .nan]), withheld: [0: "<5", 2: "•"]))
    #expect(rows.contains("<c r=\"A2\" s=\"2\" t=\"inlineStr\"><is><t>&lt;5</t></is></c>"))
    #expect(rows.contains("<c r=\"A3\"><v>12</v></c>"))
    #expect(rows.contains("<is><t>•</t></is>"))
    #expect(!rows.contains("<v>3</v>"))
  }

  @Test func `a number without end is an error cell`() throws {
    #expect(try rows(.numbers("n", [.infinity])).contains("<c r=\"A2\" t=\"e\"><v>#NUM!</v></c>"))
  }

  @Test(arguments: [
    (Column.numbers("a", [1.5], unit: .euro), "[$€-413] #,##0.00"),
    (Column.numbers("a", [1500], unit: .euro), "[$€-413] #,##0"),
    (Column.numbers("a", [0.123], unit: .share), "0.0%"),
    (Column.numbers("a", [0.123], format: .share(2)), "0.00%"),
    (Column.numbers("a", [12.3], unit: .percent), "0.0"),
    (Column.numbers("a", [12.3], unit: .percent, format: .decimals(2)), "0.00"),
    (Column.counts("a", [1200], unit: .persons), "#,##0"),
    (Column.numbers("a", [1.25], unit: .kilometres), "#,##0.00"),
    (Column.numbers("a", [1.0 / 3], unit: .kilometres), "#,##0.000"),
    (Column.numbers("a", [1200.5]), "General"),
    (Column.numbers("jaar", [2024]), "0"),
    (Column.numbers("bouw_jaar", [2024.5]), "General"),
    (Column.numbers("a", [164], format: .plain), "0"),
    (Column.numbers("a", [1], format: .decimals(-3)), "#,##0"),
    (Column.numbers("a", [], unit: .euro), "[$€-413] #,##0"),
  ])
  func `numbers are shown by their unit and format`(column: Column, code: String) {
    #expect(ColumnFormat(column, column.numbers ?? []).code == code)
  }

  @Test func `texts that are all days become days, one other text leaves them texts`() throws {
    let days = try workbook([Table(columns: [.texts("dag", ["2024-03-31", nil, "1900-03-01"])])])
    #expect(days.rows().contains("<c r=\"A2\" s=\"1\"><v>45382</v></c>"))
    #expect(days.rows().contains("<c r=\"A4\" s=\"1\"><v>61</v></c>"))
    #expect(days.text("xl/styles.xml").contains("formatCode=\"yyyy\\-mm\\-dd\""))
    for texts in [["2024-03-31", "x"], ["1900-02-28"], ["2024-02-30"], ["2024"]] {
      #expect(DayColumn.numbers(texts) == nil)
    }
    #expect(DayColumn.numbers([nil, nil]) == nil)
  }

  @Test func `dates are days, and texts where one lies before the calendar of a spreadsheet`() throws {
    let dates = ["2024-03-31", "", "1900-03-01", "9999-12-31"].map { CalendarDate($0) }
    let days = try workbook([Table(columns: [.dates("dag", dates)])])
    #expect(days.rows().contains("<c r=\"A2\" s=\"1\"><v>45382</v></c>") && !days.rows().contains("r=\"A3\""))
    #expect(days.rows().contains("<v>61</v>") && days.rows().contains("<v>2958465</v>"))
    #expect(days.text("xl/styles.xml").contains("formatCode=\"yyyy\\-mm\\-dd\""))
    let early = try workbook([
      Table(columns: [.dates("dag", [CalendarDate("1900-02-28"), CalendarDate("2024-03-31")])])
    ])
    #expect(early.rows().contains("<t>1900-02-28</t>") && early.rows().contains("<t>2024-03-31</t>"))
    var held = Column.dates("dag", dates)
    held.withheld[0] = "x"
    let sealed = try workbook([Table(columns: [held])])
    #expect(sealed.rows().contains("<t>x</t>") && !sealed.rows().contains("45382"))
    #expect(try workbook([Table(columns: [.dates("dag", [nil, nil])])]).rows().contains("<row r=\"2\"></row>"))
  }

  @Test func `label and unit stand in a note on the header, in the language asked for`() throws {
    let table = Table(columns: [
      .texts("code", ["a"]),
      .numbers(
        "p65", [1], label: Text(nl: "Inwoners van 65 jaar en ouder", en: "Inhabitants of 65 and over"), unit: .persons),
    ])
    let opened = try workbook([table], language: .en)
    #expect(
      opened.text("xl/comments1.xml").contains(
        "<comment ref=\"B1\" authorId=\"0\"><text><r><t>Inhabitants of 65 and over\nUnit: persons</t></r></text></comment>"
      ))
    #expect(opened.text("xl/comments1.xml").contains("<author></author>"))
    #expect(opened.text("xl/drawings/vmlDrawing1.vml").contains("<x:Column>1</x:Column>"))
    #expect(opened.text("xl/worksheets/sheet1.xml").contains("<legacyDrawing r:id=\"rId1\"/></worksheet>"))
    #expect(opened.text("xl/worksheets/_rels/sheet1.xml.rels").contains("../comments1.xml"))
  }

  @Test func `the origin is the last sheet, and a table of that name gives way`() throws {
    let opened = try workbook(
      [Table(title: .verbatim("Herkomst"), columns: [.numbers("a", [1])])],
      origin: [["bron", "CBS"], ["sql", String(repeating: "é", count: 40_000)], ["leeg", ""]])
    let workbook = opened.text("xl/workbook.xml")
    #expect(workbook.contains("<sheet name=\"Herkomst (2)\" sheetId=\"1\""))
    #expect(workbook.contains("<sheet name=\"herkomst\" sheetId=\"2\""))
    let rows = opened.rows(2)
    #expect(rows.hasPrefix("<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>bron</t></is></c>"))
    // What no cell holds goes on in the next one.
    #expect(rows.contains("<c r=\"C2\""))
    #expect(!rows.contains("\"B3\""))
  }

  @Test func `every part that is named is there, and every part there is is named`() throws {
    let table = Table(columns: [.numbers("a", [1], unit: .persons)])
    let opened = try workbook([table, table], origin: [["x"]])
    #expect(
      opened.names == [
        "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml", "xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet2.xml.rels",
        "xl/comments2.xml", "xl/drawings/vmlDrawing2.vml", "xl/worksheets/sheet3.xml", "xl/styles.xml",
      ])
    for name in opened.names where name.hasSuffix(".xml") && name != "[Content_Types].xml" {
      #expect(opened.text("[Content_Types].xml").contains("PartName=\"/\(name)\""))
    }
    #expect(opened.text("xl/drawings/vmlDrawing2.vml").contains("data=\"2\""))
  }

  @Test func `the same tables give the same bytes`() throws {
    let table = Table(columns: [.numbers("a", (0..<5000).map { Double($0) / 7 }, unit: .share)])
    let writer = WorkbookWriter(language: .nl)
    let (one, two) = (
      try writer.bytes([WrittenSheet(table, in: .nl)], interrupt: {}),
      try writer.bytes([WrittenSheet(table, in: .nl)], interrupt: {})
    )
    #expect(one == two)
  }

  @Test func `a table without columns and one without rows are sheets`() throws {
    #expect(try workbook([Table(columns: [])]).rows() == "")
    #expect(try rows(.texts("a", [])) == "<row r=\"1\"><c r=\"A1\" s=\"2\" t=\"inlineStr\"><is><t>a</t></is></c></row>")
    #expect(problem { _ = try WorkbookWriter(language: .nl).bytes([], interrupt: {}) }?.code == "to.empty")
  }

  @Test func `what a sheet does not hold is refused, and what it just holds is written`() throws {
    func code(_ table: Table) -> String? {
      problem { _ = try WorkbookWriter(language: .nl).bytes([WrittenSheet(table, in: .nl)], interrupt: {}) }?.code
    }
    let most = [Bool?](repeating: nil, count: 1_048_575)
    #expect(code(Table(columns: [Column("a", .booleans(most))])) == nil)
    #expect(code(Table(columns: [Column("a", .booleans(most + [nil]))])) == "to.toolarge")
    #expect(code(Table(columns: (0..<16_384).map { .numbers("k\($0)", [1], unit: .euro) })) == nil)
    #expect(code(Table(columns: (0..<16_385).map { .numbers("k\($0)", [1]) })) == "to.toolarge")
    #expect(code(Table(columns: [.texts("a", [String(repeating: "é", count: 32_767)])])) == nil)
    #expect(code(Table(columns: [.texts("a", [String(repeating: "a", count: 32_768)])])) == "to.toolarge")
  }

  @Test func `a person who interrupts is heard`() {
    let table = Table(columns: [.numbers("a", [Double](repeating: 1, count: 20_000))])
    #expect(throws: Interrupted.self) {
      try WorkbookWriter(language: .nl).bytes([WrittenSheet(table, in: .nl)]) { throw Interrupted() }
    }
  }

  @Test func `columns are lettered as spreadsheets do`() {
    #expect(
      [0, 25, 26, 51, 701, 702, 16_383].map(CellReference.letters) == ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"])
  }
}
