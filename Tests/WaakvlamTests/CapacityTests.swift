import Methods
import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import Waakvlam

/// Places, hours and rates: what cannot be, and what is extreme.
@Suite struct CapacityTests {
  @Test(arguments: [
    ("waakvlam caseload --arrivals 3 --stay 0 --places 40", "argument.range"),
    ("waakvlam caseload --arrivals 3 --stay -2 --places 40", "argument.range"),
    ("waakvlam caseload --arrivals -1 --stay 2 --places 40", "argument.range"),
    ("waakvlam caseload --arrivals 3 --stay 12 --places 0", "argument.range"),
    ("waakvlam caseload --arrivals 3 --stay 12 --places 4.5", "argument.number"),
    ("waakvlam caseload --arrivals 3 --stay 12 --places 40 --start 41", "caseload.start"),
    ("waakvlam caseload --arrivals 3 --stay 12 --places 40 --start 30 --waiting 2", "caseload.waiting"),
    ("waakvlam caseload --arrivals 3 --stay 12 --places 40 --sure .9", "caseload.target"),
    ("waakvlam caseload --arrivals 3 --stay 12 --places 40 --target-wait 0", "argument.range"),
    ("waakvlam caseload --arrivals 3 --stay 12 --places 40 --return 1", "argument.range"),
    ("waakvlam caseload --arrivals 3 --stay 12 --places 40 --months 0", "argument.range"),
    ("waakvlam caseload --arrivals 1000000 --stay 12 --places 40 --months 600", "caseload.size"),
    ("waakvlam caseload --arrivals uniform:1:1000000 --stay 12 --places 40", "caseload.size"),
    ("waakvlam caseload --arrivals driehoek:1:2:3 --stay 12 --places 40", "distribution.unknown"),
    ("waakvlam caseload --arrivals triangular:3:2:1 --stay 12 --places 40", "distribution.impossible"),
    ("waakvlam caseload --arrivals normal:-3:1 --stay 12 --places 40", "argument.range"),
    ("waakvlam caseload --arrivals estimate:Eenzaam --stay 12 --places 40", "arrivals.estimate"),
    ("waakvlam caseload --arrivals estimate:Eenzaam*0.002 --stay 12 --places 40", "arrivals.none"),
    ("waakvlam caseload --stay 12 --places 40", "argument.missing"),
    ("waakvlam capacity --fte 0 --hours 36 --direct .6 --frequency 1 --visit 1 --travel 0", "argument.range"),
    ("waakvlam capacity --fte 1 --hours 36 --direct 1.6 --frequency 1 --visit 1 --travel 0", "argument.range"),
    ("waakvlam capacity --fte 1 --hours 36 --direct .6 --frequency 1 --visit 0 --travel 0", "capacity.visit"),
    (
      "waakvlam capacity --fte 1 --hours 36 --direct .6 --frequency 1 --visit 1 --travel 0 --signals 3",
      "argument.missing"
    ),
    ("waakvlam signals --rate 4 --handle .5 --workers 0 --within 1", "argument.range"),
    ("waakvlam mode --asks 0 --signal 0 --escalate 0", "mode.rates"),
    ("waakvlam mode --asks .1 --signal .1 --escalate .1 --false 1", "argument.range"),
    ("waakvlam balance --households 8 --vulnerable 9 --gives 1 --needs 1", "argument.range"),
    ("waakvlam balance --households 8 --vulnerable 2 --gives 1 --needs 0", "argument.range"),
    ("waakvlam spread --block 8 --limit 6", "spread.share"),
    ("waakvlam spread --share .3 --block 8 --limit 9", "argument.range"),
    ("waakvlam relapse --people 0 --hazard .1 --ratio 1 --months 12", "argument.range"),
  ])
  func `what cannot be is one error`(line: String, code: String) throws {
    let error = try #require(try WaakvlamBench.make().error(line))
    #expect(error.code == code, "\(error.code): \(error.message.nl)")
    #expect(error.place != nil && error.message.nl.isEmpty == false)
  }

  @Test func `nobody comes, one month, one place`() throws {
    let bench = try WaakvlamBench.make()
    let none = try bench.run("waakvlam caseload --arrivals 0 --stay 12 --places 1 --months 1")
    #expect(none.numbers("in_contact") == [0] && none.numbers("waiting") == [0])
    #expect(none.facts["wait"] == .missing && none.fact("steady_wait") == 0 && none.fact("steady_after") == 1)
    let drawn = try bench.run("waakvlam caseload --arrivals 0 --stay 12 --places 1 --months 1 --return .5 --draws 100")
    #expect(drawn.numbers("waiting") == [0] && drawn.facts["wait"] == .missing)
    #expect(
      try bench.run("waakvlam caseload --arrivals 0 --stay 1 --places 1 --target-wait 1").fact("places_needed") == 1)
  }

  @Test func `exactly as many as the places turn over has no steady state`() throws {
    let edge = try WaakvlamBench.make().run("waakvlam caseload --arrivals 3 --stay 12 --places 36")
    #expect(edge.facts["unstable"] == .boolean(true) && near(edge.fact("growth"), 0))
    let drawn = try WaakvlamBench.make().run(
      "waakvlam caseload --arrivals 3 --stay 6 --places 36 --return .5 --draws 100")
    #expect(drawn.facts["unstable"] == .boolean(true) && near(drawn.fact("offered"), 36))
  }

  @Test func `draws stand for what is not sure, the same for a seed, and say how many would not settle`() throws {
    let line = "waakvlam caseload --arrivals triangular:1:3:5 --stay 12 --places 40 --draws 400 --seed 7 --offer"
    let (one, other) = (try WaakvlamBench.make(), try WaakvlamBench.make())
    let found = try one.run(line)
    #expect(found.blocks == (try other.run(line).blocks))
    let share = try #require(found.fact("unstable_share"))
    #expect(share > 0.2 && share < 0.5 && found.words.contains("400 trekkingen, seed 7"))
    #expect(
      try one.table("waakvlam.caseload")?.columnNames == [
        "month", "in_contact", "waiting", "waiting_low", "waiting_high",
      ])
  }

  @Test func `arrivals out of the estimates, with their margin or the word that there is none`() throws {
    let bench = try WaakvlamBench.make()
    try bench.hold(
      Table(columns: [
        .texts("area", ["BU1", "BU2", "BU1"]), .texts("indicator", ["Eenzaam", "Eenzaam", "Anders"]),
        .numbers("estimate", [1000, 500, 7]), .numbers("low", [800, 400, .nan]), .numbers("high", [1200, 650, .nan]),
      ]), as: "wzw.estimates")
    let line = "waakvlam caseload --stay 12 --places 60 --draws 100 --arrivals estimate:"
    let found = try bench.run(line + "eenzaam*0.002")
    // Uneven margins lie farther to the right.
    #expect(near(found.fact("offered"), 36, within: 2) && found.words.contains("1.500 mensen ('Eenzaam')"))
    #expect(try bench.run(line + "Anders*0.1").words.contains("geen marge"))
    #expect(bench.error(line + "Eenzam*0.1")?.suggestion == "Eenzaam")
  }

  @Test func `hours that do not suffice, and signals that take all of them`() throws {
    let bench = try WaakvlamBench.make()
    let line = "waakvlam capacity --fte 1 --hours 36 --direct .5 --frequency 1 --visit 1 --travel .5"
    #expect(try bench.run(line).fact("people") == 12)
    let signals = try bench.run(line + " --signals 20 --signal-hours 1")
    #expect(signals.fact("people") == 0 && signals.facts["first_to_fall"] == .text("signals"))
    #expect(signals.words.contains("de uren zijn niet genoeg"))
    let none = try bench.run(line.replacing("--direct .5", with: "--direct 0"))
    #expect(none.fact("people") == 0 && none.facts["used"] == .missing)
    let drawn = try bench.run(line.replacing("--visit 1", with: "--visit triangular:.5:1:2") + " --draws 400")
    #expect(try #require(drawn.fact("people_low")) < 12 && #require(drawn.fact("people_high")) > 12)
  }

  @Test func `more signals than hands: the queue grows, and no mean wait is given`() throws {
    let found = try WaakvlamBench.make().run("waakvlam signals --rate 4 --handle 1 --workers 3 --within 1")
    #expect(
      found.facts["unstable"] == .boolean(true) && found.facts["mean_wait"] == .missing && found.fact("waits") == 1)
    let drawn = try WaakvlamBench.make().run(
      "waakvlam signals --rate uniform:3:5 --handle .5 --workers 3 --within 1 --draws 400")
    #expect(try #require(drawn.fact("waits_low")) < 0.4444 && #require(drawn.fact("waits_high")) > 0.4444)
  }

  @Test func `modes with a margin, without escalation, and with false signals`() throws {
    let bench = try WaakvlamBench.make()
    let drawn = try bench.run("waakvlam mode --asks uniform:.02:.08 --signal .2 --escalate .1 --draws 400")
    #expect(drawn.numbers("low")[0] < 0.3333 && drawn.numbers("high")[0] > 0.3333)
    let calm = try bench.run("waakvlam mode --asks .05 --signal .2 --escalate 0 --people 10")
    #expect(calm.numbers("before") == [1, 1] && calm.numbers("escalations") == [0, 0])
    let never = try bench.run("waakvlam mode --asks 0 --signal .2 --escalate 0")
    #expect(never.numbers("before")[0].isNaN && never.words.contains("nooit iets"))
    let wrong = try bench.run("waakvlam mode --asks .05 --signal .2 --escalate .1 --people 60 --false .5")
    #expect(near(wrong.fact("extra_contacts"), 60 * 0.4 / 0.35, within: 1e-9))
    #expect(near(wrong.fact("false_contacts"), 30 * 0.4 / 0.35, within: 1e-9))
  }

  @Test func `balance at its ends, and a part for a count`() throws {
    let bench = try WaakvlamBench.make()
    let none = try bench.run("waakvlam balance --households 8 --vulnerable 0 --gives 1 --needs 1")
    #expect(none.facts["ratio"] == .missing && none.table?.rowCount == 2)
    let all = try bench.run("waakvlam balance --households 8 --vulnerable 100% --gives 1 --needs 1")
    #expect(all.fact("ratio") == 0 && all.table?.rowCount == 2)
    #expect(
      near(
        try bench.run("waakvlam balance --households 8 --vulnerable 75% --gives 1 --needs 1").fact("ratio"), 1.0 / 3,
        within: 1e-12))
    let edge = try bench.run("waakvlam balance --households 8 --vulnerable 4 --gives 1 --needs 1")
    #expect(edge.fact("ratio") == 1 && !edge.words.contains("meer te dragen"))
    let drawn = try bench.run(
      "waakvlam balance --households 8 --vulnerable 6 --gives uniform:.5:1.5 --needs 1 --draws 400")
    #expect(try #require(drawn.fact("ratio_low")) < 1.0 / 3 && #require(drawn.fact("ratio_high")) > 1.0 / 3)
  }

  @Test func `blocks beside chance, and few of them held back with what tells them`() throws {
    let head = "block,households,vulnerable\n"
    let many = (1...12).map { "b\($0),8,\($0 <= 6 ? 7 : 1)\n" }.joined()
    let few = (1...12).map { "b\($0),8,\($0 <= 3 ? 7 : 1)\n" }.joined()
    let bench = try WaakvlamBench.make(files: [
      "veel.csv": head + many, "weinig.csv": head + few, "fout.csv": head + "a,4,5\n",
    ])
    let found = try bench.run("waakvlam spread veel.csv --block 8 --limit 6 --share .3")
    #expect(found.numbers("at_limit") == [6] && found.words.contains("meer dan toeval"))
    #expect(near(found.numbers("expected").first, 12 * 0.0112922, within: 1e-6))
    let held = try bench.run("waakvlam spread weinig.csv --block 8 --limit 6 --share .3")
    #expect(held.numbers("at_limit")[0].isNaN && held.numbers("p")[0].isNaN && !held.words.contains("toeval:"))
    #expect(held.table?.column("at_limit")?.withheld[0] == "<5" && held.table?.column("p")?.withheld[0] == "•")
    #expect(bench.error("waakvlam spread fout.csv --limit 6")?.code == "spread.count")
  }

  @Test func `no hazard is no relapse, and a ratio above one is told`() throws {
    let bench = try WaakvlamBench.make()
    let none = try bench.run("waakvlam relapse --people 40 --hazard 0 --ratio .7 --months 12")
    #expect(none.fact("without") == 0 && none.fact("return_places") == 0 && none.fact("difference_high") == 0)
    #expect(try bench.run("waakvlam relapse --people 40 --hazard .03 --ratio 2 --months 12").words.contains("erger"))
    let percent = try bench.run("waakvlam relapse --people 40 --hazard 3% --ratio triangular:50%:70%:90% --months 12")
    #expect(near(percent.fact("with"), 8.910210, within: 5e-7))
    let sure = try bench.run("waakvlam relapse --people 40 --hazard 1000 --ratio 1 --months 12")
    #expect(sure.fact("without") == 40 && sure.fact("return_places") == 40)
  }
}
