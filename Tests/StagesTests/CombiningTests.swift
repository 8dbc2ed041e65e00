import Testing
import WorkbenchKit

@Suite struct CombiningTests {
  private let lines: TableLines

  init() throws { lines = try TableLines() }

  // MARK: group

  @Test func groupGivesFiguresInTheOrderInWhichTheyWereTyped() throws {
    #expect(
      try lines.table("read buurten.csv | group gemeente --mean oppervlakte --sum inwoners,huishoudens --max inwoners")
        == [
          "gemeente mean_oppervlakte sum_inwoners sum_huishoudens max_inwoners",
          "Dorpstad 1.7333333333333332 4700 2200 3500", "Waterdorp 2.25 3400 1650 2600",
        ])
    #expect(
      try lines.table("read buurten.csv | group gemeente --count inwoners --min inwoners")
        == ["gemeente count_inwoners min_inwoners", "Dorpstad 2 1200", "Waterdorp 2 800"])
  }

  @Test func groupWithoutFiguresCountsRows() throws {
    #expect(try lines.table("read buurten.csv | group gemeente") == ["gemeente count", "Dorpstad 3", "Waterdorp 2"])
    #expect(
      try lines.table("read zorg.csv | group code voorziening")
        == ["code voorziening count", "BU01 Huisarts 1", "BU02 Huisarts 1", "BU02 Zorghuis 1", "BU09 Huisarts 1"])
  }

  @Test func missingValuesAreLeftOutAndTold() throws {
    #expect(
      try lines.notices("read buurten.csv | group gemeente --sum inwoners")
        == ["'sum_inwoners' leaves out 1 missing value"])
    let lines = try TableLines(["t.csv": "k;v\na;.\nb;1\n.;2\n.;3\n"])
    #expect(try lines.table("read t.csv | group k --sum v --min v") == ["k sum_v min_v", "a . .", "b 1 1", ". 5 2"])
  }

  @Test func textsHaveNoSum() throws {
    #expect(lines.spot("read buurten.csv | group gemeente --sum naam") == "column.type at 41")
    #expect(lines.spot("read buurten.csv | group gemeente --sum inw") == "column.unknown at 41")
    #expect(try lines.table("read buurten.csv | group gemeente --count naam | top 1").last == "Dorpstad 3")
  }

  // MARK: join

  @Test func joinKeepsAllRowsAndRepeatsThoseWithSeveralMatches() throws {
    #expect(
      try lines.table("read buurten.csv | select code naam | join zorg.csv --on code")
        == [
          "code naam voorziening plaatsen", "BU01 Centrum Huisarts 1", "BU02 Noord Huisarts 2",
          "BU02 Noord Zorghuis 40",
          "BU03 Zuid . .", "BU04 Haven . .", "BU05 Oost . .",
        ])
    #expect(
      try lines.notices("read buurten.csv | join zorg.csv --on code")
        == [
          "3 rows without a match in 'zorg.csv'", "1 row of 'zorg.csv' not used",
          "1 row with more than one match in 'zorg.csv', each repeated",
        ])
  }

  @Test func joinCanKeepMatchesOnly() throws {
    #expect(
      try lines.table("read buurten.csv | select code | join zorg.csv --on code --keep matched | select code plaatsen")
        == ["code plaatsen", "BU01 1", "BU02 2", "BU02 40"])
    #expect(
      try lines.notices("read buurten.csv | join zorg.csv --on code --keep matched").first
        == "3 rows left out: no match in 'zorg.csv'")
  }

  @Test func joinTakesAResultAndATableOfTheWorkspace() throws {
    _ = try lines.output("let z = read zorg.csv | where voorziening = 'Zorghuis'")
    #expect(
      try lines.table("read buurten.csv | select code | join $z --on code --keep matched")
        == ["code voorziening plaatsen", "BU02 Zorghuis 40"])
    #expect(lines.session.last?.provenance.inputs.map(\.path).sorted() == ["buurten.csv", "zorg.csv"])
    try lines.hold(Table(columns: [.texts("code", ["BU04"]), .numbers("x", [7])]), as: "wzw.areas")
    #expect(
      try lines.table("read buurten.csv | select code | join wzw.areas --on code --keep matched") == [
        "code x", "BU04 7",
      ])
    #expect(lines.spot("read buurten.csv | join $weg --on code") == "variable.unknown at 25")
    #expect(lines.error("read buurten.csv | join wzw.area --on code")?.suggestion == "wzw.areas")
    _ = try lines.output("let n = read zorg.csv | count")
    #expect(lines.error("read buurten.csv | join $n --on code")?.code == "stage.notable")
    _ = try lines.output("let f = 'zorg.csv'")
    #expect(try lines.table("read buurten.csv | join $f --on code --keep matched | select plaatsen").count == 4)
  }

  @Test func keysMayBeCalledOtherwiseAndNamesThatAreTakenGetANumber() throws {
    let lines = try TableLines(["l.csv": "k;n;v\na;1;x\na;2;y\n", "r.csv": "s;n;v\na;1;p\na;2;q\n"])
    #expect(
      try lines.table("read l.csv | join r.csv --on k=s --on n") == ["k n v v_2", "a 1 x p", "a 2 y q"])
    #expect(lines.spot("read l.csv | join r.csv --on k") == "column.unknown at 30")
    #expect(lines.spot("read l.csv | join r.csv --on q=s") == "column.unknown at 30")
    #expect(lines.spot("read l.csv | join r.csv") == "argument.missing at 14")
  }

  @Test func keysOfDifferentTypesNeverMatchAndMissingKeysMatchNothing() throws {
    let lines = try TableLines(["l.csv": "k;n\n01;1\n.;2\n", "r.csv": "k;n\n1;1\n.;3\n", "s.csv": "k;m\n01;5\n.;6\n"])
    #expect(lines.error("read l.csv | join r.csv --on k")?.code == "join.type")
    #expect(try lines.table("read l.csv | join s.csv --on k") == ["k n m", "01 1 5", ". 2 ."])
  }

  @Test func aJoinThatExplodesIsRefused() throws {
    let rows = String(repeating: "a\n", count: 5000)
    let lines = try TableLines(["l.csv": "k\n\(rows)", "r.csv": "k\n\(rows)"])
    #expect(lines.error("read l.csv | join r.csv --on k")?.code == "join.toolarge")
  }
}
