import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

@Suite struct AreaCodeTests {
  @Test(arguments: [
    ("BU01640501          ", "BU01640501"), ("BU0363AA01", "BU0363AA01"), ("  GM0164", "GM0164"),
    ("NL01      ", "NL00"),
    ("NL00", "NL00"),
  ])
  func `a code loses its padding, and the country has one code`(text: String, code: String) {
    #expect(AreaCode.clean(text) == code)
  }

  @Test(arguments: ["", "BU", "0164", "gm0164", "GM01-64", "PV27", "Berflo Es Noord", "BU016405010000000"])
  func `what is no code is none`(text: String) { #expect(AreaCode.clean(text) == nil) }

  @Test func `each area lies in those above it`() {
    #expect(AreaCode.holds("GM0164", "BU01640501") && AreaCode.holds("WK016405", "BU01640501"))
    #expect(AreaCode.holds("NL00", "GM0164") && AreaCode.holds("GM0363", "BU0363AA01"))
    #expect(!AreaCode.holds("WK016405", "BU01640601") && !AreaCode.holds("BU01640501", "WK016405"))
    #expect(AreaCode.municipality(of: "BU01640501") == "GM0164" && AreaCode.municipality(of: "NL00") == nil)
  }

  @Test func `the number behind a StatLine name is no part of it`() {
    #expect(Stem.of("k_65JaarOfOuder_12") == "k_65JaarOfOuder")
    #expect(Stem.of("Eenzaam") == "Eenzaam" && Stem.of("a_inw") == "a_inw" && Stem.of("_12") == "_12")
    #expect(Stem.index(of: ["AantalInwoners"], in: ["ID", "aantalinwoners_5"]) == 1)
  }

  @Test(arguments: [
    ("GM363", "GM0363"), ("GM-0164", "GM0164"), ("gm 0164", "GM0164"), ("WK 0164-05", "WK016405"),
    ("BU1640501", "BU01640501"), ("bu0363aa01", "BU0363AA01"), ("NL", "NL00"),
  ])
  func `a code is read as people write it`(text: String, code: String) {
    #expect(AreaCode.reading(text) == code && AreaCode.given(text) == code)
  }

  @Test(arguments: [
    ("164", AreaLevel.gemeente, "GM0164"), ("16405", .wijk, "WK016405"), ("30001", .buurt, "BU00030001"),
    ("363AA01", .buurt, "BU0363AA01"), ("0164-05", .wijk, "WK016405"),
  ])
  func `without a prefix the level tells`(text: String, level: AreaLevel, code: String) {
    #expect(AreaCode.reading(text, as: level) == code)
  }

  @Test(arguments: ["Berflo Es", "Buurt12", "Wijk 05 Berflo Es", "PV27", "0164", ""])
  func `a name is no code of a cell`(text: String) { #expect(AreaCode.reading(text) == nil) }

  @Test func `a code that lost its nought is that of the area in every kind of file`() throws {
    let bench = try Workbench().file("k.csv", "gwb_code_10;a_inw\nGM363;900000\nGM-0164;83058\n")
      .file("p.csv", "area,age_from,age_to,people\nGM363,0,,900000\n").file("m.csv", "area,total\nGM363,10\n")
    try bench.run("wzw import k.csv --year 2024")
    try bench.run("wzw import p.csv --year 2024")
    try bench.run("wzw import m.csv")
    for name in ["wzw.areas.2024", "wzw.population.2024", "wzw.margins"] {
      let table = try bench.session.workspace.parts[PartName(.tables, name)]?.part.table()
      #expect(table?.column("code")?.texts?.first == "GM0363")
    }
    #expect(try bench.run("wzw areas").texts("area") == ["GM0363", "GM0164"])
  }
}
