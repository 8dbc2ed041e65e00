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
          "Dorpstad 1.7333333333333334 4700 2200 3500", "Waterdorp 2.25 3400 1650 2600",
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

  @Test func whatAGroupIsCalledIsShownAlsoWhereTheTableHidesIt() throws {
    let table = Table(columns: [
      .texts("naam", ["p", "q", "r"]), Column.texts("as", ["a", "b", "a"]).asDetail(),
      Column.numbers("n", [1, 2, 3]).asDetail(),
    ])
    lines.remember(table)
    func hidden(_ line: String) throws -> [String] {
      try lines.output(line).table?.columns.filter(\.isDetail).map(\.name) ?? []
    }
    #expect(try hidden("$t") == ["as", "n"])
    #expect(try lines.table("$t | group as") == ["as count", "a 2", "b 1"])
    #expect(try hidden("$t | group as --sum n") == [])
    #expect(try hidden("$t | sort as") == ["n"])
    #expect(try hidden("$t | top 1 --by n") == ["as"])
    #expect(try hidden("$t | rename as soort") == ["n"])
    #expect(try hidden("$t | select as") == [])
    let other = try TableLines(["o.csv": "as;m\na;1\nb;2\n"])
    other.remember(table)
    #expect(try other.output("$t | join o.csv --on as").table?.column("as")?.isDetail == false)
  }

  @Test func aHiddenCodeIsShownByItsLabelWhereTheTableHasOne() throws {
    lines.remember(
      Table(columns: [
        .texts("as_label", ["geld", "geld", "vorm", nil]), Column.texts("as", ["f", "f", "p", nil]).asDetail(),
        Column.texts("code", ["a", "b", "c", "d"]).asDetail(), .texts("label", ["een", "twee", "drie", "vier"]),
        Column.texts("soort", ["x", "x", "y", "y"]).asDetail(), .texts("soort_label", ["ik", "jij", "zij", "zij"]),
      ]))
    func shown(_ line: String) throws -> [String] {
      try lines.output(line).table?.columns.map { $0.isDetail ? "(\($0.name))" : $0.name } ?? []
    }
    #expect(try lines.table("$t | group as") == ["as as_label count", "f geld 2", "p vorm 1", ". . 1"])
    #expect(try shown("$t | group as") == ["(as)", "as_label", "count"])
    #expect(try shown("$t | group code") == ["(code)", "label", "count"])
    #expect(try shown("$t | group as as_label") == ["(as)", "as_label", "count"])
    // Called in two ways, it is not called by either.
    #expect(try shown("$t | group soort") == ["soort", "count"])
  }

  @Test func aWithheldKeyIsAGroupOfItsOwn() throws {
    var key = Column.texts("k", ["a", nil, "b", nil, nil])
    key.withheld = [1: "<5", 4: "<5"]
    lines.remember(Table(columns: [key, .numbers("n", [1, 2, 3, 4, 5])]))
    #expect(try lines.table("$t | group k --sum n") == ["k sum_n", "a 1", "<5 7", "b 3", ". 4"])
  }

  @Test func aSumOfDecimalsIsTheOneOnPaper() throws {
    let lines = try TableLines(["t.csv": "k;x\na;0.1\na;0.2\nb;0.7\nb;0.1\nc;0.2\n"])
    #expect(
      try lines.table("read t.csv | group k --sum x --mean x") == [
        "k sum_x mean_x", "a 0.3 0.15", "b 0.8 0.4", "c 0.2 0.2",
      ])
    #expect(try lines.table("read t.csv | group k --sum x | where sum_x = 0.3 or sum_x = .8").count == 3)
    #expect(try lines.table("read t.csv | group k --sum x | where sum_x in (0.3, 0.8)").count == 3)
  }

  // MARK: weighted means

  @Test func aMeanCanBeWeighed() throws {
    let lines = try TableLines([
      "t.csv": "k;p_oud;n\na;10;300\na;20;100\nb;50;0\nb;70;0\nc;.;5\nc;40;.\nc;30;10\n"
    ])
    #expect(
      try lines.table("read t.csv | group k --mean p_oud --weight n --sum n") == [
        "k mean_p_oud sum_n", "a 12.5 400", "b . 0", "c 30 15",
      ])
    #expect(
      try lines.notices("read t.csv | group k --mean p_oud --weight n") == [
        "'mean_p_oud' leaves out 2 missing values", "'mean_p_oud' is empty for 1 group: the weights add up to nought",
      ])
    #expect(
      try lines.output("read t.csv | group k --mean p_oud --weight n").table?.column("mean_p_oud")?.label?.en
        == "weighted mean of p_oud by n")
    #expect(lines.spot("read t.csv | group k --sum n --weight n") == "argument.missing at 39")
    #expect(lines.spot("read t.csv | group k --mean n --weight k") == "column.type at 40")
    #expect(lines.spot("read t.csv | derive m = n - 100 | group k --mean n --weight m") == "value.range at 61")
  }

  @Test func aWithheldWeightWithholdsTheMean() throws {
    var weight = Column.numbers("n", [1, 2, 3])
    weight.withheld = [2: "<5"]
    lines.remember(Table(columns: [.texts("k", ["a", "a", "b"]), .numbers("x", [1, 4, 5]), weight]))
    #expect(try lines.table("$t | group k --mean x --weight n") == ["k mean_x", "a 3", "b x"])
  }

  @Test(arguments: [
    ("p_oud", true), ("perc_65plus", true), ("aandeel huur", true), ("share", true), ("Percentage65Plus_3", true),
    ("gem_hh_gr", true), ("bev%", true), ("inwoners", false), ("p", false), ("prijs", false), ("person_count", false),
  ]) func aMeanOfRatesWithoutAWeightIsRemarkedOn(name: String, isRate: Bool) throws {
    let lines = try TableLines(["t.csv": "k;\(name)\na;10\na;20\n"])
    let remark =
      "in 'mean_\(name)' every row counts the same; where rows differ in size, weigh them with --weight COLUMN"
    #expect(try lines.notices("read t.csv | group k --mean `\(name)`") == (isRate ? [remark] : []))
    #expect(try lines.notices("read t.csv | group k --max `\(name)`") == [])
    // One row in each group: the mean is what stands there.
    #expect(try lines.notices("read t.csv | top 1 | group k --mean `\(name)`") == [])
  }

  @Test func aUnitTellsThatAColumnIsARate() throws {
    lines.remember(Table(columns: [.texts("k", ["a", "a"]), .numbers("x", [0.1, 0.2], unit: .share)]))
    #expect(try lines.notices("$t | group k --mean x").count == 1)
  }

  @Test func weighedMeansAgreeWithAnIndependentComputation() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      let rows = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
        (
          key: "abc".randomElement(using: &generator) ?? "a", value: Double.random(in: -5...5, using: &generator),
          weight: Double.random(in: 0.1...9, using: &generator)
        )
      }
      lines.remember(
        Table(columns: [
          .texts("k", rows.map { String($0.key) }), .numbers("x", rows.map(\.value)), .numbers("w", rows.map(\.weight)),
        ]))
      let table = try #require(try lines.output("$t | group k --mean x --weight w").table)
      for row in 0..<table.rowCount {
        let own = rows.filter { String($0.key) == table.columns[0][row].text }
        let expected = own.reduce(0) { $0 + $1.value * $1.weight } / own.reduce(0) { $0 + $1.weight }
        #expect(abs((table.columns[1][row].number ?? .nan) - expected) < 1e-12)
      }
    }
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
