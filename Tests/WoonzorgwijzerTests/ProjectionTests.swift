import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// How many there will be, as far as that can be said.
@Suite struct ProjectionTests {
  @Test func `1000, 900, 700, 300 with survival .99, .97, .8, .4 and an open end: 0, 990, 873, 680`() {
    let table = SurvivalTable(
      bands: [0, 20, 40, 60].map { AgeRange(from: $0, below: $0 == 60 ? nil : $0 + 20) },
      survival: [0.99, 0.97, 0.8, 0.4], migration: [0, 0, 0, 0], births: [0, 0, 0, 0], cited: [])
    let next = table.project([1000, 900, 700, 300], years: 20)
    for (one, answer) in zip(next, [0, 990, 873, 680]) { #expect(abs(one - Double(answer)) < 1e-9) }
    // Half of the way between two steps.
    for (one, answer) in zip(table.project([1000, 900, 700, 300], years: 10), [500, 945, 786.5, 490]) {
      #expect(abs(one - answer) < 1e-9)
    }
  }

  @Test func `who comes and who is born are counted by the band in which they are at the end`() {
    let table = SurvivalTable(
      bands: [AgeRange(from: 0, below: 30), AgeRange(from: 30, below: nil)], survival: [1, 0.5],
      migration: [0.1, 0], births: [0.2, 0.4], cited: [])
    #expect(table.project([100, 50], years: 30) == [40, 135])
  }

  @Test func `without more, only what the source says, and no number for later`() throws {
    let output = try SmallTown.bench().run("wzw project GM0164 --to 2040")
    #expect(
      output.words.hasPrefix("Er wordt niets vooruitgerekend. De bron zegt van heel Nederland: het aantal 75-plussers"))
    #expect(output.fact("people") == 2_600_000 && output.fact("year") == 2040 && output.facts["base_year"] == .missing)
    #expect(output.numbers("projected").allSatisfy(\.isNaN) && output.numbers("population") == [83058, 17327])
    let sources = output.blocks.compactMap { block -> [String]? in
      if case .sources(let sources) = block { sources.map(\.id) } else { nil }
    }
    #expect(sources == [["gebiedsgericht-2016", "cbs-kwb-2024"]])
  }

  @Test func `everybody is the total of CBS and not the sum of its rounded bands: 3.505, and 3.500 in bands`() throws {
    let output = try SmallTown.bench().run("wzw project BU01640501 --to 2040")
    #expect(output.numbers("population") == [3505, 650])
    let bench = try SmallTown.bench()
    try bench.run("wzw define Es BU01640501 BU01640502")
    #expect(try bench.run("wzw project Es --to 2040").numbers("population") == [4945, 900])
    #expect(try bench.run("wzw project Es --to 2040 --growth 0+=2").numbers("projected") == [9890])
  }

  @Test func `bands of the same year that add up to a little else start from the total too`() throws {
    let bench = try SmallTown.bench()
      .file("s.csv", "age_from,age_to,survival,source\n0,49,0.5,CBS\n50,,0.5,CBS\n")
      .file("p.csv", "area,age_from,age_to,people\nBU01640501,0,49,2000\nBU01640501,50,,1500\n")
    try bench.run("wzw import s.csv")
    try bench.run("wzw import p.csv --year 2024")
    let output = try bench.run("wzw project BU01640501 --to 2074")
    // Half of 3,500 survive, and so of 3,505.
    #expect(output.texts("age").last == "alle" && output.numbers("population").last == 3505)
    #expect(abs((output.numbers("projected").last ?? 0) - 1752.5) < 1e-9)
    #expect(output.words.contains("alle mensen zijn het inwonertal zelf, dat van de klassen samen verschilt"))
    // The total is a figure of CBS, which the origin names beside the bands.
    let inputs = try bench.result("wzw project BU01640501 --to 2074")?.provenance.inputs.map(\.path)
    #expect(Set(inputs ?? []) == ["k.csv", "p.csv", "s.csv"])
  }

  @Test func `people by age of another year tell how bands divide, and the year of the numbers is that of the areas`()
    throws
  {
    let bench = try SmallTown.bench()
      .file("s.csv", "age_from,age_to,survival,source\n0,19,0.99,CBS\n20,39,0.97,CBS\n40,59,0.8,CBS\n60,,0.4,CBS\n")
      .file(
        "p.csv",
        "area,age_from,age_to,people\n"
          + [(0, 14), (15, 19), (20, 24), (25, 39), (40, 44), (45, 59), (60, 64)].map { "GM0164,\($0),\($1),1000\n" }
          .joined() + "GM0164,65,,9000\n")
    try bench.run("wzw import s.csv")
    try bench.run("wzw import p.csv --year 2020")
    let output = try bench.run("wzw project GM0164 --to 2044")
    #expect(output.numbers("base_year") == [2024, 2024, 2024, 2024, 2024])
    // Half of 15 to 25, half of 25 to 45, and half of 45 to 65, as in 2020; everybody is of 2024.
    #expect(output.numbers("population") == [16735, 15714, 21891.5, 28717.5, 83058])
    #expect(
      output.words.contains("geldt de verdeling van 2020; de aantallen zijn die van het jaar van de kerncijfers"))
  }

  @Test func `a growth factor of the user is an assumption and is named`() throws {
    let bench = try SmallTown.bench()
    let output = try bench.run("wzw project GM0164 --to 2040 --growth 65+=1.5")
    #expect(
      output.numbers("projected") == [25990.5] && output.words.contains("groeifactoren zoals opgegeven: 65+ × 1.5"))
    #expect(bench.error("wzw project GM0164 --to 2040 --growth 65+=35%")?.code == "growth.unusable")
    #expect(bench.error("wzw project GM0164 --to 2024")?.code == "project.year")
    #expect(try bench.run("wzw project GM0164 --to 2040 --growth 75+=2").words.contains("leeftijd 75+ is niet bekend"))
  }

  @Test func `cohorts, from survival and bands that are loaded`() throws {
    let bench = try SmallTown.bench()
      .file("s.csv", "age_from,age_to,survival,source\n0,19,0.99,CBS\n20,39,0.97,CBS\n40,59,0.8,CBS\n60,,0.4,CBS\n")
      .file(
        "p.csv",
        "area,age_from,age_to,people\nGM0164,0,19,20000\nGM0164,20,39,25000\nGM0164,40,59,22000\nGM0164,60,,16058\n")
    try bench.run("wzw import s.csv")
    try bench.run("wzw import p.csv --year 2024")
    let output = try bench.run("wzw project GM0164 --to 2044")
    #expect(output.texts("age") == ["0-19", "20-39", "40-59", "60+", "alle"])
    #expect(output.numbers("projected").map { $0.rounded() } == [0, 19800, 24250, 24023, 68073])
    #expect(output.numbers("base_year") == [2024, 2024, 2024, 2024, 2024])
    // CBS's bands do not tell who is over 60 apart from who is 45 to 65, but an even cut of them does.
    #expect(try bench.run("wzw project BU01640501 --to 2044").words.contains("de leeftijden even groot"))
  }
}

/// An area's share of who lives at home with care.
@Suite struct ExtramuralTests {
  @Test func `the share goes by the population: RIGO's 52.225 of VV by 17.327 of 3.677.228 over 65`() throws {
    let output = try SmallTown.bench().run("wzw extramural GM0164")
    let row = try #require(
      zip(output.texts("sector"), output.texts("package")).enumerated().first {
        $1 == ("VV", "samen")
      }?.offset)
    #expect(abs(output.numbers("share_low")[row] - 17327.0 / 3_677_228) < 1e-12)
    // 246,08 people, and what chance does to it (Poisson, 95 %).
    #expect(abs(output.numbers("low")[row] - 216) <= 1 && abs(output.numbers("high")[row] - 277) <= 1)
  }

  @Test func `the two sources stand in tables of their own, by their own counts`() throws {
    let output = try SmallTown.bench().run("wzw extramural GM0164")
    let tables = output.blocks.compactMap { block -> Table? in if case .table(let table) = block { table } else { nil }
    }
    #expect(tables.count == 2)
    #expect(tables[0].column("people")?.numbers?.last == 111_275 && tables[1].column("people")?.numbers?.last == 77_900)
    #expect(output.words.contains("twee ramingen die niet bij elkaar op te tellen zijn"))
  }

  @Test func `finer bands widen the range by another base`() throws {
    let bench = try SmallTown.bench().file(
      "p.csv", "area,age_from,age_to,people\nNL00,65,74,2000000\nNL00,75,,1677228\nGM0164,65,74,8000\nGM0164,75,,9327\n"
    )
    try bench.run("wzw import p.csv --year 2024")
    let output = try bench.run("wzw extramural GM0164")
    #expect(abs(output.numbers("share_high")[0] - 9327.0 / 1_677_228) < 1e-12)
    // All adults are of bands that are cut, which was taken for granted; of the finer bands nothing was.
    #expect(output.words.contains("Aanname: binnen een leeftijdsklasse die te breed is, zijn de leeftijden even groot"))
    #expect(!output.words.contains("geldt de verdeling van"))
  }

  @Test func `a division of another year is named where it was used, and not where it was only tried`() throws {
    let bands = { (code: String) in "\(code),65,74,600\n\(code),75,,400\n" }
    let bench = try SmallTown.bench().file("p.csv", "area,age_from,age_to,people\n" + bands("NL00"))
      .file("q.csv", "area,age_from,age_to,people\n" + bands("GM0164"))
    try bench.run("wzw import p.csv --year 2020")
    // Both would divide as the country did, which says no more than the whole does.
    #expect(try !bench.run("wzw extramural GM0164").words.contains("geldt de verdeling van"))
    try bench.run("wzw import q.csv --year 2020")
    #expect(try bench.run("wzw extramural GM0164").words.contains("geldt de verdeling van 2020"))
  }

  @Test func `the quantiles of the Poisson distribution: 10 gives 4 to 17, 100 gives 81 to 120`() {
    #expect(AreaShare.quantile(0.025, mean: 10) == 4 && AreaShare.quantile(0.975, mean: 10) == 17)
    #expect(AreaShare.quantile(0.025, mean: 100) == 81 && AreaShare.quantile(0.975, mean: 100) == 120)
  }

  @Test func `without the country there is no share`() throws {
    let bench = try Workbench().file("k.csv", "Codering_3;AantalInwoners_5;k_65JaarOfOuder_12\nGM0164;83058;17327\n")
    try bench.run("wzw import k.csv --year 2024")
    #expect(bench.error("wzw extramural GM0164")?.code == "area.country")
    #expect(try bench.run("wzw extramural").numbers("people").last == 111_275)
  }
}
