import Session
import Testing
@_spi(Host) import WorkbenchKit

@testable import PersonaMapper

/// What an area lacks beside what personas need, and what an arrangement hands on.
@Suite struct LacksTests {
  private func bench(_ lines: String...) throws -> Workbench {
    let bench = try Workbench("persona set use langer-thuis")
    var gap = Column.numbers("gap", [12, .nan, -3, .nan, 7])
    gap.withheld[3] = "<5"
    let table = Table(columns: [
      .texts("area", ["BU1", "BU1", "BU1", "BU2", "BU2"]),
      .texts("name", ["Noord", "Noord", "Noord", "Zuid", "Zuid"]),
      .texts("precondition", ["begeleiding", "respijtzorg", "nultrede", "begeleiding", "nultrede"]),
      .texts("label", ["begeleiding", "respijtzorg", "nultredenwoning", "begeleiding", "nultredenwoning"]),
      .numbers("demand", [30, 8, 40, .nan, 20]), gap,
    ])
    try bench.session.apply(
      .step(.init(line: "test", time: ""), changes: [PartName(.tables, "wzw.gaps"): Part(table)]))
    for line in lines { try bench.run(line) }
    return bench
  }

  @Test func `a need called as a precondition, by id or label, says who lacks what; others are told`() throws {
    let bench = try bench(
      "persona edit mondige-regelaars --need Begeleiding --need rust --need nultredenwoning",
      "persona edit proactieve-zoekers --need respijtzorg")
    let output = try bench.run("persona lacks")
    #expect(output.texts("persona") == ["proactieve-zoekers"] + [String](repeating: "mondige-regelaars", count: 4))
    #expect(output.texts("area_name") == ["Noord", "Noord", "Noord", "Zuid", "Zuid"])
    #expect(
      output.texts("state") == [
        "niet bekend of er genoeg is", "tekort", "genoeg", "achtergehouden: te weinig mensen", "tekort",
      ])
    #expect(output.words.contains("4 persona's hebben nog geen behoeften"))
    #expect(output.words.contains("geen cijfers, want het heet niet als een randvoorwaarde: rust (mondige regelaars)"))
    #expect(!output.words.contains("bij geen persona genoemd"))
    #expect(try bench.run("persona lacks Zuid").texts("precondition") == ["begeleiding", "nultrede"])
    #expect(try bench.run("persona lacks bu1 --persona proactieve-zoekers").texts("precondition") == ["respijtzorg"])
    #expect(
      try bench.run("persona lacks BU1 --persona proactieve-zoekers").words.contains(
        "bij geen persona genoemd: begeleiding"))
    #expect(bench.error("persona lacks Oost")?.code == "area.unknown")
    #expect(try Workbench("persona set use langer-thuis").error("persona lacks")?.code == "gaps.none")
  }

  @Test func `an arrangement shows by name what its personas lack, and offers its measures once an area`() throws {
    let bench = try bench(
      "persona edit mondige-regelaars --need begeleiding --need nultredenwoning",
      "persona edit proactieve-zoekers --need respijtzorg", "arrangement new BU1 --weights mondige-regelaars=1",
      "arrangement take BU1 verhuizen geschikter-wonen --by corporatie",
      "arrangement take BU1 gezondheid 'samen eten' --own", "arrangement new Zuid --weights mondige-regelaars=1",
      "arrangement take Zuid partner-weg netwerk-groter")
    let shown = try bench.run("arrangement show BU1 --offer")
    #expect(shown.headings.contains("Arrangement voor Noord (BU1)"))
    // What there is enough of is no lack, and who has no weight here is not asked of.
    let lacks = try #require(shown.table(with: "area_name"))
    #expect(lacks.column("precondition")?.texts == ["begeleiding"])
    _ = try bench.run("arrangement show Zuid --offer")
    _ = try bench.run("arrangement show BU1 --offer")
    let table = try #require(try bench.session.workspace.parts[PartName(.tables, "arrangement.measures")]?.part.table())
    #expect(table.column("area")?.texts == ["Zuid", "BU1", "BU1"])
    #expect(table.column("name")?.texts == ["Zuid", "Noord", "Noord"])
    #expect(table.column("measure")?.texts == ["netwerk-groter", "geschikter-wonen", "samen eten"])
    #expect(table.column("pillar")?.texts == ["netwerk", "woning", nil])
    #expect(table.column("party")?.texts == [nil, "corporatie", nil])
    #expect(try bench.run("arrangement new Oost").words.contains("staat niet in wzw.gaps"))
  }

  @Test func `who was not filled in is no scenario for bidders, and is counted`() throws {
    let empty = try Workbench("persona set use langer-thuis").run("persona export --as tender")
    #expect(empty.words.contains("6 persona's zijn weggelaten") && empty.words.contains("er zijn nog geen vragen"))
    let bench = try Workbench(
      "persona set use langer-thuis", "persona edit proactieve-zoekers --need rust",
      "moment cell verhuizen mondige-regelaars --thinks 'nu niet'",
      "journey new weg --persona honkvaste-zelfstandigen", "persona edit meegaande-familiemensen --x 0.5")
    let output = try bench.run("persona export --as tender")
    #expect(output.headings.contains("proactieve zoekers") && output.headings.contains("mondige regelaars"))
    // A journey without a step, and a place on an axis, are nothing to answer.
    #expect(!output.headings.contains("honkvaste zelfstandigen"))
    #expect(output.words.contains("4 persona's zijn weggelaten"))
    let written = try bench.run("persona export --as tender uit.md")
    #expect(written.words.contains("4 persona's zijn weggelaten"))
    #expect(try !bench.text(of: "uit.md").contains("honkvaste"))
    for persona in ["honkvaste-zelfstandigen", "meegaande-familiemensen", "ondernemende-levensgenieters"] {
      try bench.run("persona edit \(persona) --wants home")
    }
    #expect(try bench.run("persona export --as tender").words.contains("1 persona is weggelaten"))
  }
}
