import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// From what the table gives to what is needed and lacking, through lines.
@Suite struct GapTests {
  private static let contract = [
    "precondition", "label", "family", "necessity", "demand", "demand_low", "demand_high", "supply", "gap", "gap_low",
    "gap_high", "coverage", "unknown_share", "split_low", "split_high",
  ]

  private func bench(_ lines: String...) throws -> Workbench {
    let bench = try Workbench()
    try bench.run("wzw demo")
    for line in lines { try bench.run(line) }
    return bench
  }

  private func ready() throws -> Workbench {
    try bench(
      "wzw need people BU99010101 3 80 --low 60 --high 105 --by gemeente",
      "wzw need shares 3 inwonend=.3 uitwonend=40% geen=.3 --by gemeente",
      "wzw need set 3 nultrede alle noodzakelijk --by gemeente",
      "wzw need set 3 nultrede inwonend prettig --by corporatie",
      "wzw need set 3 winkels-1000 geen noodzakelijk --by gemeente",
      "wzw need set 3 begeleiding alle zeer-wenselijk --by gemeente")
  }

  private func row(_ output: Output, _ precondition: String) throws -> [String: Value] {
    let index = try #require(output.texts("precondition").firstIndex(of: precondition))
    return Dictionary(
      uniqueKeysWithValues: (output.table?.columns ?? []).map { ($0.name, $0[index]) })
  }

  @Test func `the columns are those of the contract, with or without numbers`() throws {
    #expect(try bench().run("wzw gap BU99010101").table?.columnNames == Self.contract)
    #expect(try ready().run("wzw gap BU99010101").table?.columnNames == Self.contract)
    #expect(
      try ready().run("wzw gap BU99010101 BU99010102").table?.columnNames == ["area", "name"] + Self.contract)
  }

  @Test func `demand with its range, supply, gap and coverage of one neighbourhood`() throws {
    let output = try ready().run("wzw gap BU99010101")
    let nultrede = try row(output, "nultrede")
    // Inwonend: noodzakelijk and prettig, whose median is the lower: 24 of 80 are not needed.
    #expect(nultrede["demand"]?.number == 56 && nultrede["necessity"]?.text == "noodzakelijk")
    #expect(nultrede["demand_low"]?.number == 42 && nultrede["demand_high"]?.number == 105)
    #expect(nultrede["supply"]?.number == 40 && nultrede["gap"]?.number == 16)
    #expect(nultrede["coverage"]?.number == 40.0 / 56 && nultrede["unknown_share"]?.number == 0)
    // The gap of the low demand and of the high; and what the two roles alone make of 80 people.
    #expect(nultrede["gap_low"]?.number == 2 && nultrede["gap_high"]?.number == 65)
    #expect(nultrede["split_low"]?.number == 56 && nultrede["split_high"]?.number == 80)
    #expect(
      output.words.contains(
        "De rollen zijn het oneens over nultredenwoning (zonder trap of drempel): groep 3, mantelzorger woont in: gemeente noodzakelijk, corporatie prettig. Met het laagste oordeel is de vraag 56 (tekort 16), met het hoogste 80 (tekort 40); de tabel rekent met de mediaan."
      ))
    #expect(
      output.words.contains("onder de drempel 'noodzakelijk' en daarom zonder vraag: begeleiding (zeer wenselijk)"))
    let shown = (output.table?.columns ?? []).filter { !$0.isDetail }.map(\.name)
    #expect(shown == ["label", "demand", "supply", "gap", "gap_low", "gap_high", "coverage", "unknown_share"])
    let shops = try row(output, "winkels-1000")
    #expect(shops["demand"]?.number == 24 && shops["unknown_share"]?.number == 0.7)
    // All live near enough: of the low demand and of the high nothing is lacking either.
    #expect(shops["gap_low"]?.number == 0 && shops["gap_high"]?.number == 0 && shops["split_high"]?.number == 24)
    #expect(shops["coverage"]?.number == 1 && shops["supply"]?.number == 24 && shops["gap"]?.number == 0)
    let guidance = try row(output, "begeleiding")
    #expect(guidance["demand"]?.number == 0 && guidance["necessity"]?.text == "zeer-wenselijk")
  }

  @Test func `the threshold lets more in, and --stated what the text calls needed`() throws {
    let bench = try ready()
    let wide = try bench.run("wzw gap BU99010101 --threshold zeer-wenselijk")
    #expect(try row(wide, "begeleiding")["demand"]?.number == 80)
    // Supply in hours is no number of people.
    #expect(try row(wide, "begeleiding")["gap"] == .missing && row(wide, "begeleiding")["supply"]?.number == 520)
    #expect(!(try bench.run("wzw needs BU99010101").texts("precondition").contains("beschut-wonen")))
    let stated = try bench.run("wzw needs BU99010101 --stated")
    #expect(try row(stated, "beschut-wonen")["demand"]?.number == 80)
    #expect(bench.error("wzw gap BU99010101 --threshold nodig")?.code == "argument.choice")
  }

  @Test func `without what no source gives there is no demand, what is lacking is named, and indicators are counted`()
    throws
  {
    let nothing = try bench()
    let empty = try nothing.run("wzw needs BU99010101")
    #expect(empty.words.contains("geen vraag te berekenen") && empty.texts("indicator").contains("BeperkingInBewegen"))
    #expect(try nothing.run("wzw gap BU99010101").numbers("demand").allSatisfy(\.isNaN))
    let some = try bench("wzw need people BU99010101 3 80 --by gemeente")
    let lacking = try some.run("wzw needs BU99010101")
    #expect(lacking.texts("group") == ["3", "3"] && lacking.texts("lacks") == ["shares", "necessity"])
    #expect(try some.run("wzw needs BU99010102").texts("lacks") == ["people", "shares", "necessity"])
  }

  @Test func `a key from indicator to group gives people, and an own count comes first`() throws {
    let bench = try bench(
      "wzw need key 3 BeperkingInBewegen --share 50% --low .4 --high .6 --by zorgaanbieder",
      "wzw need shares 3 inwonend=0 uitwonend=0 geen=1 --by gemeente",
      "wzw need set 3 nultrede geen noodzakelijk --by gemeente")
    let people = try bench.run("wzw estimate BU99010101 --indicator BeperkingInBewegen --age 65+").numbers("estimate")
    let keyed = try row(try bench.run("wzw needs BU99010101"), "nultrede")
    #expect(keyed["demand"]?.number == people[0] * 0.5 && keyed["demand_high"]?.number == people[0] * 0.6)
    try bench.run("wzw need people BU99010101 3 33 --source 'eigen register'")
    #expect(try row(try bench.run("wzw needs BU99010101"), "nultrede")["demand"]?.number == 33)
  }

  @Test func `what-if stands beside today and keeps nothing`() throws {
    let bench = try ready()
    let serial = bench.session.workspace.serial
    let output = try bench.run("wzw gap BU99010101 --what-if 'group 3 +10%, item nultrede +120'")
    let nultrede = try row(output, "nultrede")
    #expect(nultrede["demand"]?.number == 56 && abs((nultrede["demand_then"]?.number ?? 0) - 61.6) < 1e-9)
    #expect(nultrede["supply"]?.number == 40 && nultrede["supply_then"]?.number == 160)
    #expect(abs((nultrede["gap_change"]?.number ?? 0) + 114.4) < 1e-9)
    #expect(bench.session.workspace.serial == serial)
    #expect(try bench.run("wzw gap BU99010101 --what-if 'nultrede +40'").texts("precondition") == ["nultrede"])
  }

  @Test func `what is added to an unknown supply is a change all the same, without any input of the group`() throws {
    let output = try bench().run("wzw gap BU99010101 --what-if 'beugels +40'")
    #expect(output.texts("precondition") == ["beugels"] && output.numbers("gap_change") == [-40])
    #expect(output.numbers("supply")[0].isNaN && output.numbers("supply_then")[0].isNaN)
    #expect(output.words.contains("alleen het verschil is bekend: beugels"))
  }

  @Test func `the analyst's rates give people with a range, and the same ones each time`() throws {
    let bench = try bench(
      "wzw need shares 3 inwonend=0 uitwonend=0 geen=1 --by gemeente",
      "wzw need set 3 nultrede geen noodzakelijk --by gemeente")
    bench.file("r.csv", "group,age_from,age_to,sex,household,rate,low,high,source\n3,65,,,,0.1,0.08,0.12,eigen\n")
    try bench.run("wzw import r.csv")
    let needs = try bench.run("wzw needs BU99010101")
    let older = try bench.run("wzw areas BU99010101").numbers("population_65_plus")[0]
    let nultrede = try row(needs, "nultrede")
    let (demand, low, high) = (
      nultrede["demand"]?.number, nultrede["demand_low"]?.number, nultrede["demand_high"]?.number
    )
    #expect(abs((demand ?? 0) - older * 0.1) < 1e-9)
    #expect((low ?? .infinity) < (demand ?? 0) && (demand ?? 0) < (high ?? 0))
    #expect(try row(bench.run("wzw needs BU99010101"), "nultrede") == nultrede)
  }

  @Test(arguments: [
    ("wzw gap BU99010101 --what-if 'lvb +1'", "whatif.nothing"),
    ("wzw gap BU99010101 --what-if 'beugels +10%'", "whatif.nothing"),
    ("wzw gap BU99010101 --what-if 'nultrede -41'", "whatif.negative"),
    ("wzw gap BU99010101 --what-if 'group 3 -200%'", "whatif.negative"),
    ("wzw gap BU99010101 BU99010102 --what-if 'nultrede +1'", "whatif.areas"),
    ("wzw gap BU99010101 --offer --what-if 'nultrede +1'", "whatif.offer"),
    ("wzw need people BU99010101 3 80 --low 60 --by x", "need.range"),
    ("wzw need people BU99010101 3 80", "argument.missing"),
    ("wzw need people BU99010101 3 --by x", "argument.missing"),
    ("wzw need people BU99010101 3 80 --source jan@example.org", "personal.found"),
    ("wzw need people BU99010102 3 --withdraw", "need.none"),
    ("wzw need people BU99010101 3 -4 --by x", "argument.range"),
    ("wzw need shares 3 inwonend=.3 uitwonend=.4 --by x", "shares.sum"),
    ("wzw need shares 3 inwonend=1.2 uitwonend=0 geen=0 --by x", "shares.value"),
    ("wzw need shares 3 inwonend=veel uitwonend=0 geen=0 --by x", "shares.value"),
    ("wzw need shares 3 thuis=1 --by x", "situation.unknown"),
    ("wzw need key 3 BeperkingInBewegen --share 4 --by x", "argument.range"),
    ("wzw need kind toko --by x", "argument.missing"),
    ("wzw needs", "argument.missing"), ("wzw gap", "argument.missing"),
  ])
  func `what cannot be is refused`(line: String, code: String) throws {
    #expect(try ready().error(line)?.code == code)
  }

  @Test func `what was given can be taken back, and undone`() throws {
    let bench = try ready()
    try bench.run("wzw need people BU99010101 3 --withdraw")
    #expect(bench.session.workspace.parts[PartName(.documents, "woonzorgwijzer/people")] == nil)
    try bench.run("wzw need shares 3 --withdraw")
    #expect(bench.session.workspace.parts[PartName(.documents, "woonzorgwijzer/shares")] == nil)
    #expect(try bench.run("wzw needs BU99010101").numbers("demand").isEmpty)
  }

  @Test func `offering keeps one table for other plugins, as one step`() throws {
    let bench = try ready()
    let serial = bench.session.workspace.serial
    try bench.run("wzw gap BU99010101 --offer")
    #expect(bench.session.workspace.serial == serial + 1)
    let table = try #require(try bench.session.workspace.parts[PartName(.tables, "wzw.gaps")]?.part.table())
    #expect(table.columnNames == ["area", "name", "level", "nesting"] + Self.contract + ["threshold"])
    #expect(Set(table.column("area")?.texts ?? []) == ["BU99010101"])
    #expect(Set(table.column("nesting")?.texts ?? []) == ["NL00/GM9901/WK990101/BU99010101"])
    try bench.run("wzw define Linde BU99010101 BU99010102")
    try bench.run("wzw gap Linde WK990101 --offer")
    let both = try #require(try bench.session.workspace.parts[PartName(.tables, "wzw.gaps")]?.part.table())
    #expect(Set(both.column("level")?.texts ?? []) == ["eigen", "wijk"])
    #expect(
      both.column("nesting")?.texts?.first
        == "NL00/GM9901/WK990101/BU99010101 NL00/GM9901/WK990101/BU99010102")
  }

  @Test func `an item under another name counts for what the circle says`() throws {
    let bench = try ready()
    bench.file("a.csv", "area,item,capacity,unit,source\nBU99010101,aanleunwoning,10,woningen,c\n")
    try bench.run("wzw import a.csv")
    #expect(try row(try bench.run("wzw gap BU99010101"), "nultrede")["supply"]?.number == 40)
    try bench.run("wzw need kind aanleunwoning nultrede --by corporatie")
    #expect(try row(try bench.run("wzw gap BU99010101"), "nultrede")["supply"]?.number == 50)
  }
}

/// What hangs on whom one asks.
@Suite struct SplitTests {
  private func bench(_ votes: String..., people: String = "80") throws -> Workbench {
    let bench = try Workbench()
    try bench.run("wzw demo")
    try bench.run("wzw need people BU99010101 3 \(people) --by gemeente")
    try bench.run("wzw need shares 3 inwonend=.3 uitwonend=40% geen=.3 --by gemeente")
    for vote in votes { try bench.run("wzw need set 3 \(vote)") }
    return bench
  }

  private func split(_ output: Output) throws -> [Double] {
    let row = try #require(output.texts("precondition").firstIndex(of: "nultrede"))
    return ["split_low", "demand", "split_high"].map { output.numbers($0)[row] }
  }

  @Test func `without a range of people the roles alone still move the demand`() throws {
    let output = try bench(
      "nultrede alle noodzakelijk --by gemeente", "nultrede alle prettig --by corporatie",
      "nultrede alle prettig --by zorg"
    ).run("wzw gap BU99010101")
    #expect(try split(output) == [0, 0, 80])
    #expect(output.numbers("demand_low").contains { $0.isNaN } && !output.numbers("demand_low").contains { $0 > 0 })
    #expect(
      output.words.contains(
        "groep 3, mantelzorger woont in / mantelzorger woont elders / geen mantelzorger: gemeente noodzakelijk, corporatie prettig, zorg prettig."
      ))
    #expect(output.words.contains("Met het laagste oordeel is de vraag 0 (40 over), met het hoogste 80 (tekort 40)"))
  }

  @Test func `roles that agree, one alone, and one that does not know split nothing`() throws {
    for votes in [
      ["nultrede alle noodzakelijk --by gemeente"],
      ["nultrede alle noodzakelijk --by gemeente", "nultrede alle noodzakelijk --by corporatie"],
      ["nultrede alle noodzakelijk --by gemeente", "nultrede alle onbekend --by corporatie"],
      // Both above the threshold, or both below.
      ["begeleiding alle zeer-wenselijk --by gemeente", "begeleiding alle prettig --by corporatie"],
    ] {
      let bench = try bench()
      for vote in votes { try bench.run("wzw need set 3 \(vote)") }
      #expect(!(try bench.run("wzw gap BU99010101").words.contains("oneens")), "\(votes)")
    }
  }

  @Test func `needs tells it too, and with a lower threshold there is no split`() throws {
    let bench = try bench(
      "nultrede alle noodzakelijk --by gemeente", "nultrede alle zeer-wenselijk --by corporatie")
    #expect(try bench.run("wzw needs BU99010101").words.contains("De rollen zijn het oneens over nultrede"))
    #expect(!(try bench.run("wzw needs BU99010101 --threshold zeer-wenselijk").words.contains("oneens")))
  }

  @Test func `a split over few people is told without numbers`() throws {
    let output = try bench(
      "nultrede alle noodzakelijk --by gemeente", "nultrede inwonend prettig --by corporatie", people: "14"
    ).run("wzw gap BU99010101")
    #expect(output.words.contains("Wat dat scheelt, is achtergehouden, want het gaat om weinig mensen."))
    let row = try #require(output.texts("precondition").firstIndex(of: "nultrede"))
    #expect(output.table?.column("split_high")?.withheld[row] != nil && output.numbers("split_high")[row].isNaN)
  }

  /// Of random votes: the lowest, the median and the highest judgement stand in their order, and a count by hand agrees.
  @Test func `the demand lies between what the lowest and the highest judgement make of it`() {
    var state: UInt64 = 11
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let threshold = Threshold()
    for _ in 0..<500 {
      let judgements = (0..<3).map { _ in
        Judgement(
          votes: Dictionary(
            uniqueKeysWithValues: (0..<draw(4)).map { ("rol \($0)", Necessity.allCases[draw(5)]) }))
      }
      let people = judgements.map { _ in Double(draw(50)) }
      let amount = Demand.sum(
        zip(judgements, people).map { judgement, people in
          Demand.Cell(
            group: "3", people: people, low: .nan, high: .nan,
            isNeeded: judgement.median.map { threshold.isReached(by: $0) },
            isNeededAtLeast: threshold.isReached(by: judgement.lowest),
            isNeededAtMost: threshold.isReached(by: judgement.highest), unknown: judgement.unknownShare)
        })
      if amount.demand.isNaN { continue }
      #expect(amount.splitLow <= amount.demand && amount.demand <= amount.splitHigh)
      let most = zip(judgements, people).reduce(0) { $0 + ($1.0.votes.values.contains(.necessary) ? $1.1 : 0) }
      #expect(amount.splitHigh == most)
    }
  }
}

/// Few people are not told, not by what they need either.
@Suite struct GapPrivacyTests {
  private func bench() throws -> Workbench {
    let bench = try Workbench()
    for line in [
      "wzw demo", "wzw need people BU99010102 3 3 --by gemeente", "wzw need people BU99010101 3 80 --by gemeente",
      "wzw need people BU99010102 lvb 20 --by gemeente",
      "wzw need shares 3 inwonend=0 uitwonend=0 geen=1 --by gemeente",
      "wzw need shares lvb inwonend=0 uitwonend=0 geen=1 --by gemeente",
      "wzw need set 3 nultrede geen noodzakelijk --by gemeente",
      "wzw need set lvb beugels geen noodzakelijk --by gemeente",
      "wzw need set 3 rolstoelwoning geen noodzakelijk --by gemeente",
      "wzw need set lvb rolstoelwoning geen noodzakelijk --by gemeente",
    ] { try bench.run(line) }
    return bench
  }

  private func shown(_ output: Output, _ precondition: String, _ column: String) throws -> String {
    let row = try #require(output.texts("precondition").firstIndex(of: precondition))
    let found = try #require(output.table?.column(column))
    return found.withheld[row] ?? found[row].plain
  }

  @Test func `a small demand is held back with the gap and the coverage that would give it`() throws {
    let output = try bench().run("wzw gap BU99010102")
    #expect(try shown(output, "nultrede", "demand") == "<5" && shown(output, "nultrede", "supply") == "15")
    #expect(try shown(output, "nultrede", "gap") == "•" && shown(output, "nultrede", "coverage") == "•")
    // 23 people of two groups, one of which has 3: beside the 20 of the other it would follow.
    #expect(try shown(output, "rolstoelwoning", "demand") == "•" && shown(output, "beugels", "demand") == "20")
  }

  @Test func `what-if does not give it away either`() throws {
    let output = try bench().run("wzw gap BU99010102 --what-if 'group 3 +1000%'")
    for column in ["demand", "demand_then", "gap", "gap_then", "gap_change"] {
      #expect(["<5", "•"].contains(try shown(output, "nultrede", column)), "\(column)")
    }
  }

  @Test func `a total does not give away the one neighbourhood that is held back`() throws {
    let bench = try bench()
    try bench.run("wzw define samen BU99010101 BU99010102")
    let table = try #require(try bench.run("wzw gap samen BU99010101 BU99010102").table)
    let demand = try #require(table.column("demand"))
    let rows = (table.column("precondition")?.texts ?? []).indices.filter {
      table.column("precondition")?[$0] == .text("nultrede")
    }
    #expect(rows.count == 3 && rows.filter { demand[$0].isMissing }.count >= 2)
  }

  @Test func `a small gap is a count of few people`() throws {
    let bench = try bench()
    bench.file("a.csv", "area,item,capacity,unit,source\nBU99010101,nultrede,78,woningen,verzonnen\n")
    try bench.run("wzw import a.csv")
    let output = try bench.run("wzw gap BU99010101")
    #expect(try shown(output, "nultrede", "gap") == "<5" && shown(output, "nultrede", "demand") == "•")
    bench.set("wzw.suppress-below", 0)
    #expect(try shown(bench.run("wzw gap BU99010101"), "nultrede", "gap") == "2")
  }
}
