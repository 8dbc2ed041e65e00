import TestSupport
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Key figures of one's own, which no publication protects.
@Suite struct OwnFiguresTests {
  private static let head = "gwb_code_10;regio;recs;gm_naam;a_inw;a_65_oo\n"
  private static let rounded = """
    GM0034;Almere;Gemeente;Almere;1203;237
    WK003401;Haven;Wijk;Almere;210;35
    BU00340101;Kade;Buurt;Almere;110;20
    BU00340102;Werf;Buurt;Almere;95;15

    """

  private func bench(_ rows: String, _ lines: String...) throws -> Workbench {
    let bench = try Workbench().file("eigen.csv", Self.head + rows)
    for line in ["wzw import eigen.csv --year 2024"] + lines { try bench.run(line) }
    return bench
  }

  private func publishers(_ bench: Workbench, _ line: String) throws -> [String] {
    try bench.result(line)?.provenance.sources.map(\.publisher) ?? []
  }

  @Test func `people of districts in fives are those of CBS, and any other number is one's own`() throws {
    #expect(try publishers(bench(Self.rounded), "wzw area WK003401").allSatisfy { $0.hasPrefix("CBS") })
    for other in ["BU00340103;Dok;Buurt;Almere;3;0\n", "WK003402;Stad;Wijk;Almere;500;96\n"] {
      let bench = try bench(Self.rounded + other)
      #expect(try publishers(bench, "wzw area WK003401") == ["eigen cijfers"])
      #expect(try publishers(bench, "wzw areas --level wijk") == ["eigen cijfers"])
    }
    // Whole counts of municipalities are published.
    let whole = try bench("GM0034;Almere;Gemeente;Almere;1203;237\nGM0035;Ginder;Gemeente;Ginder;97;12\n")
    #expect(try publishers(whole, "wzw area GM0034").allSatisfy { $0.hasPrefix("CBS") })
  }

  @Test func `the import says so`() throws {
    let own = try Workbench().file("eigen.csv", Self.head + Self.rounded + "BU00340103;Dok;Buurt;Almere;3;0\n")
    #expect(try own.run("wzw import eigen.csv --year 2024").words.contains("niet op vijftallen afgerond"))
    let published = try Workbench().file("cbs.csv", Self.head + Self.rounded)
    #expect(try !published.run("wzw import cbs.csv --year 2024").words.contains("vijftallen"))
  }

  @Test func `a district less its neighbourhoods over several lines is held back, of one's own figures`() throws {
    let rows = """
      WK003401;Haven;Wijk;Almere;212;37
      BU00340101;Kade;Buurt;Almere;112;20
      BU00340102;Werf;Buurt;Almere;97;17
      BU00340103;Dok;Buurt;Almere;3;0

      """
    let own = try bench(rows, "wzw area WK003401", "wzw area BU00340101")
    let page = try own.run("wzw area BU00340102")
    #expect(page.words.contains("• is achtergehouden: met wat in deze sessie al is getoond"))
    #expect(!page.words.contains("97"))
    // The same in published fives keeps its own notice.
    let published = try bench(Self.rounded, "wzw area WK003401", "wzw area BU00340101")
    #expect(try published.run("wzw area BU00340102").facts.values.contains { $0.number == 95 })
  }

  @Test func `a published percentage of one's own people makes them not public`() throws {
    let health = """
      "ID";"Leeftijd";"Marges";"WijkenEnBuurten";"Perioden";"Gemeentenaam_1";"SoortRegio_2";"Codering_3";"Eenzaam_28"
      "1";"80200";"MW00000";"WK003401";"2020JJ00";"Almere";"Wijk";"WK003401";"50.0"
      "2";"80200";"MW00000";"BU00340101";"2020JJ00";"Almere";"Buurt";"BU00340101";"50.0"
      "3";"80200";"MW00000";"BU00340102";"2020JJ00";"Almere";"Buurt";"BU00340102";"50.0"

      """
    let bench = try bench(
      "WK003401;Haven;Wijk;Almere;212;40\nBU00340101;Kade;Buurt;Almere;112;20\nBU00340102;Werf;Buurt;Almere;97;17\n")
    bench.file("rivm.csv", health)
    try bench.run("wzw import rivm.csv --as health --year 2020")
    let line = "wzw estimate WK003401 BU00340101 --indicator Eenzaam --age 65+"
    #expect(Set(try publishers(bench, line)).isSuperset(of: ["eigen cijfers"]))
    let later = try bench.run("wzw estimate BU00340102 --indicator Eenzaam --age 65+")
    #expect(later.words.contains("• is achtergehouden"))
  }

  @Test func `what was imported as one's own stays so in a file`() throws {
    let bench = try bench(Self.rounded + "BU00340103;Dok;Buurt;Almere;3;0\n")
    let part = bench.session.workspace.parts.first { $0.key.section == .documents && $0.key.name.hasSuffix("imports") }
    #expect(try part?.value.part.json().canonical.contains("\"own\":true") == true)
  }
}
