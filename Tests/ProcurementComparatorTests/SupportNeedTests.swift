import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// What people need of support, as the Woonzorgwijzer offers it by precondition, on its way into contracts.
@Suite struct SupportNeedTests {
  private static let line =
    "procure simulate --form pxq --tariff 1 --intensity 1 --unit-cost 1 --uptake 100% --draws 4000"

  /// `wzw.gaps` of a municipality without figures and its two neighbourhoods.
  private func gaps(
    _ rows: [(area: String, precondition: String, demand: Double, gap: Double)], family: String = "ondersteuning",
    low: [Double]? = nil, high: [Double]? = nil, unknown: [Double]? = nil, held: Set<Int> = []
  ) -> Table {
    let none = rows.map { _ in Double.nan }
    var (demand, gap) = (Column.numbers("demand", rows.map(\.demand)), Column.numbers("gap", rows.map(\.gap)))
    for row in held { (demand.withheld[row], gap.withheld[row]) = ("<5", "<5") }
    let names = ["BU1": "Noord", "BU2": "Zuid", "GM1": "Dorp"]
    return Table(columns: [
      .texts("area", rows.map(\.area)), .texts("name", rows.map { names[$0.area] }),
      .texts(
        "nesting", rows.map { $0.area == "GM1" ? "NL00/GM1" : "NL00/GM1/\($0.area)" }),
      .texts("precondition", rows.map(\.precondition)),
      .texts(
        "label", rows.map { $0.precondition == "persoonlijke-verzorging" ? "persoonlijke verzorging" : $0.precondition }
      ),
      .texts("family", rows.map { _ in family }), demand,
      .numbers("demand_low", low ?? none), .numbers("demand_high", high ?? none), gap,
      .numbers("gap_low", none), .numbers("gap_high", none), .numbers("unknown_share", unknown ?? none),
      .texts("threshold", rows.map { _ in "noodzakelijk" }),
    ])
  }

  private func bench(_ table: Table) throws -> Workbench {
    let bench = try Workbench()
    try bench.offer(table, as: "wzw.gaps")
    return bench
  }

  @Test func `a need by precondition is taken with its range, each person once, and areas go by name`() throws {
    let rows = [
      ("GM1", "begeleiding", Double.nan, Double.nan), ("BU1", "begeleiding", 30, .nan),
      ("BU2", "begeleiding", 18, .nan),
    ]
    let output = try bench(gaps(rows, low: [.nan, 20, 18], high: [.nan, 50, 18], unknown: [.nan, 0.7, 0.2]))
      .run("\(Self.line) --need begeleiding")
    #expect(output.words.contains("48 geschat (begeleiding, 2 gebieden; 1 zonder getal)"))
    #expect(output.words.contains("niet meegeteld, zonder getal: Dorp"))
    #expect(output.words.contains("vanaf 'noodzakelijk'") && output.words.contains("tot 70 % van de mensen"))
    #expect(output.words.contains("de marges van de gebieden zijn opgeteld"))
    let need = try #require(output.table(with: "measure"))
    // The ends of judgements add up: 20 + 18 and 50 + 18.
    #expect(need.column("people")?.numbers?[0] == 48)
    #expect(need.column("low")?.numbers?[0] == 38 && need.column("high")?.numbers?[0] == 68)
    #expect(output.numbers("municipality_sd")[0] > 0 && !output.words.contains("hoe zeker is"))
  }

  @Test func `a shortage counts only those for whom it is not there, and unknown supply is no shortage of nought`()
    throws
  {
    let known = try bench(gaps([("BU1", "respijtzorg", 30, 12), ("BU2", "respijtzorg", 18, -4)]))
    let output = try known.run("\(Self.line) --need respijtzorg --shortage")
    #expect(output.numbers("municipality_mean") == [12])
    #expect(try known.run("\(Self.line) --need respijtzorg").numbers("municipality_mean") == [48])
    let unknown = try bench(gaps([("BU1", "respijtzorg", 30, .nan)]))
    let error = unknown.error("\(Self.line) --need respijtzorg --shortage")
    #expect(error?.code == "estimates.none" && error?.message.nl == "hoeveel er tekortkomt, is niet bekend")
    #expect(try bench(gaps([("BU1", "x", .nan, .nan)])).error("\(Self.line) --need x")?.code == "estimates.none")
    let held = try bench(gaps([("BU1", "x", .nan, .nan)], held: [0])).error("\(Self.line) --need x")
    #expect(held?.message.nl.contains("1 is achtergehouden") == true)
  }

  @Test func `an estimate goes before a precondition of the same name, and a wrong word names both`() throws {
    let bench = try bench(gaps([("BU1", "begeleiding", 30, .nan), ("BU1", "persoonlijke-verzorging", 9, .nan)]))
    try bench.offer(
      Table(columns: [
        .texts("area", ["BU1"]), .texts("name", ["Noord"]), .texts("group", ["begeleiding"]),
        .numbers("estimate", [70]), .numbers("low", [60]), .numbers("high", [80]),
      ]))
    #expect(try bench.run("\(Self.line) --need begeleiding").words.contains("70 geschat"))
    #expect(try bench.run("\(Self.line) --need 'persoonlijke verzorging'").words.contains("9 geschat"))
    #expect(try bench.run("\(Self.line) --need persoonlijke-verzorging").words.contains("9 geschat"))
    let error = bench.error("\(Self.line) --need verzorgin")
    #expect(error?.code == "estimates.unknown")
    #expect(error?.candidates.map(\.word) == ["begeleiding", "begeleiding", "persoonlijke-verzorging"])
    #expect(
      try bench.run("procure kpi reach --measured 3 --need persoonlijke-verzorging").words.contains("÷ 9 geschat"))
  }

  @Test func `a number without a margin is asked about, and the circle's own margin is drawn from`() throws {
    let bench = try bench(gaps([("BU1", "begeleiding", 100, .nan)]))
    let asked = try bench.run("\(Self.line) --need begeleiding")
    #expect(
      asked.words.contains("hoe zeker is het aantal bij 'begeleiding'?") && asked.numbers("municipality_sd") == [0])
    let own = try bench.run("\(Self.line) --need begeleiding --need-margin 20%")
    #expect(
      !own.words.contains("hoe zeker is") && own.words.contains("marge volgens de kring zelf: 20,0 % naar beide kanten")
    )
    let need = try #require(own.table(with: "measure"))
    #expect(need.column("low")?.numbers?[0] == 80 && need.column("high")?.numbers?[0] == 120)
    // 20 is 1.96 standard deviations.
    #expect(abs(own.numbers("municipality_sd")[0] - 10.2) < 0.4)
    let fixed = try bench.run("\(Self.line) --need begeleiding --need-margin 0")
    #expect(!fixed.words.contains("hoe zeker is") && fixed.numbers("municipality_sd") == [0])
    #expect(bench.error("\(Self.line) --need begeleiding --need-margin 20")?.code == "share.shape")
    // A share of a need that is not drawn from would be no share of anything.
    #expect(bench.error("\(Self.line) --need begeleiding --clients 5")?.code == "clients.twice")
  }

  @Test func `the circle's margin goes to the estimates that have none`() throws {
    let table = gaps([("BU1", "x", 100, .nan), ("BU2", "x", 50, .nan)], low: [90, .nan], high: [120, .nan])
    let output = try bench(table).run("\(Self.line) --need x --need-margin 10%")
    let need = try #require(output.table(with: "measure"))
    #expect(need.column("low")?.numbers?[0] == 135 && need.column("high")?.numbers?[0] == 175)
    #expect(output.words.contains("waar de schatting er geen heeft (1 van 2)"))
  }

  @Test func `needs lists support with what is lacking, and says what is not known`() throws {
    let table = gaps([
      ("BU1", "begeleiding", 30, 12), ("BU2", "begeleiding", 18, .nan), ("BU1", "respijtzorg", 8, .nan),
      ("BU1", "dagstructuur", 9, -3), ("BU1", "waakvlam", .nan, .nan), ("BU1", "deelname", 0, .nan),
    ])
    let output = try bench(table).run("procure needs")
    #expect(output.texts("precondition") == ["begeleiding", "respijtzorg", "dagstructuur", "waakvlam", "deelname"])
    #expect(
      output.texts("state") == [
        "tekort; van 1 gebied niet bekend", "aanbod niet bekend, of niet in mensen", "genoeg", "vraag niet bekend",
        "geen vraag boven de drempel",
      ])
    #expect(output.texts("areas") == ["Noord, Zuid", "Noord", "Noord", "", "Noord"])
    #expect(output.numbers("demand").prefix(3) == [48, 8, 9] && output.numbers("short")[0] == 12)
    #expect(
      try bench(table).run("procure fit --goals affordability").words.contains(
        "komt ondersteuning tekort: begeleiding (12)"))
    #expect(try Workbench().error("procure needs")?.code == "gaps.none")
    #expect(try bench(table).error("procure needs --area Oost")?.code == "area.unknown")
    let dwelling = try bench(gaps([("BU1", "nultrede", 30, 12)], family: "woning"))
    #expect(try dwelling.run("procure needs").words.contains("1 randvoorwaarde gaat over woning of woonomgeving"))
    #expect(try dwelling.run("procure needs --all").texts("state") == ["tekort"])
    #expect(try !dwelling.run("procure fit --goals affordability").words.contains("komt ondersteuning tekort"))
    #expect(try dwelling.run("\(Self.line) --need nultrede").words.contains("wordt niet als ondersteuning ingekocht"))
  }

  @Test func `arrangements set what it would cost beside the former cost`() throws {
    let bench = try bench(gaps([("BU1", "begeleiding", 30, .nan)], low: [20], high: [50]))
    bench.file("arr.csv", "complexity,intensity,clients,cost\n1,1,10,10000\n1,2,10,30000\n")
    let output = try bench.run("procure arrangements arr.csv --cut 10 --need begeleiding")
    #expect(output.fact("weighted_mean_tariff") == 1800 && output.fact("need_cost") == 54000)
    #expect(output.fact("need_cost_low") == 36000 && output.fact("need_cost_high") == 90000)
    #expect(output.words.contains("30 mensen hebben het nodig (begeleiding, Noord), 20 waren cliënt"))
    #expect(try bench.run("procure arrangements arr.csv").fact("need") == nil)
  }
}

extension Output {
  /// The table that has a column.
  func table(with column: String) -> Table? {
    blocks.lazy.compactMap { block -> Table? in
      if case .table(let table) = block, table.column(column) != nil { table } else { nil }
    }.first
  }
}
