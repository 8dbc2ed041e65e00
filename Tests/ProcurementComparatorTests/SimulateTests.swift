import Methods
import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// The simulation as a person asks for it.
@Suite struct SimulateTests {
  private let base = "--clients normal:1000:100 --intensity 10 --unit-cost 100 --budget 1000000"

  @Test func `the contract line: no spread for the municipality, the provider loses in half of the draws, 39,894`()
    throws
  {
    let output = try Workbench().run("procure simulate --form lumpsum \(base) --draws 300000 --seed 1")
    #expect(
      Array(
        output.table?.columnNames.filter { !["label", "cost_mean", "cost_sd", "intensity_factor"].contains($0) } ?? [])
        == [
          "form", "municipality_mean", "municipality_sd", "municipality_es95", "municipality_p_over",
          "municipality_expected_over", "provider_mean", "provider_sd", "provider_p_loss", "provider_expected_loss",
        ])
    #expect(output.texts("form") == ["lumpsum"] && output.numbers("municipality_mean") == [1_000_000])
    #expect(output.numbers("municipality_sd") == [0] && output.numbers("municipality_p_over") == [0])
    #expect(abs(output.numbers("provider_p_loss")[0] - 0.5) < 0.003)
    #expect(abs(output.numbers("provider_expected_loss")[0] - 39_894) < 400)
  }

  @Test func `price times volume: expected overrun 39,894, ES95 1,206,271`() throws {
    let output = try Workbench().run("procure simulate --form pxq --tariff 100 \(base) --draws 300000 --seed 1")
    #expect(abs(output.numbers("municipality_expected_over")[0] - 39_894) < 400)
    #expect(abs(output.numbers("municipality_es95")[0] - 1_206_271) < 1500)
    #expect(output.numbers("provider_p_loss") == [0])
  }

  @Test func `all six forms share the draws, and one seed gives the same bytes`() throws {
    let line =
      "procure simulate --form pxq,arrangement,lumpsum,population,corridor,ceiling \(base) --tariff 100 --population 50000 "
      + "--per-inhabitant 20 --band 5:10 --ceiling 1050000 --draws 5000 --seed 3"
    let output = try Workbench().run(line)
    #expect(output.texts("form") == ["pxq", "arrangement", "lumpsum", "population", "corridor", "ceiling"])
    #expect(try Workbench().run(line) == output)
    let paid = output.numbers("municipality_mean")
    #expect(paid[0] == paid[1] && paid[2] == paid[3] && paid[5] < paid[0])
    #expect(output.words.contains("tarief × gemiddelde intensiteit") && output.words.contains("onze aanname"))
  }

  @Test func `without --form every form whose amounts are there, and a word where none are`() throws {
    let bench = try Workbench()
    #expect(try bench.run("procure simulate \(base) --draws 100").texts("form") == ["lumpsum"])
    #expect(
      try bench.run("procure simulate \(base) --tariff 9 --ceiling 5 --draws 100").texts("form") == [
        "pxq", "lumpsum", "ceiling",
      ])
    #expect(bench.error("procure simulate --clients 5 --intensity 1 --unit-cost 1")?.code == "form.none")
  }

  @Test func `forms that are parted by a blank are told how a list is parted`() throws {
    let bench = try Workbench()
    let error = bench.error("procure simulate --form pxq lumpsum \(base)")
    #expect(
      error?.code == "argument.surplus" && error?.wayOut?.nl.contains("achter --form staan met een komma") == true)
    let other = bench.error("procure simulate --form pxq --draws 100 lumpsum \(base)")
    #expect(other?.code == "argument.surplus" && other?.wayOut?.nl.contains("komma") == false)
  }

  @Test func `where nothing spreads there is no table of who carries the spread`() throws {
    let fixed = try Workbench().run(
      "procure simulate --form pxq,lumpsum --clients 5 --intensity 1 --unit-cost 1 --tariff 1 --budget 9 --draws 100")
    let tables = fixed.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(!tables.isEmpty && tables.allSatisfy { $0.column("carries") == nil })
  }

  @Test
  func `an elasticity lowers intensity where volume does not pay, and raises it where it pays more than it costs`()
    throws
  {
    let output = try Workbench().run(
      "procure simulate --form pxq,lumpsum \(base) --tariff 120 --elasticity all=.1 --draws 1000")
    #expect(output.numbers("intensity_factor").map { ($0 * 1e6).rounded() / 1e6 } == [1.02, 0.9])
    #expect(output.words.contains("elasticiteit"))
    #expect(
      try Workbench().error("procure simulate --form pxq \(base) --tariff 1 --elasticity pqx=.1")?.suggestion == "pxq")
  }

  @Test func `growth is a share, and a bare 5 is asked for again`() throws {
    let bench = try Workbench()
    let grown = try bench.run(
      "procure simulate --form pxq --tariff 1 --clients 100 --intensity 1 --unit-cost 1 --growth 5% --draws 10")
    #expect(grown.numbers("municipality_mean") == [105])
    #expect(
      bench.error("procure simulate --form pxq --tariff 1 --clients 100 --intensity 1 --unit-cost 1 --growth 5")?
        .suggestion == "5%")
    let poisson = try bench.run(
      "procure simulate --form pxq --tariff 1 --clients poisson:100 --intensity 1 --unit-cost 1 --growth 10% --draws 20000"
    )
    #expect(abs(poisson.numbers("municipality_mean")[0] - 110) < 0.5)
  }

  @Test func `need times uptake stands beside registered and contracted clients`() throws {
    let bench = try Workbench()
    try bench.offer(
      Table(columns: [
        .texts("area", ["BU1", "BU2"]), .texts("name", ["Noord", "Zuid"]), .texts("group", ["3", "3"]),
        .texts("indicator", [nil, nil]), .texts("age", [nil, nil]), .numbers("estimate", [300, 100]),
        .numbers("low", [241.2, .nan]), .numbers("high", [358.8, .nan]), .numbers("year", [2024, 2024]),
      ]))
    let line =
      "procure simulate --form pxq --tariff 1 --intensity 1 --unit-cost 1 --uptake 50% --registered 150 --contracted 180 --draws 20000"
    let output = try bench.run(line)
    #expect(
      abs(output.numbers("municipality_mean")[0] - 200) < 1 && abs(output.numbers("municipality_sd")[0] - 15) < 0.5)
    let table = try #require(
      output.blocks.compactMap { block -> Table? in if case .table(let table) = block { table } else { nil } }.last)
    #expect(table.column("measure")?.texts == ["need", "uptake", "registered", "contracted"])
    #expect(table.column("people")?.numbers == [400, 200, 150, 180])
    #expect(output.words.contains("schattingen zonder marge: 1 van 2"))
    #expect(try bench.run("\(line) --area Zuid").numbers("municipality_mean") == [50])
    #expect(bench.error("\(line) --area Oost")?.code == "area.unknown")
    #expect(bench.error("\(line) --need 4")?.code == "estimates.unknown")
    #expect(
      bench.error("procure simulate --form pxq --tariff 1 --intensity 1 --unit-cost 1")?.suggestion == "--clients")
    #expect(output.words.contains("400 geschat (3, 2 gebieden) × 50,0 %"))
    // Clients are said once: by their number, or by a part of the estimate.
    #expect(bench.error("\(line) --clients 180")?.code == "clients.twice")
    // Reach divides by the estimate.
    #expect(try bench.run("procure kpi reach --measured 200").fact("measured") == 50)
  }

  private func offered(_ rows: [(estimate: Double, low: Double, high: Double, method: String?)]) throws -> Workbench {
    let bench = try Workbench()
    let names = rows.indices.map { "BU\($0)" }
    try bench.offer(
      Table(columns: [
        .texts("area", names), .texts("name", names), .texts("group", rows.map { _ in "ggz" }),
        .numbers("population", rows.map { _ in 1000 }), .numbers("estimate", rows.map(\.estimate)),
        .numbers("low", rows.map(\.low)), .numbers("high", rows.map(\.high)), .texts("method", rows.map(\.method)),
      ]))
    return bench
  }

  private func need(_ output: Output) throws -> (low: Double, high: Double) {
    let table = try #require(
      output.blocks.compactMap { block -> Table? in if case .table(let table) = block { table } else { nil } }.last)
    return (try #require(table.column("low")?.numbers?[0]), try #require(table.column("high")?.numbers?[0]))
  }

  private let needed =
    "procure simulate --form pxq --tariff 1 --intensity 1 --unit-cost 1 --uptake 100% --need ggz --draws 40000"

  @Test func `the range of an estimate arrives as it was, both ends, and so are the draws`() throws {
    for (estimate, low, high) in [(50.0, 50.0, 200.0), (50, 40, 200), (49.9, 50, 200), (16.3, 15.9, 20.8)] {
      let output = try offered([(estimate, low, high, "synthetic")]).run(needed)
      #expect(try need(output) == (low, high))
      #expect(output.words.contains("de marge van de schatting is scheef"))
      // Above the worst twentieth of the draws lies half of it beyond the upper end.
      #expect(output.numbers("municipality_es95")[0] > high * 0.93)
      let clients = TwoPieceNormal(mode: max(estimate, low), low: low, high: high)
      #expect(abs(output.numbers("municipality_mean")[0] - (clients?.mean ?? 0)) < 0.02 * high)
    }
  }

  @Test func `what is uncertain of the rates is so in all areas at once, chance is each area's own`() throws {
    // By chance alone ten areas of 100 of 1,000 vary by 1.96 √(10 · 90), by a rate that all share ten times as much as one.
    let chance = 1.959964 * 90.0.squareRoot()
    let apart = try offered((0..<10).map { _ in (100, 100 - chance, 100 + chance, "synthetic") }).run(needed)
    #expect(abs(try need(apart).high - (1000 + chance * 10.0.squareRoot())) < 0.01)
    let shared = try offered((0..<10).map { _ in (100, 20, 250, "synthetic") }).run(needed)
    #expect(try need(shared).high > 2400 && need(shared).high < 2500 && need(shared).low < 300)
    #expect(shared.words.contains("de onzekerheid van de kansen geldt in alle gebieden tegelijk"))
    let own = try offered((0..<4).map { _ in (100, 80, 130, "composite") }).run(needed)
    #expect(try need(own) == (360, 460))
    #expect(own.words.contains("als onafhankelijk genomen"))
  }

  @Test func `a range is typed as low, best and high`() throws {
    let output = try Workbench().run(
      "procure simulate --form pxq --tariff 1 --clients range:50:50:200 --intensity 1 --unit-cost 1 --draws 40000")
    let mean = try #require(TwoPieceNormal(mode: 50, low: 50, high: 200)).mean
    #expect(abs(output.numbers("municipality_mean")[0] - mean) < 1)
    for wrong in ["range:5:4:9", "range:1:2:a", "range:1:x:3"] {
      let line = "procure simulate --form pxq --tariff 1 --clients \(wrong) --intensity 1 --unit-cost 1"
      #expect(try Workbench().error(line)?.code == "distribution.impossible")
    }
  }

  @Test func `draws, seed and the error of the drawing are told, and no digit beyond it is shown`() throws {
    let output = try Workbench().run("procure simulate --form pxq --tariff 100 \(base) --draws 1000 --seed 7")
    #expect(
      output.words.contains("1.000 trekkingen, seed 7: standaardfout hoogstens €"))
    #expect(output.words.contains(" bij een gemiddelde"))
    // The mean is known to 3,162: thousands.
    let mean = output.numbers("municipality_mean")[0]
    #expect(mean.truncatingRemainder(dividingBy: 1000) == 0 && abs(mean - 1_000_000) < 15_000)
    guard case .list(let errors)? = output.facts["mcse_municipality_mean"] else { throw Missing() }
    #expect(abs((errors[0].number ?? 0) - 3162) < 250)
    #expect(output.facts["draws"] == .number(1000) && output.facts["seed"] == .number(7))
    // What is certain keeps all its digits.
    let fixed = try Workbench().run(
      "procure simulate --form lumpsum --budget 1234567 --clients 5 --intensity 1 --unit-cost 1 --draws 100")
    #expect(fixed.numbers("municipality_mean") == [1_234_567])
  }

  private struct Missing: Error {}

  @Test(arguments: [
    ("--clients normal:1000:-1", "distribution.impossible"), ("--clients norm:1:1", "distribution.unknown"),
    ("--clients triangular:3:2:1", "distribution.impossible"), ("--clients -5", "distribution.impossible"),
    ("--clients poisson:-5", "distribution.impossible"), ("--clients uniform:5:1", "distribution.impossible"),
    ("--clients lognormal:1000:1", "distribution.impossible"), ("--clients normal:a:b", "distribution.impossible"),
    ("--clients ''", "distribution.unknown"), ("--clients 5 --draws 0", "argument.range"),
    ("--clients 5 --correlation clients:cost=2", "correlation.range"),
    ("--clients 5 --correlation a:b=.2", "correlation.pair"),
    ("--clients 5 --correlation clients:cost=.9,clients:intensity=.9,intensity:cost=-.9", "correlation.impossible"),
    ("--clients 5 --elasticity pxq=-1", "elasticity.shape"), ("--clients 5 --uptake 2", "share.shape"),
  ])
  func `what cannot be drawn is told so`(flags: String, code: String) throws {
    let line = "procure simulate --form pxq --tariff 1 --intensity 1 --unit-cost 1 \(flags)"
    #expect(try Workbench().error(line)?.code == code)
  }

  @Test(arguments: [
    ("pxq", "--tariff"), ("arrangement", "--arrangement-price"), ("lumpsum", "--budget"),
    ("population", "--population"),
    ("corridor", "--budget"), ("ceiling", "--tariff"),
  ])
  func `a form names what it lacks`(form: String, flag: String) throws {
    let error = try Workbench().error("procure simulate --form \(form) --clients 1 --intensity 1 --unit-cost 1")
    #expect(error?.code == "form.amounts" && error?.suggestion == flag)
  }

  @Test func `the interplay is what the shares leave, and no sum of what was rounded off`() throws {
    let drivers = RiskDrivers(
      clients: .normal(mean: 1000, deviation: 10), intensity: .normal(mean: 10, deviation: 0.1),
      cost: .normal(mean: 100, deviation: 1))
    var told = 0
    for seed in 1...4 {
      let output = try Workbench().run(
        "procure simulate --form lumpsum --budget 1000000 --clients normal:1000:10 --intensity normal:10:.1 --unit-cost normal:100:1 --intensity-per all --draws 100 --seed \(seed)"
      )
      let table = try #require(
        output.blocks.compactMap { block -> Table? in
          if case .table(let table) = block, table.column("interplay") != nil { table } else { nil }
        }.first)
      let drawn = RiskSimulation(
        drivers, [.init(.lumpSum(budget: 1_000_000))], budget: 1_000_000, draws: 100, seed: UInt64(seed)
      ) { _ in }.outcomes[0].result
      let parts = RiskDrivers.Driver.allCases.map { (drawn.shares[$0] ?? 0, drawn.shareErrors[$0] ?? 0) }
      let left = max(0, 1 - parts.reduce(0) { $0 + $1.0 })
      let interplay = try #require(table.column("interplay")?.numbers?[1])
      #expect(interplay == MonteCarlo.rounded(left, error: parts.reduce(0) { $0 + $1.1 }, unit: 0.01))
      let shown = ["clients", "intensity", "cost"].compactMap { table.column($0)?.numbers?[1] }.reduce(0, +)
      if abs(max(0, 1 - shown) - interplay) > 0.01 { told += 1 }
    }
    // With so few draws less of it is sure than of a part: what is left of the parts as shown has digits that mean nothing.
    #expect(told > 0)
  }

  @Test func `the amounts are offered with how often was drawn and from where`() throws {
    let bench = try Workbench()
    let shown = try bench.run("procure simulate --form lumpsum \(base) --draws 1000 --seed 4 --offer")
    let offered = try #require(try bench.session.workspace.parts[PartName(.tables, "procure.money")]?.part.table())
    #expect(offered.columnNames == (shown.table?.columnNames ?? []) + ["draws", "seed"])
    #expect(offered.column("draws")?.numbers == [1000] && offered.column("seed")?.numbers == [4])
    #expect(offered.column("form")?.texts == ["lumpsum"])
  }
}
