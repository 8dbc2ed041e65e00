import Testing
import WorkbenchKit

/// Names and codes of places as people write them.
@Suite struct PlaceTests {
  @Test(arguments: [
    ("GM0164", "GM0164"), ("gm0164", "GM0164"), ("GM 0164", "GM0164"), ("GM-0164", "GM0164"), ("GM164", "GM0164"),
    ("0164", "GM0164"), ("164", "GM0164"), ("14", "GM0014"), ("3", "GM0003"), ("WK 0164 00", "WK016400"),
    ("16400", "WK016400"), ("016400", "WK016400"), ("wk0363aa", "WK0363AA"), ("363AA", "WK0363AA"),
    ("BU01640501", "BU01640501"), ("01640501", "BU01640501"), ("1640501", "BU01640501"), ("0363AA01", "BU0363AA01"),
    ("NL", "NL00"), ("nl01", "NL00"), ("GM\u{A0}0164", "GM0164"), ("BU01640501          ", "BU01640501"),
  ])
  func `a code is read however it is written`(word: String, code: String) {
    #expect(RegionCode.reading(of: word) == code)
  }

  @Test(arguments: [
    "", "GM", "GM01644", "WK0164", "BU0164", "Best", "Bunnik", "hengelo", "01640501x", "1234567890", "16é",
    "NL0", "GM016A", "-", "GM0164,GM0165",
  ])
  func `what is no code is read as none`(word: String) { #expect(RegionCode.reading(of: word) == nil) }

  @Test func `hyphens, apostrophes, accents and capitals make no difference`() {
    for word in [
      "'s-Gravenhage", "’s-Gravenhage", "‘s Gravenhage", "S GRAVENHAGE", "sgravenhage", "Den Haag", "The Hague",
    ] {
      #expect(PlaceName(word).key == "denhaag", "\(word)")
    }
    #expect(PlaceName("'s-Hertogenbosch").key == PlaceName("den bosch").key)
    #expect(PlaceName("Súdwest-Fryslân").key == PlaceName("zuidwest friesland").key)
    #expect(PlaceName("Ĳsselstein").key == PlaceName("IJsselstein").key)
  }

  @Test func `what stands in brackets can be left out`() {
    #expect(PlaceName.keys(of: "Hengelo (O.)") == ["hengelo", "hengelo(o"])
    #expect(PlaceName.keys(of: "Drieban (gedeeltelijk), Hem") == ["drieban(gedeeltelijkhem", "driebanhem"])
    #expect(PlaceName.keys(of: "Verspreide huizen (gedeelt").contains("verspreidehuizen"))
    #expect(PlaceName.keys(of: "()").isEmpty && PlaceName.keys(of: "").isEmpty)
  }

  @Test func `rows of a place are found by code and name, and two places of one name are an error`() throws {
    let codes = ["BU1", "GM0164", "GM0164", nil]
    let names = ["Hengelo", "Hengelo (O.)", "Hengelo (O.)", "Elders"]
    #expect(try PlaceRows.of("0164", codes: codes, names: names) == [1, 2])
    #expect(try PlaceRows.of("hengelo (o.)", codes: codes, names: names) == [1, 2])
    #expect(try PlaceRows.of("elders", codes: codes, names: names) == [3])
    #expect(try PlaceRows.of("nergens", codes: codes, names: names).isEmpty)
    #expect(try PlaceRows.of("bu1", codes: codes, names: []) == [0])
    let error = #expect(throws: Diagnostic.self) { try PlaceRows.of("Hengelo", codes: codes, names: names) }
    #expect(error?.code == "area.ambiguous" && error?.candidates.map(\.word) == ["GM0164", "BU1"])
  }
}
