import Testing
import WorkbenchKit

@Suite struct WritingTests {
  private let lines: TableLines

  init() throws { lines = try TableLines() }

  @Test func withoutAFileTheTextIsAllThereIs() throws {
    #expect(
      try lines.output("read buurten.csv | select code naam | top 1 | to csv").blocks == [
        .text("code naam\nBU01 Centrum\n")
      ])
    #expect(
      try lines.output("read buurten.csv | group gemeente --sum inwoners | to json").blocks == [.text("json of 2")])
    #expect(
      try lines.output("read buurten.csv | select code inwoners | top 2 | to jsonl").blocks
        == [.text("{BU01 1200}\n{BU02 3500}\n")])
    #expect(try lines.output("read buurten.csv | to markdown").blocks == [.text("markdown of 1 en")])
    #expect(try lines.output("read buurten.csv | select code | top 1 | to table").blocks == [.text("table of 1")])
  }

  @Test func aFileHasAllColumnsHoweverWide() throws {
    _ = try lines.output("read buurten.csv | to table uit.txt")
    #expect(lines.files.files["uit.txt"].map { String(decoding: $0, as: UTF8.self) } == "whole table of 1")
  }

  @Test func aResultIsAPageAndItsPicturesAreAPicture() throws {
    let chart = "read buurten.csv | chart bar --x naam --y inwoners"
    #expect(try lines.output("\(chart) | to svg").blocks == [.text("svg of 1")])
    #expect(try lines.output("\(chart) | to html").blocks == [.text("html of 1")])
    #expect(try lines.output("\(chart) | to markdown").blocks == [.text("markdown of 1 en")])
    #expect(try lines.notices("\(chart) | to svg uit.svg") == ["picture written to 'uit.svg'"])
    #expect(try lines.notices("\(chart) | to html uit.html") == ["result written to 'uit.html'"])
    #expect(lines.spot("read buurten.csv | to svg uit.svg") == "picture.none at 20")
    #expect(lines.files.files["nooit.svg"] == nil)
  }

  @Test func whatIsToBeKnownOfTheFiguresGoesAlong() throws {
    let joined = "read buurten.csv | join zorg.csv --on code"
    let remarks = try lines.notices(joined)
    #expect(remarks.count == 3)
    #expect(try lines.output("\(joined) | to markdown").blocks == [.text("markdown of 4 en")])
    let written = try lines.notices("\(joined) | to csv uit.csv")
    #expect(written.first?.hasSuffix("written to 'uit.csv'") == true)
    // What is good to know stays; what is to be known goes along.
    #expect(written.dropFirst() == [remarks[0], remarks[2]])
  }

  @Test func withAFileItIsWrittenAndTold() throws {
    #expect(
      try lines.notices("read buurten.csv | select code | top 2 | to csv uit.csv")
        == ["2 rows and 1 column written to 'uit.csv'"])
    #expect(lines.files.files["uit.csv"].map { String(decoding: $0, as: UTF8.self) } == "code\nBU01\nBU02\n")
    #expect(try lines.table("read uit.csv") == ["code", "BU01", "BU02"])
  }

  @Test func whatCannotBeWrittenSaysWhere() throws {
    #expect(lines.spot("read buurten.csv | to csv /full/uit.csv") == "file.diskfull at 27")
    #expect(lines.error("read buurten.csv | to")?.code == "argument.missing")
    #expect(lines.error("read buurten.csv | to cvs")?.suggestion == "csv")
    #expect(lines.error("read buurten.csv | count | to csv")?.code == "stage.notable")
  }

  @Test func `csv for a spreadsheet is asked of the form in the reader's language`() throws {
    let lines = try TableLines(["t.csv": "a\n1\n"])
    #expect(try lines.output("read t.csv | to csv --excel").blocks == [.text("en a\n1\n")])
    #expect(try lines.output("read t.csv | to csv").blocks == [.text("a\n1\n")])
  }
}
