import Testing
import WorkbenchKit

@testable import TableFiles

@Suite("What a file is")
struct FormTests {
  private let book = TestBook.xlsx(rows: "")
  private let document = TestDocument.ods(TestDocument.table("B", ""))
  private let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1016)

  @Test("the first bytes decide, and a contradiction is told")
  func bytesDecide() throws {
    #expect(TableForm(bytes: book, name: "x.xlsx") == .xlsx)
    #expect(TableForm(bytes: document, name: "x.ods") == .ods)
    #expect(TableForm(bytes: TestPackage.zip(texts: [("a.csv", "a")]), name: "x.zip") == .zip)
    #expect(TableForm(bytes: Array("a;b\n1;2\n".utf8), name: "x.csv") == nil)
    #expect(try TableForm.recognise(book, name: "x.xlsm").notice == nil)
    let told = try TableForm.recognise(document, name: "x.xlsx")
    #expect(told.form == .ods)
    #expect(told.notice?.code == "source.ending")
    #expect(
      told.notice?.notice.text.nl == "'x.xlsx' heet .xlsx maar is een werkmap van LibreOffice (ods); zo is het gelezen")
  }

  @Test("old, shut, binary and foreign files each have a way out")
  func foreign() {
    func problem(_ bytes: [UInt8], _ name: String) -> Diagnostic? {
      do {
        _ = try TableForm.recognise(bytes, name: name)
        return nil
      } catch { return error as? Diagnostic }
    }
    let wide = "EncryptedPackage".utf8.flatMap { [$0, 0 as UInt8] }
    var shut = old
    shut.replaceSubrange(512..<512 + wide.count, with: wide)
    #expect(problem(old, "x.xls")?.code == "source.oldxls")
    #expect(problem(old, "x.xls")?.message.nl == "'x.xls' is een werkmap in de oude vorm van Excel (xls)")
    #expect(problem(old, "x.xlsx")?.message.nl.contains("heet .xlsx maar is") == true)
    #expect(problem(shut, "x.xlsx")?.code == "source.encrypted")
    #expect(problem(Array("<html><table>".utf8), "x.xls")?.code == "source.html")
    #expect(problem(Array("<html><table>".utf8), "x.xls")?.message.nl == "'x.xls' heet .xls maar is HTML")
    #expect(
      problem(Array("\u{FEFF} <?xml?><?mso-application progid=\"Excel.Sheet\"?>".utf8), "x.xls")?.code
        == "source.xml2003")
    #expect(problem(TestPackage.zip(texts: [("xl/workbook.bin", "x")]), "x.xlsb")?.code == "source.xlsb")
    #expect(problem(Array("PAR1xxxx".utf8), "x.parquet")?.code == "source.parquet")
    #expect(problem([], "x.xlsx")?.code == "source.empty")
    #expect(problem([0, 1, 2, 3], "x.ods")?.code == "source.form")
    #expect(problem([], "x.csv") == nil)
    for case let problem? in [problem(old, "x.xls"), problem(shut, "x"), problem([0, 1], "x.ods")] {
      #expect(problem.wayOut != nil)
    }
  }

  @Test("plain text that is called a workbook is left to the reader of text, and told")
  func textAsWorkbook() throws {
    let told = try TableForm.recognise(Array("a;b\n1;2\n".utf8), name: "x.xls")
    #expect(told.form == nil)
    #expect(told.notice?.notice.text.nl == "'x.xls' heet .xls maar is gewone tekst; zo is het gelezen")
  }

  @Test("a member of a zip is the named one, or the only one that can be read")
  func members() throws {
    let zip = TestPackage.zip(texts: [
      ("map/kwb.csv", "a;b\n"), ("leesmij.pdf", "x"), ("__MACOSX/kwb.csv", "x"), ("map/", ""),
    ])
    let file = try opened(zip, "data.zip")
    #expect(try file.contents().map(\.name) == ["map/kwb.csv", "leesmij.pdf"])
    #expect(try file.contents().map(\.size) == [4, 1])
    #expect(try file.contents().map(\.isReadable) == [true, false])
    #expect(try file.member(nil).name == "map/kwb.csv")
    #expect(try file.member("kwb.csv").bytes == Array("a;b\n".utf8))
    #expect(try file.member("leesmij.pdf").bytes == [0x78])
    #expect(code { _ = try file.member("../x") } == "source.path")
    #expect(code { _ = try file.member("geen.csv") } == "source.member")
    #expect(code { _ = try file.table() } == "source.member")
    let two = try opened(TestPackage.zip(texts: [("a.csv", "1"), ("b c.csv", "2")]), "data.zip")
    let problem = #expect(throws: Diagnostic.self) { try two.member(nil) }
    #expect(problem?.code == "source.member")
    #expect(problem?.candidates.map(\.word) == ["data.zip!a.csv", "'data.zip!b c.csv'"])
    #expect(code { _ = try opened(TestPackage.zip(texts: [("a.pdf", "1")]), "d.zip").member(nil) } == "source.member")
    #expect(code { _ = try opened(book).member(nil) } == "source.member")
  }
}

@Suite("Small readings")
struct ReadingTests {
  @Test(
    "what the codes of forms of numbers mean",
    arguments: [
      ("General", .general), ("0.00", .general), ("#,##0.00 \"dagen\"", .general), ("0.0%", .percent),
      ("dd-mm-yyyy", .date),
      ("yyyy-mm-dd h:mm:ss", .dateTime), ("[$-413]d mmmm yyyy;@", .date), ("mmm", .date), ("mm:ss.0", .time),
      ("h:mm AM/PM", .time),
      ("[h]:mm:ss", .elapsed), ("[Red]0.00", .general), ("0.00E+00", .general), ("\\d0", .general), ("_d0_m", .general),
      ("€ #,##0.00", .general), ("[$€-413] #,##0", .general), ("0\"%\"", .general), ("Standaard", .general),
      ("[mm]", .elapsed),
      ("0;dd", .general), ("@", .general),
    ] as [(String, CellFormat)])
  func forms(_ code: String, _ format: CellFormat) {
    #expect(CellFormat(code: code) == format)
  }

  @Test("which of the forms that every workbook has are days, times and percentages")
  func builtIn() {
    let days = (0..<60).filter { CellFormat(builtIn: $0) != .general }
    #expect(days == [9, 10] + Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58))
  }

  @Test("places and ranges of cells")
  func ranges() {
    #expect(CellRange("B5:N200")?.text == "B5:N200")
    #expect(CellRange("$b$5")?.text == "B5")
    #expect(CellRange("B:N") == CellRange(rows: 1...1_048_576, columns: 2...14))
    #expect(CellRange("XFD1048576")?.text == "XFD1048576")
    for wrong in ["", "5", "B", "B5:", "N5:B5", "B9:N5", "XFE1", "A0", "A1048577", "A1:B2:C3", "B5:N", "A99999999999"] {
      #expect(CellRange(wrong) == nil)
    }
    #expect(CellRange.letters(of: 702) == "ZZ")
    #expect(CellRange.letters(of: 703) == "AAA")
  }

  @Test("digits that a double gives back are told from those that it does not")
  func digits() {
    for text in ["0", "1", "-12.5", "0.001", "123456789012345", "-0.1234"] {
      let isShortest = Array(text.utf8).withUnsafeBufferPointer { WrittenDigits.areShortest($0) }
      #expect(isShortest)
      #expect(NumberText.shortest(Double(text) ?? .nan) == text)
    }
    for text in [
      "", "-", "-0", "01", "1.50", "1.", ".5", "0.00001", "1e5", "0.1428571428571428", "1234567890123456", "+1",
    ] {
      let isShortest = Array(text.utf8).withUnsafeBufferPointer { WrittenDigits.areShortest($0) }
      #expect(!isShortest)
    }
  }

  @Test("long decimals are read as the double nearest to them, as Swift itself reads them")
  func longDecimals() {
    func parsed(_ text: String) -> Double? { Array(text.utf8).withUnsafeBufferPointer(WrittenDigits.parse) }
    var state: UInt64 = 4
    var differing: [String] = []
    for round in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var digits = String(state >> UInt64(round % 50))
      if round % 2 == 0 { digits = String(repeating: "0", count: max(0, 20 - digits.count)) + digits }
      let places = round % digits.count
      let text =
        (round % 3 == 0 ? "-" : "") + digits.prefix(digits.count - places) + (places > 0 ? "." : "")
        + digits.suffix(places)
      if parsed(text) != Double(text) { differing.append(text) }
    }
    #expect(differing.isEmpty)
    for text in [
      "0.10000000000000001", "0.30000000000000004", "9007199254740993", "9007199254740992.5", "9007199254740993.5",
      "4503599627370496.5", "4503599627370497.5", "1234567890123456789", "9999999999999999999",
      "0.0000000000000000001", "-0.00000000000000000", "1.7976931348623157E308", "4.9406564584124654E-324",
    ] {
      #expect(parsed(text) == Double(text))
    }
    for text in ["", "-", ".", "-.", "1.2.3", "12345678901234567a", "0x12345678901234567", "nan", "infinity", "1e999"] {
      #expect(parsed(text) == nil)
    }
  }
}
