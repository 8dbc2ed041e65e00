import Testing
import WorkbenchKit

@testable import TableFiles

@Suite("Where a table stands in a sheet")
struct LayoutTests {
  private func row(_ number: Int, _ cells: String...) -> String { "<row r=\"\(number)\">\(cells.joined())</row>" }

  @Test("a range takes out a part, and its header is within it")
  func range() throws {
    let rows =
      row(1, TestBook.text("A1", "x"), TestBook.text("B1", "y")) + row(2, TestBook.number("A2", "9"))
      + row(3, TestBook.text("B3", "p"), TestBook.text("C3", "q"))
      + row(4, TestBook.number("A4", "0"), TestBook.number("B4", "1"), TestBook.number("C4", "2"))
      + row(5, TestBook.number("B5", "3"))
    let file = try opened(TestBook.xlsx(rows: rows))
    let read = try file.table(SheetOptions(range: "B3:C4"))
    #expect(read.table.columnNames == ["p", "q"])
    #expect(read.numbers("p") == [1])
    #expect(read.range == "B3:C4")
    #expect(try file.table(SheetOptions(range: "$B$3:C9")).numbers("p") == [1, 3])
    #expect(code { _ = try file.table(SheetOptions(range: "B3-C4")) } == "source.range")
    #expect(code { _ = try file.table(SheetOptions(range: "XFE1:XFF2")) } == "source.range")
    #expect(code { _ = try file.table(SheetOptions(range: "F9:G10")) } == "source.empty")
  }

  @Test("without names the columns are called after their letters")
  func noNames() throws {
    let rows = row(1, TestBook.number("B1", "1"), TestBook.number("C1", "2"))
    let file = try opened(TestBook.xlsx(rows: rows))
    #expect(code { _ = try file.table() } == "source.header")
    #expect(code { _ = try file.table(SheetOptions(header: .row(7))) } == "source.header")
    let read = try file.table(SheetOptions(header: SheetOptions.Header.none))
    #expect(read.table.columnNames == ["kolom_B", "kolom_C"])
    #expect(read.headerRow == nil)
  }

  @Test("a row that counts the columns is no header, and figures are none")
  func figures() throws {
    let body = row(3, TestBook.text("A3", "noord"), TestBook.number("B3", "5"), TestBook.number("C3", "6"))
    let counted =
      row(1, TestBook.number("A1", "1"), TestBook.number("B1", "2"), TestBook.number("C1", "3"))
      + row(2, TestBook.text("A2", "a"), TestBook.text("B2", "b"), TestBook.text("C2", "c")) + body
    #expect(try opened(TestBook.xlsx(rows: counted)).table().headerRow == 2)
    let years = row(1, TestBook.number("B1", "2021"), TestBook.number("C1", "2022")) + body
    #expect(try opened(TestBook.xlsx(rows: years)).table().table.columnNames == ["kolom_A", "2021", "2022"])
    let plain = row(1, TestBook.text("A1", "zuid"), TestBook.number("B1", "7"), TestBook.text("C1", "n")) + body
    #expect(code { _ = try opened(TestBook.xlsx(rows: plain)).table() } == "source.header")
  }

  @Test("an empty corner above names of rows makes no group of the header")
  func corner() throws {
    let rows =
      row(1, TestBook.text("B1", "naam"), TestBook.text("C1", "soort"))
      + row(2, TestBook.text("A2", "x"), TestBook.text("B2", "Noord"), TestBook.text("C2", "wijk"))
    #expect(try opened(TestBook.xlsx(rows: rows)).table().table.columnNames == ["kolom_A", "naam", "soort"])
  }

  @Test("cells that are shown as one are told where they stand in the table, and nothing is filled down")
  func merged() throws {
    let rows =
      row(1, TestBook.text("A1", "a"), TestBook.text("B1", "b"))
      + row(2, TestBook.text("A2", "x"), TestBook.number("B2", "1")) + row(3, TestBook.number("B3", "2"))
    let after = "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"
    let read = try opened(TestBook.xlsx(rows: rows, after: after)).table()
    #expect(read.texts("a") == ["x", nil])
    #expect(read.notice("source.merged")?.hasPrefix("samengevoegde cellen in de tabel: A2:A3") == true)
  }

  @Test("a name that reaches down over two rows is the name of its column")
  func tallName() throws {
    let rows =
      row(1, TestBook.text("A1", "code"), TestBook.text("B1", "Bevolking"))
      + row(2, TestBook.text("B2", "m"), TestBook.text("C2", "v"))
      + row(3, TestBook.text("A3", "x"), TestBook.number("B3", "1"), TestBook.number("C3", "2"))
    let after = "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>"
    let file = try opened(TestBook.xlsx(rows: rows, after: after))
    #expect(
      try file.table(SheetOptions(headerRows: 2)).table.columnNames == ["code", "Bevolking · m", "Bevolking · v"])
    #expect(try file.table().table.columnNames == ["code", "m", "v"])
    #expect(try file.table().titleLines.isEmpty)
  }

  @Test("a single column has no notes below it, and a gap between columns is no column")
  func gaps() throws {
    let single = row(1, TestBook.text("A1", "a")) + row(2, TestBook.text("A2", "x")) + row(3, TestBook.text("A3", "y"))
    #expect(try opened(TestBook.xlsx(rows: single)).table(SheetOptions(header: .row(1))).texts("a") == ["x", "y"])
    let gap =
      row(1, TestBook.text("A1", "a"), TestBook.text("C1", "c"))
      + row(2, TestBook.number("A2", "1"), TestBook.number("C2", "2"))
    #expect(try opened(TestBook.xlsx(rows: gap)).table().table.columnNames == ["a", "c"])
  }

  @Test("a name or a number finds a sheet, and the name goes before the number")
  func sheetNames() throws {
    func sheet(_ value: String) -> String {
      "<sheetData>" + row(1, TestBook.text("A1", "a"), TestBook.text("B1", "b"))
        + row(2, TestBook.number("A2", value), TestBook.number("B2", "0"))
        + "</sheetData>"
    }
    let file = try opened(
      TestBook.xlsx([("2", "", sheet("10")), ("Twee", "", sheet("20")), ("leeg", "", "<sheetData/>")]))
    #expect(try file.table(SheetOptions(sheet: "2")).numbers("a") == [10])
    #expect(try file.table(SheetOptions(sheet: "1")).numbers("a") == [10])
    #expect(try file.table(SheetOptions(sheet: "twee")).numbers("a") == [20])
    let problem = #expect(throws: Diagnostic.self) { try file.table(SheetOptions(sheet: "Tweee")) }
    #expect(problem?.code == "source.sheet")
    #expect(problem?.suggestion == "Twee")
    #expect(code { _ = try file.table(SheetOptions(sheet: "leeg")) } == "source.empty")
  }

  @Test("the only visible sheet with cells is read; where all that hold something are hidden, none is")
  func onlySheet() throws {
    let cells =
      "<sheetData>" + row(1, TestBook.text("A1", "a"), TestBook.text("B1", "b"))
      + row(2, TestBook.number("A2", "1"), TestBook.number("B2", "2")) + "</sheetData>"
    let blank = "<sheetData><row r=\"1\">" + TestBook.text("A1", "  ") + "</row></sheetData>"
    let one = try opened(TestBook.xlsx([("leeg", "", blank), ("vol", "", cells), ("weg", #"state="hidden""#, cells)]))
    #expect(try one.table().sheet == "vol")
    let none = try opened(TestBook.xlsx([("leeg", "", blank), ("weg", #"state="veryHidden""#, cells)]))
    let problem = #expect(throws: Diagnostic.self) { try none.table() }
    #expect(problem?.code == "source.sheet")
    #expect(problem?.candidates.map(\.word) == ["x.xlsx!weg"])
    #expect(code { _ = try opened(TestBook.xlsx([("leeg", "", blank)])).table() } == "source.empty")
  }
}
