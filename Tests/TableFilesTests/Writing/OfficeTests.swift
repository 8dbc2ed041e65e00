import TestSupport
import Testing
import WorkbenchKit

@testable import TableFiles

/// A workbook as LibreOffice opens it; where it is not there, skipped with the reason.
@Suite struct OfficeTests {
  private static let canOpen: Bool = {
    let found = ChildRun.spawn("/bin/sh", ["sh", "-c", "command -v soffice"])?.status == 0
    if !found { print("skipped: workbooks in LibreOffice, because it is not there") }
    return found
  }()

  @Test(.enabled(if: OfficeTests.canOpen), arguments: ["xlsx", "ods"])
  func `codes, signs and what looks like a formula stay texts, and numbers are shown by their unit`(ending: String)
    throws
  {
    var figures = Column.numbers("n", [1, .nan, 1e300])
    figures.withheld[1] = "<5"
    let table = Table(
      title: .verbatim("t"),
      columns: [
        .texts("code", ["0344", "=1+1", "-5+2"]), figures, .numbers("deel", [1.0 / 7, 0.5, 1]),
        .numbers("aandeel", [0.125, 0.5, 1], unit: .share), .numbers("euro", [1234.5, 0, 2], unit: .euro),
        .texts("dag", ["2024-03-31", "2024-12-01", nil]),
      ])
    let (sheets, origin) = ([WrittenSheet(table, in: .nl)], [["bestand", "t.csv"]])
    let bytes =
      try ending == "xlsx"
      ? WorkbookWriter(language: .nl).bytes(sheets, origin: origin, interrupt: {})
      : DocumentWriter(language: .nl).bytes(sheets, origin: origin, interrupt: {})
    let folder = TemporaryFolder()
    folder.write(bytes, to: "t.\(ending)")
    let form = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,1"
    let said = convert("t.\(ending)", to: form, in: folder)
    let name = folder.names().first { $0.hasSuffix(".csv") } ?? ""
    let rows = (folder.text(name) ?? said).split(separator: "\n").map(String.init)
    #expect(
      rows == [
        "code;n;deel;aandeel;euro;dag", "0344;1;0.142857142857143;12.5%;1234.5;2024-03-31",
        "=1+1;<5;0.5;50%;0;2024-12-01", "-5+2;1E+300;1;100%;2;",
      ], "\(said)")
    // As people see it; one page for the sheet, one for where it came from.
    _ = convert("t.\(ending)", to: "pdf", in: folder)
    let seen = shell("pdftotext -layout t.pdf - && pdfinfo t.pdf", in: folder)
    guard seen.contains("Pages:") else { return print("skipped: a workbook on paper, because pdftotext is not there") }
    for shown in ["12.5%", "100.0%", "€ 1,234.50", "€ 0.00", "0344", "=1+1", "<5", "2024-03-31"] {
      #expect(seen.contains(shown), "\(shown): \(seen)")
    }
    #expect(seen.split(separator: "\n").contains { $0.split(separator: " ") == ["Pages:", "2"] })
  }

  private func shell(_ line: String, in folder: TemporaryFolder) -> String {
    let whole = "cd '\(folder.path)' && HOME='\(folder.path)' && export HOME && \(line) 2>&1"
    return ChildRun.spawn("/bin/sh", ["sh", "-c", whole])?.output ?? ""
  }

  private func convert(_ file: String, to form: String, in folder: TemporaryFolder) -> String {
    shell("timeout 120 soffice --headless --convert-to '\(form)' \(file)", in: folder)
  }

  @Test func `a row is as high as its text has lines`() {
    #expect(RowHeight.lines("", 10) == 1 && RowHeight.lines("kort", 10) == 1)
    #expect(RowHeight.lines("twee woorden", 12) == 1 && RowHeight.lines("twee woorden", 11) == 2)
    #expect(RowHeight.lines("a\nb", 10) == 2 && RowHeight.lines(String(repeating: "x", count: 25), 10) == 3)
    #expect(
      RowHeight.attribute([("kort", 10)]) == ""
        && RowHeight.attribute([(text: "a\nb", width: 10), (text: "c", width: 3)]) == " ht=\"30\"")
    #expect(RowHeight.attribute([(String(repeating: "\n", count: 99), 10)]) == " ht=\"405\"")
    #expect(RowHeight.lines("x", 0) == 1)
  }
}
