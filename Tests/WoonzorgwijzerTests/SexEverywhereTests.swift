import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// Rates by sex where an area has no sexes of its own.
@Suite struct SexEverywhereTests {
  /// Rates of 1 for one sex count its people.
  private func bench(_ sex: String) throws -> Workbench {
    let bench = try SmallTown.bench().file("s.csv", "group,age_from,age_to,sex,rate,source\n2b,65,,\(sex),1,eigen\n")
    try bench.run("wzw import s.csv --as rates")
    return bench
  }

  private func count(_ bench: Workbench, _ area: String) throws -> Double {
    try #require(try bench.run("wzw estimate \(area) --group 2b").numbers("estimate").first)
  }

  @Test func `without a division by sex anywhere there is no figure`() throws {
    let output = try bench("female").run("wzw estimate BU01640501 --group 2b")
    #expect(output.numbers("estimate").allSatisfy { $0.isNaN })
    #expect(output.words.contains("er is geen bevolking naar geslacht ingelezen"))
  }

  @Test(arguments: ["NL00", "GM0164", "BU01640501", "BU01640503"])
  func `men and women are those over 65 as the country divides them, and together all of them`(area: String) throws {
    let (women, men) = (try bench("female"), try bench("male"))
    try women.run("wzw start")
    try men.run("wzw start")
    let figures = try StartingFigures(Fields(KnowledgeBase.data("starting")))
    let elderly = figures.population.bands.filter { $0.ages.from >= 65 }
    let all = elderly.reduce(0) { $0 + $1.people }
    let share = elderly.reduce(0) { $0 + ($1.sexes["female"] ?? 0) } / all
    let known: [String: Double] = ["NL00": 3_677_228, "GM0164": 17_327, "BU01640501": 650, "BU01640503": 0]
    let people = try #require(known[area])
    let (ofWomen, ofMen) = (try count(women, area), try count(men, area))
    #expect(abs(ofWomen - people * share) < 1e-6 && abs(ofWomen + ofMen - people) < 1e-6)
    let words = try women.run("wzw estimate \(area) --group 2b").words
    // The country's own division is no assumption.
    #expect(
      words.contains("mannen en vrouwen zijn per leeftijd verdeeld als in het gebied eromheen (Nederland)")
        == ["GM0164", "BU01640501"].contains(area))
  }

  @Test func `own bands without sexes keep their ages, and only the sexes come from around`() throws {
    let bench = try bench("female").file(
      "p.csv", "area,age_from,age_to,people\nBU01640501,65,74,600\nBU01640501,75,,50\n")
    try bench.run("wzw import p.csv --as population --year 2024")
    bench.file("t.csv", "group,age_from,age_to,sex,rate,source\n2b,75,,female,1,eigen\n")
    try bench.run("wzw import t.csv --as rates")
    try bench.run("wzw start")
    let figures = try StartingFigures(Fields(KnowledgeBase.data("starting")))
    let old = figures.population.bands.filter { $0.ages.from >= 75 }
    let share = old.reduce(0) { $0 + ($1.sexes["female"] ?? 0) } / old.reduce(0) { $0 + $1.people }
    let found = try count(bench, "BU01640501")
    #expect(abs(found - 50 * share) < 1e-9)
  }

  @Test func `sexes imported of the municipality go before those of the country`() throws {
    let bench = try bench("female").file(
      "p.csv", "area,age_from,age_to,sex,people\nGM0164,65,,m,4000\nGM0164,65,,v,12000\n")
    try bench.run("wzw import p.csv --as population --year 2024")
    try bench.run("wzw start")
    let found = try count(bench, "BU01640501")
    #expect(abs(found - 650 * 0.75) < 1e-9)
    let words = try bench.run("wzw estimate BU01640501 --group 2b").words
    #expect(words.contains("verdeeld als in het gebied eromheen (Hengelo (O.))"))
  }
}
