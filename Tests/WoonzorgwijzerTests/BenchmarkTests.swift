import TestSupport
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// An area beside what others would lead one to expect of it.
@Suite struct BenchmarkTests {
  private func bench(adults: Bool = false) throws -> Workbench {
    let bench = try Workbench()
      .file(
        "k.csv",
        """
        Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11;k_65JaarOfOuder_12;HuishoudensTotaal_29;Eenpersoonshuishoudens_30;Bevolkingsdichtheid_34;GemiddeldeWOZWaardeVanWoningen_39;Koopwoningen_47
        NL00;Nederland;Nederland;17942942;2202159;4586399;4763116;3677228;8374404;3340560;533;379;57
        GM0164;Hengelo (O.);Hengelo (O.);83058;1000;20000;22000;17327;40000;16000;1300;300;55
        BU01640501;Berflo Es Noord;Hengelo (O.);3505;465;1085;940;650;1900;1000;5000;200;40
        BU01640502;Berflo Es Zuid;Hengelo (O.);1440;220;390;435;250;800;400;4000;220;45
        BU01640503;Twentekanaal;Hengelo (O.);0;0;0;0;0;0;0;0;.;.
        BU01640504;Hoekje;Hengelo (O.);20;0;5;5;10;10;5;100;400;90
        BU01640505;Woolder Es;Hengelo (O.);5000;600;1500;1500;700;2200;700;2500;310;60
        """
      )
      .file(
        "h.csv",
        """
        Codering_3;Leeftijd;Perioden;Gemeentenaam_1;Eenzaam_28
        NL01;80200;2020JJ00;Nederland;49.5
        GM0164;80200;2020JJ00;Hengelo;53.4
        BU01640501;80200;2020JJ00;Hengelo;59.1
        BU01640502;80200;2020JJ00;Hengelo;55.0
        BU01640504;80200;2020JJ00;Hengelo;20.0
        BU01640505;80200;2020JJ00;Hengelo;50.0
        """
      )
      .file(
        "v.csv",
        """
        Codering_3;Leeftijd;Perioden;Gemeentenaam_1;Eenzaam_28
        GM0164;20300;2020JJ00;Hengelo;45.0
        BU01640501;20300;2020JJ00;Hengelo;50.0
        """
      )
    try bench.run("wzw import k.csv --year 2024")
    try bench.run("wzw import h.csv")
    if adults { try bench.run("wzw import v.csv") }
    return bench
  }

  private let contract = "wzw benchmark BU01640501 --with gemeente --indicator Eenzaam --age 65+"

  @Test func `an area within another that is compared with counts once in the yardstick`() throws {
    let alone = try bench().run(contract)
    let output = try bench().run(contract + " --with BU01640505")
    #expect(output.fact("expected") == alone.fact("expected"))
    #expect(output.words.contains("in de maatstaf telt ieder één keer: Woolder Es ligt binnen een ander gebied"))
    #expect(output.words.contains("met het percentage van Hengelo (O.) zouden"))
    let country = try bench().run(
      "wzw benchmark BU01640501 --with nederland --with gemeente --indicator Eenzaam --age 65+")
    #expect(abs((country.fact("expected") ?? 0) - 650 * 0.495) < 1e-9)
    let own = try bench()
    try own.run("wzw define links BU01640501 BU01640502")
    try own.run("wzw define rechts BU01640502 BU01640505")
    #expect(
      own.error("wzw benchmark BU01640504 --with links --with rechts --indicator Eenzaam --age 65+")?.code
        == "benchmark.overlap")
  }

  @Test func `Berflo Es Noord, 59,1 % of 650 against 53,4 %: 384 against 347, 1,107 times, limits .4957 and .5723`()
    throws
  {
    let result = try bench().result(contract)
    let output = try #require(result?.output)
    let near = { (name: String, value: Double) in abs((output.fact(name) ?? .nan) - value) < 1e-6 }
    #expect(near("observed", 384.15) && near("expected", 347.1) && near("ratio", 1.106741573))
    // As `calc funnel --target 0.534 --n 650`.
    #expect(near("funnel_low", 0.495650916) && near("funnel_high", 0.572349084))
    #expect(output.facts["position"] == .text("above"))
    #expect(
      output.words.hasPrefix(
        "Berflo Es Noord: 384 van de 650 65-plussers zijn eenzaam; met het percentage van Hengelo (O.) zouden dat er 347 zijn. Het zijn er dus 1,11 keer zoveel."
      )
    )
    #expect(output.words.contains("berekend over één klasse, 65+"))
    #expect(
      output.words.contains("gemodelleerd: percentages 2020") && output.words.contains("gemeten: kerncijfers 2024"))
    #expect(output.texts("area") == ["BU01640501", "GM0164"] && output.numbers("ratio")[1] == 1)
    #expect(
      result?.provenance.sources.map(\.id) == [
        "cbs-kwb-2024", "rivm-health-2020", "breslow-day-1987", "spiegelhalter-2005",
      ])
    #expect(result?.provenance.derivations.first?.column == "observed")
  }

  @Test func `with both age groups the expectation stands on two bands`() throws {
    let output = try bench(adults: true).run("wzw benchmark BU01640501 --indicator Eenzaam")
    // Hengelo: 18+ 700 + 20000 + 22000 + 17327 = 60027, 45 % of it 27012.15; 65+ 9252.618; so 17759.532 of 42700 under 65.
    let younger = (60027 * 0.45 - 17327 * 0.534) / 42700
    let expected = younger * (3000.5 - 650) + 0.534 * 650
    #expect(abs((output.fact("expected") ?? 0) - expected) < 1e-9 && output.fact("observed") == 1500.25)
    #expect(output.words.contains("over de klassen 18-64 en 65+"))
    let older = try bench(adults: true).run("wzw benchmark BU01640501 --indicator Eenzaam --age 65+")
    #expect(abs((older.fact("expected") ?? 0) - 347.1) < 1e-9)
  }

  @Test func `the country, named areas and own areas serve as well`() throws {
    let bench = try bench()
    #expect(
      try bench.run("wzw benchmark BU01640501 --with nederland --indicator Eenzaam").fact("expected") == 0.495 * 650)
    let named = try bench.run("wzw benchmark BU01640501 --with BU01640502,BU01640505 --indicator Eenzaam")
    #expect(abs((named.fact("expected") ?? 0) - (250 * 0.55 + 700 * 0.5) / 950 * 650) < 1e-9)
    try bench.run("wzw define berflo-es BU01640501 BU01640502")
    let own = try bench.run("wzw benchmark berflo-es --indicator Eenzaam")
    #expect(abs((own.fact("observed") ?? 0) - (384.15 + 137.5)) < 1e-9)
    #expect(abs((own.fact("expected") ?? 0) - 0.534 * 900) < 1e-9)
  }

  @Test func `peers are the nearest, with distances and traits; what lacks a trait or a percentage is none`() throws {
    let output = try bench().run("wzw benchmark BU01640501 --with peers --indicator Eenzaam --age 65+")
    let tables = output.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.last?.column("area")?.texts == ["BU01640501", "BU01640502", "BU01640505", "BU01640504"])
    #expect(
      tables.last?.columnNames == [
        "area", "name", "municipality", "distance", "share_65_plus", "one_person_share", "owner_occupied",
        "dwelling_value", "density",
      ])
    #expect(tables.last?.column("one_person_share")?.numbers?[1] == 0.5)
    #expect(output.words.contains("van 3 buurten met een percentage de 3 die er het meest op lijken"))
  }

  @Test func `standardised distance: each trait in its own deviations, traits without difference or value left out`() {
    // Deviations 10 and 2; the third trait does not differ, the fourth is not known of the area.
    let peers = NearestPeers(
      to: [100, 5, 1, .nan],
      among: [[110, 5, 1, 3], [90, 7, 1, 4], [90, 3, 1, 5], [.nan, 5, 1, 5], [110, 5, 1, 3]],
      count: 3)
    #expect(peers.used == [0, 1] && peers.incomplete == 1)
    #expect(peers.peers.map(\.index) == [0, 4, 1])
    // 110 and 90 twice each: a deviation of 10; so (1² + 0²) / 2.
    #expect(abs(peers.peers[0].distance - 0.5.squareRoot()) < 1e-12)
  }

  @Test func `an empty area, a small one and one without a percentage answer without a division by nought`() throws {
    let bench = try bench()
    let empty = try bench.run("wzw benchmark BU01640503 --indicator Eenzaam")
    #expect(empty.facts["ratio"] == .missing && empty.facts["funnel_low"] == .missing)
    #expect(empty.words.contains("in Twentekanaal woont niemand") || empty.words.contains("geen percentage bekend"))
    let small = try bench.run("wzw benchmark BU01640504 --indicator Eenzaam")
    #expect(small.facts["observed"] == .text("<5") && small.table?.column("observed")?.withheld[0] == "<5")
    #expect(small.table?.column("population")?.withheld[0] == "•" && !small.words.contains("Hoekje: "))
    #expect(small.words.contains("de grenzen zijn grof"))
  }

  @Test func `the funnel draws the municipality's neighbourhoods, without the small ones and what they follow from`()
    throws
  {
    let output = try bench().run(contract)
    let charts = output.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    let chart = try #require(charts.first)
    #expect(
      chart.kind == .scatter && chart.series.map(\.name) == ["ondergrens", "bovengrens", "gebieden", "Berflo Es Noord"])
    #expect(chart.series[2].values.filter { !$0.isNaN } == [0.5])
    // Hoekje has a small count, and Berflo Es Zuid is the smallest from which it would follow.
    #expect(!chart.labels.contains("Hoekje") && !chart.labels.contains("Berflo Es Zuid"))
    #expect(chart.labels.contains("Woolder Es"))
    #expect(chart.series[3].values.filter { !$0.isNaN } == [0.591])
  }

  @Test(arguments: [
    ("wzw benchmark BU01640501", "argument.missing"),
    ("wzw benchmark GM0164 --indicator Eenzaam", "benchmark.self"),
    ("wzw benchmark NL00 --indicator Eenzaam", "benchmark.self"),
    ("wzw benchmark BU01640501 --with peers,nederland --indicator Eenzaam", "benchmark.with"),
    ("wzw benchmark BU01640501 --with Berflo --indicator Eenzaam", "area.ambiguous"),
    ("wzw benchmark BU01640501 --indicator Eenzam", "indicator.unknown"),
    ("wzw benchmark BU01640501 --indicator Eenzaam --age 75+", "age.unknown"),
    ("wzw benchmark NL00 --with peers --indicator Eenzaam", "peers.none"),
  ])
  func `what cannot be compared is said`(line: String, code: String) throws {
    #expect(try bench().error(line)?.code == code)
  }
}

/// The national files.
@Suite(.enabled(if: Places.hasRealData, "../shared/data is not there")) struct NationalBenchmarkTests {
  private let data = Places.realData ?? ""

  @Test func `Berflo Es Noord has ten peers out of the whole country, in order of distance`() throws {
    let bench = try Workbench()
    try bench.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024")
    try bench.run("wzw import '\(data)/rivm_50090NED_2020_65plus.csv'")
    let output = try bench.run("wzw benchmark BU01640501 --with peers --indicator Eenzaam --age 65+")
    let tables = output.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    let distances = tables.last?.column("distance")?.numbers ?? []
    #expect(distances.count == 11 && distances == distances.sorted() && distances[10] < 0.5)
    #expect(output.fact("observed") == 384.15)
  }
}
