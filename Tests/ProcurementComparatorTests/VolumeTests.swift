import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// Weeks, bands, household help, general or tailored, terms, indicators.
@Suite struct VolumeTests {
  private func weeks(_ from: String, _ to: String, _ variant: AllocationWeeks.Variant) throws -> AllocationWeeks {
    let days = try #require(CalendarDate(from))...(try #require(CalendarDate(to)))
    return AllocationWeeks(days, variant: variant)
  }

  @Test func `IV077, inspanning: 7 October through 30 December 2025 touches 4, 5 and 5 weeks, 13 in all`() throws {
    let found = try weeks("2025-10-07", "2025-12-30", .effort)
    #expect(found.months.map(\.weeks) == [4, 5, 5] && found.weeks == 13)
    let output = try Workbench().run("procure iwmo --variant inspanning --per-week 3 --from 2025-10-07 --to 2025-12-30")
    #expect(output.texts("month") == ["2025-10", "2025-11", "2025-12"] && output.numbers("weeks") == [4, 5, 5])
    #expect(output.numbers("maximum") == [12, 15, 15] && output.fact("total") == 39)
  }

  @Test
  func `IV077, output: a week counts in the month of its Sunday, a last week cut off with the last Sunday inside`()
    throws
  {
    #expect(try weeks("2025-10-07", "2025-12-30", .output).months.map(\.weeks) == [3, 5, 5])
    #expect(try weeks("2025-10-06", "2025-11-02", .output).months.map(\.weeks) == [3, 1])
    // 31 October is a Friday: its week counts with the 26th.
    #expect(try weeks("2025-10-06", "2025-10-31", .output).months.map(\.weeks) == [4])
    // The month after the last Sunday has no week of its own.
    #expect(try weeks("2025-11-24", "2025-12-03", .output).months.map(\.weeks) == [2, 0])
    // No Sunday at all: the only week stands in the last month.
    #expect(try weeks("2025-09-30", "2025-10-02", .output).months.map(\.weeks) == [0, 1])
  }

  @Test func `one day, a turn of the year, and every week in its own month`() throws {
    #expect(try weeks("2026-01-01", "2026-01-01", .effort).months.map(\.weeks) == [1])
    #expect(try weeks("2026-01-01", "2026-01-01", .output).weeks == 1)
    #expect(try weeks("2025-12-29", "2026-01-04", .effort).months.map(\.weeks) == [1, 1])
    #expect(try weeks("2025-12-29", "2026-01-04", .output).months.map(\.weeks) == [0, 1])
    for length in 0..<800 {
      let first = try #require(CalendarDate("2025-01-01"))
      let from = try #require(first.adding(days: length % 9))
      let days = from...(try #require(from.adding(days: length)))
      let output = AllocationWeeks(days, variant: .output)
      #expect(output.months.reduce(0) { $0 + $1.weeks } == output.weeks, "\(length)")
      #expect(AllocationWeeks(days, variant: .effort).months.reduce(0) { $0 + $1.weeks } >= output.weeks)
    }
  }

  @Test func `household help is six times the week, and minutes are added before they are rounded`() throws {
    let bench = try Workbench()
    let household = try bench.run("procure iwmo --per-week 3 --from 2025-10-07 --to 2025-12-30 --category 01")
    #expect(household.numbers("maximum") == [18, 18, 18] && household.fact("total") == 39)
    #expect(try bench.run("procure iwmo --minutes 95,95,95,95").fact("hours") == 6)
    let priced = try bench.run("procure iwmo --minutes 95,95,95,95 --tariff 50")
    // 50 / 60 is shown as .83, but 380 minutes cost 316.67 and not 315.40.
    #expect(priced.fact("minute_tariff") == 0.83 && abs((priced.fact("amount") ?? 0) - 316.666_666) < 1e-4)
    // Who declares hours reckons with the six that are declared.
    #expect(priced.fact("amount_hours") == 300)
    // An hour at least where there is a minute, and the edges of half an hour.
    #expect([[0], [1], [29], [30], [89], [90]].map(AllocationWeeks.hours) == [0, 1, 1, 1, 1, 2])
    #expect(try bench.run("procure iwmo --minutes 10,10 --tariff 60").fact("amount_hours") == 60)
    #expect(bench.error("procure iwmo --minutes 9x")?.code == "argument.number")
    #expect(bench.error("procure iwmo --per-week 3 --from 2025-02-30 --to 2025-03-01")?.code == "date.format")
    #expect(bench.error("procure iwmo")?.code == "allocation.incomplete")
  }

  @Test func `vernieuwing-casus-2015, line 315: 10 percent fewer is down, more than 5 percent is up`() throws {
    let bench = try Workbench()
    let found = try [106, 105, 91, 90, 89].map { try bench.run("procure corridor --contracted 100 --actual \($0)") }
    #expect(found.map { $0.facts["direction"]?.text } == ["up", "none", "none", "down", "down"])
    #expect(found[3].fact("factor") == 0.9)
    #expect(found[3].words.contains("bij 10 % minder of nog minder omlaag"))
    // Bands that are no whole percent are said as they are, and without one the contracted number itself stays.
    let narrow = "procure corridor --contracted 1000 --up 2.5 --down 0 --actual"
    let open = try [1025, 1026, 1000, 999].map { try bench.run("\(narrow) \($0)") }
    #expect(open.map { $0.facts["direction"]?.text } == ["none", "up", "none", "down"])
    #expect(open[0].words.contains("meer dan 2,5 %") && open[0].words.contains("bij minder cliënten omlaag"))
    let simulated = try bench.run(
      "procure simulate --form corridor --clients 90 --contracted 100 --intensity 1 --unit-cost 1 --budget 100 --band 5:10 --draws 1000"
    )
    #expect(simulated.numbers("municipality_mean") == [90])
    #expect(simulated.words.contains("bij 10 % minder of nog minder omlaag"))
  }

  @Test func `the corridor of the contract: 108 up by 1.08, 103 and 92 none, 89 down`() throws {
    let bench = try Workbench()
    let found = try [108, 103, 92, 89].map {
      try bench.run("procure corridor --contracted 100 --actual \($0) --up 5 --down 10")
    }
    #expect(found.map { $0.facts["direction"]?.text } == ["up", "none", "none", "down"])
    #expect(found.map { $0.fact("factor") } == [1.08, 1, 1, 0.89])
    #expect(found[0].words.hasPrefix("8,0 %: het budget gaat in beginsel omhoog, maal 1,08"))
    #expect(found[0].words.contains("onze aanname") && found[0].words.contains("nacalculatie"))
    let excess = try bench.run("procure corridor --contracted 100 --actual 108 --beyond excess --budget 1000")
    #expect(abs((excess.fact("factor") ?? 0) - 1.03) < 1e-12)
    #expect(bench.error("procure corridor --contracted 0 --actual 5")?.code == "argument.range")
  }

  @Test func `wmo-uitvoering-2017, annex I: 2.50 with the pass, 7.50 without, 2.5 hours at most`() throws {
    let bench = try Workbench()
    let pass = try bench.run("procure arnhem --hours 3 --pass yes")
    #expect(pass.fact("tariff") == 2.5 && pass.fact("hours") == 2.5 && pass.fact("contribution") == 6.25)
    #expect(pass.facts["over_limit"] == .boolean(true) && pass.words.contains("--period"))
    #expect(pass.words.contains("het maximum (gevraagd: 3), eigen bijdrage € 6,25 (€ 2,50 per uur)"))
    #expect(try bench.run("procure arnhem --hours 2 --period week").fact("contribution") == 15)
    #expect(try bench.run("procure arnhem --hours 2 --wmo yes").facts["route"]?.text == "tailored")
    #expect(try bench.run("procure arnhem --hours 2 --fitting no").facts["route"]?.text == "tailored")
  }

  @Test func `general or tailored: the first row that holds decides, and what is lacking is asked`() throws {
    let bench = try Workbench()
    let line = "procure provision"
    #expect(try bench.run(line).facts["outcome"]?.text == "onbekend")
    #expect(try bench.run("\(line) --decision yes").facts["outcome"]?.text == "tailored")
    #expect(try bench.run("\(line) --decision no --group no").facts["outcome"]?.text == "tailored")
    #expect(try bench.run("\(line) --decision no --group yes --fitting yes").words.contains("--affordable"))
    let all = "\(line) --decision no --group yes --fitting yes --affordable"
    #expect(try bench.run("\(all) yes").facts["outcome"]?.text == "general")
    #expect(try bench.run("\(all) yes").texts("outcome_label").last == "algemene voorziening")
    #expect(try bench.run("\(all) no").facts["outcome"]?.text == "tailored")
    // Whatever is not known: each row that may decide says the same.
    let without = try bench.run("\(line) --group yes --fitting yes --affordable no")
    #expect(without.facts["outcome"]?.text == "tailored" && without.words.contains("ook zonder te weten"))
    #expect(without.facts["fired"] == .list([.number(1), .number(4)]))
    #expect(try bench.run("\(line) --affordable yes").facts["outcome"]?.text == "onbekend")
  }

  @Test func `2+1+1 from 1 January 2027 ends on 31 December 2030, with a decision half a year before each end`() throws
  {
    let start = try #require(CalendarDate("2027-01-01"))
    let plan = try #require(ContractTimeline(start: start, years: [2, 1, 1], notice: 6))
    #expect(plan.stretches.map(\.end.text) == ["2028-12-31", "2029-12-31", "2030-12-31"])
    #expect(plan.decisions.map(\.text) == ["2028-07-01", "2029-07-01", "2030-07-01"])
    #expect(try ContractTerm(typed: "2+1+1").years == [2, 1, 1] && ContractTerm(typed: "7").years == [7])
    for bad in ["", "2+", "+1", "twee", "0", "2-1", "99"] {
      #expect(throws: Diagnostic.self) { try ContractTerm(typed: bad) }
    }
    let output = try Workbench().run("procure timeline --start 2027-01-01 --term 4+2")
    #expect(output.blocks.contains { if case .timeline = $0 { true } else { false } })
    #expect(try Workbench().error("procure timeline --start 9998-01-01 --term 7")?.code == "term.shape")
  }

  @Test func `the months before a contract are Alphen's for the award, ours or the user's for the rest`() throws {
    let bench = try Workbench()
    let plain = try bench.run("procure timeline --start 2027-01-01")
    #expect(plain.texts("start").prefix(4) == ["2026-07-01", "2026-10-01", "2026-12-01", "2027-01-01"])
    #expect(
      plain.texts("whose").prefix(3) == ["onze keuze, geen bron", "van Alphen aan den Rijn", "onze keuze, geen bron"])
    #expect(plain.words.contains("te kort"))
    let own = try bench.run("procure timeline --start 2027-01-01 --months award=8,clients=2")
    // In order of time, each with whose months it has.
    #expect(own.texts("start").prefix(4) == ["2026-05-01", "2026-07-01", "2026-11-01", "2027-01-01"])
    #expect(own.texts("whose").prefix(3) == ["van u", "onze keuze, geen bron", "van u"])
    #expect(
      bench.error("procure timeline --start 2027-01-01 --months agreement=9 --months agreement=2")?.code
        == "step.repeated")
    #expect(try bench.run("procure timeline --start 2027-01-01 --months AWARD=8").texts("whose").first == "van u")
    let error = bench.error("procure timeline --start 2027-01-01 --months awrd=8")
    #expect(error?.code == "step.unknown" && error?.suggestion == "award")
    #expect(bench.error("procure timeline --start 2027-01-01 --months award=veel")?.code == "argument.number")
  }

  @Test func `ten indicators of Alphen and seven of Brunssum by name, no target of theirs`() throws {
    let bench = try Workbench()
    #expect(try bench.run("procure kpi --set alphen").texts("kpi").count == 10)
    #expect(try bench.run("procure kpi --set brunssum").texts("kpi").count == 7)
    let one = try bench.run("procure kpi ladder --target 80 --measured 70,74,79")
    #expect(one.facts["met"] == .boolean(false) && one.fact("trend") == 4.5 && one.fact("measured") == 79)
    #expect(try bench.run("procure kpi ladder --target 60 --measured 70,74").words.contains("eerste meting al gehaald"))
    #expect(try bench.run("procure kpi ladder").facts["target"] == .missing)
    #expect(bench.error("procure kpi reech")?.suggestion == "reach")
  }

  @Test func `tariffs by arrangement: the weighted mean after a cut, and that complexity tells nothing apart`() throws {
    let bench = try Workbench().file(
      "a.csv",
      "complexity,intensity,clients,cost\nlow,light,10,10000\nlow,heavy,10,30000\nhigh,light,10,10000\nhigh,heavy,10,30000\n"
    )
    let output = try bench.run("procure arrangements a.csv --cut 10")
    #expect(output.fact("weighted_mean_tariff") == 1800 && output.numbers("tariff") == [900, 2700, 900, 2700])
    #expect(output.fact("complexity_explains") == 0 && output.fact("intensity_explains") == 1)
    #expect(output.words.contains("Sittard-Geleen"))
    try bench.file("b.csv", "complexity,intensity,clients,cost\nlow,light,0,0\n").run("procure arrangements b.csv")
    #expect(
      bench.file("c.csv", "complexity,intensity,clients,cost\nlow,light,-1,5\n").error("procure arrangements c.csv")?
        .code == "arrangement.row")
    #expect(
      bench.file("d.csv", "complexity,intensity,clients,cost\nlow,light,1.5,5\n").error("procure arrangements d.csv")?
        .code == "arrangement.row")
  }

  @Test func `costs and clients with points between thousands are whole, and that is said`() throws {
    let bench = try Workbench().file(
      "a.csv", "complexity;intensity;clients;cost\nlaag;laag;10;12.500\nhoog;hoog;5;25.750\n")
    let output = try bench.run("procure arrangements a.csv")
    #expect(output.numbers("mean_cost") == [1250, 5150])
    #expect(output.words.contains("de punt scheidt duizendtallen ('12.500') in 'cost'"))
    bench.file(
      "a.json", #"[{"complexity":"laag","intensity":"laag","clients":"1.000","cost":"€ 12.500,50"}]"#)
    #expect(try bench.run("procure arrangements a.json").numbers("mean_cost") == [12.5005])
  }
}
