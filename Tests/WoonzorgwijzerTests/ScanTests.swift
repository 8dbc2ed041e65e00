import Files
import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// The scan of a woonservicegebied, through lines.
@Suite struct ScanTests {
  private func bench(_ lines: String...) throws -> Workbench {
    let bench = try Workbench()
    try bench.run("wzw demo")
    for line in lines { try bench.run(line) }
    return bench
  }

  @Test func `7 blocks of hardware, 11 of software and the organising capacity, unknown until a role says more`() throws
  {
    let output = try bench().run("wzw scan WK990101")
    let kinds = output.texts("kind")
    #expect(kinds.count { $0 == "hardware" } == 7 && kinds.count { $0 == "software" } == 11)
    #expect(kinds.count { $0 == "organisation" } == 1)
    #expect(Set(output.texts("status")) == ["unknown"] && output.fact("unknown") == 19)
    #expect(output.words.contains("nog geen rol heeft iets gezegd"))
  }

  @Test func `the size test: 5.000 to 10.000 inhabitants`() throws {
    let bench = try bench("wzw define lindekwartier BU99010101 BU99010102")
    let fits = try bench.run("wzw scan WK990101")
    #expect(fits.facts["size"] == .text("fits"))
    #expect(fits.words.hasPrefix("Wijk 01 Centrum: 9.5") && fits.words.contains("de maat van een woonservicegebied"))
    #expect(try bench.run("wzw scan GM9901").facts["size"] == .text("larger"))
    #expect(try bench.run("wzw scan lindekwartier").facts["size"] == .text("smaller"))
    for (count, answer) in [(4999.0, "smaller"), (5000, "fits"), (10000, "fits"), (10001, "larger"), (.nan, "unknown")]
    {
      #expect(SizeTest(range: 5000...10000, inhabitants: count).answer.rawValue == answer)
    }
  }

  @Test func `roles are kept beside each other; the lower of two in the middle holds, and the difference is shown`()
    throws
  {
    let bench = try bench(
      "wzw scan set WK990101 wijkservice aanwezig --by gemeente --owner welzijn --evidence 'open op twee dagen'",
      "wzw scan set WK990101 wijkservice absent --by bewoners --evidence 'altijd dicht'",
      "wzw scan set WK990101 wijkservice onbekend --by corporatie")
    let output = try bench.run("wzw scan WK990101")
    let row = try #require(output.texts("block").firstIndex(of: "wijkservice"))
    #expect(output.texts("status")[row] == "absent" && output.texts("owner")[row] == "welzijn")
    #expect(output.texts("differ")[row] == "bewoners: afwezig; corporatie: onbekend; gemeente: aanwezig")
    #expect(output.texts("evidence")[row] == "bewoners: altijd dicht; gemeente: open op twee dagen")
    try bench.run("wzw scan set WK990101 wijkservice intrekken --by bewoners")
    let after = try bench.run("wzw scan WK990101")
    #expect(after.texts("status")[row] == "present" && after.fact("present") == 1)
    // Another area knows nothing of it.
    #expect(try bench.run("wzw scan WK990102").fact("unknown") == 19)
  }

  @Test func `what serves most groups goes first, then what is absent; what serves nobody has no place`() throws {
    let bench = try bench(
      "wzw scan set WK990101 wijkservice deels --by gemeente", "wzw scan set WK990101 vervoer afwezig --by gemeente",
      "wzw scan set WK990101 woonadvies afwezig --by gemeente", "wzw scan set WK990101 diensten aanwezig --by gemeente",
      "wzw scan set WK990101 mantelzorg deels --by gemeente",
      "wzw scan serves WK990101 wijkservice 3 4a lvb --by gemeente", "wzw scan serves WK990101 vervoer 3 --by gemeente",
      "wzw scan serves WK990101 mantelzorg 3 --by gemeente", "wzw scan serves WK990101 diensten 3 4a --by gemeente")
    let output = try bench.run("wzw scan WK990101")
    #expect(output.facts["first"] == .list(["wijkservice", "vervoer", "mantelzorg"].map(Value.text)))
    #expect(output.words.contains("onze regel, niet die van de bron"))
    #expect(output.words.contains("nog niet gezegd voor welke groep, dus zonder volgorde: woonadvies"))
    try bench.run("wzw scan serves WK990101 wijkservice 3 4a lvb --by gemeente --not")
    #expect(
      try bench.run("wzw scan WK990101").facts["first"] == .list(["vervoer", "mantelzorg"].map(Value.text)))
  }

  @Test func `the effects found stand there with the conclusions beside them`() throws {
    let output = try bench().run("wzw scan WK990101")
    let titles = output.blocks.compactMap { if case .table(let table) = $0 { table.title?.nl } else { nil } }
    #expect(
      titles == [
        "Woonservicegebied Wijk 01 Centrum", "Gevonden effecten van woonservicegebieden", "De conclusies ernaast",
      ])
    let tables = output.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables[1].rowCount == 9 && tables[2].rowCount == 7)
    let conclusions = (tables[2].column("text")?.texts ?? []).compactMap { $0 }
    #expect(conclusions.contains("de gezondheid van ouderen is er ongeveer die van elders"))
    #expect(conclusions.contains { $0.contains("de ene vervangt de andere niet") })
  }

  @Test(arguments: [
    ("wzw scan set WK990101 zwembad aanwezig --by gemeente", "block.unknown"),
    ("wzw scan set WK990101 wijkservice half --by gemeente", "status.unknown"),
    ("wzw scan set WK990101 wijkservice deels", "argument.missing"),
    ("wzw scan set WK990101 wijkservice intrekken --by gemeente", "scan.none"),
    ("wzw scan set WK990101 wijkservice deels --by jan@voorbeeld.nl", "personal.found"),
    ("wzw scan set WK990101 wijkservice deels --by gemeente --owner jan@voorbeeld.nl", "personal.found"),
    ("wzw scan set WK990101 wijkservice deels --by gemeente --evidence 'bel 06-12345678'", "personal.found"),
    ("wzw scan serves WK990101 wijkservice 99 --by gemeente", "group.unknown"),
    ("wzw scan Wilgendorp", "area.unknown"),
  ])
  func `what is no scan is refused, and nothing is kept`(line: String, code: String) throws {
    let bench = try bench()
    #expect(bench.error(line)?.code == code)
    #expect(try bench.run("wzw scan WK990101").fact("unknown") == 19)
  }
}
