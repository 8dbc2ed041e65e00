import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import EffectsArena

/// The lines that were promised, to the digits given.
@Suite struct ContractTests {
  private func near(_ value: Double?, _ expected: Double, within tolerance: Double = 0.005) -> Bool {
    ArenaBench.near(value, expected, within: tolerance)
  }

  @Test func `who wins and who loses in one year`() throws {
    let bench = try ArenaBench.w()
    let ledger = try bench.run("arena ledger")
    #expect(ledger.texts("party") == ["gemeente", "corporatie", "zorgverzekeraar"])
    #expect(ledger.texts("law") == ["wmo", "woningwet", "zvw"])
    for (found, expected) in zip(ledger.numbers("net"), [-27_600.0, 1_600, 36_450]) { #expect(near(found, expected)) }
    #expect(near(ledger.fact("total"), 10_450) && near(ledger.fact("ratio"), 1.095, within: 5e-6))
    #expect(ledger.fact("covered") == 1 && ledger.fact("years") == 1 && ledger.fact("rate") == 0)
    #expect(ledger.numbers("p_negative") == [1, 0, 0] && ledger.numbers("low") == ledger.numbers("net"))
    let effects = try bench.run("arena effects")
    for (found, expected) in zip(effects.numbers("net_year"), [36_000.0, 36_450, 48_000]) {
      #expect(near(found, expected))
    }
    #expect(ledger.words.contains("bespaart en betaalt niet: zorgverzekeraar"))
    #expect(
      ledger.words.hasPrefix(
        "zorgverzekeraar houdt € 36.450 over; gemeente komt € 27.600 tekort; corporatie houdt € 1.600 over"))
  }

  @Test func `what they would pay each other, and that it cannot be when all together lose`() throws {
    let bench = try ArenaBench.w()
    let settle = try bench.run("arena settle --rule gainers")
    #expect(
      settle.texts("from") == ["corporatie", "zorgverzekeraar"] && settle.texts("to") == ["gemeente", "gemeente"])
    #expect(near(settle.numbers("amount")[0], 1_160.58) && near(settle.numbers("amount")[1], 26_439.42))
    #expect(near(settle.fact("moved"), 27_600) && settle.facts["feasible"] == .boolean(true))
    let after = try #require(settle.tables.last?.column("after")?.numbers)
    #expect(near(after[0], 0) && near(after[1], 439.42) && near(after[2], 10_010.58))
    #expect(settle.words.contains("weet dit gereedschap niet"))
    let short = try ArenaBench.w(costs: (120_000, 30_000)).run("arena settle")
    #expect(short.facts["feasible"] == .boolean(false) && near(short.fact("short"), 29_550))
    #expect(short.words.contains("€ 29.550 tekort") && short.table?.column("needed") == nil)
    let needed = try #require(short.tables.first { $0.column("needed") != nil })
    let ids = needed.column("input")?.texts ?? []
    let row = try #require(ids.firstIndex(of: "buurthuis.gemeente.amount"))
    #expect(near(needed.column("needed")?.numbers?[row], 90_450))
  }

  @Test func `three years, discounted, with one effect that falls away`() throws {
    let bench = try ArenaBench.w(
      years: "--years 3 --rate 2.25%", costs: (120_000, 30_000), light: "--drop-off .1")
    let ledger = try bench.run("arena ledger")
    #expect(near(ledger.numbers("pays")[0], 352_136.35) && near(ledger.numbers("pays")[1], 88_034.09))
    for (found, expected) in zip(ledger.numbers("saves"), [169_693.48, 63_384.54, 106_961.41]) {
      #expect(near(found, expected))
    }
    #expect(near(ledger.fact("total"), -100_131.00) && near(ledger.fact("ratio"), 0.7725177, within: 5e-8))
  }

  @Test func `uncertain quantities: spreads, chances and what they come from`() throws {
    let bench = try ArenaBench.w(quantities: ArenaBench.uncertain)
    let simulated = try bench.run("arena simulate --draws 100000 --seed 3")
    #expect(simulated.texts("party") == ["gemeente", "corporatie", "zorgverzekeraar", "total"])
    #expect(near(simulated.numbers("mean")[3], 10_450) && near(simulated.numbers("sd")[3], 13_242, within: 1))
    let below = simulated.numbers("p_negative")
    #expect(below[0] > 0.999 && near(below[1], 0.302) && near(below[3], 0.222))
    #expect(
      near(simulated.numbers("low")[3], -11_400, within: 400) && near(simulated.numbers("high")[3], 32_300, within: 400)
    )
    #expect(near(simulated.numbers("drawn_mean")[3], 10_450, within: 170))
    let model = SheetModel(try #require(try bench.session.workspace.sheetForTest))
    for (place, expected) in [4_898.98, 7_440.33, 9_797.96].enumerated() {
      let one = model.sums.terms.filter { $0.factors.count == 2 }[place]
      let spread =
        abs(one.weights[model.total] ?? 0) * model.sums.inputs[one.factors[0]].variance.squareRoot()
        * model.sums.inputs[one.factors[1]].mean
      #expect(near(spread, expected))
    }
    let drivers = try bench.run("arena drivers --seed 3")
    #expect(
      drivers.texts("input") == ["lichtere-begeleiding.quantity", "crisisopname.quantity", "huisuitzetting.quantity"])
    for (found, expected) in zip(drivers.numbers("share"), [0.5475, 0.3157, 0.1369]) {
      #expect(near(found, expected, within: 5e-5))
    }
    // Only of the corporation is it open, and its saving hangs on one number.
    #expect(drivers.texts("settles_for") == ["", "", "corporatie"] && drivers.charts.count == 1)
  }

  @Test func `break-even of one input, for all and for one party, and of a filter common to all`() throws {
    let bench = try ArenaBench.w()
    func at(_ line: String) throws -> Double? { try bench.run("arena break-even \(line)").fact("break_even") }
    #expect(near(try at("lichtere-begeleiding.quantity --of total"), 15.645833, within: 5e-7))
    #expect(near(try at("lichtere-begeleiding.aantal --of gemeente"), 31.5, within: 1e-9))
    #expect(near(try at("deadweight"), 0.3150685, within: 5e-8))
  }

  @Test func `a way, and two ways that share their first step`() throws {
    let bench = try ArenaBench.empty([
      "arena new keten", "arena add activity a", "arena add output b", "arena add output c", "arena add output d",
      "arena add effect e", "arena link a b", "arena link b c", "arena link c e",
      "arena sure a:b=.9 b:c=.6 c:e=.5 --by gemeente",
    ])
    let one = try bench.run("arena path e")
    #expect(one.numbers("confidence").count == 1 && near(one.numbers("confidence")[0], 0.27, within: 1e-12))
    #expect(near(one.fact("joined"), 0.27, within: 1e-12) && one.facts["weakest"] == .text("c → e"))
    for line in ["arena link b d", "arena link d e", "arena sure b:d=.4 d:e=.5 --by gemeente"] { try bench.run(line) }
    let two = try bench.run("arena path e")
    #expect(two.numbers("way").count == 2 && near(two.fact("joined"), 0.396, within: 1e-12))
  }

  @Test func `the starter of Berflo Es has one printed amount without a split, and its effect is contested`() throws {
    let bench = try ArenaBench.empty()
    let start = try bench.run("arena start berflo-es")
    let sheet = try #require(try bench.session.workspace.sheetForTest)
    #expect(sheet.investments.map(\.party) == ["partijen"] && sheet.investments[0].mean == 370_000)
    #expect(sheet.links.isEmpty && sheet.effects.isEmpty && sheet.node("wmo-woningen")?.count == 58)
    #expect(sheet.node("doorstroming")?.contested?.lines == 400...400)
    #expect(start.texts("contested").filter { !$0.isEmpty }.count == 1)
    let ledger = try bench.run("arena ledger")
    #expect(ledger.numbers("pays") == [370_000] && ledger.fact("covered") == 0)
  }
}
