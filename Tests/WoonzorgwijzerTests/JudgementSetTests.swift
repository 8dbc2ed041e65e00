import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// Sets of judgements: the circle's, the example that ships, copies; and a first demand out of starting values.
@Suite struct JudgementSetTests {
  private func town() throws -> Workbench {
    let bench = try Workbench().file(
      "k.csv",
      """
      Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_0Tot15Jaar_8;k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11;k_65JaarOfOuder_12
      NL00;Nederland;Nederland;17942942;2714040;2202159;4586399;4763116;3677228
      GM0164;Hengelo (O.);Hengelo (O.);83058;11522;10426;21002;22781;17327
      WK016405;Berflo Es;Hengelo (O.);4945;510;685;1475;1375;900
      BU01640501;Berflo Es Noord;Hengelo (O.);3505;360;465;1085;940;650
      BU01640509;Leeg;Hengelo (O.);0;0;0;0;0;0
      """)
    try bench.run("wzw import k.csv --year 2024")
    return bench
  }

  private func started() throws -> Workbench {
    let bench = try town()
    try bench.run("wzw start")
    return bench
  }

  private func demand(_ precondition: String, _ output: Output) throws -> Double {
    let table = try #require(output.table)
    let row = try #require(table.column("precondition")?.texts?.firstIndex(of: precondition))
    return try #require(table.column("demand")?.numbers)[row]
  }

  private func people(_ bench: Workbench, _ group: String, _ area: String) throws -> Double {
    try #require(try bench.run("wzw estimate \(area) --group \(group)").numbers("estimate").first)
  }

  @Test func `the example knows its groups and preconditions, asks nothing twice, and only grades`() throws {
    let example = try ExampleJudgements(Fields(KnowledgeBase.data("judgements")))
    let groups = Set((try KnowledgeBase.data("groups")["groups"]?.array ?? []).compactMap { $0["id"]?.string })
    let known = Set(
      (try KnowledgeBase.data("preconditions")["preconditions"]?.array ?? []).compactMap { $0["id"]?.string })
    #expect(example.groups.map(\.group) == ["1", "3", "4a", "ggz-c3", "lvb"])
    for group in example.groups {
      #expect(groups.contains(group.group))
      let asked = group.answers.map(\.precondition)
      #expect(Set(asked).count == asked.count && Set(asked).isSubset(of: known), "\(group.group)")
      #expect(group.answers.allSatisfy { $0.grades.count == 3 && $0.grades.values.allSatisfy { $0.rank != nil } })
    }
    #expect(CircleNeeds(example).votes.count == example.groups.reduce(0) { $0 + $1.answers.count * 3 })
    #expect(CircleNeeds(example).roles.isEmpty)
  }

  @Test func `of 75 and over 76,3 % has no informal care, 10,4 % living in and 13,3 % elsewhere`() throws {
    let figures = try StartingFigures(Fields(KnowledgeBase.data("starting")))
    #expect(figures.shares.care == ["geen": 0.763, "inwonend": 0.104, "uitwonend": 0.133])
    #expect(abs(figures.shares.care.values.reduce(0, +) - 1) < 1e-12)
    // Who stands for a target group says how the two relate, and no target group has two of them.
    let targets = figures.groups.flatMap(\.standsFor)
    #expect(Set(targets).count == targets.count)
    for group in figures.groups {
      #expect(Set(group.standsFor).isSubset(of: group.relations.map(\.group)), "\(group.id)")
    }
  }

  @Test(arguments: ["GM0164", "WK016405", "BU01640501"])
  func `a first demand is people of the starting groups by the shares of care and the example`(area: String) throws {
    let bench = try started()
    let output = try bench.run("wzw needs \(area)")
    let (household, care, dementia) = (
      try people(bench, "hdl", area), try people(bench, "adl", area), try people(bench, "dementie", area)
    )
    // Of group 1 who has nobody; of 3 and 4a all but who has someone in the house.
    let expected = household * 0.763 + (care + dementia) * (0.133 + 0.763)
    #expect(abs(try demand("huishouden", output) - expected) < 1e-9 * expected)
    // What a group needs in each situation alike needs no shares: epa and lvb.
    let all = try people(bench, "epa", area) + people(bench, "licht-verstandelijk", area)
    #expect(abs(try demand("vaste-begeleider", output) - all) < 1e-9 * all)
    #expect(output.words.hasPrefix("Het meest nodig in"))
    #expect(
      output.words.contains("landelijke beginwaarden, niet van dit gebied: mensen die beperkt zijn in het huishouden"))
    #expect(output.words.contains("komen uit een voorbeeld van dit programma, van geen kring en uit geen bron."))
    #expect(output.words.contains("wie tot twee groepen hoort, telt twee keer."))
    #expect(output.words.contains("ten hoogste zoveel, geteld zijn mensen met dementie"))
    // A bound from above has no lower bound.
    #expect(try #require(output.table?.column("demand_low")?.numbers).contains { $0.isNaN })
    let gap = try bench.run("wzw gap \(area)")
    #expect(try demand("huishouden", gap) == demand("huishouden", output))
  }

  @Test func `why names the starting values and the example first, with their publications`() throws {
    let result = try #require(try started().result("wzw gap GM0164"))
    #expect(
      result.provenance.assumptions.prefix(3).map { String($0.nl.prefix(24)) } == [
        "landelijke beginwaarden,", "de oordelen over wat nod", "wie tot twee groepen hoo",
      ])
    let sources = Set(result.provenance.sources.map(\.id))
    #expect(sources.isSuperset(of: ["eurodem-1991", "cbs-mantelzorg-2019", "cbs-7461bev-2024"]))
  }

  @Test func `nobody lives there, so nobody needs anything, and nothing is divided by nought`() throws {
    let output = try started().run("wzw needs BU01640509")
    #expect(output.table?.column("demand")?.numbers?.allSatisfy { $0 == 0 } == true)
    #expect(!output.words.contains("Het meest nodig"))
  }

  @Test func `own rates, an own count and own shares go before starting values, group by group`() throws {
    let bench = try started().file("r.csv", "group,age_from,age_to,rate,source\n4a,65,,0.1,eigen\n")
    try bench.run("wzw import r.csv --as rates")
    try bench.run("wzw need people GM0164 3 1000 --by gemeente")
    try bench.run("wzw need shares 3 inwonend=1 uitwonend=0 geen=0 --by gemeente")
    let output = try bench.run("wzw needs GM0164")
    let expected = try people(bench, "hdl", "GM0164") * 0.763 + 17327 * 0.1 * 0.896
    #expect(abs(try demand("huishouden", output) - expected) < 1e-6)
    #expect(try demand("persoonlijke-verzorging", output) == 1000 + 17327 * 0.1 * 0.896)
    #expect(!output.words.contains("mensen met dementie") && !output.words.contains("dagelijkse verzorging (ADL) ("))
  }

  @Test func `off, or without the example, nothing is made up`() throws {
    let bench = try started()
    bench.set("wzw.starting", to: .string("off"))
    #expect(try bench.run("wzw needs GM0164").words.contains("Er is geen vraag te berekenen"))
    bench.set("wzw.starting", to: .string("on"))
    try bench.run("wzw start drop voorbeeldoordelen")
    #expect(try bench.run("wzw needs GM0164").words.contains("Er is geen vraag te berekenen"))
    #expect(try bench.run("wzw need sets").words.hasPrefix("Er telt nog geen oordeel mee."))
    // What the text states can be counted by national rates all the same.
    let stated = try bench.run("wzw needs GM0164 --stated")
    #expect(
      try demand("vaste-begeleider", stated) == people(bench, "epa", "GM0164")
        + people(bench, "licht-verstandelijk", "GM0164"))
    #expect(try demand("alarmopvolging-10", stated) == people(bench, "adl", "GM0164"))
    #expect(!stated.words.contains("voorbeeld"))
  }

  @Test func `the circle's first judgement puts the example aside, and its withdrawal brings it back`() throws {
    let bench = try started()
    let first = try bench.run("wzw need set 3 nultrede alle noodzakelijk --by gemeente")
    #expect(first.words.contains("van nu af tellen alleen oordelen van de kring"))
    let next = try bench.run("wzw need set 3 beugels alle noodzakelijk --by gemeente")
    #expect(!next.words.contains("van nu af"))
    let own = try bench.run("wzw needs GM0164")
    #expect(try demand("nultrede", own) == people(bench, "adl", "GM0164"))
    #expect(!own.words.contains("voorbeeld"))
    #expect(try bench.run("wzw needs GM0164 --set voorbeeld").words.contains("uit een voorbeeld van dit programma"))
    try bench.run("wzw need set 3 nultrede alle intrekken --by gemeente")
    try bench.run("wzw need set 3 beugels alle intrekken --by gemeente")
    #expect(try bench.run("wzw needs GM0164").words.contains("uit een voorbeeld van dit programma"))
  }

  @Test func `a copy is changed, compared, used and thrown away, and the example stays as it ships`() throws {
    let bench = try started()
    #expect(
      bench.error("wzw need set 3 nultrede alle prettig --by gemeente --set voorbeeld")?.code == "need.set.shipped")
    #expect(try bench.run("wzw need copy voorbeeld Plan").words.hasPrefix("De set 'Plan' telt nu"))
    #expect(bench.error("wzw need copy kring plan")?.code == "need.set.taken")
    #expect(bench.error("wzw need copy voorbeeld ''")?.code == "need.set.name")
    #expect(try bench.run("wzw need sets Plan voorbeeld").words.contains("zeggen hetzelfde (129 vragen)"))
    let changed = try bench.run("wzw need set 3 nultrede alle prettig --by gemeente")
    #expect(changed.table?.column("median")?.texts == ["prettig", "prettig", "prettig"])
    // Where a role speaks the example gives way, and does not count as a voice beside it.
    #expect(changed.table?.column("roles")?.numbers == [1, 1, 1])
    let compared = try bench.run("wzw need sets plan voorbeeld")
    #expect(
      compared.words.hasPrefix(
        "Bij 3 vragen verschillen de sets of zegt er één niets, bij 126 vragen zijn ze het eens."))
    #expect(compared.table?.column("left")?.texts == ["prettig", "prettig", "prettig"])
    #expect(compared.table?.column("right")?.texts == ["noodzakelijk", "noodzakelijk", "noodzakelijk"])
    #expect(try demand("nultrede", bench.run("wzw needs GM0164")) == 0)
    #expect(try bench.run("wzw needs GM0164").words.contains("uit de set 'Plan'"))
    try bench.run("wzw need use voorbeeld")
    #expect(try demand("nultrede", bench.run("wzw needs GM0164")) > 0)
    #expect(bench.error("wzw need use plam")?.suggestion == "Plan")
    #expect(bench.error("wzw need drop kring")?.code == "need.set.kept")
    try bench.run("wzw need use plan")
    #expect(try bench.run("wzw need drop plan").words.contains("'voorbeeld' telt"))
    #expect(bench.error("wzw needs GM0164 --set plan")?.code == "need.set.unknown")
    #expect(bench.error("wzw need sets voorbeeld")?.code == "need.set.two")
    #expect(
      try bench.run("wzw need sets kring voorbeeld").words == "Er valt niets te vergelijken: de set 'kring' is leeg.")
  }

  @Test func `the weight of a judgement is what the demand moves by when it is changed one grade`() throws {
    let bench = try started()
    let weights = try #require(try bench.run("wzw need weight GM0164").table)
    let groups = try #require(weights.column("group")?.texts)
    let preconditions = try #require(weights.column("precondition")?.texts)
    let situations = try #require(weights.column("situation")?.texts)
    let (lower, higher) = (
      try #require(weights.column("lower")?.numbers), try #require(weights.column("higher")?.numbers)
    )
    let sizes = zip(lower, higher).map { max($0.isNaN ? 0 : -$0, $1.isNaN ? 0 : $1) }
    #expect(sizes == sizes.sorted(by: >) && sizes.allSatisfy { $0 > 0 })
    let grades = Necessity.grades.map(\.rawValue)
    let medians = try #require(weights.column("median")?.texts)
    try bench.run("wzw need copy voorbeeld proef")
    for row in stride(from: 0, to: groups.count, by: 7) {
      let (group, precondition) = (try #require(groups[row]), try #require(preconditions[row]))
      let before = try demand(precondition, bench.run("wzw needs GM0164"))
      let median = try #require(medians[row])
      let rank = try #require(grades.firstIndex(of: median))
      let other = grades[lower[row].isNaN ? rank + 1 : rank - 1]
      let situation = situations[row].flatMap { $0 } ?? "alle"
      try bench.run("wzw need set \(group) \(precondition) \(situation) \(other) --by proef --set proef")
      let after = try demand(precondition, bench.run("wzw needs GM0164"))
      #expect(abs(after - before - (lower[row].isNaN ? higher[row] : lower[row])) < 1e-6, "\(group) \(precondition)")
    }
  }

  @Test func `a workspace keeps a copy in one step, as judgements of the circle are kept`() throws {
    let bench = try started()
    let before = bench.session.workspace.serial
    try bench.run("wzw need copy voorbeeld plan")
    #expect(bench.session.workspace.serial == before + 1)
    let sets = try bench.session.workspace.parts[PartName(.documents, "woonzorgwijzer/sets")]?.part.json()
    #expect(sets?["plan"]?["lvb"]?["begeleiding"]?["geen"]?["voorbeeld"]?.string == "noodzakelijk")
  }
}
