import TestSupport
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Figures of one year's areas carried over to those of another.
@Suite struct BridgeTests {
  /// 2020 has the buurten 01, 02 and 03; 2024 has 11 (01 and half of 02), 12 (the other half) and 03 as it was.
  private func bench(oldPeople: Bool = true) throws -> Workbench {
    let bench = try Workbench()
      .file(
        "oud.csv",
        """
        Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12;Bevolkingsdichtheid_34;Koopwoningen_47
        BU03630001;Kade;Amsterdam;1000;100;5000;20
        BU03630002;Dam;Amsterdam;3000;300;4000;60
        BU03630003;Plein;Amsterdam;500;50;3000;50
        """
      )
      .file(
        "nieuw.csv",
        """
        Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12
        BU0363AA01;Kade-Dam;Amsterdam;2600;280
        BU0363AA02;Dam-Zuid;Amsterdam;1500;200
        BU03630003;Plein;Amsterdam;520;60
        """
      )
      .file(
        "h.csv",
        """
        Codering_3;Leeftijd;Perioden;Gemeentenaam_1;Eenzaam_28
        BU03630001;80200;2020JJ00;Amsterdam;20.0
        BU03630002;80200;2020JJ00;Amsterdam;40.0
        BU03630003;80200;2020JJ00;Amsterdam;50.0
        """
      )
      .file(
        "brug.csv",
        "oud;nieuw;aandeel\nBU03630001;BU0363AA01;1\nBU03630002;BU0363AA01;0,5\nBU03630002;BU0363AA02;0,5\n")
    if oldPeople { try bench.run("wzw import oud.csv --year 2020") }
    try bench.run("wzw import nieuw.csv --year 2024")
    try bench.run("wzw import h.csv")
    return bench
  }

  private let line = "wzw estimate --level buurt --indicator Eenzaam --age 65+"

  @Test func `without a bridge the new areas are named as not there in the old year`() throws {
    let output = try bench().run(line)
    #expect(output.numbers("estimate")[0].isNaN)
    #expect(
      output.words.contains("bestaan niet in 2020: Kade-Dam (BU0363AA01), Dam-Zuid (BU0363AA02); 'wzw bridge'"))
  }

  @Test func `percentages weigh by the people of the old areas: (100 × 20 + 150 × 40) / 250 = 32 %`() throws {
    let bench = try bench()
    let report = try bench.run("wzw bridge brug.csv")
    #expect(report.fact("from") == 2020 && report.fact("to") == 2024 && report.fact("carried") == 2)
    #expect(report.fact("shares_off") == 0 && report.fact("unmatched_old") == 0 && report.fact("unmatched_new") == 0)
    let result = try bench.result(line)
    let output = try #require(result?.output)
    #expect(output.texts("area") == ["BU0363AA01", "BU0363AA02", "BU03630003"])
    #expect(output.numbers("rate") == [0.32, 0.4, 0.5] && output.numbers("estimate") == [89.6, 80, 30])
    #expect(output.texts("origin")[0].hasSuffix("h.csv Eenzaam_28 (2020) → brug.csv"))
    #expect(!output.texts("origin")[2].contains("brug.csv"))
    #expect(output.words.contains("overgezet met brug.csv, uit gebieden van een ander jaar: 2 gebieden"))
    #expect(result?.provenance.inputs.contains { $0.path == "brug.csv" && $0.evidence == .assumed } == true)
    #expect(result?.provenance.assumptions.contains { $0.nl.hasPrefix("de aandelen in brug.csv gelden") } == true)
    #expect(
      result?.provenance.derivations.contains {
        $0.factors.contains { $0.remark?.nl == "met brug.csv overgezet van de gebieden van 2020" }
      } == true)
  }

  @Test func `counts go over by share, means by people, and density is lost`() throws {
    let bench = try bench()
    try bench.run("wzw bridge brug.csv")
    let sheet = try bench.run("wzw area BU0363AA01 --year 2020")
    #expect(sheet.fact("population") == 2500 && sheet.fact("age_65_plus") == 250)
    // (1000 × 20 + 1500 × 60) / 2500
    #expect(sheet.fact("owner_occupied") == 44 && sheet.facts["density"] == nil)
    #expect(sheet.words.contains("overgezet met brug.csv"))
    // What was carried over is an area by its code, and is not counted a second time.
    #expect(try bench.run("wzw areas --year 2020").table?.rowCount == 3)
  }

  @Test func `where the old people are known of no year, old areas weigh alike only where that is asked for`() throws {
    let bench = try bench(oldPeople: false)
    let error = bench.error("wzw bridge brug.csv")
    #expect(error?.code == "bridge.people" && error?.message.nl.contains("Kade-Dam (BU0363AA01)") == true)
    #expect(error?.suggestion == "--alike")
    #expect(try bench.run(line).numbers("rate")[0].isNaN)
    let report = try bench.run("wzw bridge brug.csv --alike")
    #expect(report.words.contains("wegen naar aandeel even zwaar, want hun inwoners zijn niet bekend (--alike)"))
    // (1 × 20 + .5 × 40) / 1.5
    let alike = try bench.run(line)
    #expect(abs(alike.numbers("rate")[0] - 0.8 / 3) < 1e-12)
    #expect(alike.words.contains("2 gebieden; even zwaar gewogen, zonder inwoners"))
    // Once they are, the bridge carries anew.
    try bench.run("wzw import oud.csv --year 2020")
    #expect(try bench.run(line).numbers("rate")[0] == 0.32)
  }

  @Test func `where the old year's people are missing those of the nearest year weigh, and every result says so`()
    throws
  {
    let bench = try bench(oldPeople: false)
    let people = { (scale: Int) in
      "Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12\n"
        + "BU03630001;Kade;Amsterdam;1000;\(scale)\nBU03630002;Dam;Amsterdam;3000;300\nBU03630003;Plein;Amsterdam;500;50\n"
    }
    bench.file("2018.csv", people(600)).file("2021.csv", people(100))
    try bench.run("wzw import 2018.csv --year 2018")
    try bench.run("wzw import 2021.csv --year 2021")
    let report = try bench.run("wzw bridge brug.csv --from 2020 --to 2024")
    #expect(report.words.contains("wegen naar hun inwoners van 2021, want die van 2020 zijn niet ingelezen"))
    let result = try bench.result(line + " --year 2024")
    // (100 × 20 + 150 × 40) / 250
    #expect(result?.output.numbers("rate") == [0.32, 0.4, 0.5])
    #expect(result?.output.words.contains("2 gebieden; gewogen naar inwoners van 2021") == true)
    #expect(
      result?.provenance.assumptions.contains { $0.nl.contains("wegen naar hun inwoners van 2021") } == true)
    #expect(result?.provenance.inputs.contains { $0.path == "2021.csv" } == true)
    #expect(result?.provenance.inputs.contains { $0.path == "2018.csv" } == false)
    for line in [
      "wzw area BU0363AA01", "wzw benchmark BU0363AA01 --with BU03630003 --indicator Eenzaam",
      "wzw factsheet BU0363AA01",
    ] {
      #expect(try bench.run(line).words.contains("gewogen naar inwoners van 2021"), "\(line)")
    }
    // Needs rest on no percentage, unless one of a limitation is counted or a key leans on it.
    let needs = "wzw needs BU0363AA01"
    #expect(try !bench.run(needs).words.contains("inwoners van 2021"))
    bench.file(
      "b.csv",
      "Codering_3;Leeftijd;Perioden;BeperkingInBewegen_23\nBU03630001;80200;2020JJ00;20.0\nBU03630002;80200;2020JJ00;40.0\n"
    )
    try bench.run("wzw import b.csv")
    #expect(try bench.run(needs).words.contains("1 gebied; gewogen naar inwoners van 2021"))
    try bench.run("wzw need key 3 Eenzaam --share 50% --by zorgaanbieder")
    try bench.run("wzw need shares 3 inwonend=0 uitwonend=0 geen=1 --by gemeente")
    try bench.run("wzw need set 3 nultrede geen noodzakelijk --by gemeente")
    #expect(
      try bench.run(needs).words.contains(
        "van Eenzaam, 65+, percentage van 2020 (sleutel: zorgaanbieder); overgezet uit gebieden van een ander jaar, gewogen naar inwoners van 2021"
      ))
  }

  @Test func `why a carried figure is so: the parts, their weights and their files`() throws {
    let bench = try bench()
    try bench.run("wzw bridge brug.csv")
    let result = try bench.result(line)
    let derivation = try #require(result?.provenance.derivations.first { $0.only == "BU0363AA01" })
    #expect(derivation.factors.map(\.column) == ["population", "rate"])
    let parts = derivation.factors[1].parts
    #expect(parts.map(\.row) == ["BU03630001", "BU03630002"] && parts.map(\.figure) == [0.2, 0.4])
    #expect(parts.map(\.label.nl) == ["Kade, weegt 40,0 %", "Dam, weegt 60,0 %"])
    #expect(parts[1].parts.map(\.figure) == [300, 0.5] && parts[1].parts.map(\.file) == ["oud.csv", "brug.csv"])
    let single = try #require(result?.provenance.derivations.first { $0.only == "BU0363AA02" })
    #expect(single.factors[1].parts.map(\.figure) == [0.4])
    #expect(result?.provenance.derivations.contains { $0.only == "BU03630003" } == false)
  }

  @Test func `an area of which no year has the old people is named, and its old figure does not stand in`() throws {
    let bench = try bench()
    // Plein took in a buurt that no file knows the people of.
    bench.file(
      "h2.csv", "Codering_3;Leeftijd;Perioden;Gemeentenaam_1;Eenzaam_28\nBU03630009;80200;2020JJ00;Amsterdam;90.0\n")
    try bench.run("wzw import h2.csv")
    bench.file(
      "b.csv",
      "oud;nieuw\nBU03630001;BU0363AA01\nBU03630002;BU0363AA01\nBU03630009;BU03630003\nBU03630003;BU03630003\n")
    let report = try bench.run("wzw bridge b.csv --from 2020 --to 2024")
    #expect(report.fact("unweighed") == 1 && report.words.contains("niet overgezet, want van geen jaar"))
    let output = try bench.run("wzw estimate BU03630003 --indicator Eenzaam --age 65+")
    #expect(output.numbers("rate")[0].isNaN && output.words.contains("niet overgezet waar van geen jaar"))
  }

  @Test func `a table of changes leaves out what stays, which then does not vanish from what it joins`() throws {
    let bench = try bench()
    // Dam joined Plein, which the file does not name as old.
    bench.file("b.csv", "was;wordt\nBU03630002;BU03630003\n")
    let report = try bench.run("wzw bridge b.csv --from 2020 --to 2024")
    #expect(report.words.contains("ze zijn gebleven en tellen heel mee: Plein (BU03630003)"))
    let now = try bench.run("wzw estimate BU03630003 --indicator Eenzaam --age 65+").numbers("rate")
    #expect(abs(now[0] - 145.0 / 350) < 1e-12)
  }

  /// The bridge of `bench` as others write it: 01 wholly and half of 02 to AA01, half to AA02.
  @Test(arguments: [
    "old,new,share\nBU03630001,BU0363AA01,100\nBU03630002,BU0363AA01,50\nBU03630002,BU0363AA02,50\n",
    "oud;nieuw;percentage\nBU03630001;BU0363AA01;100%\nBU03630002;BU0363AA01;50,0%\nBU03630002;BU0363AA02;50,0%\n",
    "gwb_code_oud;gwb_code_nieuw;aantal_adressen\n03630001;0363AA01;700\n03630002;0363AA01;120\n03630002;0363AA02;120\n",
    "Oude code;Oude naam;Nieuwe code;Nieuwe naam;inwoners\nBU 0363 00 01;Kade;BU0363AA01;Kade-Dam;1000\nbu03630002;Dam;BU0363AA01;Kade-Dam;1500\nBU03630002;Dam;BU0363AA02;Dam-Zuid;1500\n",
    "BU2020;BU2024;aantal\nBU03630001;BU0363AA01;9\nBU03630002;BU0363AA01;7\nBU03630002;BU0363AA02;7\nBU03630002;;\n",
    "PC6;Buurt2020;Buurt2024\n1011AA;3630001;0363AA01\n1011AB;3630002;0363AA01\n1011AC;3630002;0363AA02\n1011AD;3630002;0363AA02\n1011AE;3630002;0363AA01\n",
    "oud;BU0363AA01;BU0363AA02\nBU03630001;1;0\nBU03630002;0,5;0,5\n",
    "oud;BU0363AA01;BU0363AA02\nBU03630001;12;\nBU03630002;40;40\n",
    "jaar;code oud;code nieuw;aandeel\n2022;BU03630001;BU0363AA01;1\n2022;BU03630002;BU0363AA01;0,5\n2022;BU03630002;BU0363AA02;0,5\n",
  ])
  func `shares, percentages, counts, years, changes and matrices are the same bridge`(text: String) throws {
    let bench = try bench().file("b.csv", text)
    let report = try bench.run("wzw bridge b.csv")
    #expect(report.fact("from") == 2020 && report.fact("to") == 2024 && report.fact("shares_off") == 0)
    #expect(try bench.run(line).numbers("rate") == [0.32, 0.4, 0.5])
  }

  @Test func `changes of several years are taken one after the other, within the years that are asked for`() throws {
    let bench = try bench().file(
      "b.csv",
      """
      oud;nieuw;datum
      BU03630001;BU03630008;2021-01-01
      BU03630008;BU0363AA01;2023-01-01
      BU03630002;BU0363AA01;2024-01-01
      BU0363AA01;BU0363ZZ01;2025-01-01
      """)
    let report = try bench.run("wzw bridge b.csv --from 2020 --to 2024")
    #expect(report.words.contains("wijzigingen na 2020 tot en met 2024 na elkaar genomen"))
    // (100 × 20 + 300 × 40) / 400
    #expect(try bench.run(line).numbers("rate")[0] == 0.35)
  }

  @Test func `a recode table that splits an area without saying how much is refused`() throws {
    let bench = try bench().file("b.csv", "oud;nieuw\nBU03630002;BU0363AA01\nBU03630002;BU0363AA02\n")
    #expect(bench.error("wzw bridge b.csv")?.code == "bridge.split")
    bench.file("j.csv", "GM2019;GM2020;GM2021\n0363;0363;0363\n0457;0457;0363\n")
    #expect(bench.error("wzw bridge j.csv")?.code == "bridge.year")
  }

  @Test func `shares that are not 1 together are named; more than 1 is refused`() throws {
    let bench = try bench()
    bench.file("min.csv", "old,new,share\nBU03630001,BU0363AA01,0.7\nBU03639999,BU0363ZZ99,1\n")
    let report = try bench.run("wzw bridge min.csv --from 2020 --to 2024")
    #expect(report.words.contains("de aandelen zijn niet samen 1, de rest gaat verloren: Kade (BU03630001) 0,70"))
    #expect(report.words.contains("oude codes die 2020 niet kent: BU03639999"))
    #expect(report.words.contains("nieuwe codes die 2024 niet kent: BU0363ZZ99"))
    #expect(report.words.contains("gebieden van 2020 die noch 2024 noch de brug kent: Dam (BU03630002)"))
    bench.file("meer.csv", "old,new,share\nBU03630001,BU0363AA01,0.7\nBU03630001,BU0363AA02,0.7\n")
    let error = bench.error("wzw bridge meer.csv")
    #expect(error?.code == "bridge.sum" && error?.message.nl.contains("BU03630001 1,40") == true)
  }

  @Test(arguments: [
    ("old,new,share\nBU03630001,BU0363AA01,60\n", "bridge.share"), ("old,new,share\nBU1,x y,1\n", "bridge.code"),
    ("old,new,share\n", "bridge.empty"), ("a,b\n1,2\n", "bridge.columns"),
    ("old,new,share\nBU03630001,BU0363AA01,-1\n", "bridge.share"),
    ("old,new,share\nBU03630001,BU0363AA01,\n", "bridge.share"),
    ("old,new,share\nBU77770001,BU77770002,1\n", "bridge.unmatched"),
    ("old,new,share\nBU03630003,BU03630003,1\n", "bridge.year"),
  ])
  func `what is no bridge is refused, and nothing is kept`(text: String, code: String) throws {
    let bench = try bench().file("b.csv", text)
    #expect(bench.error("wzw bridge b.csv")?.code == code)
    #expect(try bench.run(line).numbers("estimate")[0].isNaN)
  }

  @Test func `a new wijk of which every buurt is bridged is bridged with them, in whichever order the files come`()
    throws
  {
    let bench = try bench()
    try bench.run("wzw bridge brug.csv")
    bench.file(
      "wijk.csv",
      "Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12\nWK0363AA;Kade-wijk;Amsterdam;4100;480\n"
    )
    try bench.run("wzw import wijk.csv --year 2024")
    let output = try bench.run("wzw estimate WK0363AA --indicator Eenzaam --age 65+")
    // All of 01 and of 02: (100 × 20 + 300 × 40) / 400
    #expect(output.numbers("rate") == [0.35] && output.texts("origin")[0].hasSuffix("→ brug.csv"))
    // A buurt of it that is not in the bridge leaves the wijk without.
    bench.file(
      "meer.csv",
      "Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12\nBU0363AA03;Erbij;Amsterdam;90;20\n"
    )
    try bench.run("wzw import meer.csv --year 2024")
    #expect(try bench.run("wzw estimate WK0363AA --indicator Eenzaam --age 65+").numbers("rate")[0].isNaN)
  }

  @Test func `a code that means another area in the new year gets what the bridge carries over`() throws {
    let bench = try bench()
    // Half of Dam came to Plein, which kept its code.
    bench.file("b.csv", "old,new,share\nBU03630003,BU03630003,1\nBU03630002,BU03630003,1\n")
    try bench.run("wzw bridge b.csv --from 2020 --to 2024")
    let now = try bench.run("wzw estimate BU03630003 --indicator Eenzaam --age 65+").numbers("rate")
    // (50 × 50 + 300 × 40) / 350
    #expect(abs(now[0] - 145.0 / 350) < 1e-12)
    let then = try bench.run("wzw estimate BU03630003 --year 2020 --indicator Eenzaam --age 65+")
    #expect(then.numbers("rate") == [0.5] && !then.words.contains("overgezet"))
  }
}

/// Amsterdam, whose codes changed between the health figures of 2020 and the key figures of 2024.
@Suite(.enabled(if: Places.hasRealData, "../shared/data is not there")) struct AmsterdamBridgeTests {
  private let data = Places.realData ?? ""

  @Test func `its areas of 2024 are not in 2020, and a bridge carries loneliness over to them`() throws {
    let bench = try Workbench()
    try bench.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024 --only GM0363")
    let health = try bench.run("wzw import '\(data)/rivm_50090NED_2020_65plus.csv' --only GM0363")
    #expect(health.words.contains("gebieden die in 2024 niet voorkomen"))
    #expect(health.words.contains("WK036300 (Amsterdam)"))
    let before = try bench.run("wzw estimate BU0363AA01 --indicator Eenzaam --age 65+")
    #expect(before.numbers("estimate")[0].isNaN)
    #expect(before.words.contains("bestaan niet in 2020: Planciusbuurt-Noord (BU0363AA01)"))
    // The old and the new do not lie so: the shares are made up, the percentages (53,5 and 55,3 %) are RIVM's.
    bench.file(
      "brug.csv",
      "oud;nieuw;aandeel\nBU03630000;BU0363AA01;1\nBU03630001;BU0363AA02;0.25\nBU03630001;BU0363AA03;0.75\n")
    let report = try bench.run("wzw bridge brug.csv")
    #expect(report.fact("from") == 2020 && report.fact("to") == 2024 && report.fact("carried") == 3)
    #expect((report.fact("stranded") ?? 0) > 500)
    let after = try bench.run("wzw estimate BU0363AA01 BU0363AA02 BU0363AA03 --indicator Eenzaam --age 65+")
    #expect(after.numbers("rate") == [0.535, 0.553, 0.553])
    #expect(after.words.contains("overgezet met brug.csv, uit gebieden van een ander jaar: 3 gebieden"))
  }
}

/// The mergers of municipalities between the percentages of 2020 and the areas of today.
@Suite(.enabled(if: Places.hasRealData, "../shared/data is not there")) struct MunicipalBridgeTests {
  private let data = Places.realData ?? ""

  /// `areas/bridge_2020.csv` of ../shared/cases.
  private static let bridge = """
    old,new,share
    GM0363,GM0363,1.0
    GM0457,GM0363,1.0
    GM0370,GM0439,1.0
    GM0439,GM0439,1.0
    GM0416,GM0441,8.28363154406892e-05
    GM0441,GM0441,1.0
    GM0757,GM0757,1.0
    GM0788,GM0757,0.15026833631484796
    GM0788,GM0824,0.4234347048300537
    GM0824,GM0824,1.0
    GM0788,GM0855,0.08372093023255814
    GM0855,GM0855,1.0
    GM0788,GM0865,0.3425760286225403
    GM0865,GM0865,1.0
    GM1699,GM1699,0.9999299866974726
    GM1699,GM1969,7.001330252748022e-05
    GM1969,GM1969,1.0
    GM0003,GM1979,1.0
    GM0010,GM1979,1.0
    GM0024,GM1979,1.0
    GM0398,GM1980,1.0
    GM0416,GM1980,0.9999171636845593
    GM0756,GM1982,1.0
    GM0786,GM1982,1.0
    GM0815,GM1982,1.0
    GM1684,GM1982,1.0
    GM1702,GM1982,1.0
    GM0856,GM1991,1.0
    GM1685,GM1991,1.0
    GM0501,GM1992,1.0
    GM0530,GM1992,1.0
    GM0614,GM1992,1.0

    """

  @Test func `Amsterdam 54,3, Purmerend 49,9 and Maashorst 45,8 %, weighed by the people of 2021`() throws {
    let bench = try Workbench()
    try bench.run("wzw import '\(data)/kwb_gemeenten_2021.csv' --year 2021")
    try bench.run("wzw import '\(data)/rivm_50090NED_2020_65plus.csv'")
    bench.file("bridge_2020.csv", Self.bridge)
    let bridge = "wzw bridge bridge_2020.csv"
    try bench.run(bridge)
    let line = "wzw estimate GM0363 GM0439 --indicator Eenzaam --age 65+"
    #expect(try bench.run(line).numbers("rate").map { ($0 * 1000).rounded() } == [543, 499])
    try bench.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024")
    let report = try bench.run(bridge)
    #expect(report.fact("from") == 2020 && report.fact("to") == 2024)
    #expect(report.words.contains("Eemsdelta (GM1979)"))
    let output = try bench.run("wzw estimate GM0363 GM0439 GM1991 --indicator Eenzaam --age 65+")
    #expect(output.numbers("rate").map { ($0 * 1000).rounded() } == [543, 499, 458])
    #expect(output.words.contains("gewogen naar inwoners van 2021"))
  }
}
