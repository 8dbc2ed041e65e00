import Testing

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
}
