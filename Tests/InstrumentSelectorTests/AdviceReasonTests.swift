import TestSupport
import Testing
import WorkbenchKit

@testable import InstrumentSelector

/// What puts one instrument before another: answers, and what the areas lack.
@Suite struct AdviceReasonTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func `gaps of areas preselect domains and fill the topics of the agreements`() throws {
    let gaps = Table(columns: [
      .texts("area", ["BU1", "BU1"]), .texts("precondition", ["nultrede", "wasmachine"]),
      .texts("family", ["woning", "ondersteuning"]), .numbers("gap", [40, -3]),
    ])
    try bench.hold(gaps, as: "wzw.gaps")
    let output = try bench.run("instrument advise script=yes power=no")
    #expect(output.table?.column("instrument")?.texts?.first == "woonvisie")
    let topics = try #require(output.tables.first { $0.column("topic") != nil })
    #expect(topics.column("topic")?.texts == ["woningaanpassing"] && topics.column("lacking")?.texts == ["nultrede"])
  }

  @Test func `gaps of areas within each other count once, and those held back are counted`() throws {
    var gap = Column.numbers("gap", [40, 30, 50, .nan, 45])
    gap.withheld = [3: "<5"]
    try bench.hold(
      Table(columns: [
        .texts("area", ["GM0164", "WK016400", "GM0164", "WK016401", "WK016300"]),
        .texts("precondition", ["nultrede", "nultrede", "beugels", "nultrede", "nultrede"]),
        .texts("family", ["woning", "woning", "woning", "woning", "woning"]), gap,
      ]), as: "wzw.gaps")
    let output = try bench.run("instrument advise script=yes power=no")
    let topics = try #require(output.tables.first { $0.column("topic") != nil })
    // 40 of the municipality and 45 of another's district, not 30 more; beside 50.
    #expect(topics.column("lacking")?.texts == ["nultrede, beugels"])
    #expect(output.notices.contains("wzw.gaps: 2 areas lie within another and are not counted again"))
    // What is held back lies within an area that counts, so that nothing is left out.
    #expect(!output.notices.contains { $0.contains("held back") })
  }

  @Test func `per precondition the largest areas with a figure count, and people who are shared are told`() throws {
    var gap = Column.numbers("gap", [.nan, 30, .nan, 7, 8])
    gap.withheld = [2: "<5"]
    try bench.hold(
      Table(columns: [
        .texts("area", ["GM0164", "WK016400", "WK016300", "eigen", "ander"]),
        .texts("precondition", ["nultrede", "nultrede", "nultrede", "beugels", "beugels"]),
        .texts("family", ["woning", "woning", "woning", "woning", "woning"]),
        .numbers("demand", [90, 40, 6, 9, 9]), gap,
        .texts(
          AreaNesting.column,
          [
            "NL00/GM0164", "NL00/GM0164/WK016400", "NL00/GM0163/WK016300",
            "NL00/GM0001/WK000101 NL00/GM0001/WK000102", "NL00/GM0001/WK000102 NL00/GM0001/WK000103",
          ]),
      ]), as: "wzw.gaps")
    let said = try bench.run("instrument advise script=yes power=no").notices
    // The municipality has no figure, so that its district is in nothing that counts.
    #expect(!said.contains { $0.contains("within another") })
    #expect(said.contains("wzw.gaps: 1 gap is held back and does not count here"))
    #expect(said.contains("wzw.gaps: 'eigen' and 'ander' share people, who count twice in a gap"))
    #expect(said.contains { $0.contains("not known whether there is enough: nultrede") })
  }

  @Test func `unknown supply of something needed is a topic to be found out, and weighs as such`() throws {
    func hold(_ gaps: [Double]) throws {
      try bench.hold(
        Table(columns: [
          .texts("area", ["BU1", "BU1", "BU1"]),
          .texts("precondition", ["beschut-wonen", "alarmopvolging-10", "fijn"]),
          .texts("family", ["woning", "ondersteuning", "eigen familie"]), .numbers("demand", [30, 70, 0]),
          .numbers("gap", gaps),
        ]), as: "wzw.gaps")
    }
    let line = "instrument advise script=yes power=no parties=corporaties+zorgaanbieders"
    try hold([.nan, .nan, .nan])
    let output = try bench.run(line)
    let topics = try #require(output.tables.first { $0.column("topic") != nil })
    #expect(topics.column("unknown")?.texts == ["beschut-wonen", "alarmopvolging-10"])
    #expect(topics.column("lacking")?.texts == [nil, nil])
    #expect(topics.column("topic")?.texts?[0]?.contains("vormen van wonen met zorg") == true)
    #expect(output.words.contains("dat is iets anders dan geen tekort"))
    let table = try #require(output.table)
    let place = try #require(table.column("instrument")?.texts?.firstIndex(of: "prestatieafspraken"))
    #expect((table.column("rank")?.numbers?[place] ?? 99) <= 5)
    #expect(table.column("because")?.texts?[place]?.contains("nog uit te zoeken") == true)
    func score(_ output: Output) throws -> Double {
      let table = try #require(output.table)
      let place = try #require(table.column("instrument")?.texts?.firstIndex(of: "prestatieafspraken"))
      return try #require(table.column("score")?.numbers?[place])
    }
    // Lacking weighs more than unknown, and unknown more than enough.
    let unknown = try score(output)
    try hold([5, -3, .nan])
    let short = try score(bench.run(line))
    try hold([-5, -3, -1])
    let enough = try score(bench.run(line))
    #expect(short > unknown && unknown > enough)
    #expect(try bench.run(line).tables.allSatisfy { $0.column("topic") == nil })
    // Nothing answered is no order, and the topics stand all the same.
    try hold([.nan, 4, .nan])
    let alone = try bench.run("instrument advise").tables
    #expect(alone.allSatisfy { $0.column("rank") == nil })
    #expect(alone.contains { $0.column("unknown")?.texts == ["beschut-wonen", nil] })
    // What no source has a topic for stands under its own name.
    try bench.hold(
      Table(columns: [
        .texts("area", ["BU1"]), .texts("precondition", ["fijn"]), .texts("family", ["eigen familie"]),
        .numbers("demand", [3]), .numbers("gap", [2]),
      ]), as: "wzw.gaps")
    let own = try #require(try bench.run(line).tables.first { $0.column("topic") != nil })
    #expect(own.column("topic")?.texts == ["eigen familie"] && own.column("lacking")?.texts == ["fijn"])
  }

  @Test func `a fact counts once: a gap is no domain that was asked for, and an ambition is in its style`() throws {
    let gaps = Table(columns: [
      .texts("area", ["BU1"]), .texts("precondition", ["nultrede"]), .texts("family", ["woning"]),
      .numbers("gap", [40]),
    ])
    let usual = try #require(try bench.run("instrument advise script=yes power=no").table)
    try bench.hold(gaps, as: "wzw.gaps")
    let lacking = try #require(try bench.run("instrument advise script=yes power=no").table)
    func row(_ table: Table, _ id: String) throws -> (score: Double, because: String) {
      let place = try #require(table.column("instrument")?.texts?.firstIndex(of: id))
      return (
        try #require(table.column("score")?.numbers?[place]), (table.column("because")?.texts?[place] ?? nil) ?? ""
      )
    }
    #expect(abs(try row(lacking, "woonvisie").score - row(usual, "woonvisie").score - 0.08) < 1e-12)
    #expect(try !row(lacking, "woonvisie").because.contains("gevraagde domein"))
    #expect(try row(lacking, "wmo-beleidsplan").score == row(usual, "wmo-beleidsplan").score)
    try bench.hold(Table(columns: []), as: "wzw.gaps")
    let plain = try #require(try bench.run("instrument advise script=no power=no").table)
    let ambitious = try #require(try bench.run("instrument advise ambition=ruimte power=no").table)
    #expect(try row(ambitious, "bestemmingsplan").score == row(plain, "bestemmingsplan").score)
    #expect(try row(ambitious, "bestemmingsplan").because.contains("zo hoort het ook bij de ambitie"))
    // An ambition whose style it is not counts of itself.
    let other = try #require(try bench.run("instrument advise ambition=woonservicegebieden power=yes").table)
    #expect(try row(other, "woonvisie").because.contains("past bij de ambitie"))
  }

  @Test func `nothing answered: no order, but the question that would tell most`() throws {
    for line in ["instrument advise", "instrument advise script=onbekend", "instrument advise both=no"] {
      let output = try bench.run(line)
      #expect(output.tables.allSatisfy { $0.column("rank") == nil && $0.column("score") == nil }, "\(line)")
      #expect(output.facts["question"] == .text("ambition"), "\(line)")
      #expect(output.words.contains("Welke ambitie ligt het dichtst bij?"), "\(line)")
    }
    let telling = try #require(try bench.run("instrument advise").table)
    #expect(telling.column("question")?.texts?.first == "ambition")
    #expect(telling.column("first")?.numbers.map { $0 == $0.sorted() } == true)
    // One answer that ranks is enough.
    #expect(try bench.run("instrument advise domain=wonen").table?.column("rank") != nil)
    #expect(try bench.run("instrument advise domain=wonen").facts["question"] == nil)
  }

  @Test func `a reason is given only for what was asked or given`() throws {
    let table = try #require(try bench.run("instrument advise domain=wonen").table)
    let because = (table.column("because")?.texts ?? []).compactMap { $0 }
    #expect(Set(because) == ["in het gevraagde domein", "-"])
    #expect(table.column("rank")?.numbers?.filter { $0 == 1 }.count == 4)
  }

  @Test func `gebiedsgericht-2016, lines 587 to 593: no three times is not to take the lead, and that comes first`()
    throws
  {
    func lead(_ answers: String) throws -> (fact: Value?, first: String) {
      let output = try bench.run("instrument advise \(answers)")
      guard case .paragraph(let text)? = output.blocks.first else { return (output.facts["lead"], "") }
      return (output.facts["lead"], text.nl)
    }
    let none = try lead("must=no can=no want=no")
    #expect(
      none.fact == .text("nee") && none.first.hasPrefix("Neem de regie niet:") && none.first.contains("onze lezing"))
    #expect(none.first.contains("het moet niet; het kan niet; de raad kiest er niet voor"))
    let alone = try bench.run("instrument advise must=no can=no want=no")
    #expect(alone.tables.isEmpty && alone.facts["question"] == nil)
    let all = try lead("must=yes can=yes want=yes script=yes power=no")
    #expect(all.fact == .text("ja") && all.first.hasPrefix("Neem de regie"))
    #expect(try lead("must=yes can=no want=yes").first.hasPrefix("Neem de regie samen met anderen"))
    #expect(try lead("must=no").first.hasPrefix("De regie is nog open"))
    #expect(try lead("script=yes power=no").first == "")
  }

  @Test func `prestatieafspraken go with any style, and that this is a reading is said`() throws {
    for answers in ["script=yes power=yes", "script=no power=yes", "script=yes power=no", "script=no power=no"] {
      let table = try #require(try bench.run("instrument advise \(answers)").table)
      let place = try #require(table.column("instrument")?.texts?.firstIndex(of: "prestatieafspraken"))
      #expect((table.column("rank")?.numbers?[place] ?? 99) <= 5, "\(answers)")
      #expect(table.column("because")?.texts?[place]?.contains("onze lezing") == true, "\(answers)")
    }
  }
}
