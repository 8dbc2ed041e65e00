import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Small areas out of a table: what is asked of it, and what is known as estimates, benchmarks and ranks of ordinary areas.
@Suite struct SmallAreaTests {
  private static let table = """
    pc6;jaar;gemeente;indicator;waarde;inwoners
    7550AB;2024;GM0164;ziek;20;100
    7550AA;2024;GM0164;ziek;30;100
    7550AC;2024;GM0164;ziek;3;100
    7550AD;2024;GM0164;ziek;;100
    7550AE;2024;GM0164;ziek;4;100
    7550AA;2023;GM0164;ziek;10;100
    7550AA;2024;GM0164;arm;50;100
    1011AA;2024;GM0363;ziek;40;100

    """

  private func bench(_ table: String = SmallAreaTests.table) throws -> Workbench {
    try Workbench().file("klein.csv", table)
  }

  @Test func `an estimate has a row for each small area, and small counts stay away`() throws {
    let output = try bench().run("wzw estimate --from klein.csv --in GM0164 --year 2024 --indicator ziek")
    #expect(output.texts("area") == ["7550AA", "7550AB", "7550AC", "7550AD", "7550AE"])
    #expect(output.numbers("estimate").map { $0.isNaN ? -1 : $0 } == [30, 20, -1, -1, -1])
    #expect(output.table?.column("estimate")?.withheld == [2: "<5", 4: "<5"])
    #expect(output.numbers("rate").prefix(2) == [0.3, 0.2])
    #expect(output.texts("nesting")[0] == "NL00/GM0164/7550AA")
  }

  @Test func `a benchmark has the figures of indirect standardisation`() throws {
    let output = try bench().run("wzw benchmark 7550AA --from klein.csv --year 2024 --indicator ziek")
    // 57 of 400 are known of its municipality.
    #expect(abs((output.fact("expected_rate") ?? 0) - 57.0 / 400) < 1e-12)
    #expect(output.fact("observed") == 30)
    #expect(abs((output.fact("expected") ?? 0) - 100 * 57.0 / 400) < 1e-9)
    #expect(output.facts["position"]?.text == "above" && output.fact("reference_areas") == 5)
    #expect(output.words.contains("7550AA: 30 van de 100 mensen (ziek); met het aandeel van GM0164"))
    let land = try bench().run("wzw benchmark 7550AA --from klein.csv --year 2024 --indicator ziek --with nederland")
    #expect(abs((land.fact("expected_rate") ?? 0) - 97.0 / 500) < 1e-12)
    let other = try bench().run("wzw benchmark 7550AA --from klein.csv --year 2024 --indicator ziek --with 1011AA")
    #expect(other.fact("expected_rate") == 0.4)
    let small = try bench().run("wzw benchmark 7550AC --from klein.csv --year 2024 --indicator ziek")
    #expect(small.fact("observed") == nil && small.facts["observed"]?.text == "<5")
    #expect(!small.words.contains("7550AC:"))
    #expect(
      try bench().error("wzw benchmark 7550AA --from klein.csv --year 2024 --indicator ziek --with 7550AA")?.code
        == "benchmark.self")
  }

  @Test func `a rank has places, and says which areas cannot be told apart`() throws {
    let output = try bench().run("wzw rank ziek --from klein.csv --in GM0164 --year 2024 --mark 7550AB")
    #expect(output.texts("area").prefix(2) == ["7550AA", "7550AB"])
    #expect(output.numbers("rank").prefix(2) == [1, 2] && output.numbers("rank_low").prefix(2) == [1, 1])
    #expect(output.words.contains("7550AB: 20"))
    #expect(
      try bench().error("wzw rank ziek --from klein.csv --in GM0164 --year 2024 --mark 1011AA")?.code == "area.unknown")
  }

  @Test func `the counts are those of 'wzw add' where the areas are neighbourhoods`() throws {
    let small = """
      code;gemeente;ziek;inwoners
      BU00340101;Almere;120;1200
      BU00340102;Almere;24;800
      BU00340201;Almere;;1600

      """
    let bench = try OwnBench.with(
      ["klein.csv": small, "ziek.csv": "code;ziek\nBU00340101;120\nBU00340102;24\n"],
      "wzw add ziek.csv --as ziek --year 2024")
    let own = try bench.run("wzw estimate --in GM0034 --indicator ziek --age 0+")
    let out = try bench.run("wzw estimate --from klein.csv --in Almere --indicator ziek")
    #expect(out.texts("area") == own.texts("area"))
    for name in ["population", "estimate", "rate"] {
      #expect(out.numbers(name).map(\.bitPattern).prefix(2) == own.numbers(name).map(\.bitPattern).prefix(2), "\(name)")
    }
    #expect(out.texts("method") == own.texts("method"))
  }

  @Test func `percentages and shares are told apart, and a figure that cannot be is an error`() throws {
    let rates = "pc6,gm,p,inwoners\n7550AA,164,0.5,100\n7550AB,164,0.2,100\n"
    let bench = try Workbench().file("p.csv", rates)
    let rate = try bench.run("wzw estimate --from p.csv --in GM0164 --indicator p --kind rate")
    #expect(rate.words.contains("zijn het aandelen, geef dan --kind share"))
    #expect(
      try Workbench().file("p.csv", rates).run("wzw estimate --from p.csv --in 0164 --indicator p --kind share")
        .numbers("estimate") == [50, 20])
    #expect(bench.error("wzw estimate --from p.csv --in GM0164 --indicator p")?.code == "small.value")
    #expect(bench.error("wzw estimate --from p.csv --in GM0164 --indicator q")?.code == "indicator.unknown")
    #expect(bench.error("wzw estimate --from p.csv --in GM0164 --indicator p --year 2024")?.code == "small.column")
    #expect(bench.error("wzw estimate --from p.csv --indicator p")?.code == "argument.missing")
    #expect(bench.error("wzw estimate --from geen.csv --indicator p")?.code == "file.missing")
  }

  @Test func `postcodes of two kinds in one table count nobody twice`() throws {
    let mixed = "postcode,gemeente,n,inwoners\n7550,GM0164,50,200\n7550AA,GM0164,30,100\n7550AB,GM0164,20,100\n"
    let bench = try Workbench().file("m.csv", mixed)
    #expect(bench.error("wzw benchmark 7550AA --from m.csv --indicator n")?.code == "benchmark.overlap")
  }

  @Test func `a single small count does not follow from what is known of the area around it`() throws {
    let table = Self.table.split(separator: "\n").filter { !$0.hasPrefix("7550AE") }.joined(separator: "\n") + "\n"
    let rows = try bench(table).run("wzw estimate --from klein.csv --in GM0164 --year 2024 --indicator ziek")
    #expect(rows.table?.column("estimate")?.withheld == [1: "•", 2: "<5"])
    let ranked = try bench(table).run("wzw rank ziek --from klein.csv --in GM0164 --year 2024")
    #expect(ranked.numbers("rank").filter { !$0.isNaN } == [1])
    // What is asked by name is no whole.
    let named = try bench(table).run("wzw estimate 7550AB 7550AC --from klein.csv --year 2024 --indicator ziek")
    #expect(named.table?.column("estimate")?.withheld == [1: "<5"])
  }

  @Test(arguments: ["wzw estimate 7550AA 7550AB --indicator ziek", "wzw rank ziek --in GM0164 --show persons"])
  func `what one answer hides does not follow from others`(line: String) throws {
    let table =
      "pc6;jaar;gemeente;indicator;waarde;inwoners\n7550AA;2024;GM0164;ziek;30;100\n7550AB;2024;GM0164;ziek;20;100\n"
    let bench = try bench(table + "7550AC;2024;GM0164;ziek;3;100\n")
    let first = try bench.run("wzw benchmark 7550AA --from klein.csv --year 2024 --indicator ziek")
    #expect(first.numbers("observed") == [30, 53])
    // 53 less 30 and 20 is three.
    let second = try bench.run("\(line) --from klein.csv --year 2024")
    let shown = second.numbers("estimate").filter { !$0.isNaN }
    #expect(!(shown.contains(30) && shown.contains(20)), "\(shown)")
  }
}
