import Testing
import WorkbenchKit

@Suite struct ShapingTests {
  private let lines: TableLines

  init() throws { lines = try TableLines() }

  @Test func selectTakesColumnsInTheOrderAsked() throws {
    #expect(
      try lines.table("read buurten.csv | select naam,code | top 2") == ["naam code", "Centrum BU01", "Noord BU02"])
    #expect(try lines.table("read buurten.csv | select code code | top 1") == ["code", "BU01"])
    #expect(lines.spot("read buurten.csv | select code nam") == "column.unknown at 32")
    #expect(lines.error("read buurten.csv | select code nam")?.suggestion == "naam")
  }

  @Test func columnsMayStandInBackticksAndQuotes() throws {
    let lines = try TableLines(["t.csv": "een twee;b\n1;2\n"])
    #expect(try lines.table("read t.csv | select `een twee`") == ["een twee", "1"])
    #expect(try lines.table("read t.csv | select \"een twee\"") == ["een twee", "1"])
    #expect(try lines.table("read t.csv | rename `een twee` drie | sort drie desc") == ["drie b", "1 2"])
  }

  @Test func sortPutsMissingLastInBothDirections() throws {
    #expect(
      try lines.table("read buurten.csv | sort inwoners | select naam inwoners")
        == ["naam inwoners", "Haven 800", "Centrum 1200", "Oost 2600", "Noord 3500", "Zuid ."])
    #expect(
      try lines.table("read buurten.csv | sort inwoners desc | select naam inwoners")
        == ["naam inwoners", "Noord 3500", "Oost 2600", "Centrum 1200", "Haven 800", "Zuid ."])
  }

  @Test func sortTakesSeveralColumnsEachWithItsDirection() throws {
    #expect(
      try lines.table("read buurten.csv | sort gemeente desc naam asc | select gemeente naam")
        == [
          "gemeente naam", "Waterdorp Haven", "Waterdorp Oost", "Dorpstad Centrum", "Dorpstad Noord", "Dorpstad Zuid",
        ])
  }

  @Test func sortHasNoRegardToCapitalsAndPutsAccentsAfterZ() throws {
    let lines = try TableLines(["t.csv": "w\nzee\nAap\néén\nZeus\naal\nboom\n"])
    #expect(try lines.table("read t.csv | sort w").dropFirst() == ["aal", "Aap", "boom", "zee", "Zeus", "één"])
  }

  @Test func aColumnCalledDescCanBeSortedOn() throws {
    let lines = try TableLines(["t.csv": "desc;b\n1;x\n2;y\n"])
    #expect(try lines.table("read t.csv | sort desc desc") == ["desc b", "2 y", "1 x"])
  }

  @Test func topTakesTheFirstOrTheHighest() throws {
    #expect(try lines.table("read buurten.csv | top 2 | select naam") == ["naam", "Centrum", "Noord"])
    #expect(try lines.table("read buurten.csv | top 2 --by inwoners | select naam") == ["naam", "Noord", "Oost"])
    #expect(try lines.table("read buurten.csv | top 99 | select naam").count == 6)
    #expect(try lines.table("read buurten.csv | top 0 | select naam") == ["naam"])
    #expect(lines.error("read buurten.csv | top -1")?.code == "argument.range")
    #expect(lines.error("read buurten.csv | top 1,5")?.code == "argument.number")
    #expect(lines.spot("read buurten.csv | top 1 --by inw") == "column.unknown at 31")
  }

  @Test func renameKeepsTheColumnWhereItStands() throws {
    #expect(
      try lines.table("read buurten.csv | select code naam | rename code id | top 1") == ["id naam", "BU01 Centrum"])
    #expect(try lines.table("read buurten.csv | select code | rename code code | top 1") == ["code", "BU01"])
    #expect(lines.spot("read buurten.csv | rename code naam") == "column.taken at 32")
    #expect(lines.error("read buurten.csv | rename code \"\"")?.code == "column.name")
  }

  @Test func deriveAddsAColumnOrReplacesOne() throws {
    #expect(
      try lines.table("read buurten.csv | derive per = inwoners / huishoudens | select naam per | top 1")
        == ["naam per", "Centrum 1.7142857142857142"])
    #expect(
      try lines.table("read buurten.csv | select code inwoners naam | derive inwoners = inwoners / 100 | top 1")
        == ["code inwoners naam", "BU01 12 Centrum"])
    #expect(try lines.table("read buurten.csv | derive `a b` = 1 | select `a b` | top 1") == ["a b", "1"])
    #expect(try lines.table("read buurten.csv | derive x=-1 | select x | top 1") == ["x", "-1"])
  }

  @Test func whatStandsAroundTheTableStays() throws {
    let table = Table(columns: [.numbers("a", [1, 2])])
    let output = Output([.heading(Heading(.verbatim("H"))), .table(table), .notice(Notice(.info, .verbatim("N")))])
    lines.session.remember(
      "r", .result(.init(output: output, provenance: Provenance(), line: "", owner: nil)))
    let result = try lines.output("$r | where a > 1 | count")
    #expect(result.blocks.count == 3)
    #expect(result.table == nil)
  }

  @Test func countGivesOneFact() throws {
    guard case .facts(let facts)? = try lines.output("read buurten.csv | where inwoners > 1000 | count").blocks.first
    else {
      Issue.record("no facts")
      return
    }
    #expect(facts["count"] == .number(3))
  }

  @Test func aStageWithoutATableSaysWhy() throws {
    _ = try lines.output("let x = 5")
    #expect(lines.spot("where a > 1") == "stage.notable at 1")
    #expect(lines.spot("$x | where a > 1") == "stage.notable at 6")
    #expect(
      lines.error("read buurten.csv | count | sort a")?.message.en
        == "'sort' needs a table; the stage before gives none")
  }
}
