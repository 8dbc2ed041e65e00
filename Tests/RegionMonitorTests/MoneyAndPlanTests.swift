import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import RegionMonitor

/// Tables of municipalities, money and plans: what comes in, what is refused, what is said.
@Suite struct MoneyAndPlanTests {
  private static func bench(_ files: [String: String]) throws -> Workbench {
    try RegionBench.make([RegionBench.define], files: files)
  }

  private static let split = "regio split proef --clients c.csv --key k.csv --cost light=1,heavy=2"

  @Test(arguments: [
    ("municipality,light,heavy\nXx,9,9\n", "municipality.elsewhere"),
    ("municipality,light,heavy\nAa,9,9\nAa,9,9\n", "municipality.repeated"),
    ("municipality,light,heavy\nAa,9.5,9\n", "count.whole"), ("municipality,light,heavy\nAa,-1,9\n", "row.number"),
    ("municipality,light,heavy\nAa,,9\n", "row.number"), ("municipality,light\nAa,9\n", "column.unknown"),
    ("municipality,light,heavy,h24\nAa,9,9,10\n", "split.h24"), ("municipality,light,heavy\n", "table.empty"),
  ])
  func `clients that cannot be are refused`(clients: String, code: String) throws {
    #expect(try Self.bench(["c.csv": clients, "k.csv": RegionBench.key]).error(Self.split)?.code == code)
  }

  @Test(arguments: [
    ("municipality,key\nAa,0\n", "key.zero"), ("municipality,key\nBee,1\n", "key.missing"),
    ("municipality,key\nAa,-1\n", "row.number"),
  ])
  func `keys that cannot be are refused`(key: String, code: String) throws {
    let bench = try Self.bench(["c.csv": "municipality,light,heavy\nAa,9,9\n", "k.csv": key])
    #expect(bench.error(Self.split)?.code == code)
  }

  @Test func `costs, models and a region that does not fit are refused`() throws {
    let bench = try Self.bench(["c.csv": RegionBench.clients, "k.csv": RegionBench.key])
    #expect(bench.error("regio split proef --clients c.csv --cost light=1")?.code == "split.cost")
    #expect(bench.error("regio split proef --clients c.csv --cost light=1,heavy=2,light=3")?.code == "split.cost")
    #expect(
      bench.error("regio split proef --clients c.csv --cost light=1,heavy=2 --model zwaarte")?.code == "split.key")
    #expect(bench.error("regio split breda --clients c.csv --cost light=1,heavy=2")?.code == "municipality.elsewhere")
  }

  @Test func `without a key there is each its own only, and with today the shift of the first model`() throws {
    let clients = "municipality,light,heavy\nAa,10,10\nBee,20,10\n"
    let today = "municipality,amount\nAa,40\nBee,30\n"
    let bench = try Self.bench(["c.csv": clients, "t.csv": today, "k.csv": "municipality,key\nAa,1\nBee,3\n"])
    let own = try bench.run("regio split proef --clients c.csv --cost light=1,heavy=2")
    #expect(
      own.table?.columnNames == ["municipality", "clients", "woonplaats"] && own.numbers("woonplaats") == [30, 40])
    let shift = try bench.run(
      "regio split proef --model solidair,woonplaats --clients c.csv --key k.csv --cost light=1,heavy=2 --today t.csv")
    #expect(shift.numbers("solidair") == [17.5, 52.5] && shift.numbers("shift") == [-22.5, 22.5])
    #expect(shift.words.contains("Onder solidair is Aa het beste af (€ 23 minder dan nu)"))
    #expect(own.words.contains("zonder rij in de tabel, en niet meegerekend: Cee, Dee, Ee"))
  }

  @Test func `a municipality in two regions counts in full, and for half only when asked`() throws {
    let clients = "municipality,clients\nOss,40\nMeierijstad,20\n"
    let bench = try RegionBench.make(files: ["c.csv": clients])
    let full = try bench.run("regio risk oss --clients c.csv --cost 100 --over 20%")
    #expect(full.numbers("clients") == [40, 20] && full.words.contains("telt hier helemaal: Meierijstad"))
    let half = try bench.run("regio risk oss --clients c.csv --cost 100 --over 20% --share")
    #expect(half.numbers("clients") == [40, 10] && half.words.contains("telt hier voor de helft: Meierijstad"))
    // A name of today that was made of some in two regions is a member of both.
    let new = try RegionBench.make(files: ["c.csv": "municipality,clients\nUtrecht,90\nVijfheerenlanden,20\n"])
    #expect(
      try new.run("regio risk utrecht --clients c.csv --cost 100 --over 20% --share").numbers("clients") == [90, 10])
  }

  @Test func `what stands there by its old and its new name is refused, and what the key has besides is named`() throws
  {
    let both = "municipality,clients\nBreda,40\nAltena,20\nWerkendam,9\n"
    let bench = try RegionBench.make(
      [RegionBench.define],
      files: [
        "c.csv": both, "d.csv": "municipality,light,heavy\nAa,9,9\nBee,9,9\n", "k.csv": RegionBench.key,
      ])
    #expect(bench.error("regio risk breda --clients c.csv --cost 100 --over 20%")?.code == "municipality.repeated")
    let split = try bench.run("regio split proef --clients d.csv --key k.csv --cost light=1,heavy=2")
    #expect(split.words.contains("alleen in de sleutel, en niet meegerekend: Cee, Dee, Ee"))
    #expect(near(split.numbers("solidair").first, 54 * 15 / 35.0, within: 1e-9))
  }

  @Test func `what merged into a municipality of another region lies there now`() throws {
    let oisterwijk = "municipality,clients\nTilburg,90\nOisterwijk,20\n"
    let bench = try RegionBench.make(files: ["c.csv": oisterwijk, "p.csv": "municipality,people\nAmsterdam,900\n"])
    // A part of Haaren, of another region, went to both; they lie in one region all the same.
    let risk = try bench.run("regio risk tilburg --clients c.csv --cost 100 --over 20%")
    #expect(!risk.words.contains("twee regio's"))
    #expect(
      bench.error("regio risk s-hertogenbosch --clients c.csv --cost 100 --over 20%")?.code == "municipality.elsewhere")
    // Weesp is Amsterdam now, and its old region has no more people for that.
    let peers = try bench.run("regio peers hilversum --people p.csv --top 45")
    #expect(peers.numbers("people").allSatisfy { $0.isNaN })
    let gone = try bench.run("regio show hilversum")
    #expect(zip(gone.texts("municipality"), gone.texts("now")).contains { $0 == ("Weesp", "Amsterdam") })
  }

  @Test func `costs that differ are drawn, the same seed gives the same, and the spread is exact`() throws {
    let bench = try Self.bench(["c.csv": "municipality,clients\nAa,9\nBee,16\n"])
    let line = "regio risk proef --clients c.csv --cost triangular:10:20:60 --over 20% --draws 4000 --seed 7"
    let (one, other) = (try bench.run(line), try bench.run(line))
    #expect(one.numbers("p_over") == other.numbers("p_over"))
    // Mean 30, variance (100 + 400 + 1600) / 18.
    #expect(near(one.numbers("sd_alone").first, (9 * (900 + 2_100 / 18.0)).squareRoot(), within: 1e-9))
    let certain = try bench.run("regio risk proef --clients c.csv --cost 30 --over 20%")
    #expect((one.numbers("reserve_alone").first ?? 0) > (certain.numbers("reserve_alone").first ?? 0))
  }

  @Test(arguments: [
    ("id,likely,after\nA,4,B\nB,6,A\n", "plan.cycle"), ("id,likely,after\nA,4,A\n", "plan.cycle"),
    ("id,likely,after\nA,4,Z\n", "plan.after"),
    ("id,min,likely,max,after\nA,5,4,6,\n", "duration.order"),
    ("id,min,likely,max,after\nA,1,7,6,\n", "duration.order"),
    ("id,likely,after\nA,,\n", "duration.number"), ("id,likely,after\nA,-1,\n", "duration.number"),
    ("id,likely\nA,4\nA,5\n", "plan.id"),
    ("id,what\nA,x\n", "column.unknown"),
  ])
  func `plans that cannot be are refused, and nothing is kept`(steps: String, code: String) throws {
    let bench = try Self.bench(["a.csv": steps])
    #expect(bench.error("regio plan proef --from 2027-01-01 --activities a.csv")?.code == code)
    #expect(try bench.document("plan.proef", of: "regionmonitor") == nil)
  }

  @Test(arguments: [
    ("Aa,2027-02-30,28,14", "window.day"), ("Aa,2027-01-12,0,14", "window.number"),
    ("Aa,2027-01-12,28,-1", "window.number"),
    ("Zz,2027-01-12,28,14", "municipality.elsewhere"),
  ])
  func `meetings that cannot be are refused`(row: String, code: String) throws {
    let bench = try Self.bench(["w.csv": "municipality,first,every_days,notice_days\n\(row)\n"])
    #expect(bench.error("regio plan proef --from 2027-01-01 --windows w.csv")?.code == code)
  }

  @Test func `a plan without doubt needs no draws, is kept, and its councils count in the chance`() throws {
    let bench = try Self.bench([
      "a.csv": "id,what,likely,after\nA,eerst,10,\nB,dan,5,A\n",
      "w.csv": "municipality,first,every_days,notice_days\nAa,2027-01-20,30,0\n",
    ])
    let plan = try bench.run("regio plan proef --from 2027-01-01 --activities a.csv --windows w.csv --until 2027-01-19")
    #expect(plan.fact("done") == 15 && plan.fact("mean") == nil && plan.fact("p_by") == 0)
    #expect(plan.facts["decided_all"]?.plain == "2027-01-20" && plan.facts["ready"]?.plain == "2027-01-16")
    // The tables are kept: the same agenda from another day, five days late for the first meeting.
    let later = try bench.run("regio plan proef --from 2027-01-06 --until 2027-02-19")
    #expect(later.facts["decided_all"]?.plain == "2027-02-19" && later.fact("p_by") == 1)
    #expect(later.words.contains("zonder rij in de tabel") == false)
  }

  @Test func `peers are found with and without people, and the source is said to compare none`() throws {
    let bench = try RegionBench.make(files: ["p.csv": "municipality,people\nEmmen,100\n"])
    let peers = try bench.run("regio peers emmen --top 3")
    #expect(peers.numbers("municipalities").first == 3 && peers.table?.rowCount == 3)
    #expect(
      peers.numbers("distance") == peers.numbers("distance").sorted() && peers.words.contains("vergelijkt geen regio's")
    )
    #expect(try bench.run("regio peers emmen --people p.csv").table?.column("people") != nil)
  }
}
