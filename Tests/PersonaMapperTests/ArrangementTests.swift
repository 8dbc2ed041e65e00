import Testing
import WorkbenchKit

@testable import PersonaMapper

/// What an area does for its personas, through lines.
@Suite struct ArrangementTests {
  private func bench(_ lines: String...) throws -> Workbench {
    let bench = try Workbench(
      "persona set use langer-thuis", "moment add verhuizen --owner corporatie",
      "moment cell verhuizen mondige-regelaars --thinks a --priority 5",
      "moment cell verhuizen proactieve-zoekers --thinks b --priority 2",
      "moment cell partner-weg mondige-regelaars --thinks c --priority 1")
    for line in lines { try bench.run(line) }
    return bench
  }

  @Test func `a moment weighs the sum over personas of weight times priority`() throws {
    let page = try bench().run("arrangement new 'Berflo Es' --weights mondige-regelaars=3,proactieve-zoekers=1")
    #expect(page.tables[0].column("weight")?.numbers == [0.25, 0.75])
    #expect(page.tables[1].column("moment_id")?.texts.map(Array.init)?.prefix(2) == ["verhuizen", "partner-weg"])
    #expect(page.tables[1].column("weight")?.numbers?.prefix(2) == [4.25, 0.75])
    #expect(page.words.contains("zonder antwoord"))
    let again = try bench().run("arrangement new Noord --weights mondige-regelaars=25%,proactieve-zoekers=75%")
    #expect(again.tables[0].column("weight")?.numbers == [0.75, 0.25])
  }

  @Test func `votes of roles make the weights`() throws {
    let bench = try bench("arrangement new berflo")
    #expect(try bench.run("arrangement show").words.contains("nog geen gewichten"))
    try bench.run("arrangement vote berflo mondige-regelaars=1 --by gemeente")
    let voted = try bench.run("arrangement vote berflo mondige-regelaars=1 proactieve-zoekers=3 --by bewoners")
    #expect(voted.numbers("weight") == [0, 0, 0, 0.375, 0, 0.625])
    #expect(try bench.run("arrangement show").words.contains("gestemd door de kring"))
  }

  @Test func `a measure answers a moment, and the owner of the moment carries over`() throws {
    let bench = try bench(
      "arrangement new berflo --weights mondige-regelaars=1", "arrangement take berflo verhuizen geschikter-wonen",
      "arrangement take berflo partner-weg 'koffie na de begrafenis' --own --by welzijn")
    let page = try bench.run("arrangement show")
    let pillars = try #require(page.tables.last)
    #expect(pillars.column("party")?.texts == ["corporatie", "welzijn"])
    #expect(pillars.column("source")?.texts?.first == "wmo-uitvoering-2017, hoofdstuk 2, figuur 1")
    #expect(page.words.contains("zonder antwoord: ") && !page.words.contains("zonder antwoord: wel of niet verhuizen"))
    try bench.run("arrangement take berflo verhuizen geschikter-wonen --drop")
    #expect(bench.error("arrangement take berflo verhuizen geschikter-wonen --drop")?.code == "answer.none")
  }

  @Test func `figures become weights only by a rule that the group names`() throws {
    let bench = try bench()
    #expect(bench.error("arrangement new BU1 --rule mondige-regelaars=Eenzaam")?.code == "rule.table")
    let table = Table(columns: [
      .texts("area", ["BU1", "BU1", "BU2"]), .texts("name", ["Noord", "Noord", "Zuid"]),
      .texts("indicator", ["Eenzaam", "Beperkt", "Eenzaam"]), .numbers("estimate", [300, 100, 5]),
    ])
    try bench.session.apply(
      .step(.init(line: "test", time: ""), changes: [PartName(.tables, "wzw.estimates"): Part(table)]))
    let page = try bench.run("arrangement new Noord --rule mondige-regelaars=Eenzaam --rule proactieve-zoekers=beperkt")
    #expect(page.tables[0].column("weight")?.numbers == [0.25, 0.75])
    #expect(
      page.words.contains(
        "naar een regel die de kring noemde (mondige-regelaars = Eenzaam, proactieve-zoekers = beperkt)"))
    #expect(bench.error("arrangement new Oost --rule mondige-regelaars=Eenzaam")?.code == "rule.area")
    #expect(bench.error("arrangement new BU2 --rule mondige-regelaars=Beperkt")?.code == "rule.indicator")
  }

  @Test func `of several ages of an indicator, or areas of a name, none is taken in silence`() throws {
    let bench = try bench()
    var estimate = Column.numbers("estimate", [300, 900, 100, 5, .nan])
    estimate.withheld = [4: "<5"]
    let table = Table(columns: [
      .texts("area", ["BU1", "BU1", "BU1", "BU2", "BU1"]),
      .texts("name", ["Noord", "Noord", "Noord", "Noord", "Noord"]),
      .texts("indicator", ["Eenzaam", "Eenzaam", "Beperkt", "Eenzaam", "Roker"]),
      .texts("age", ["65+", "18+", "65+", "65+", "65+"]), estimate,
    ])
    try bench.session.apply(
      .step(.init(line: "test", time: ""), changes: [PartName(.tables, "wzw.estimates"): Part(table)]))
    let line = "arrangement new BU1 --rule proactieve-zoekers=Beperkt --rule"
    let asked = bench.error("\(line) mondige-regelaars=Eenzaam")
    #expect(asked?.code == "rule.indicator" && asked?.candidates.map(\.word) == ["Eenzaam 65+", "Eenzaam 18+"])
    #expect(
      try bench.run("\(line) 'mondige-regelaars=Eenzaam 65+'").tables[0].column("weight")?.numbers == [0.25, 0.75])
    #expect(
      bench.error("\(line) mondige-regelaars=Roker")?.message.nl.contains("achter, want het zijn er weinig") == true)
    let two = bench.error("arrangement new Noord --rule mondige-regelaars=Beperkt")
    #expect(two?.code == "area.ambiguous" && two?.candidates.map(\.word) == ["BU1", "BU2"])
  }

  @Test(arguments: [
    ("arrangement show", "arrangement.none"), ("arrangement new x --weights niemand=1", "persona.unknown"),
    ("arrangement new x --weights mondige-regelaars=-1", "weight.value"),
    ("arrangement new x --weights mondige-regelaars=0", "weight.none"),
    ("arrangement new x --personas y", "set.unknown"), ("arrangement measures zorg", "pillar.unknown"),
  ])
  func `what cannot be is named`(line: String, code: String) throws {
    #expect(try bench().error(line)?.code == code)
  }

  @Test func `an indicator without an age goes before the same with one, and case and marks do not count`() throws {
    let bench = try bench()
    let table = Table(columns: [
      .texts("area", ["BU1", "BU1", "BU1"]), .texts("indicator", ["Eenzaam", "Eenzaam", "Zeer eenzaam"]),
      .texts("age", [nil, "65+", nil]), .numbers("estimate", [300, 900, 100]),
    ])
    try bench.session.apply(
      .step(.init(line: "test", time: ""), changes: [PartName(.tables, "wzw.estimates"): Part(table)]))
    let line = "arrangement new BU1 --rule proactieve-zoekers=ZEER_EENZAAM --rule"
    #expect(try bench.run("\(line) mondige-regelaars=eenzaam").tables[0].column("weight")?.numbers == [0.25, 0.75])
    #expect(try bench.run("\(line) 'mondige-regelaars=Eenzaam 65+'").tables[0].column("weight")?.numbers == [0.1, 0.9])
  }
}
