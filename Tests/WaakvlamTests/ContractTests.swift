import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import Waakvlam

/// The lines that were promised, to the digits given.
@Suite struct ContractTests {
  private static let months = "waakvlam caseload --arrivals 3 --stay 12"

  @Test func `of a hundred signals 8.4 end with help, 65.4 could, and the last step helps most`() throws {
    let bench = try WaakvlamBench.make(WaakvlamBench.shares)
    let chain = try bench.run("waakvlam chain 1")
    for (column, expected) in [
      ("reached_now", [60, 30, 21, 8.4]), ("reached_wanted", [95, 85.5, 72.675, 65.4075]),
      ("alone", [13.3, 15.12, 10.2, 18.9]), ("lost", [40, 30, 9, 12.6]),
    ] {
      let found = chain.numbers(column)
      #expect(found.count == 4 && zip(found, expected).allSatisfy { near($0, $1, within: 1e-9) }, "\(column) \(found)")
    }
    #expect(chain.facts["best_step"] == .text("1.4"))
    #expect(near(chain.fact("end_now"), 8.4, within: 1e-9) && near(chain.fact("end_wanted"), 65.4075, within: 1e-9))
    let back = try bench.run("waakvlam chain 1 --return .5")
    #expect(near(back.fact("eventually"), 0.1549815) && near(back.fact("rounds"), 1.845018, within: 5e-7))
  }

  @Test func `two jobs are 63 people, and 50 take .8547009 of the hours`() throws {
    let bench = try WaakvlamBench.make()
    let line =
      "waakvlam capacity --fte 2 --hours 36 --direct .65 --frequency .5 --visit .75 --travel .25 --signals 10 --signal-hours 1.5"
    let found = try bench.run(line)
    #expect(near(found.fact("hours"), 46.8, within: 1e-9) && near(found.fact("contact_hours"), 31.8, within: 1e-9))
    #expect(found.fact("people") == 63 && found.facts["first_to_fall"] == .text("none"))
    #expect(near(try bench.run(line + " --people 50").fact("used"), 0.8547009))
    #expect(try bench.run(line + " --people 70").facts["first_to_fall"] == .text("contact"))
  }

  @Test func `forty places: calm for two years, and the formula misleads`() throws {
    let bench = try WaakvlamBench.make()
    let thirty = try bench.run(Self.months + " --places 40 --start 30 --months 24 --draws 4000")
    #expect(near(thirty.fact("offered"), 36) && near(thirty.fact("steady_waits"), 0.4115625))
    #expect(near(thirty.fact("steady_wait"), 1.234687, within: 5e-7))
    #expect(near(thirty.fact("steady_queue"), 3.704062, within: 5e-7))
    #expect(thirty.facts["unstable"] == .boolean(false) && thirty.facts["steady_after"] == .missing)
    #expect(thirty.words.contains("de formule misleidt hier"))
    let rows = thirty.table
    #expect(rows?.rowCount == 24 && near(rows?.column("waiting")?.numbers?.last, 1.1876, within: 1e-3))
    #expect(rows?.column("waiting_low")?.numbers?.last == 0 && rows?.column("waiting_high")?.numbers?.last == 8)
    #expect(near(thirty.fact("wait"), 0.14, within: 0.06))
    let forty = try bench.run(Self.months + " --places 40 --start 40")
    #expect(near(forty.numbers("waiting").last, 2.4128, within: 1e-3) && forty.numbers("waiting_high").last == 13)
    #expect(near(forty.fact("wait"), 0.58, within: 0.06))
  }

  @Test func `the formula holds after 185 and 156 months`() throws {
    let bench = try WaakvlamBench.make()
    #expect(try bench.run(Self.months + " --places 40 --start 30 --months 300").fact("steady_after") == 185)
    let forty = try bench.run(Self.months + " --places 40 --start 40 --months 300")
    #expect(forty.fact("steady_after") == 156 && !forty.words.contains("misleidt"))
  }

  @Test func `45 places, and the fewest for a target`() throws {
    let bench = try WaakvlamBench.make()
    let more = try bench.run(Self.months + " --places 45")
    #expect(near(more.fact("steady_waits"), 0.1024097) && near(more.fact("steady_wait"), 0.1365463))
    #expect(near(more.fact("steady_queue"), 0.4096388))
    #expect(try bench.run(Self.months + " --places 40 --target-wait 1").fact("places_needed") == 41)
    #expect(try bench.run(Self.months + " --places 40 --target-wait .5").fact("places_needed") == 42)
    // Within two years fewer do, for the queue is not there yet.
    let sure = try bench.run(Self.months + " --places 40 --target-wait 1 --sure .9 --draws 1000 --seed 1")
    let needed = try #require(sure.fact("places_needed"))
    #expect(needed > 20 && needed < 41)
  }

  @Test func `thirty places are too few, and no steady state is shown`() throws {
    let found = try WaakvlamBench.make().run(Self.months + " --places 30 --start 30")
    #expect(found.facts["unstable"] == .boolean(true) && near(found.fact("growth"), 0.5))
    #expect(found.facts["steady_wait"] == nil && found.facts["steady_after"] == nil)
    #expect(near(found.numbers("waiting").last, 13.4934, within: 1e-3))
    #expect(found.numbers("waiting_low").last == 0 && found.numbers("waiting_high").last == 31)
    #expect(found.words.contains("pas met 37 plekken"))
  }

  @Test func `signals as in the published call centre`() throws {
    let bench = try WaakvlamBench.make()
    let centre = try bench.run("waakvlam signals --rate .2 --handle 240 --workers 55 --within 15")
    #expect(near(centre.fact("waits"), 0.2387009) && near(centre.fact("mean_wait"), 8.184032, within: 5e-7))
    #expect(near(centre.fact("within"), 0.8458831))
    let three = try bench.run("waakvlam signals --rate 4 --handle .5 --workers 3 --within 1")
    #expect(near(three.fact("waits"), 0.4444444) && near(three.fact("mean_wait"), 0.2222222))
    #expect(near(three.fact("within"), 0.9398510))
  }

  @Test func `outreaching against on demand`() throws {
    let found = try WaakvlamBench.make().run("waakvlam mode --asks .05 --signal .2 --escalate .1 --people 60")
    for (column, expected) in [
      ("before", [0.3333333, 0.7142857]), ("escalations", [40, 17.142857]), ("months", [6.666667, 2.857143]),
    ] {
      #expect(zip(found.numbers(column), expected).allSatisfy { near($0, $1, within: 5e-7) }, "\(column)")
    }
  }

  @Test func `six of eight, and how often chance does it`() throws {
    let bench = try WaakvlamBench.make()
    let one = try bench.run("waakvlam balance --households 8 --vulnerable 6 --gives 1 --needs 1")
    #expect(near(one.fact("ratio"), 0.3333333) && one.fact("break_even") == 0.5)
    #expect(
      try bench.run("waakvlam balance --households 8 --vulnerable 6 --gives 2 --needs 3").fact("break_even") == 0.4)
    #expect(near(try bench.run("waakvlam spread --share .3 --block 8 --limit 6").numbers("chance").first, 0.0112922))
    #expect(near(try bench.run("waakvlam spread --share .5 --block 8 --limit 6").numbers("chance").first, 0.1445313))
  }

  @Test func `nine hand-overs: three before the move, half after four days`() throws {
    let bench = try WaakvlamBench.make(files: ["o.csv": WaakvlamBench.handovers])
    try bench.run("waakvlam handover import o.csv")
    try bench.set("waakvlam.suppress-below", to: 0)
    let shown = try bench.run("waakvlam handover show")
    #expect(shown.fact("before") == 3 && shown.fact("people") == 9 && shown.fact("median_days") == 4)
    #expect(near(shown.fact("before_low"), 0.1205838) && near(shown.fact("before_high"), 0.6457979))
    #expect(shown.numbers("day") == [-21, -14, -3, 0, 4, 9, 16, 25])
    #expect(near(shown.numbers("without").last, 0.1111111) && shown.numbers("at_risk").first == 9)
    // Of nine of whom nobody was lost from sight by then Greenwood's sum is (1 - s) / (9 s).
    #expect(near(shown.numbers("low").last, 0.0061292) && near(shown.numbers("high").last, 0.3876648))
    try bench.set("waakvlam.suppress-below", to: 2)
    #expect(try bench.run("waakvlam handover show").tables.allSatisfy { $0.column("high") == nil })
  }

  @Test func `relapses with and without`() throws {
    let found = try WaakvlamBench.make().run("waakvlam relapse --people 40 --hazard .03 --ratio .7 --months 12")
    #expect(near(found.fact("without"), 12.092947, within: 5e-7) && near(found.fact("with"), 8.910210, within: 5e-7))
    let places = try #require(found.fact("return_places"))
    #expect(places >= 12 && places <= 15)
  }

  @Test func `the third situation has three steps, on lines 174 to 176`() throws {
    let found = try WaakvlamBench.make().run("waakvlam situation 3")
    #expect(found.numbers("step") == [1, 2, 3] && found.texts("lines") == ["174", "175", "176"])
  }
}
