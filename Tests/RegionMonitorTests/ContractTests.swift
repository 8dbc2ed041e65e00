import TestSupport
import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import RegionMonitor

/// The lines that were promised, to the digits given.
@Suite struct ContractTests {
  private static func all(_ found: [Double], _ expected: [Double], within tolerance: Double = 5e-8) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { near($0, $1, within: tolerance) }
  }

  private static func open(_ files: [String: String] = [:]) throws -> Workbench {
    let bench = try RegionBench.make(
      [RegionBench.define],
      files: ["c.csv": RegionBench.clients, "k.csv": RegionBench.key].merging(files) { $1 })
    try bench.set("regio.suppress-below", to: 0)
    return bench
  }

  @Test func `46 regions of 388 municipalities, and Meierijstad in two of them`() throws {
    let bench = try RegionBench.make()
    #expect(try bench.run("regio list | count").fact("count") == 46)
    let listed = try bench.run("regio list")
    #expect(listed.fact("municipalities") == 388 && listed.fact("names") == 389)
    #expect(listed.fact("same") == 325 && listed.fact("dissolved") == 63)
    let shown = try bench.run("regio show meierijstad")
    #expect(shown.tables.count == 2 && shown.words.contains("ligt in 2 regio's"))
    #expect(
      shown.texts("region").first == "oss" && shown.tables.last?.column("region")?.texts?.first == "s-hertogenbosch")
  }

  @Test func `against the key figures of 2024: 325 the same, 63 dissolved, 17 new`() throws {
    let path = Places.root + "/../shared/data/kwb_nl_2024.csv"
    guard RegionBench.exists(path) else {
      print("skipped: the list against real figures, because ../shared/data is not there")
      return
    }
    let bench = try RegionBench.make()
    let listed = try bench.run("regio list --against \(path)")
    #expect(listed.fact("same") == 325 && listed.fact("dissolved") == 63 && listed.fact("new") == 17)
    #expect(listed.table?.rowCount == 46 && listed.table?.column("new") != nil)
    // What CBS publishes of changes says the same without the file.
    let without = try bench.run("regio list")
    for column in ["same", "dissolved"] { #expect(listed.numbers(column) == without.numbers(column), "\(column)") }
  }

  @Test func `fourteen tasks: 6, 8 and 7 by scale, two on all three, one on none, four with a domain`() throws {
    let bench = try RegionBench.make()
    #expect(try bench.run("opgave list | count").fact("count") == 14)
    var scales: [[String]] = []
    for (scale, count) in [("lokaal", 6), ("bovenregionaal", 8), ("landelijk", 7)] {
      let listed = try bench.run("opgave list --scale \(scale)")
      #expect(listed.table?.rowCount == count, "\(scale)")
      scales.append(listed.texts("task"))
    }
    let all = try bench.run("opgave list")
    #expect(all.texts("task").filter { task in scales.allSatisfy { $0.contains(task) } } == ["3.1.2", "3.1.3"])
    #expect(all.texts("task").filter { task in !scales.joined().contains(task) } == ["3.1.5"])
    #expect(all.texts("domain").count { !$0.isEmpty } == 4)
    #expect(
      zip(all.texts("task"), all.texts("domain")).filter { !$0.1.isEmpty }.map(\.0) == [
        "3.1.6", "3.1.7", "3.1.9", "3.1.14",
      ])
  }

  @Test func `five regions: places 1-1, 2-4, 2-5, 3-5, 1-5, and four sure pairs of ten`() throws {
    let bench = try RegionBench.make(RegionBench.conditions(RegionBench.five))
    let ranked = try bench.run("regio rank --on conditions --region almelo,breda,hoorn,ede,gouda")
    let rows = zip(ranked.texts("region"), zip(ranked.numbers("best"), ranked.numbers("worst")))
    let places = Dictionary(uniqueKeysWithValues: rows.map { ($0, "\(Int($1.0))-\(Int($1.1))") })
    #expect(places == ["almelo": "1-1", "breda": "2-4", "hoorn": "2-5", "ede": "3-5", "gouda": "1-5"])
    #expect(ranked.fact("sure_pairs") == 4 && ranked.fact("pairs") == 10 && ranked.fact("dominance_pairs") == 3)
    #expect(ranked.flows.first?.links.count == 3)
    let rankable = ranked.table?.column("rankable")
    let cannot = ranked.texts("region").enumerated().filter { rankable?[$0.offset].boolean == false }.map(\.element)
    #expect(Set(cannot) == ["hoorn", "gouda"])
    let coverage = try bench.run("regio coverage --on conditions --region almelo,breda,hoorn,ede,gouda")
    for (row, low, high, known) in [(0, 0.6, 0.8, 0.75), (6, 0.4, 1, 1)] {
      #expect(near(coverage.numbers("bound_low")[row], low) && near(coverage.numbers("bound_high")[row], high))
      #expect(near(coverage.numbers("share")[row], known))
    }
  }

  @Test func `what is printed: 85 % is 39, 65 % is 30, all but two is 44`() throws {
    let coverage = try RegionBench.make().run("regio coverage")
    let questions = coverage.texts("question")
    for (question, nearest, low, high) in [
      ("administrators", 39.0, 0.7177586, 0.9242772), ("councils", 30, 0.5077006, 0.7731901),
    ] {
      let row = try #require(questions.firstIndex(of: question))
      #expect(coverage.numbers("nearest")[row] == nearest)
      #expect(near(coverage.numbers("printed_low")[row], low) && near(coverage.numbers("printed_high")[row], high))
    }
    let partners = try #require(questions.firstIndex(of: "partners"))
    #expect(coverage.numbers("nearest")[partners] == 44 && near(coverage.numbers("printed_share")[partners], 0.9565217))
  }

  @Test func `splits: each its own, heavy by key, all by key`() throws {
    let split = try Self.open().run(
      "regio split proef --clients c.csv --key k.csv --cost light=25000,heavy=80000")
    for (model, expected) in [
      ("woonplaats", [210_000, 500_000, 950_000, 1_450_000, 2_690_000]),
      ("zwaarte", [338_000, 484_000, 630_000, 1_018_000, 3_330_000]),
      ("solidair", [348_000, 464_000, 580_000, 928_000, 3_480_000]),
    ] as [(String, [Double])] {
      #expect(Self.all(split.numbers(model), expected, within: 1e-6), "\(model) \(split.numbers(model))")
      #expect(near(split.numbers(model).reduce(0, +), 5_800_000, within: 1e-6))
    }
    #expect(split.fact("sum") == 5_800_000)
    // 25 with care day and night, of whom the first municipality has one: 50,000 and 80,000 its own, and .06 of 2,000,000.
    #expect(near(split.numbers("planbaar").first, 250_000, within: 1e-6))
  }

  @Test func `a budget of six million in four years`() throws {
    let history = "municipality,amount\nAa,0.04\nBee,0.09\nCee,0.16\nDee,0.25\nEe,0.46\n"
    let bench = try Self.open(["h.csv": history])
    let path = try bench.run("regio budget proef --history h.csv --key k.csv --mix 1 --years 4 --budget 6000000")
    #expect(Self.all(path.numbers("shift"), [120_000, -60_000, -360_000, -540_000, 840_000], within: 1e-6))
    #expect(Self.all(path.numbers("year_2"), [300_000, 510_000, 780_000, 1_230_000, 3_180_000], within: 1e-6))
    let half = try bench.run("regio budget proef --history h.csv --key k.csv --mix 50% --years 4 --budget 6000000")
    #expect(Self.all(half.numbers("shift"), [60_000, -30_000, -180_000, -270_000, 420_000], within: 1e-6))
  }

  @Test func `Poisson clients: alone 1,246,940 of spread, pooled 600,000`() throws {
    let clients = "municipality,clients\nAa,4\nBee,9\nCee,16\nDee,25\nEe,46\n"
    let risk = try Self.open(["n.csv": clients]).run("regio risk proef --clients n.csv --cost 60000 --over 20%")
    #expect(Self.all(risk.numbers("sd_alone"), [120_000, 180_000, 240_000, 300_000, 406_940], within: 0.5))
    #expect(
      Self.all(risk.numbers("p_over"), [0.3711631, 0.2940117, 0.1877515, 0.1366911, 0.0837838]),
      "\(risk.numbers("p_over"))")
    #expect(near(risk.fact("sd_sum"), 1_246_940, within: 0.5) && near(risk.fact("sd_pooled"), 600_000, within: 1e-6))
    #expect(near(risk.fact("p_over_pooled"), 0.0226693))
    let saved = try #require(risk.fact("saved"))
    #expect(
      near(saved, (risk.fact("reserve_sum") ?? 0) - (risk.fact("reserve_pooled") ?? 0), within: 1e-6) && saved > 0)
  }

  private static let steps = """
    id,what,who,min,likely,max,after
    A,beeld,regio,3,4,6,
    B,visie,regio,4,6,10,A
    C,cijfers,regio,6,8,12,A
    D,overleg,aanbieders,2,3,5,B
    E,voorstel,regio,4,5,8,C;D
    F,versturen,griffies,1,2,3,E

    """

  @Test func `a plan of twenty days, with C one day of float`() throws {
    let bench = try Self.open(["a.csv": Self.steps])
    let line = "regio plan proef --from 2027-01-01 --activities a.csv --seed 1"
    let plan = try bench.run(line + " --until 2027-01-21")
    #expect(plan.fact("done") == 20)
    let rows = zip(plan.texts("id"), plan.numbers("float"))
    #expect(
      Dictionary(uniqueKeysWithValues: rows.map { ($0, $1) }) == ["A": 0, "B": 0, "C": 1, "D": 0, "E": 0, "F": 0])
    let critical = plan.table?.column("critical")
    let path = plan.texts("id").enumerated().filter { critical?[$0.offset].boolean == true }.map(\.element)
    #expect(path.sorted() == ["A", "B", "D", "E", "F"])
    #expect(near(plan.fact("mean"), 22.26, within: 0.01))
    #expect(near(plan.fact("p_by"), 0.086, within: 0.01))
    let later = try bench.run(line + " --until 2027-01-25")
    #expect(near(later.fact("p_by"), 0.846, within: 0.01))
    let often = Dictionary(uniqueKeysWithValues: zip(plan.texts("id"), plan.numbers("criticality")))
    for (id, share) in [("B", 0.757), ("D", 0.757), ("C", 0.243)] {
      #expect(near(often[id], share, within: 0.01), "\(id)")
    }
    // By PERT along the path: 4 1/6 + 6 1/3 + 3 1/6 + 5 1/3 + 2.
    #expect(near(plan.fact("pert"), 21, within: 1e-9) && plan.words.contains("te hoopvol"))
    // Drawn, the same way takes 22: one day more, and the rest comes of C beside it.
    #expect(plan.words.contains("en 1,00 doordat PERT de langste duur licht weegt"))
  }

  @Test func `all councils have decided on 9 March`() throws {
    let windows = "municipality,first,every_days,notice_days\nAa,2027-01-12,28,14\nBee,2027-01-05,42,14\n"
    let bench = try Self.open(["w.csv": windows])
    let plan = try bench.run("regio plan proef --from 2027-02-01 --windows w.csv")
    #expect(plan.texts("decides") == ["2027-03-09", "2027-02-16"])
    #expect(plan.facts["decided_all"]?.plain == "2027-03-09")
    #expect(plan.words.contains("De raad van Aa beslist als laatste, op 9 maart 2027."))
  }
}
