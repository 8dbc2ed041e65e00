import Testing
import WorkbenchKit

@testable import TableFiles

@Suite("Workbooks of LibreOffice")
struct OpenDocumentTests {
  private typealias Doc = TestDocument

  @Test("numbers, texts, booleans, days, times and percentages as they are stored")
  func kinds() throws {
    let names = Doc.row(
      Doc.text("code"), Doc.text("n"), Doc.text("ja"), Doc.text("dag"), Doc.text("tijd"), Doc.text("deel"),
      Doc.text("geld"))
    let first = Doc.row(
      Doc.text("0344"), Doc.number("12.50"),
      #"<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAAR</text:p></table:table-cell>"#,
      #"<table:table-cell office:value-type="date" office:date-value="2024-03-31T02:30:00.000000000"><text:p>31-3</text:p></table:table-cell>"#,
      #"<table:table-cell office:value-type="time" office:time-value="PT36H05M00S"><text:p>36:05</text:p></table:table-cell>"#,
      #"<table:table-cell office:value-type="percentage" office:value="0.123"><text:p>12,3%</text:p></table:table-cell>"#,
      #"<table:table-cell office:value-type="currency" office:value="-3" office:currency="EUR"><text:p>€ -3</text:p></table:table-cell>"#
    )
    let read = try opened(Doc.ods(Doc.table("Blad1", names, first)), "x.ods").table()
    #expect(read.texts("code") == ["0344"])
    #expect(read.numbers("n") == [12.5])
    #expect(read.table.column("ja")?.storage == .booleans([true]))
    #expect(read.texts("dag") == ["2024-03-31T02:30:00"])
    #expect(read.texts("tijd") == ["36:05:00"])
    #expect(read.numbers("deel") == [0.123])
    #expect(read.table.column("deel")?.unit == .share)
    #expect(read.numbers("geld") == [-3])
    #expect(read.range == "A1:G2")
    #expect(read.codes.isEmpty)
  }

  @Test("a sheet full of repeated nothing is as small as what stands in it")
  func repeatedNothing() throws {
    let blank = #"<table:table-cell table:number-columns-repeated="16384"/>"#
    let table = Doc.table(
      "Blad1", Doc.row(Doc.text("a"), Doc.text("b"), #"<table:table-cell table:number-columns-repeated="16382"/>"#),
      Doc.row(Doc.number("1"), Doc.number("2")), Doc.row(blank, repeated: 1_048_574),
      Doc.row(blank, repeated: 999_999_999))
    let read = try opened(Doc.ods(table), "x.ods").table()
    #expect(quickest { _ = try? opened(Doc.ods(table), "x.ods").table() } < .milliseconds(100))
    #expect(read.numbers("b") == [2])
    #expect(read.range == "A1:B2")
  }

  @Test("rows and cells that are repeated and hold something are there as often")
  func repeatedCells() throws {
    let table = Doc.table(
      "Blad1", Doc.row(Doc.text("a"), Doc.text("b"), Doc.text("c")),
      Doc.row(Doc.number("0.10000000000000001", #"table:number-columns-repeated="2""#), Doc.text("x"), repeated: 3),
      Doc.row("", repeated: 2), Doc.row(Doc.text("t"), Doc.number("5"), Doc.text("y")))
    let read = try opened(Doc.ods(table), "x.ods").table()
    #expect(read.texts("a") == ["0.10000000000000001", "0.10000000000000001", "0.10000000000000001", "t"])
    #expect(read.numbers("b") == [0.1, 0.1, 0.1, 5])
    #expect(read.texts("c") == ["x", "x", "x", "y"])
    #expect(read.notice("source.rows") == "2 lege rijen zijn overgeslagen")
    #expect(read.range == "A1:C7")
  }

  @Test("a million rows of sixteen thousand numbers by two tags are refused at once")
  func repeatedFigures() {
    let table = Doc.table("B", Doc.row(Doc.number("1", #"table:number-columns-repeated="16384""#), repeated: 1_048_576))
    let read = { try opened(Doc.ods(table), "x.ods").table(SheetOptions(header: SheetOptions.Header.none)) }
    #expect(code { _ = try read() } == "source.cells")
    #expect(quickest { _ = try? read() } < .milliseconds(500))
    let far = Doc.table("B", Doc.row(Doc.number("1", #"table:number-columns-repeated="99999999999""#)))
    #expect(code { _ = try opened(Doc.ods(far), "x.ods").table() } == "source.far")
    let low = Doc.table("B", Doc.row(repeated: 1_048_576), Doc.row(Doc.number("1")))
    #expect(code { _ = try opened(Doc.ods(low), "x.ods").table() } == "source.far")
  }

  @Test("cells under another one count as their place only, and the merge is told")
  func covered() throws {
    let table = Doc.table(
      "B", Doc.row(Doc.text("a"), Doc.text("b"), Doc.text("c")),
      Doc.row(
        Doc.text("x", #"table:number-columns-spanned="2""#),
        "<table:covered-table-cell office:value-type=\"string\"><text:p>weg</text:p></table:covered-table-cell>",
        Doc.number("3")))
    let read = try opened(Doc.ods(table), "x.ods").table()
    #expect(read.texts("a") == ["x"])
    #expect(read.numbers("b") == [nil])
    #expect(read.numbers("c") == [3])
    #expect(read.notice("source.merged")?.contains("A2:B2") == true)
  }

  @Test("a text has its blanks, breaks and paragraphs, and not the remark beside it")
  func texts() throws {
    let cell =
      "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>geheim</text:p></office:annotation>"
      + "<text:p>a <text:s text:c=\"2\"/>b<text:span>c</text:span>\n  d<text:line-break/>e</text:p><text:p>f</text:p>"
      + "<draw:frame><text:p>plaatje</text:p></draw:frame></table:table-cell>"
    let table = Doc.table("B", Doc.row(Doc.text("n"), Doc.text("t")), Doc.row(Doc.number("1"), cell))
    #expect(try opened(Doc.ods(table), "x.ods").table().texts("t") == ["a   bc d\ne\nf"])
    let endless =
      "<table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"999999999\"/></text:p></table:table-cell>"
    let bomb = Doc.table("B", Doc.row(endless))
    #expect(code { _ = try opened(Doc.ods(bomb), "x.ods").table() } == "source.cell")
  }

  @Test("errors and formulas without an outcome are missing and counted")
  func errors() throws {
    let table = Doc.table(
      "B", Doc.row(Doc.text("a"), Doc.text("b")),
      Doc.row(
        #"<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>"#,
        #"<table:table-cell table:formula="of:=A1"/>"#),
      Doc.row(
        #"<table:table-cell office:value-type="float" office:value="0"><text:p>Err:502</text:p></table:table-cell>"#,
        #"<table:table-cell table:formula="of:=2" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>"#
      ))
    let read = try opened(Doc.ods(table), "x.ods").table()
    #expect(read.numbers("a") == [nil, nil])
    #expect(read.numbers("b") == [nil, 2])
    #expect(read.codes == ["source.errors", "source.uncalculated", "source.formulas"])
  }

  @Test("hidden sheets, rows and columns")
  func hidden() throws {
    let style =
      #"<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>"#
    let shown =
      #"<table:table table:name="Open"><table:table-column/><table:table-column table:visibility="collapse"/>"#
      + Doc.row(Doc.text("a"), Doc.text("b"))
      + Doc.row(Doc.number("1"), Doc.number("2"))
      + #"<table:table-row table:visibility="filter">\#(Doc.number("3"))\#(Doc.number("4"))</table:table-row></table:table>"#
    let secret = Doc.table(
      "Dicht", Doc.row(Doc.text("x"), Doc.text("y")), Doc.row(Doc.number("7"), Doc.number("8")), style: "ta2")
    let file = try opened(Doc.ods(shown + secret, styles: style), "x.ods")
    #expect(try file.contents().map(\.state) == [.visible, .hidden])
    let read = try file.table()
    #expect(read.sheet == "Open")
    #expect(read.table.columnNames == ["a"])
    #expect(read.numbers("a") == [1])
    #expect(try file.table(SheetOptions(includeHidden: true)).numbers("b") == [2, 4])
    #expect(try file.table(SheetOptions(sheet: "Dicht")).numbers("x") == [7])
  }

  @Test("several sheets with cells are told, and a sheet is found by name and by number")
  func severalSheets() throws {
    func table(_ name: String, _ value: String) -> String {
      Doc.table(name, Doc.row(Doc.text("a"), Doc.text("b")), Doc.row(Doc.number(value), Doc.number("0")))
    }
    let file = try opened(Doc.ods(Doc.table("leeg") + table("een", "1") + table("twee", "2")), "x.ods")
    let problem = #expect(throws: Diagnostic.self) { try file.table() }
    #expect(problem?.candidates.map(\.word) == ["x.ods!een", "x.ods!twee"])
    #expect(try file.table(SheetOptions(sheet: "twee")).numbers("a") == [2])
    #expect(try file.table(SheetOptions(sheet: "2")).numbers("a") == [1])
    #expect(code { _ = try file.table(SheetOptions(sheet: "vier")) } == "source.sheet")
  }

  @Test("a document that a password shuts")
  func encrypted() {
    let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    #expect(code { _ = try opened(Doc.ods("", manifest: manifest), "x.ods") } == "source.encrypted")
  }

  @Test("a value that is none is damage")
  func damaged() {
    for value in ["", "x", "NaN", "INF"] {
      let table = Doc.table("B", Doc.row(Doc.number(value)))
      #expect(code { _ = try opened(Doc.ods(table), "x.ods").table() } == "source.damaged")
    }
  }
}
