import Testing
import WorkbenchKit

@testable import InstrumentSelector

/// What arrangements of areas do, on its way to instruments and performance agreements.
@Suite struct AreaMeasureTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func measures(_ rows: [(measure: String, pillar: String?, party: String?)]) -> Table {
    Table(columns: [
      .texts("area", rows.map { _ in "BU1" }), .texts("name", rows.map { _ in "Noord" }),
      .texts("measure", rows.map(\.measure)), .texts("label", rows.map { "maatregel \($0.measure)" }),
      .texts("pillar", rows.map(\.pillar)), .texts("party", rows.map(\.party)),
    ])
  }

  private func topics(_ output: Output) throws -> Table {
    try #require(output.tables.first { $0.column("topic") != nil })
  }

  @Test func `measures weigh for the domain of their pillar, and fill the topics of the agreements`() throws {
    let line = "instrument advise script=yes power=no"
    let before = try bench.run(line)
    try bench.hold(
      measures([
        ("a", "woning", "corporatie"), ("a", "woning", "corporatie"), ("b", "netwerk", nil), ("eigen", nil, "bewoners"),
      ]),
      as: "arrangement.measures")
    let output = try bench.run(line)
    let because = Dictionary(
      zip(output.texts("instrument"), output.texts("because")), uniquingKeysWith: { one, _ in one })
    // What answers two moments of an area is one measure.
    #expect(because["woonvisie"]?.hasSuffix("in het arrangement: maatregel a (Noord)") == true)
    #expect(because["wmo-beleidsplan"]?.hasSuffix("in het arrangement: maatregel b (Noord)") == true)
    #expect(because["structuurvisie"]?.contains("arrangement") == false)
    #expect(because["prestatieafspraken"]?.contains("in het gebied liggen er onderwerpen voor") == true)
    #expect(before.texts("because").allSatisfy { !$0.contains("arrangement") })
    let table = try topics(output)
    #expect(table.title?.nl == "Voor de prestatieafspraken (uit het arrangement)")
    #expect(table.column("topic")?.texts == ["woningaanpassing", "een plek voor het Wmo-beleid", "overig"])
    #expect(
      table.column("measures")?.texts == [
        "maatregel a (corporatie, Noord)", "maatregel b (nog van niemand, Noord)", "maatregel eigen (bewoners, Noord)",
      ])
    #expect(output.words.contains("is onze lezing: wij gaan uit van de pijler"))
  }

  @Test func `beside gaps the topics hold both, by label, and ids stay for programs`() throws {
    try bench.hold(
      Table(columns: [
        .texts("area", ["BU1", "BU1"]), .texts("precondition", ["nultrede", "respijtzorg"]),
        .texts("label", ["nultredenwoning", "respijtzorg"]), .texts("family", ["woning", "ondersteuning"]),
        .numbers("demand", [50, 9]), .numbers("gap", [40, .nan]),
      ]), as: "wzw.gaps")
    let alone = try topics(try bench.run("instrument advise script=yes power=no"))
    #expect(alone.title?.nl == "Voor de prestatieafspraken (uit wzw.gaps)" && alone.column("measures") == nil)
    #expect(alone.column("lacking")?.texts == ["nultrede", nil])
    #expect(alone.column("lacking_labels")?.texts == ["nultredenwoning", nil])
    try bench.hold(measures([("a", "wijk", nil)]), as: "arrangement.measures")
    let both = try topics(try bench.run("instrument advise script=yes power=no"))
    #expect(both.title?.nl == "Voor de prestatieafspraken (uit wzw.gaps en het arrangement)")
    #expect(
      both.rowCount == 3
        && both.column("measures")?.texts?.compactMap { $0 } == ["maatregel a (nog van niemand, Noord)"])
  }

  @Test func `an empty table of measures says nothing`() throws {
    try bench.hold(measures([]), as: "arrangement.measures")
    let output = try bench.run("instrument advise script=yes power=no")
    #expect(!output.tables.contains { $0.column("topic") != nil } && !output.words.contains("pijler"))
  }
}
