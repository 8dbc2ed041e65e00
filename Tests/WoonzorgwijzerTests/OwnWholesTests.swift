import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Figures of one's own of wholes, out of those of their parts.
@Suite struct OwnWholesTests {
  @Test func `a municipality has the figure of its districts where one neighbourhood has one too`() throws {
    let bench = try OwnBench.with(
      [
        "p.csv": "code;p\nWK003401;10\nWK003402;20\nBU00340102;15\n",
        "n.csv": "code;n\nWK003401;64\nWK003402;16\nBU00340102;40\n",
      ], "wzw add p.csv --as deel --kind rate --of alle --year 2024", "wzw add n.csv --as wmo --year 2024")
    // 10 % of 2.000 and 20 % of 1.600 are 520 of 3.600.
    let rate = try bench.run("wzw estimate GM0034 --indicator deel").numbers("rate")
    #expect(rate.count == 1 && abs(rate[0] - 520.0 / 3600) < 1e-9)
    #expect(try bench.run("wzw estimate GM0034 --indicator wmo").numbers("estimate") == [80])
  }

  @Test func `a district that was put together counts for as many people as its figure is of`() throws {
    let people = """
      Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5
      GM0034;Almere;Almere;1100
      WK003401;Haven;Almere;1000
      BU00340101;Kade;Almere;920
      BU00340102;Werf;Almere;80
      WK003402;Stad;Almere;100
      BU00340201;Markt;Almere;100

      """
    let bench = try OwnBench.with(
      ["p.csv": "code;p\nBU00340101;10\n"], "wzw add p.csv --as deel --kind rate --of alle --year 2024",
      people: people)
    #expect(try bench.run("wzw estimate WK003401 --indicator deel").numbers("rate") == [0.1])
    // Of 920 of 1.100 people there is a figure, less than nine tenths.
    #expect(try bench.run("wzw estimate GM0034 --indicator deel").numbers("rate").allSatisfy { $0.isNaN })
  }
}
