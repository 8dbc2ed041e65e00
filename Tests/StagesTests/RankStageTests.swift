import TestSupport
import Testing
import WorkbenchKit

@Suite struct RankStageTests {
  private let lines: TableLines

  init() throws { lines = try TableLines() }

  private let weights = "--weights a=.3,b=.4,c=.3"

  private func scores(_ line: String, _ lines: TableLines? = nil, column: String = "score") throws -> [String: Double] {
    let table = try #require(try (lines ?? self.lines).output(line).table)
    let names = (table.column("alternative")?.texts ?? []).compactMap { $0 }
    return Dictionary(uniqueKeysWithValues: zip(names, table.column(column)?.numbers ?? []))
  }

  private func facts(_ output: Output) -> Facts? {
    output.blocks.compactMap { if case .facts(let facts) = $0 { facts } else { nil } }.first
  }

  private func tables(_ output: Output) -> [Table] {
    output.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  @Test func topsisGivesTheTableOfTheSpecification() throws {
    let output = try lines.output("read keuzes.csv | rank topsis \(weights)")
    let table = try #require(output.table)
    #expect(table.columnNames == ["alternative", "score", "rank", "to_best", "to_worst"])
    #expect(table.column("alternative")?.texts == ["drie", "twee", "een", "vier"])
    #expect(table.column("rank")?.numbers == [1, 2, 3, 4])
    for (found, known) in zip(table.column("score")?.numbers ?? [], [0.7482, 0.6581, 0.5037, 0.3340]) {
      #expect(abs(found - known) < 0.00005)
    }
    let notices = try lines.notices("read keuzes.csv | rank topsis \(weights)")
    #expect(notices == ["the rows are called after column 'keuze'"])
  }

  @Test func minimiseTurnsACriterionRound() throws {
    let turned = try scores("read keuzes.csv | derive d = 0 - b | rank topsis --weights a=.3,d=.4,c=.3")
    #expect(try scores("read keuzes.csv | rank topsis \(weights) --minimise b") == turned)
    #expect(lines.error("read keuzes.csv | rank topsis \(weights) --minimise d")?.code == "criterion.unknown")
    #expect(lines.error("read keuzes.csv | rank topsis --weights a=1 --minimise b")?.code == "criterion.unknown")
  }

  @Test func weightsMayBePercentagesPointsOrATable() throws {
    let known = try scores("read keuzes.csv | rank topsis \(weights)")
    for typed in ["a=30%,b=40%,c=30%", "a=3,b=4,c=3", "a=30 --weights b=40 --weights c=30"] {
      for (name, score) in try scores("read keuzes.csv | rank topsis --weights \(typed)") {
        #expect(abs(score - known[name, default: 0]) < 1e-12)
      }
    }
    let lines = try TableLines(ExampleSheets.files.merging(["w.csv": "criterion,weight\nb,.4\na,.3\nc,.3\n"]) { $1 })
    #expect(try scores("read keuzes.csv | rank topsis --weights-from w.csv", lines) == known)
    #expect(lines.error("read keuzes.csv | rank topsis --weights a=1 --weights-from w.csv")?.code == "weights.twice")
  }

  @Test func whatHasNoWeightIsNamedAndLeftOut() throws {
    let line = "read keuzes.csv | rank wsm --weights a=1,b=1"
    #expect(try lines.notices(line).contains("without a weight, so left out: 'c'"))
    #expect(try lines.notices(line).contains("the weights add up to 2; their shares of that are used"))
    let plain = try lines.notices("read keuzes.csv | rank wsm")
    #expect(plain.contains("without weights each criterion counts alike (--weights)"))
  }

  @Test func wsmScalesWhatIsBeyondOneAndSaysSo() throws {
    let notice = "scaled from the worst (0) to the best (1) that occurs: 'a', 'b', 'c' (--scale says otherwise)"
    #expect(try lines.notices("read keuzes.csv | rank wsm \(weights)").contains(notice))
    let found = try scores("read keuzes.csv | rank wsm \(weights)")
    #expect(abs(found["drie", default: 0] - (0.3 + 0.4 + 0.15)) < 1e-12)
    let given = try scores("read keuzes.csv | rank wsm \(weights) --scale none")
    #expect(abs(given["drie", default: 0] - 7.4) < 1e-12)
    let ends = try scores("read keuzes.csv | rank wsm \(weights) --scale a=0:10,b=0:10,c=0:10")
    #expect(abs(ends["drie", default: 0] - 0.74) < 1e-12)
    #expect(
      try lines.notices("read keuzes.csv | rank wsm \(weights) --scale a=0:5").contains(
        "values beyond the given ends: 'a'"))
    let within = try TableLines(["m.csv": "n,x,y\nA,0.9,0.4\nB,0.5,0.7\n"])
    #expect(try !within.notices("read m.csv | rank wsm").contains { $0.hasPrefix("scaled") })
    #expect(abs(try scores("read m.csv | rank wsm --weights x=3,y=4", within)["A", default: 0] - 0.6142857) < 1e-6)
  }

  @Test func equalScoresAreShownAsTies() throws {
    // At 3/7 the two of the specification are equal.
    let within = try TableLines(["m.csv": "n,x,y\nA,0.9,0.4\nB,0.5,0.7\nC,0,0\n"])
    let output = try within.output("read m.csv | rank wsm --weights x=3,y=4")
    #expect(output.table?.column("rank")?.numbers == [1, 1, 3])
    #expect(try within.notices("read m.csv | rank wsm --weights x=3,y=4").contains("equal at rank 1: 'A', 'B'"))
  }

  @Test func oneAlternativeIsFirstAndHasNothingBesideIt() throws {
    for method in ["wsm", "topsis", "vikor", "promethee", "smaa --draws 10"] {
      let line = "read keuzes.csv | top 1 | rank \(method)"
      #expect(try lines.output(line).table?.column("rank")?.numbers == [1], "\(method)")
      #expect(
        try lines.notices(line).contains("there is one alternative: there is nothing to compare it with"), "\(method)")
    }
  }

  @Test func vikorTellsItsProposal() throws {
    let lines = try TableLines(["m.csv": "route,risico,hoogte\nA1,1,3000\nA2,2,3750\nA3,5,4500\n"])
    let output = try lines.output("read m.csv | rank vikor --weights risico=.5,hoogte=.5 --minimise risico")
    #expect(output.table?.columnNames == ["alternative", "score", "rank", "s", "r", "q"])
    #expect(output.table?.column("alternative")?.texts == ["A2", "A1", "A3"])
    #expect(output.table?.column("q")?.numbers == [0, 1, 1])
    #expect(facts(output)?["compromise"] == .list([.text("A2")]))
    #expect(facts(output)?["advantage"] == .boolean(true))
  }

  @Test func prometheeTakesSixShapes() throws {
    let shapes = "a=level:1:2,b=gaussian:2,c=linear:0:4"
    let output = try lines.output("read keuzes.csv | rank promethee \(weights) --preference \(shapes)")
    #expect(output.table?.columnNames == ["alternative", "score", "rank", "plus", "minus", "net"])
    let net = output.table?.column("net")?.numbers ?? []
    #expect(net == output.table?.column("score")?.numbers && abs(net.reduce(0, +)) < 1e-12)
    for shape in ["usual", "ushape:1", "vshape:2"] {
      #expect(try lines.output("read keuzes.csv | rank promethee --preference a=\(shape)").table?.rowCount == 4)
    }
    #expect(lines.error("read keuzes.csv | rank promethee --preference a=vshap:1")?.suggestion == "vshape")
    for bad in ["vshape", "vshape:0", "level:2", "gaussian:x", "ushape:1:2", "usual:1", "linear:2:2"] {
      let error = lines.error("read keuzes.csv | rank promethee --preference a=\(bad)")
      #expect(error?.code == "preference.thresholds", "\(bad)")
    }
  }

  @Test func smaaGivesTwoThirdsAsTheSpecificationSays() throws {
    let lines = try TableLines(["m.csv": "n,x,y\nA,1,0\nB,0,0.5\n"])
    let output = try lines.output("read m.csv | rank smaa --draws 100000 --seed 4")
    #expect(output.table?.columnNames == ["alternative", "score", "rank", "rank_1", "rank_2", "confidence"])
    let first = output.table?.column("rank_1")?.numbers ?? []
    #expect(abs(first[0] - 2.0 / 3) < 0.005 && abs(first[1] - 1.0 / 3) < 0.005)
    #expect(output.table?.column("confidence")?.numbers == [1, 1])
    let central = try #require(tables(output).last)
    #expect(central.columnNames == ["alternative", "x", "y"])
    #expect(abs((central.column("x")?.numbers?.first ?? 0) - 2.0 / 3) < 0.005)
    #expect(facts(output)?["seed"] == .number(4) && facts(output)?["draws"] == .number(100_000))
    #expect(
      try lines.output("read m.csv | rank smaa --weights-order 'x>y'").table?.column("rank_1")?.numbers == [1, 0])
    let spread = try lines.output("read m.csv | rank smaa --seed 4 --spread x=.5").table?.column("confidence")?.numbers
    #expect((spread?.last ?? 0) > 0.5 && (spread?.last ?? 1) <= 1)
  }

  @Test func smaaSaysWhatIsNoOrder() {
    func code(_ order: String) -> String? {
      lines.error("read keuzes.csv | rank smaa --weights-order '\(order)'")?.code
    }
    #expect(code("a>a") == "order.repeated")
    #expect(code("a>") == "order.syntax" && code("a<b") == "order.syntax" && code("") == "order.syntax")
    #expect(code("a>q") == "criterion.unknown")
    #expect(lines.error("read keuzes.csv | rank smaa --draws 0")?.code == "argument.range")
    #expect(lines.error("read keuzes.csv | rank smaa --weights a=1")?.code == "argument.unknown")
    #expect(lines.error("read keuzes.csv | rank smaa --spread a=-1")?.code == "spread.number")
  }

  @Test func badWeightsValuesAndTablesAreNamed() throws {
    func code(_ line: String) -> String? { lines.error("read keuzes.csv | rank topsis " + line)?.code }
    #expect(code("--weights a=-1,b=2") == "weights.negative")
    #expect(code("--weights a=0,b=0") == "weights.zero")
    #expect(code("--weights a=veel") == "weights.number")
    #expect(code("--weights a=1,a=2") == "weights.repeated")
    #expect(code("--weights q=1") == "column.unknown")
    #expect(code("--weights keuze=1") == "weights.name")
    #expect(code("--weights a=0,3,b=0,4") == "list.comma")
    #expect(lines.error("read keuzes.csv | rank wsm --scale a=3:1")?.code == "scale.range")
    #expect(lines.error("read keuzes.csv | rank wsm --scale nonne")?.suggestion == "none")
    #expect(lines.error("read keuzes.csv | select keuze | rank wsm")?.code == "rank.criteria")
    #expect(lines.error("read keuzes.csv | where a > 99 | rank wsm")?.code == "table.empty")
    #expect(lines.error("read buurten.csv | rank wsm --weights inwoners=1")?.code == "value.missing")
    #expect(lines.error("read buurten.csv | rank wsm")?.code == "column.type")
    #expect(lines.error("rank wsm")?.code != nil)
    #expect(lines.error("read keuzes.csv | rank") != nil)
  }

  // MARK: weigh

  private func weights(_ line: String, _ lines: TableLines? = nil) throws -> [Double] {
    try (lines ?? self.lines).output(line).table?.column("weight")?.numbers ?? []
  }

  private func expect(_ found: [Double], _ known: [Double], within tolerance: Double = 0.00005) {
    #expect(found.count == known.count)
    for (one, other) in zip(found, known) { #expect(abs(one - other) <= tolerance, "\(found)") }
  }

  @Test func ahpGivesTheFactsOfTheSpecification() throws {
    let output = try lines.output("read paren.csv | weigh ahp")
    #expect(output.table?.columnNames == ["criterion", "weight"])
    expect(output.table?.column("weight")?.numbers ?? [], [0.637, 0.2583, 0.1047])
    let told = try #require(facts(output))
    expect(["lambda_max", "ci", "cr"].map { told[$0]?.number ?? 0 }, [3.0385, 0.0193, 0.0332])
    #expect(told["consistent"] == .boolean(true))
    let dodd = try #require(facts(try lines.output("read paren.csv | weigh ahp --random-index donegan-dodd")))
    expect([dodd["cr"]?.number ?? 0], [0.0392])
  }

  @Test func ahpFillsInTheOtherSideAndTakesRoundedInverses() throws {
    let known = try weights("read paren.csv | weigh ahp")
    let half = try TableLines(["p.csv": "x,a,b,c\na,1,3,5\nb,.,1,3\nc,.,.,.\n"])
    expect(try weights("read p.csv | weigh ahp", half), known, within: 1e-9)
    #expect(
      try half.notices("read p.csv | weigh ahp") == [
        "empty, so the inverse of the other side: 'b, a', 'c, a', 'c, b'"
      ])
    let rounded = try TableLines(["p.csv": "x,a,b,c\na,1,3,5\nb,0.33,1,3\nc,0.2,0.33,1\n"])
    expect(try weights("read p.csv | weigh ahp", rounded), known, within: 1e-9)
    let bare = try TableLines(["p.csv": "a,b,c\n1,3,5\n1/3,1,3\n1/5,1/3,1\n"])
    expect(try weights("read p.csv | weigh ahp", bare), known, within: 1e-9)
    let turned = try TableLines(["p.csv": "x,c,a,b\nc,1,1/5,1/3\na,5,1,3\nb,3,1/3,1\n"])
    #expect(try turned.output("read p.csv | weigh ahp").table?.column("criterion")?.texts == ["c", "a", "b"])
  }

  @Test func ahpNamesTheCellThatIsNotRight() throws {
    func error(_ rows: String) throws -> Diagnostic? {
      try TableLines(["p.csv": rows]).error("read p.csv | weigh ahp")
    }
    let wrong = try error("x,a,b\na,1,3\nb,2,1\n")
    #expect(wrong?.code == "weigh.reciprocal")
    let sentence = "'b' against 'a' is 2, and 'a' against 'b' 3: the one must be the inverse of the other"
    #expect(wrong?.message.en == sentence)
    #expect(try error("x,a,b\na,1,-3\nb,-1/3,1\n")?.code == "weigh.cell")
    #expect(try error("x,a,b\na,1,veel\nb,1/3,1\n")?.code == "weigh.cell")
    #expect(try error("x,a,b\na,1,1/0\nb,1/3,1\n")?.code == "weigh.cell")
    #expect(try error("x,a,b\na,2,3\nb,1/3,1\n")?.code == "weigh.diagonal")
    #expect(try error("x,a,b\na,1,.\nb,.,1\n")?.code == "value.missing")
    #expect(try error("x,a,b\na,1,3\nd,1/3,1\n")?.code == "weigh.criteria")
    #expect(try error("x,a,b,c\na,1,3,4\nb,1/3,1,2\n")?.code == "weigh.square")
    #expect(try error("x,a\na,1\n") == nil)
  }

  @Test func severalJudgesAreAveragedGeometrically() throws {
    let rows = "role,x,a,b\ng,a,1,9\ng,b,1/9,1\nc,a,1,1\nc,b,1,1\n"
    let lines = try TableLines(["p.csv": rows])
    let output = try lines.output("read p.csv | weigh ahp --by role")
    #expect(output.table?.columnNames == ["criterion", "weight", "low", "high"])
    expect(output.table?.column("weight")?.numbers ?? [], [0.75, 0.25])
    let judges = try #require(tables(output).last)
    #expect(judges.columnNames == ["judge", "cr", "a", "b"] && judges.column("judge")?.texts == ["g", "c"])
    expect(judges.column("a")?.numbers ?? [], [0.9, 0.5])
    let lacking = try TableLines(["p.csv": "role,x,a,b\ng,a,1,9\ng,b,1/9,1\nc,a,1,1\n"])
    #expect(lacking.error("read p.csv | weigh ahp --by role")?.code == "weigh.square")
  }

  @Test func comparisonsThatContradictAreSaidToDoSo() throws {
    let lines = try TableLines(["p.csv": "x,a,b,c\na,1,9,1/9\nb,1/9,1,9\nc,9,1/9,1\n"])
    #expect(facts(try lines.output("read p.csv | weigh ahp"))?["consistent"] == .boolean(false))
    #expect(
      try lines.notices("read p.csv | weigh ahp") == ["the comparisons contradict each other: cr is above 0.10"])
  }

  @Test func anOrderGivesItsCentroid() throws {
    expect(try weights("read plaatsen.csv | weigh roc"), [0.2778, 0.6111, 0.1111])
    let rows = "role,criterion,rank\na,x,1\na,y,2\nb,x,1\nb,y,2\nc,x,2\nc,y,1\n"
    let judges = try TableLines(["r.csv": rows])
    expect(try weights("read r.csv | weigh roc --by role", judges), [0.75, 0.25])
  }

  @Test func pointsAreShares() throws {
    let output = try lines.output("read punten.csv | weigh points --by role")
    expect(output.table?.column("weight")?.numbers ?? [], [0.4, 0.6])
    expect(output.table?.column("low")?.numbers ?? [], [0.2, 0.4])
    #expect(lines.error("read punten.csv | weigh points")?.code == "id.repeated")
    let negative = try TableLines(["p.csv": "c,points\nx,1\ny,-1\n"])
    #expect(negative.error("read p.csv | weigh points")?.code == "value.range")
  }

  @Test func entropyWeighsWhatTellsApart() throws {
    let lines = try TableLines(["m.csv": "n,x,y\nA,3,5\nB,3,9\n", "z.csv": "n,x\nA,0\nB,0\n"])
    expect(try weights("read m.csv | weigh entropy", lines), [0, 1])
    #expect(lines.error("read z.csv | weigh entropy")?.code == "value.range")
    #expect(
      try lines.notices("read m.csv | select n x | weigh entropy").last
        == "the alternatives differ nowhere: all weights are equal")
  }

  @Test func whatIsWeighedCanRank() throws {
    let lines = try TableLines([
      "p.csv": "x,a,b,c\na,1,3,5\nb,.,1,3\nc,.,.,1\n", "keuzes.csv": ExampleSheets.files["keuzes.csv"] ?? "",
    ])
    _ = try lines.output("let w = read p.csv | weigh ahp")
    let table = try #require(try lines.output("read keuzes.csv | rank topsis --weights-from $w").table)
    #expect(table.column("alternative")?.texts?.first == "drie")
  }
}
