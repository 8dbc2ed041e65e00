import Testing
import WorkbenchKit

/// A sum over areas that lie within each other counts nobody twice.
@Suite struct CountedOnceTests {
  private let lines: TableLines

  init() throws {
    lines = try TableLines([
      "nl.csv": """
      code,gemeente,inwoners,aandeel
      GM0164,Hengelo,100,0.5
      WK016400,Hengelo,60,0.4
      WK016401,Hengelo,40,0.65
      BU01640001,Hengelo,35,0.3
      GM0163,Hellendoorn,,0.2
      WK016300,Hellendoorn,20,0.2
      WK016301,Hellendoorn,10,

      """,
      "soorten.csv": """
      code,gemeente,wat,n
      GM0164,Hengelo,a,100
      WK016400,Hengelo,a,60
      WK016401,Hengelo,a,40
      WK016400,Hengelo,b,7
      WK016401,Hengelo,b,8

      """,
      "weging.csv": """
      gm,code,gemeente,pct,n
      GM0164,GM0164,Hengelo,50,
      GM0164,WK016400,Hengelo,40,100
      GM0164,WK016401,Hengelo,60,300

      """,
    ])
  }

  @Test func `of a municipality with its districts the municipality counts, and that is said`() throws {
    #expect(
      try lines.table("read nl.csv | group gemeente --sum inwoners") == [
        "gemeente sum_inwoners", "Hengelo 100", "Hellendoorn 30",
      ])
    #expect(
      try lines.notices("read nl.csv | group gemeente --sum inwoners").prefix(1) == [
        "'sum_inwoners' counts everybody once: 3 rows lie within another area (such as WK016400 in GM0164) and are not counted again"
      ])
  }

  @Test func `a mean does the same, what counts rows or seeks the greatest does not`() throws {
    #expect(
      try lines.table("read nl.csv | group gemeente --mean aandeel --max aandeel --count inwoners") == [
        "gemeente mean_aandeel max_aandeel count_inwoners", "Hengelo 0.5 0.65 4", "Hellendoorn 0.2 0.2 2",
      ])
    #expect(try lines.table("read nl.csv | group gemeente") == ["gemeente count", "Hengelo 4", "Hellendoorn 3"])
  }

  @Test func `areas beside each other, and of one level in each group, add up as ever`() throws {
    #expect(
      try lines.table("read nl.csv | where code ~ 'WK' | group gemeente --sum inwoners") == [
        "gemeente sum_inwoners", "Hengelo 100", "Hellendoorn 30",
      ])
    #expect(try lines.notices("read nl.csv | where code ~ 'WK' | group gemeente --sum inwoners").isEmpty)
  }

  @Test func `an area put together counts with what its parts are, and two that share a part are refused`() throws {
    let ways = ["NL00/GM1/WK1/BU11", "NL00/GM1/WK1/BU12", "NL00/GM1/WK1/BU13"]
    func hold(_ names: [String], _ nesting: [String]) {
      lines.remember(
        Table(columns: [
          .texts("area", names), .texts("nesting", nesting), .texts("what", names.map { _ in "n" }),
          .numbers("n", names.indices.map { Double(10 * ($0 + 1)) }),
        ]), as: "own")
    }
    hold(["Linde", "BU11", "BU13"], ["\(ways[0]) \(ways[1])", ways[0], ways[2]])
    #expect(try lines.table("$own | group what --sum n") == ["what sum_n", "n 40"])
    hold(["Linde", "Beuk"], ["\(ways[0]) \(ways[1])", "\(ways[1]) \(ways[2])"])
    let error = lines.error("$own | group what --sum n")
    #expect(error?.code == "sum.overlap" && error?.message.en.contains("'Linde' and 'Beuk' share people") == true)
    #expect(try lines.table("$own | group area --sum n") == ["area sum_n", "Linde 10", "Beuk 20"])
  }

  @Test func `a municipality that is held back keeps the sum held back`() throws {
    var count = Column.numbers("n", [3, 2])
    count.withheld = [0: "<5"]
    lines.remember(
      Table(columns: [.texts("area", ["GM0164", "WK016400"]), .texts("what", ["n", "n"]), count]), as: "held")
    #expect(try lines.table("$held | group what --sum n") == ["what sum_n", "n x"])
  }

  @Test func `in the cells of a pivot everybody counts once too`() throws {
    let line = "read nl.csv | derive jaar = 2024 | pivot gemeente --values inwoners --rows jaar --using"
    #expect(try lines.table("\(line) sum") == ["jaar Hengelo Hellendoorn", "2024 100 30"])
    #expect(try lines.notices("\(line) sum").contains { $0.hasPrefix("'sum_inwoners' counts everybody once: 3 rows") })
    #expect(try lines.table("\(line) max") == ["jaar Hengelo Hellendoorn", "2024 100 20"])
  }

  @Test func `rows of an area that the larger one does not have are not dropped`() throws {
    let error = lines.error("read soorten.csv | group gemeente --sum n")
    #expect(error?.code == "sum.overlap" && error?.message.en.contains("'WK016400' lies within 'GM0164'") == true)
    #expect(
      try lines.table("read soorten.csv | group gemeente wat --sum n") == [
        "gemeente wat sum_n", "Hengelo a 100", "Hengelo b 15",
      ])
  }

  @Test func `an area without a weight has no figure to be weighed, and a column of one level does not hide the areas`()
    throws
  {
    #expect(
      try lines.table("read weging.csv | group gemeente --mean pct --weight n --sum n") == [
        "gemeente mean_pct sum_n", "Hengelo 55 400",
      ])
    #expect(try lines.table("read weging.csv | group gemeente --mean pct") == ["gemeente mean_pct", "Hengelo 50"])
    // One row a group is left: there is nothing to weigh.
    #expect(try lines.notices("read weging.csv | group gemeente --mean pct").count == 1)
    #expect(try lines.notices("read weging.csv | where code ~ 'WK' | group gemeente --mean pct").count == 1)
  }

  @Test func `a percentage of a publication is known by its areas and its number`() throws {
    let lines = try TableLines([
      "rivm.csv": "code;gemeente;Eenzaam_28;Winkels_9\nBU01640001;H;30.5;3\nBU01640002;H;49.5;4\n",
      "los.csv": "k;gemeente;Eenzaam_28\na;H;30.5\nb;H;49.5\n",
    ])
    #expect(
      try lines.notices("read rivm.csv | group gemeente --mean Eenzaam_28,Winkels_9") == [
        "in 'mean_Eenzaam_28' every row counts the same; where rows differ in size, weigh them with --weight COLUMN"
      ])
    #expect(try lines.notices("read los.csv | group gemeente --mean Eenzaam_28").isEmpty)
  }
}
