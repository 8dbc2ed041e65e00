import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Where the figures of a trend break, and how a change is written.
@Suite struct TrendBreakTests {
  private func bench(_ files: [String: String] = [:], _ lines: String...) throws -> Workbench {
    let head = "Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5\n"
    let bench = try Workbench().file(
      "k.csv", head + "GM0363;Amsterdam;Amsterdam;4500\nBU03630001;Kade;Amsterdam;4000\nBU03630002;Dam;Amsterdam;500\n")
    for (name, text) in files { bench.file(name, text) }
    for year in [2020, 2022, 2024] { try bench.run("wzw import k.csv --year \(year)") }
    for line in lines { try bench.run(line) }
    return bench
  }

  private static let rate = "--as tevreden --kind rate --of alle --column p --base n"
  private static let surveys = [
    "een.csv": "code;p;n\nGM0363;60;80\n", "twee.csv": "code;p;n\nBU03630002;50;20\n",
    "drie.csv": "code;p;n\nGM0363;80;70\n",
  ]

  @Test func `another source is a break also where the year between has no figure of the area`() throws {
    let bench = try bench(
      Self.surveys, "wzw add een.csv \(Self.rate) --year 2020 --source Panel",
      "wzw add twee.csv \(Self.rate) --year 2022 --source Enquête",
      "wzw add drie.csv \(Self.rate) --year 2024 --source Enquête")
    let output = try bench.run("wzw trend GM0363 --indicator tevreden --alone")
    #expect(
      output.words.contains("breuk tussen 2020 en 2024: eerst Panel, daarna Enquête; het verschil telt vanaf 2024"))
    #expect(output.numbers("change").allSatisfy { $0.isNaN })
  }

  @Test func `figures without a source and then with one, or the other way, are a break`() throws {
    let bench = try bench(
      Self.surveys, "wzw add een.csv \(Self.rate) --year 2020",
      "wzw add drie.csv \(Self.rate) --year 2022 --source Enquête",
      "wzw add een.csv \(Self.rate) --year 2024 --source Enquête")
    let output = try bench.run("wzw trend GM0363 --indicator tevreden --alone")
    #expect(output.words.contains("breuk tussen 2020 en 2022: eerst zonder bron, daarna Enquête; het verschil telt"))
    #expect(output.numbers("change_from") == [2022])
    let other = try self.bench(
      Self.surveys, "wzw add een.csv \(Self.rate) --year 2020 --source Panel",
      "wzw add drie.csv \(Self.rate) --year 2022", "wzw add een.csv \(Self.rate) --year 2024")
    let words = try other.run("wzw trend GM0363 --indicator tevreden --alone").words
    #expect(words.contains("breuk tussen 2020 en 2022: eerst Panel, daarna zonder bron") && !words.contains("en 2024:"))
  }

  private static let counts = ["a.csv": "code;n\nBU03630001;100\n", "b.csv": "code;n\nBU03630001;130\n"]

  private func counted() throws -> Workbench {
    try bench(Self.counts, "wzw add a.csv --as wmo --year 2022", "wzw add b.csv --as wmo --year 2024")
  }

  @Test func `behind a break with one year there is no change, and that is said instead of a missing margin`() throws {
    let output = try counted().run("wzw trend BU03630001 --indicator wmo --show persons --alone --break 2024=anders")
    #expect(output.words.contains("Een verschil is er niet: achter de breuk is er maar één jaar."))
    #expect(!output.words.contains("--base"))
  }

  @Test func `a bound just above nought has a decimal, and nothing is written as +0`() throws {
    let output = try counted().run("wzw trend BU03630001 --indicator wmo --show persons --alone")
    // 30 less 1,96 times the root of 230 is 0,28.
    #expect(
      output.words.hasPrefix("Kade: van 100 in 2022 naar 130 in 2024 (+30, +30,0 %, van +0,3 tot +60)."))
    let means = try bench(
      ["m.csv": "code;c\nBU03630001;7,1\n", "n.csv": "code;c\nBU03630001;7,12\n"],
      "wzw add m.csv --as cijfer --kind mean --unit rapportcijfer --year 2022",
      "wzw add n.csv --as cijfer --kind mean --unit rapportcijfer --year 2024")
    let mean = try means.run("wzw trend BU03630001 --indicator cijfer --alone")
    #expect(mean.words.hasPrefix("Kade: van 7,1 in 2022 naar 7,12 in 2024 (0,0)."))
    // In a trend they have the unit that a map gives them.
    #expect(mean.table?.column("y2024")?.unit?.name == "rapportcijfer")
  }

  @Test func `a break says what changed, and all that was said of one year stays`() throws {
    let bench = try bench()
    let trend = "wzw trend GM0363 --figure AantalInwoners"
    for empty in ["2022=", "2022=''", "2022=' '"] {
      let error = bench.error("\(trend) --break \(empty)")
      #expect(error?.code == "trend.break", "\(empty)")
      #expect(error?.message.nl == "bij de breuk van 2022 staat geen reden", "\(empty)")
      #expect(error?.wayOut?.en == "give --break 2022='counted otherwise'", "\(empty)")
    }
    let both = try bench.run("\(trend) --break 2022='andere telling' --break 2022=verhuizing")
    #expect(both.words.contains("breuk tussen 2020 en 2022, volgens u: andere telling; verhuizing; het verschil telt"))
  }
}
