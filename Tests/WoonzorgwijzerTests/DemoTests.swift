import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// The invented municipality, and on it every command.
@Suite struct DemoTests {
  private func demo() throws -> Workbench {
    let bench = try Workbench()
    try bench.run("wzw demo")
    return bench
  }

  @Test func `it has one municipality, six districts and twenty-five neighbourhoods, in two years and with boundaries`()
    throws
  {
    let bench = try demo()
    #expect(try bench.run("wzw areas").texts("level").count == 32)
    #expect(try bench.run("wzw areas --level buurt").texts("area").count == 25)
    #expect(try bench.run("wzw areas --year 2023 --level wijk").texts("area").count == 6)
    let geometry = try #require(try bench.session.workspace.parts[PartName(.tables, "wzw.geometry")]?.part.table())
    #expect(geometry.rowCount == 25)
    #expect(geometry.column("year")?.numbers?.allSatisfy { $0 == 2024 } == true)
  }

  @Test(arguments: [
    "wzw demo", "wzw areas", "wzw areas linde", "wzw area BU99010101", "wzw indicators", "wzw define o BU99010101",
    "wzw estimate BU99010101 --indicator Eenzaam --age 65+", "wzw area Wilgendal",
  ])
  func `whatever shows of it says that it is invented`(line: String) throws {
    #expect(try demo().run(line).words.contains("verzonnen"))
  }

  @Test func `its boundaries are whole: no ring is degenerate or touches itself`() throws {
    let handle = WorkspaceHandle(try demo().session.workspace.parts, owner: "woonzorgwijzer")
    let records = try ImportedTables.records(of: "wzw.areas.2024", in: handle)
    #expect(records.map(\.evidence) == [.illustrative])
    let bench = try Workbench()
    let output = try bench.run("wzw import '\(Workbench.data)/demo/buurten_wilgendal.geojson'")
    #expect(!output.words.contains("ringen") && !output.words.contains("kruis") && output.fact("read") == 25)
  }

  @Test func `what needs data says so where there is none`() throws {
    let bench = try Workbench()
    for line in ["wzw areas", "wzw area GM0164", "wzw estimate --indicator Eenzaam", "wzw define a BU00140001"] {
      #expect(bench.error(line)?.code == "area.none")
    }
    #expect(bench.error("wzw indicators")?.code == "indicator.none")
    #expect(bench.error("wzw indicators")?.suggestion == "wzw demo")
  }

  @Test func `two neighbourhoods of nearly one name are never guessed`() throws {
    let error = try demo().error("wzw area linde")
    #expect(error?.code == "area.ambiguous")
    #expect(error?.candidates.map(\.word) == ["BU99010101", "BU99010102"])
    #expect(
      error?.candidates.map { $0.about?.nl } == ["Lindehof, buurt in Wilgendal", "Lindenhof, buurt in Wilgendal"])
    #expect(try demo().run("wzw area lindehof").facts["area"] == .text("BU99010101"))
  }

  @Test func `all loads twice to the same bytes`() throws {
    let once = try demo()
    let twice = try demo()
    try twice.run("wzw demo")
    let first = once.session.workspace.parts.mapValues { $0.part.canonical() }
    #expect(first == twice.session.workspace.parts.mapValues { $0.part.canonical() })
  }

  @Test func `every indicator of its files has plain words in both languages`() throws {
    let output = try demo().run("wzw indicators")
    #expect(output.texts("label").count == 64 && !output.texts("label").contains(""))
  }
}
