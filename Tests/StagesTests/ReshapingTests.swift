import Testing
import WorkbenchKit

/// `pivot` and `unpivot`.
@Suite struct ReshapingTests {
  private let lines: TableLines

  init() throws {
    lines = try TableLines([
      "lang.csv": """
      gm;jaar;soort;n;pct
      Hengelo;2024;huur;11;1.5
      Hengelo;2023;huur;10;2.5
      Borne;2023;koop;7;3.5
      Hengelo;2023;koop;20;4.5

      """,
      "breed.csv": "gm;2023;2024;naam\nHengelo;10;11;h\nBorne;7;.;b\n",
    ])
  }

  // MARK: pivot

  @Test func valuesBecomeColumnsInTheOrderInWhichTheyComeBy() throws {
    #expect(
      try lines.table("read lang.csv | pivot jaar --values n --rows gm,soort") == [
        "gm soort 2024 2023", "Hengelo huur 11 10", "Borne koop . 7", "Hengelo koop . 20",
      ])
    #expect(
      try lines.notices("read lang.csv | pivot jaar --values n --rows gm,soort") == [
        "in the cells: n; 2 combinations do not occur"
      ])
    #expect(
      try lines.table("read lang.csv | select gm jaar soort n | pivot jaar --values n").first == "gm soort 2024 2023")
  }

  @Test func severalNamesAndSeveralValuesAreJoined() throws {
    #expect(
      try lines.table("read lang.csv | pivot soort jaar --values n --rows gm") == [
        "gm huur_2024 huur_2023 koop_2023", "Hengelo 11 10 20", "Borne . . 7",
      ])
    #expect(
      try lines.table("read lang.csv | where jaar = 2023 | pivot soort --values n,pct --rows gm") == [
        "gm n_huur n_koop pct_huur pct_koop", "Hengelo 10 20 2.5 4.5", "Borne . 7 . 3.5",
      ])
  }

  @Test func severalRowsInACellAreAnErrorUnlessAFigureIsAskedFor() throws {
    #expect(lines.spot("read lang.csv | pivot jaar --values n --rows gm") == "pivot.repeated at 17")
    #expect(
      lines.error("read lang.csv | pivot jaar --values n --rows gm")?.message.en
        == "2 rows fall into '2023' of 'Hengelo'")
    #expect(
      try lines.table("read lang.csv | pivot jaar --values n --rows gm --using sum") == [
        "gm 2024 2023", "Hengelo 11 30", "Borne . 7",
      ])
    #expect(
      try lines.table("read lang.csv | pivot jaar --values soort --rows gm --using count") == [
        "gm 2024 2023", "Hengelo 1 2", "Borne 0 1",
      ])
    #expect(
      try lines.table("read lang.csv | pivot jaar --values pct --rows gm --using mean --weight n") == [
        "gm 2024 2023", "Hengelo 1.5 3.8333333333333335", "Borne . 3.5",
      ])
    #expect(try lines.notices("read lang.csv | pivot jaar --values pct --rows gm --using mean").count == 2)
    #expect(
      lines.spot("read lang.csv | pivot jaar --values pct --rows gm --using sum --weight n") == "argument.missing at 72"
    )
    #expect(lines.spot("read lang.csv | pivot jaar --values soort --rows gm --using sum") == "column.type at 37")
  }

  @Test func whatIsWithheldStaysSo() throws {
    var value = Column.numbers("n", [1, 3, 9, 2], unit: .persons)
    value.withheld = [1: "<5", 3: "<5"]
    lines.remember(
      Table(columns: [.texts("gm", ["a", "a", "b", "b"]), .texts("soort", ["x", "y", "x", "y"]), value]))
    #expect(try lines.table("$t | pivot soort --values n") == ["gm x y", "a 1 <5", "b 9 <5"])
    #expect(try lines.output("$t | pivot soort --values n").table?.column("y")?.unit == .persons)
    #expect(
      try lines.table("$t | pivot soort --values n | unpivot x y --name soort --value n") == [
        "gm soort n", "a x 1", "a y <5", "b x 9", "b y <5",
      ])
    #expect(try lines.table("$t | pivot gm --values n --rows soort --using sum") == ["soort a b", "x 1 9", "y x x"])
    #expect(try lines.table("$t | pivot soort --values n | unpivot x y --drop-missing").count == 5)
    lines.remember(Table(columns: [.texts("k", ["p", "q", "p", "q"]), value]))
    #expect(lines.error("$t | pivot n --values k")?.code == "pivot.name")
  }

  @Test func aKeyThatIsHiddenIsShown() throws {
    lines.remember(
      Table(columns: [Column.texts("gm", ["a", "b"]).asDetail(), .texts("s", ["x", "y"]), .numbers("n", [1, 2])]))
    #expect(try lines.output("$t | pivot s --values n").table?.columns.contains(where: \.isDetail) == false)
  }

  @Test func whatGivesNoNameOrTheSameTwiceIsRefused() throws {
    let lines = try TableLines(["t.csv": "k;a;b;v\nx;p_q;r;1\ny;p;q_r;2\nz;.;r;3\n"])
    #expect(
      lines.error("read t.csv | pivot a --values v --rows k")?.message.en
        == "'a' is empty or withheld in 1 row, and gives no column a name there")
    #expect(
      lines.error("read t.csv | where a is not missing | pivot a b --values v --rows k")?.message.en
        == "two columns would be called 'p_q_r'")
    #expect(lines.error("read t.csv | derive c = 'k' | pivot c --values v --rows k")?.code == "pivot.name")
    #expect(lines.error("read t.csv | pivot b --values b")?.code == "argument.clash")
    #expect(lines.error("read t.csv | pivot b --values v --rows b")?.code == "argument.clash")
    #expect(lines.error("read t.csv | pivot b")?.code == "argument.missing")
  }

  @Test func anEmptyTableAndOneRowAreTablesToo() throws {
    #expect(try lines.table("read lang.csv | where n > 99 | pivot jaar --values n --rows gm") == ["gm"])
    #expect(try lines.table("read lang.csv | top 1 | pivot jaar --values n --rows gm") == ["gm 2024", "Hengelo 11"])
    #expect(try lines.table("read lang.csv | select jaar n | top 2 | pivot jaar --values n") == ["2024 2023", "11 10"])
  }

  @Test func moreColumnsThanAnybodyReadsAreRefused() throws {
    let table = Table(columns: [.counts("k", Array(0..<5_001)), .counts("v", Array(0..<5_001))])
    lines.remember(table)
    #expect(lines.error("$t | pivot k --values v")?.message.en == "that makes 5,001 columns")
    lines.remember(table.rows(Array(0..<5_000)))
    #expect(try lines.output("$t | pivot k --values v").table?.columns.count == 5_000)
    lines.remember(
      Table(columns: [
        .counts("k", (0..<50_000).map { $0 % 500 }), .counts("r", Array(0..<50_000)), .counts("v", Array(0..<50_000)),
      ]))
    #expect(lines.error("$t | pivot k --values v")?.code == "pivot.toolarge")
  }

  @Test func aPivotAgreesWithAnIndependentComputation() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<30 {
      let rows = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        (
          key: Int.random(in: 0...3, using: &generator), name: Int.random(in: 0...4, using: &generator),
          value: Int.random(in: -50...50, using: &generator)
        )
      }
      lines.remember(
        Table(columns: [.counts("r", rows.map(\.key)), .counts("k", rows.map(\.name)), .counts("v", rows.map(\.value))])
      )
      let cells = Dictionary(grouping: rows) { [$0.key, $0.name] }.mapValues { $0.map(\.value) }
      for (statistic, figure) in [
        ("sum", { Double($0.reduce(0, +)) }), ("min", { Double($0.min() ?? 0) }), ("max", { Double($0.max() ?? 0) }),
        ("count", { Double($0.count) }), ("mean", { Double($0.reduce(0, +)) / Double($0.count) }),
      ] as [(String, ([Int]) -> Double)] {
        let table = try #require(try lines.output("$t | pivot k --values v --using \(statistic)").table)
        for row in 0..<table.rowCount {
          for column in table.columns.dropFirst() {
            let key = [Int(table.columns[0][row].number ?? -1), Int(column.name) ?? -1]
            let expected = cells[key].map(figure) ?? (statistic == "count" ? 0 : nil)
            #expect(column[row].number == expected)
          }
        }
        #expect(table.rowCount == Set(rows.map(\.key)).count)
        #expect(table.columns.count == Set(rows.map(\.name)).count + 1)
      }
    }
  }

  // MARK: unpivot

  @Test func columnsBecomeRowsRowByRow() throws {
    let long = ["gm naam jaar n", "Hengelo h 2023 10", "Hengelo h 2024 11", "Borne b 2023 7", "Borne b 2024 ."]
    #expect(try lines.table("read breed.csv | unpivot 2023 2024 --name jaar --value n") == long)
    #expect(try lines.table("read breed.csv | unpivot --keep gm,naam --name jaar --value n") == long)
    #expect(
      try lines.table("read breed.csv | unpivot 2023,2024 --name jaar --value n --drop-missing")
        == Array(long.dropLast()))
    #expect(try lines.table("read breed.csv | unpivot 2024").first == "gm 2023 naam name value")
  }

  @Test func whatDoesNotFitIntoOneColumnIsRefusedOrTold() throws {
    #expect(lines.spot("read breed.csv | unpivot 2023 naam") == "unpivot.type at 18")
    #expect(lines.error("read breed.csv | unpivot")?.code == "argument.missing")
    #expect(lines.error("read breed.csv | unpivot 2023 --keep gm")?.code == "argument.clash")
    #expect(lines.error("read breed.csv | unpivot --keep gm,2023,2024,naam")?.code == "argument.missing")
    #expect(lines.error("read breed.csv | unpivot 2023 --name gm")?.code == "column.taken")
    #expect(lines.error("read breed.csv | unpivot 2023 --name x --value x")?.code == "column.taken")
    #expect(lines.error("read breed.csv | unpivot 2025")?.code == "column.unknown")
    lines.remember(
      Table(columns: [.texts("k", ["a"]), .numbers("n", [1], unit: .persons), .numbers("p", [0.5], unit: .share)]))
    #expect(try lines.notices("$t | unpivot n p").count == 1)
    #expect(try lines.output("$t | unpivot n p").table?.column("value")?.unit == nil)
    #expect(try lines.output("$t | unpivot n").table?.column("value")?.unit == .persons)
  }

  @Test func aColumnWithoutValuesGoesWithAnyOther() throws {
    let lines = try TableLines(["t.csv": "k;a;b\nx;tekst;.\ny;.;.\n"])
    #expect(try lines.table("read t.csv | unpivot a b") == ["k name value", "x a tekst", "x b .", "y a .", "y b ."])
    #expect(try lines.table("read t.csv | unpivot b") == ["k a name value", "x tekst b .", "y . b ."])
  }

  @Test func thereAndBackIsTheSameTable() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<30 {
      let (rows, width) = (Int.random(in: 1...12, using: &generator), Int.random(in: 1...6, using: &generator))
      var columns: [Column] = []
      for number in 0..<width {
        var values: [Double] = []
        for row in 0..<rows { values.append(Bool.random(using: &generator) ? .nan : Double(row)) }
        var column = Column.numbers("c\(number)", values)
        for row in 0..<rows where Int.random(in: 0...5, using: &generator) == 0 { column.withheld[row] = "<5" }
        columns.append(column)
      }
      let table = Table(columns: [.counts("r", Array(0..<rows))] + columns)
      lines.remember(table)
      let back = try lines.table("$t | unpivot --keep r | pivot name --values value")
      #expect(back == TableLines.sheet(table))
    }
  }

  @Test func whatIsKeptByNameIsShown() throws {
    lines.remember(
      Table(columns: [.texts("k", ["a"]).asDetail(), .texts("d", ["b"]).asDetail(), .numbers("n", [1])]))
    let kept = try lines.output("$t | unpivot --keep k,d").table
    #expect(kept?.columns.map(\.isDetail) == [false, false, false, false])
    let hidden = try lines.output("$t | unpivot n").table
    #expect(hidden?.column("k")?.isDetail == true)
  }
}
