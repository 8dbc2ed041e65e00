import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// Estimates on small files whose answers are known.
@Suite struct EstimateTests {
  private func bench() throws -> Workbench {
    let bench = try Workbench()
      .file(
        "k.csv",
        """
        Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_0Tot15Jaar_8;k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11;k_65JaarOfOuder_12
        GM0164;Hengelo (O.);Hengelo (O.);83058;11522;10426;21002;22781;17327
        WK016405;Wijk 05 Berflo Es;Hengelo (O.);4990;510;695;1480;1400;905
        BU01640501;Berflo Es Noord;Hengelo (O.);3505;360;465;1085;940;650
        BU01640502;Berflo Es Zuid;Hengelo (O.);1440;150;220;390;435;250
        BU01640503;Twentekanaal;Hengelo (O.);0;0;0;0;0;0
        BU01640504;Hoekje;Hengelo (O.);20;0;0;5;5;10
        BU01640505;Zonder;Hengelo (O.);100;0;0;40;40;20
        """
      )
      .file(
        "h.csv",
        """
        Codering_3;Leeftijd;Perioden;Gemeentenaam_1;BeperkingInBewegen_23;Eenzaam_28
        NL01;80200;2020JJ00;Nederland;20.9;49.5
        GM0164;80200;2020JJ00;Hengelo;22.6;53.4
        WK016405;80200;2020JJ00;Hengelo;28.0;58.0
        BU01640501;80200;2020JJ00;Hengelo;29.6;59.1
        BU01640502;80200;2020JJ00;Hengelo;24.0;55.0
        BU01640504;80200;2020JJ00;Hengelo;20.0;50.0
        """
      )
      .file("v.csv", "Codering_3;Leeftijd;Perioden;Eenzaam_28\nBU01640501;20300;2020JJ00;50.0\n")
    try bench.run("wzw import k.csv --year 2024")
    try bench.run("wzw import h.csv")
    try bench.run("wzw import v.csv")
    return bench
  }

  @Test func `Berflo Es Noord: 192,4 people, a row of eleven columns, and one sentence`() throws {
    let output = try bench().run("wzw estimate BU01640501 --indicator BeperkingInBewegen --age 65+")
    #expect(
      output.table?.columnNames == [
        "area", "name", "indicator", "age", "population", "rate", "estimate", "low", "high", "method", "origin",
      ])
    #expect(output.texts("area") == ["BU01640501"] && output.numbers("population") == [650])
    #expect(output.numbers("rate") == [0.296] && output.numbers("estimate") == [192.4])
    #expect(output.numbers("low")[0].isNaN && output.numbers("high")[0].isNaN)
    #expect(output.texts("method") == ["direct"])
    #expect(output.texts("origin") == ["k.csv k_65JaarOfOuder_12 (2024) × h.csv BeperkingInBewegen_23 (2020)"])
    #expect(
      output.words.hasPrefix(
        "Berflo Es Noord: 192 van de 650 65-plussers hebben moeite met bewegen (29,6 %; Hengelo 22,6 %)"))
    #expect(output.words.contains("Aanname: het percentage van 2020 geldt in 2024."))
  }

  @Test func `full name, stem, small letters and last year's number all name the indicator`() throws {
    for name in ["Eenzaam", "Eenzaam_28", "eenzaam", "Eenzaam_31"] {
      #expect(try bench().run("wzw estimate BU01640501 --indicator \(name) --age 65+").numbers("rate") == [0.591])
    }
    let error = try bench().error("wzw estimate BU01640501 --indicator Bewegen --age 65+")
    #expect(error?.code == "indicator.unknown" && error?.suggestion == "BeperkingInBewegen")
  }

  @Test func `the session's Berflo: three candidates and no guess`() throws {
    let error = try bench().error("wzw estimate berflo --indicator Bewegen --age 65+")
    #expect(error?.code == "area.ambiguous" && error?.message.nl == "'berflo' is niet eenduidig")
    #expect(error?.candidates.map(\.word) == ["WK016405", "BU01640501", "BU01640502"])
    #expect(error?.place?.column == 14)
  }

  @Test func `adults are counted out of bands, and the share of the youngest band is named as an assumption`() throws {
    let result = try bench().result("wzw estimate BU01640501 --indicator Eenzaam --age 18+")
    // 465 * 7/10 + 1085 + 940 + 650
    #expect(result?.output.numbers("population") == [3000.5] && result?.output.numbers("estimate") == [1500.25])
    #expect(result?.provenance.assumptions.contains { $0.nl.contains("7/10") } == true)
    #expect(result?.output.words.contains("7/10") == true)
  }

  @Test func `a missing percentage gives a missing estimate, nobody gives nought`() throws {
    let output = try bench().run("wzw estimate BU01640503,BU01640505 --indicator Eenzaam --age 65+")
    #expect(output.numbers("estimate")[0] == 0 && output.numbers("estimate")[1].isNaN)
    #expect(output.words.contains("zonder schatting, want zij bestaan niet in 2020: Zonder (BU01640505)"))
  }

  @Test func `small counts are held back, with the number of people they would follow from`() throws {
    let bench = try bench()
    let output = try bench.run("wzw estimate BU01640504 --indicator BeperkingInBewegen --age 65+")
    #expect(output.numbers("estimate")[0].isNaN && output.table?.column("estimate")?.withheld == [0: "<5"])
    #expect(output.numbers("population")[0].isNaN && output.table?.column("population")?.withheld == [0: "•"])
    #expect(output.numbers("rate") == [0.2])
    #expect(!output.words.contains("Hoekje:") && output.words.contains("1 aantal onder 5 is achtergehouden"))
    bench.set("wzw.suppress-below", 0)
    let open = try bench.run("wzw estimate BU01640504 --indicator BeperkingInBewegen --age 65+")
    #expect(open.numbers("estimate") == [2] && open.words.contains("wzw.suppress-below staat op 0"))
  }

  @Test func `of an own area with a small part the other part is held back too, or the small one would follow`() throws
  {
    let bench = try bench()
    try bench.run("wzw define hoek BU01640502 BU01640504")
    let line = "wzw estimate hoek BU01640502 BU01640504 --indicator BeperkingInBewegen --age 65+"
    let output = try bench.run(line)
    #expect(output.table?.column("estimate")?.withheld == [1: "•", 2: "<5"])
    #expect(output.table?.column("population")?.withheld == [1: "•", 2: "•"])
    #expect(output.words.contains("• is achtergehouden omdat een klein aantal er anders uit volgt"))
    #expect(try bench.run("wzw estimate hoek --indicator BeperkingInBewegen --age 65+").numbers("estimate") == [62])
  }

  @Test func `of a wijk with all its buurten the people beside a small count do not follow either`() throws {
    let bench = try bench()
    try bench.run("wzw define samen BU01640501 BU01640502 BU01640503 BU01640504")
    let line = "wzw estimate samen BU01640501 BU01640502 BU01640503 BU01640504 --indicator BeperkingInBewegen --age 65+"
    #expect(try bench.run(line).table?.column("estimate")?.withheld == [2: "•", 4: "<5"])
    // Of BU01640505 no percentage is known, so that no count follows from the wijk; its people would.
    let wijk = try bench.run(line.replacing("samen", with: "WK016405 BU01640505"))
    #expect(wijk.table?.column("estimate")?.withheld == [5: "<5"])
    #expect(wijk.table?.column("population")?.withheld == [1: "•", 5: "•"])
  }

  @Test func `an own area is an area everywhere`() throws {
    let bench = try bench()
    try bench.run("wzw define berflo-es BU01640501 BU01640502")
    let output = try bench.run("wzw estimate berflo-es --indicator BeperkingInBewegen --age 65+")
    #expect(output.numbers("population") == [900] && output.numbers("estimate") == [252.4])
    #expect(abs(output.numbers("rate")[0] - 252.4 / 900) < 1e-12)
    #expect(output.words.contains("berflo-es: 252 van de 900 65-plussers"))
    #expect(try bench.run("wzw areas --in berflo-es --level buurt").texts("area") == ["BU01640501", "BU01640502"])
    #expect(try bench.run("wzw areas --level eigen").numbers("population") == [4945])
    #expect(try bench.run("wzw area berflo-es").fact("population") == 4945)
    #expect(bench.error("wzw define BU1 BU01640501")?.code == "area.name")
    #expect(bench.error("wzw define 'Berflo Es Zuid' BU01640501")?.code == "area.taken")
  }

  @Test func `areas can be told by level, by what they lie in, and by both`() throws {
    let bench = try bench()
    let lines = [
      ("wzw estimate --indicator Eenzaam --age 65+", 5), ("wzw estimate --level wijk --indicator Eenzaam --age 65+", 1),
      ("wzw estimate GM0164 --level buurt --indicator Eenzaam --age 65+", 5),
      ("wzw estimate --in WK016405 --indicator Eenzaam,BeperkingInBewegen --age 65+", 10),
      ("wzw estimate BU01640501 --age 65+", 2), ("wzw estimate BU01640501", 3),
    ]
    for (line, rows) in lines { #expect(try bench.run(line).table?.rowCount == rows, "\(line)") }
    #expect(bench.error("wzw estimate --year 1999 --indicator Eenzaam")?.code == "year.unknown")
    #expect(bench.error("wzw estimate --age 12+")?.code == "age.unknown")
    #expect(bench.error("wzw estimate BU01649999")?.code == "area.unknown")
  }

  @Test func `what a result came from is noted: files with their columns, sources, assumptions`() throws {
    let result = try bench().result("wzw estimate BU01640501 --indicator Eenzaam --age 65+")
    #expect(result?.provenance.inputs.map(\.path) == ["h.csv", "k.csv"])
    #expect(result?.provenance.inputs.map(\.columns) == [["Eenzaam_28"], ["k_65JaarOfOuder_12"]])
    #expect(result?.provenance.inputs.map(\.year) == [2020, 2024])
    #expect(result?.provenance.sources.map(\.id) == ["cbs-kwb-2024", "rivm-health-2020"])
    #expect(result?.provenance.assumptions.map(\.nl) == ["het percentage van 2020 geldt in 2024"])
  }
}

/// The sheet of an area, and what it holds back.
@Suite struct SheetTests {
  @Test func `a single small age band takes the next smallest with it, or it would follow from the total`() throws {
    let bench = try Workbench().file(
      "k.csv",
      """
      Codering_3;AantalInwoners_5;k_0Tot15Jaar_8;k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11;k_65JaarOfOuder_12
      BU00140001;103;3;10;40;30;20
      """)
    try bench.run("wzw import k.csv --year 2024")
    let facts = try bench.run("wzw area BU00140001").facts
    #expect(facts["age_0_15"] == .text("<5") && facts["age_15_25"] == .text("•"))
    #expect(facts["population"]?.number == 103 && facts["age_65_plus"]?.number == 20)
  }
}
