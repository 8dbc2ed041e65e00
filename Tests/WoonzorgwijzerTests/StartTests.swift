import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// National starting values in use: what rests on them says so, and what is one's own goes first.
@Suite struct StartTests {
  private func started() throws -> Workbench {
    let bench = try SmallTown.bench()
    try bench.run("wzw start")
    return bench
  }

  /// The line that says what an answer rests on.
  private func line(_ output: Output) -> [Substring] {
    output.words.split(separator: "\n").filter { $0.hasPrefix("landelijke beginwaarde") }
  }

  @Test func `one step loads all, and one takes it back`() throws {
    let bench = try SmallTown.bench()
    let before = bench.session.workspace.serial
    let output = try bench.run("wzw start")
    #expect(output.words.hasPrefix("23 landelijke beginwaarden zijn in gebruik."))
    #expect(bench.session.workspace.serial == before + 1)
    #expect(output.words.contains("Een voorbeeld van oordelen telt mee tot de kring zelf iets zegt."))
    #expect(try bench.run("wzw beginwaarden toon").table?.rowCount == 24)
    guard case .booleans(let inUse)? = try bench.run("wzw start show").table?.column("in_use")?.storage else {
      Issue.record("no column in_use")
      return
    }
    #expect(inUse.allSatisfy { $0 == true })
    try bench.run("wzw start drop dementie")
    #expect(bench.error("wzw estimate NL00 --group dementie")?.code == "rates.group")
    #expect(bench.error("wzw start drop dementie")?.code == "start.none")
    try bench.run("wzw start use dementia")
    #expect(try bench.run("wzw estimate NL00 --group dementie").table?.rowCount == 1)
  }

  @Test func `285.895 people with dementia in the country, said in one line, and why names the sources`() throws {
    let result = try #require(try started().result("wzw estimate NL00 --group dementie"))
    #expect(result.output.numbers("estimate").map { $0.rounded() } == [285_895])
    #expect(
      line(result.output) == [
        "landelijke beginwaarden: mensen met dementie (1980-1993); bevolking in klassen van vijf jaar (2024)."
      ])
    #expect(
      result.provenance.assumptions.contains {
        $0.nl.hasPrefix("landelijke beginwaarden: mensen met dementie (1980-1993)")
      })
    #expect(result.provenance.assumptions.first?.nl.hasPrefix("landelijke beginwaarden") == true)
    #expect(
      Set(result.provenance.sources.map(\.id)).isSuperset(of: ["eurodem-1991", "ergo-1995", "cbs-7461bev-2024"]))
    let buurt = try started().run("wzw estimate BU01640501 --group dementie")
    #expect(line(buurt).first?.hasPrefix("landelijke beginwaarden, niet van dit gebied: mensen met dementie") == true)
    #expect(buurt.words.hasPrefix("Berflo Es Noord: naar schatting 51 mensen met dementie"))
    #expect(buurt.texts("evidence") == ["assumed"])
  }

  @Test func `switched off they count nowhere, and nothing is lost`() throws {
    let bench = try started()
    try bench.run("wzw start use dementie")
    bench.set("wzw.starting", to: .string("off"))
    #expect(bench.error("wzw estimate NL00 --group dementie")?.code == "rates.group")
    #expect(try bench.run("wzw project NL00 --to 2040").numbers("projected").allSatisfy(\.isNaN))
    #expect(try bench.run("wzw start show").words.contains("zij tellen nu niet mee"))
    bench.set("wzw.starting", to: .string("on"))
    #expect(try bench.run("wzw estimate NL00 --group dementie").table?.rowCount == 1)
  }

  @Test func `65+ of the country in 2040 is 4.831.966, within ,2 % of CBS's 4.830.624; closed 4.497.360`() throws {
    let bench = try started()
    let output = try bench.run("wzw project NL00 --to 2040")
    #expect(output.texts("age").prefix(3) == ["65+", "75+", "85+"])
    #expect(output.numbers("projected").first?.rounded() == 4_831_966)
    #expect(abs((output.numbers("projected").first ?? 0) / 4_830_624 - 1) < 0.002)
    #expect(output.words.contains("(2021-2026): 4.497.360 65-plussers in 2040"))
    #expect(output.words.contains("de prognose van CBS, met migratie: 4.830.624 65-plussers in 2040"))
    try bench.run("wzw start drop overleving prognose")
    let closed = try bench.run("wzw project NL00 --to 2040")
    #expect(closed.numbers("projected").first?.rounded() == 4_497_360 && !closed.words.contains("prognose van CBS"))
  }

  @Test func `country, municipality and buurt are answered for, and the bands around are named`() throws {
    let bench = try started()
    for area in ["NL00", "GM0164", "BU01640501"] {
      let output = try bench.run("wzw project \(area) --to 2040")
      let (ages, later) = (output.texts("age"), output.numbers("projected"))
      #expect(ages.count == 24 && later.allSatisfy { $0 >= 0 || $0.isNaN }, "\(area)")
      let bands = zip(ages, later).dropFirst(3).dropLast()
      let elderly = bands.filter { AgeRange($0.0)?.from ?? 0 >= 65 && !$0.1.isNaN }.reduce(0) { $0 + $1.1 }
      // What is held back is missing from the sum of a small area.
      #expect(area == "BU01640501" ? elderly <= later[0] : abs(elderly - later[0]) < 1e-6, "\(area)")
      #expect(line(output).count == 1)
      if area != "NL00" {
        #expect(output.words.contains("zoals in het gebied") || output.words.contains("(Nederland)"))
      }
    }
    let town = try bench.run("wzw project GM0164 --to 2040")
    #expect(town.numbers("population").first == 17327)
    #expect(town.words.contains("en niemand verhuist"))
  }

  @Test func `a factsheet has the sums and not the bands, and says what they rest on`() throws {
    let output = try started().run("wzw factsheet GM0164")
    let growth = output.blocks.compactMap { block -> Table? in
      if case .table(let table) = block, table.column("projected") != nil { table } else { nil }
    }
    #expect(growth.first?.column("age")?.texts == ["65+", "75+", "85+", "alle"])
    #expect(output.words.contains("landelijke beginwaarden, niet van dit gebied: overleving met dalende sterfte"))
  }

  @Test func `survival of one's own goes first`() throws {
    let bench = try started().file("s.csv", "age_from,age_to,survival,source\n0,19,1,CBS\n20,39,1,CBS\n40,,0.5,CBS\n")
    try bench.run("wzw import s.csv")
    let output = try bench.run("wzw project NL00 --to 2044")
    #expect(output.texts("age") == ["0-19", "20-39", "40+", "alle"])
    #expect(line(output).first?.contains("overleving") == false)
  }

  @Test func `rates of one's own go first, also for a group with national ones`() throws {
    let bench = try started().file("r.csv", "group,age_from,age_to,rate,source\ndementie,65,,0.5,Eigen\n")
    try bench.run("wzw import r.csv")
    let output = try bench.run("wzw estimate NL00 --group dementie")
    #expect(output.numbers("estimate") == [1_838_614] && line(output) == [])
  }

  @Test func `people by age of one's own go first, of another year too`() throws {
    let bench = try started().file(
      "p.csv", "area,age_from,age_to,people\nGM0164,0,64,60000\nGM0164,65,74,1000\nGM0164,75,,3000\n")
    try bench.run("wzw import p.csv --year 2020")
    try bench.run("wzw import r.csv")
    let output = try bench.file("q.csv", "group,age_from,rate,source\n3,75,1,Eigen\n").run("wzw import q.csv")
    #expect(output.words.contains("gelezen"))
    let estimate = try bench.run("wzw estimate GM0164 --group 3")
    #expect(abs((estimate.numbers("estimate").first ?? 0) - 17327 * 0.75) < 1e-6 && line(estimate) == [])
  }

  @Test func `of a target group without rates it is said which group bounds it`() throws {
    let error = try #require(try started().error("wzw estimate GM0164 --group 2a"))
    #expect(error.code == "rates.group" && error.suggestion == "--group dementie")
    #expect(error.wayOut?.nl.contains("voor deze groep is 'dementie' een bovengrens") == true)
    #expect(try started().error("wzw estimate GM0164 --group ggz-c3")?.suggestion == "--group epa")
  }

  @Test func `a forecast that was imported as people by age takes no place of today's`() throws {
    let bench = try started().file(
      "f.csv", "area,age_from,age_to,people\nNL00,0,19,4073117\nNL00,20,64,10444171\nNL00,65,,4830624\n")
    let before = try bench.run("wzw project GM0164 --to 2040")
    try bench.run("wzw import f.csv --year 2040")
    let after = try bench.run("wzw project GM0164 --to 2040")
    #expect(after.numbers("population") == before.numbers("population"))
    #expect(after.numbers("projected") == before.numbers("projected"))
    #expect(try bench.run("wzw estimate NL00 --group dementie").numbers("estimate").map { $0.rounded() } == [285_895])
  }

  @Test func `RIVM's percentage of an area goes first, and the national one stands in where there is none`() throws {
    let bench = try started()
    try bench.run("wzw start drop bevolking")
    let output = try bench.run("wzw estimate BU01640502 BU01640505 --group eenzaam")
    // 250 × 55 % and national for 18-64; the other buurt has no percentage at all.
    let middle = 0.4621 * (220 * 0.7 + 390 + 435)
    #expect(abs(output.numbers("estimate")[0] - (250 * 0.55 + middle)) < 1e-6)
    #expect(abs(output.numbers("estimate")[1] - (100 * 0.495 + 0.4621 * (500 * 0.7 + 500 + 300))) < 1e-6)
    #expect(output.words.contains("bij 1 van de 2 regels telt het percentage dat RIVM van het gebied zelf geeft"))
    #expect(line(output).count == 1)
  }

  @Test func `with both percentages of an area nothing national is left in it`() throws {
    let bench = try started()
    try bench.run("wzw start drop bevolking")
    let output = try bench.run("wzw estimate BU01640501 --group eenzaam")
    #expect(abs(output.numbers("estimate")[0] - 0.5 * (465 * 0.7 + 1085 + 940 + 650)) < 1e-6)
    #expect(line(output) == [] && output.words.contains("niet met het landelijke"))
  }

  @Test func `a group's sheet says what it is, of whom, and what it is not`() throws {
    let output = try Workbench().run("wzw group dementie")
    #expect(output.words.contains("landelijk, niet van dit gebied"))
    #expect(output.words.contains("290.000") && output.words.contains("Ommoord"))
    #expect(try Workbench().run("wzw doelgroep eenzaam").words.contains("niet in de bron nagelezen"))
  }
}

/// The same with the files of CBS and RIVM, where they lie beside the project.
@Suite(.enabled(if: Places.hasRealData, "../shared/data is not there")) struct RealStartTests {
  private func country() throws -> Workbench {
    let (bench, data) = (try Workbench(), Places.realData ?? "")
    try bench.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024")
    try bench.run("wzw start")
    return bench
  }

  @Test func `of 342 municipalities RIVM's own percentage counts in the 337 that have one`() throws {
    let (bench, data) = (try country(), Places.realData ?? "")
    for file in ["65plus", "18plus"] {
      try bench.run("wzw import '\(data)/rivm_50090NED_2020_\(file).csv' --year 2020")
    }
    let national = try bench.run("wzw estimate --level gemeente --group bewegen")
    let own = try bench.run("wzw estimate --level gemeente --indicator BeperkingInBewegen --age 18+")
    #expect(national.words.contains("bij 337 van de 342 regels telt het percentage"))
    let published = zip(own.texts("area"), own.numbers("rate")).filter { !$0.1.isNaN }
    #expect(published.count == 337)
    let found = Dictionary(uniqueKeysWithValues: zip(national.texts("area"), national.numbers("rate")))
    for (area, rate) in published { #expect(abs((found[area] ?? .nan) - rate) < 1e-9, "\(area)") }
  }

  @Test func `Hengelo, a wijk and a buurt of it: projected, and people with dementia in each`() throws {
    let bench = try country()
    for (area, elderly, dementia) in [("GM0164", 17_327.0, 1348.0), ("WK016405", 1205, 95), ("BU01640501", 650, 51)] {
      let projection = try bench.run("wzw project \(area) --to 2040")
      #expect(projection.texts("age").prefix(3) == ["65+", "75+", "85+"], "\(area)")
      #expect(abs((projection.numbers("population").first ?? 0) - elderly) < 1e-6, "\(area)")
      #expect(projection.words.contains("in het gebied eromheen (Nederland)"), "\(area)")
      let estimate = try bench.run("wzw estimate \(area) --group dementie").numbers("estimate")
      #expect(estimate.map { $0.rounded() } == [dementia], "\(area)")
    }
  }
}

/// Survival that differs from some year on.
@Suite struct SurvivalPeriodTests {
  @Test func `a step is carried by the period in which it begins`() throws {
    let bands = "0,4,1,%\n5,,0.5,%\n"
    let bench = try SmallTown.bench()
      .file(
        "s.csv",
        "age_from,age_to,survival,from_year\n" + bands.split(separator: "%").joined(separator: "2024")
          + "0,4,1,2029\n5,,0,2029\n"
      )
      .file("p.csv", "area,age_from,age_to,people\nGM0164,0,4,0\nGM0164,5,,1000\n")
    #expect(
      try bench.run("wzw import s.csv").words.contains("2 leeftijdsklassen van 5 jaar, de laatste open, 2 perioden"))
    try bench.run("wzw import p.csv --year 2024")
    #expect(try bench.run("wzw project GM0164 --to 2029").numbers("projected")[1] == 500)
    #expect(try bench.run("wzw project GM0164 --to 2034").numbers("projected")[1] == 0)
  }

  @Test func `the bands of all periods are the same`() throws {
    let bench = try SmallTown.bench().file(
      "s.csv", "age_from,age_to,survival,from_year\n0,4,1,2024\n5,,0.5,2024\n0,9,1,2029\n10,,0.5,2029\n")
    let error = try #require(bench.error("wzw import s.csv"))
    #expect(error.code == "survival.bands" && error.message.nl.contains("2029"))
    bench.file("t.csv", "age_from,age_to,survival,from_year\n0,4,1,12\n5,,0.5,12\n")
    #expect(bench.error("wzw import t.csv")?.code == "survival.year")
  }

  private let sexes = "age_from,age_to,sex,survival,births\n0,4,m,1,0\n5,,m,0.5,0\n0,4,v,1,0\n5,,v,0.75,0.2\n"

  @Test func `men and women are carried on apart where the population has them, and 51,3 % of the newborn are boys`()
    throws
  {
    let bench = try SmallTown.bench().file("s.csv", sexes)
      .file(
        "p.csv", "area,age_from,age_to,sex,people\nGM0164,0,4,m,0\nGM0164,5,,m,1000\nGM0164,0,4,v,0\nGM0164,5,,v,1000\n"
      )
    #expect(try bench.run("wzw import s.csv").words.contains("mannen en vrouwen apart"))
    try bench.run("wzw import p.csv --year 2024")
    let five = try bench.run("wzw project GM0164 --to 2029")
    // 500 men and 750 women are left; the women had 200 children.
    #expect(five.numbers("projected").prefix(2) == [200, 1250])
    // Then of 500 + 102,6 men and 750 + 97,4 women; 150 are born.
    let ten = try bench.run("wzw project GM0164 --to 2034").numbers("projected")
    #expect(abs(ten[0] - 150) < 1e-9 && abs(ten[1] - (250 + 102.6 + 562.5 + 97.4)) < 1e-9)
    #expect(five.words.contains("apart vooruitgerekend"))
  }

  @Test func `without people by sex nothing is guessed, and one sex alone is refused`() throws {
    let bench = try SmallTown.bench().file("s.csv", sexes)
    try bench.run("wzw import s.csv")
    let output = try bench.run("wzw project GM0164 --to 2029")
    #expect(output.table == nil && output.words.contains("geen bevolking naar geslacht"))
    bench.file("m.csv", "age_from,age_to,sex,survival\n0,4,m,1\n5,,m,0.5\n")
    #expect(bench.error("wzw import m.csv")?.code == "survival.sex")
  }

  @Test func `the same survival for both sexes is that of the two together`() {
    let bands = [AgeRange(from: 0, below: 5), AgeRange(from: 5, below: 10), AgeRange(from: 10, below: nil)]
    let one = SurvivalTable(
      bands: bands, survival: [0.9, 0.8, 0.5], migration: [0.1, 0, -0.1], births: [0, 0.1, 0.3], cited: [])
    var both = one
    both.sexes = ["male": one, "female": one]
    let (men, women) = ([100.0, 200, 300], [150.0, 250, 500])
    let apart = both.project(bySex: ["male": men, "female": women], years: 23)
    for (found, together) in zip(apart, one.project(zip(men, women).map { $0 + $1 }, years: 23)) {
      #expect(abs(found - together) < 1e-9)
    }
  }

  @Test func `a later period holds for the steps that begin in it`() {
    let table = SurvivalTable(
      bands: [AgeRange(from: 0, below: 5), AgeRange(from: 5, below: nil)], survival: [1, 0.5], migration: [0, 0],
      births: [0, 0], cited: [],
      later: [.init(from: 2030, survival: [1, 0.25], migration: [0, 0], births: [0, 0])])
    // 2024 and 2029 begin before 2030, 2034 after it.
    #expect(table.project([0, 800], years: 15, from: 2024) == [0, 50])
    #expect(table.project([0, 800], years: 15) == [0, 100])
  }
}
