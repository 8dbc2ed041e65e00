import Testing
import WorkbenchKit

@testable import TableFiles

@Suite("What is too much is refused at once")
struct LimitTests {
  private func sheet(_ xml: String, limits: SourceLimits = .standard) -> String? {
    let clock = ContinuousClock()
    let start = clock.now
    let code = code { _ = try opened(TestBook.xlsx([("B", "", xml)]), limits: limits).table() }
    #expect(clock.now - start < .seconds(2))
    return code
  }

  @Test(
    "cells beyond a sheet",
    arguments: [
      #"<row r="4294967297"><c r="A4294967297"><v>1</v></c></row>"#,
      #"<row r="1048577"><c r="A1048577"><v>1</v></c></row>"#,
      #"<row r="1"><c r="ZZZZ1"><v>1</v></c></row>"#, #"<row r="1"><c r="XFE1"><v>1</v></c></row>"#,
      #"<row r="1"><c r="A99999999999999999999999"><v>1</v></c></row>"#,
    ])
  func far(_ row: String) {
    #expect(sheet("<sheetData>\(row)</sheetData>") == "source.far")
  }

  @Test("the last cell of a sheet is none too many")
  func lastCell() throws {
    let rows =
      #"<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="XFD1" t="inlineStr"><is><t>b</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#
    let read = try opened(TestBook.xlsx(rows: rows)).table()
    #expect(read.range == "A1:XFD1048576")
    #expect(read.numbers("b") == [1])
    #expect(read.notice("source.rows") == "1.048.574 lege rijen zijn overgeslagen")
  }

  @Test("rows that go back, cells outside of rows, and tags within each other without end")
  func order() {
    #expect(sheet(#"<sheetData><row r="2"/><row r="2"/></sheetData>"#) == "source.damaged")
    #expect(sheet(#"<sheetData><c r="A1"><v>1</v></c></sheetData>"#) == "source.damaged")
    #expect(sheet(String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)) == "source.damaged")
    #expect(sheet("<a b=\"" + String(repeating: "x", count: 3 << 20) + "\"/>") == "source.damaged")
  }

  @Test("a text longer than a cell holds")
  func longCell() {
    let cell = { (count: Int) in
      "<sheetData><row r=\"1\">" + TestBook.text("A1", String(repeating: "x", count: count)) + "</row></sheetData>"
    }
    #expect(sheet(cell(131_068)) == "source.header")
    #expect(sheet(cell(131_069)) == "source.cell")
  }

  @Test("more cells than a table may have")
  func cells() {
    var limits = SourceLimits()
    limits.cells = 10
    let rows = (1...4).map {
      #"<row r="\#($0)"><c r="A\#($0)"><v>1</v></c><c r="B\#($0)"><v>1</v></c><c r="C\#($0)"><v>1</v></c></row>"#
    }
    #expect(sheet("<sheetData>\(rows.joined())</sheetData>", limits: limits) == "source.cells")
  }

  @Test(
    "a type of document, with entities that unfold or fetch",
    arguments: [
      #"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>"#,
      #"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>"#, "<!DOCTYPE x>",
    ])
  func doctype(_ declaration: String) {
    let parts = [
      ("xl/workbook.xml", "\(declaration)<workbook/>"), ("_rels/.rels", "<Relationships/>"),
    ]
    #expect(code { _ = try opened(TestPackage.zip(texts: parts)) } == "source.doctype")
    let document = TestDocument.ods(TestDocument.table("B", ""), doctype: declaration)
    #expect(code { _ = try opened(document, "x.ods").table() } == "source.doctype")
  }

  @Test("a bomb that tells its size is refused before anything is unpacked")
  func bomb() {
    let zeros = TestPackage.zip([("xl/workbook.xml", [UInt8](repeating: 0x20, count: 100 << 20))])
    #expect(zeros.count < 200_000)
    #expect(code { _ = try opened(zeros) } == "source.bomb")
    let larger = TestPackage.lying(zeros, size: 3_000_000_000)
    #expect(code { _ = try opened(larger) } == "source.bomb")
    #expect(quickest { _ = try? opened(larger) } < .milliseconds(50))
    var limits = SourceLimits()
    limits.unpacked = 50 << 20
    limits.ratio = 2000
    #expect(code { _ = try opened(zeros, limits: limits) } == "source.large")
  }

  @Test("a bomb that lies about its size is refused as soon as more comes out")
  func lyingBomb() {
    let zeros = TestPackage.zip([("xl/workbook.xml", [UInt8](repeating: 0x20, count: 100 << 20))])
    let liar = TestPackage.lying(zeros, size: 1000)
    #expect(code { _ = try opened(liar) } == "source.damaged")
    #expect(quickest { _ = try? opened(liar) } < .milliseconds(50))
  }

  @Test("all parts together, and the number of parts")
  func parts() {
    var limits = SourceLimits()
    limits.parts = 5
    #expect(code { _ = try opened(TestBook.xlsx(rows: ""), limits: limits) } == "source.parts")
    limits = SourceLimits()
    limits.unpacked = 500
    #expect(code { _ = try opened(TestBook.xlsx(rows: ""), limits: limits) } == "source.large")
  }

  @Test("parts outside of the package", arguments: ["../x", "a/../../x", "/etc/passwd", "..\\x"])
  func paths(_ name: String) {
    #expect(code { _ = try opened(TestPackage.zip(texts: [(name, "x")]), "x.zip") } == "source.path")
    let links = #"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="../../x.xml"/></Relationships>"#
    let book = TestPackage.zip(texts: [("_rels/.rels", links), ("xl/workbook.xml", "<workbook/>")])
    #expect(code { _ = try opened(book) } == "source.path")
  }

  @Test("a person who wants to stop is heard while a sheet is read")
  func interrupted() throws {
    var asked = 0
    let rows = (1...2000).map { #"<row r="\#($0)"><c r="A\#($0)"><v>1</v></c><c r="B\#($0)"><v>2</v></c></row>"# }
    let file = try TableFile(bytes: TestBook.xlsx(rows: rows.joined()), name: "x.xlsx") {
      asked += 1
      if asked > 20 { throw Interrupted() }
    }
    #expect(throws: Interrupted.self) {
      for _ in 0..<20 { _ = try file.table(SheetOptions(header: SheetOptions.Header.none)) }
    }
  }
}

@Suite("Damage never ends a session")
struct DamageTests {
  /// The same numbers each time (Steele and others, 2014: SplitMix64).
  private struct Draws: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
      return bits ^ bits >> 31
    }
  }

  private func looked(_ bytes: [UInt8], _ name: String) -> String? {
    code {
      let file = try opened(bytes, name)
      _ = try file.contents()
      _ = try file.table(SheetOptions(header: SheetOptions.Header.none))
    }
  }

  @Test("40 workbooks with a flipped bit are refused, or read whole")
  func flippedBits() throws {
    let rows = (1...400).map { row in
      #"<row r="\#(row)">\#(TestBook.text("A\(row)", "r\(row)"))\#(TestBook.number("B\(row)", "\(row * 37).25"))</row>"#
    }
    let whole = TestBook.xlsx(rows: rows.joined())
    let table = try opened(whole).table(SheetOptions(header: SheetOptions.Header.none)).table
    var draws = Draws(state: 1)
    var refused = 0
    for _ in 0..<40 {
      var bytes = whole
      bytes[Int.random(in: bytes.indices, using: &draws)] ^= 1 << UInt8.random(in: 0..<8, using: &draws)
      let code = code {
        let read = try opened(bytes).table(SheetOptions(header: SheetOptions.Header.none))
        #expect(read.table == table)
      }
      if let code {
        refused += 1
        #expect(code.hasPrefix("source."))
      }
    }
    #expect(refused > 10)
  }

  @Test("random bytes, and random bytes behind a right beginning")
  func randomBytes() {
    var draws = Draws(state: 2)
    let beginnings: [[UInt8]] = [
      [], [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x03, 0x7E, 0x0B, 0x1C],
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
    ]
    for beginning in beginnings {
      for name in ["x.xlsx", "x.ods", "x.dbf", "x.zip", "x"] {
        for _ in 0..<20 {
          let count = Int.random(in: 0..<2000, using: &draws)
          let bytes = beginning + (0..<count).map { _ in UInt8.random(in: 0...255, using: &draws) }
          #expect(looked(bytes, name)?.hasPrefix("source.") == true)
        }
      }
    }
  }

  @Test("tags and figures that are changed behind a right checksum")
  func changedTags() {
    let sheet =
      #"<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr">"#
      + #"<is><t>b</t></is></c></row><row r="2"><c r="A2" s="1"><v>45292.5</v></c><c r="B2" s="2"><f>A2</f><v>0.25</v></c></row>"#
      + #"<row r="4" hidden="1"><c r="A4" t="b"><v>1</v></c><c r="C4" t="e"><v>#N/A</v></c></row></sheetData>"#
      + #"<mergeCells><mergeCell ref="A2:B3"/></mergeCells>"#
    let table =
      #"<table:table-column table:number-columns-repeated="3" table:visibility="collapse"/>"#
      + TestDocument.row(
        TestDocument.text("a", #"table:number-columns-repeated="2""#), TestDocument.number("1.50"), repeated: 3)
      + TestDocument.row(TestDocument.number("5", #"table:number-rows-spanned="2""#), "<table:covered-table-cell/>")
    var draws = Draws(state: 3)
    let pieces = [
      "9", "99999999999999999999", "-1", "0", "<c>", "</row>", "\"", ">", "<", "&amp;", "_xD800_", "A", "XFD1048576",
      "", "e5", "#",
    ]
    func changed(_ xml: String) -> String {
      var bytes = Array(xml.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &draws) {
        let place = Int.random(in: 0..<bytes.count, using: &draws)
        let end = min(bytes.count, place + Int.random(in: 0...4, using: &draws))
        bytes.replaceSubrange(place..<end, with: Array((pieces.randomElement(using: &draws) ?? "").utf8))
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    for _ in 0..<Self.rounds {
      let book = TestBook.xlsx(
        [("B", "", changed(sheet))], shared: changed("<si><r><t>a_x000D_</t></r></si>"), builtIn: [14, 10])
      for bytes in [book, TestDocument.ods(#"<table:table table:name="B">\#(changed(table))</table:table>"#)] {
        #expect(looked(bytes, "x.xlsx")?.hasPrefix("source.") ?? true)
      }
    }
  }

  /// A hundred times as many were tried once.
  private static let rounds = 200

  @Test("a workbook that ends too early")
  func truncated() {
    let whole = TestBook.xlsx(rows: "<row r=\"1\">" + TestBook.text("A1", "a") + "</row>")
    for count in stride(from: 0, to: whole.count - 1, by: 97) {
      #expect(looked(Array(whole.prefix(count)), "x.xlsx")?.hasPrefix("source.") == true)
    }
  }

  @Test("a sheet, a list of sheets and texts that are no XML")
  func syntax() {
    #expect(looked(TestBook.xlsx([("B", "", "<sheetData><row>")]), "x.xlsx") == "source.damaged")
    #expect(looked(TestPackage.zip(texts: [("xl/workbook.xml", "geen xml")]), "x.xlsx") == "source.damaged")
    #expect(looked(TestBook.xlsx(rows: "", shared: "<si>"), "x.xlsx") == "source.damaged")
  }
}
