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

  @Test func `where the old people are not known, old areas weigh by share alone, and that is said`() throws {
    let bench = try bench(oldPeople: false)
    let report = try bench.run("wzw bridge brug.csv")
    #expect(report.words.contains("tellen naar aandeel even zwaar: hun inwoners van 2020 zijn niet ingelezen"))
    // (1 × 20 + .5 × 40) / 1.5
    #expect(abs(try bench.run(line).numbers("rate")[0] - 0.8 / 3) < 1e-12)
    // Once they are, the bridge carries anew.
    try bench.run("wzw import oud.csv --year 2020")
    #expect(try bench.run(line).numbers("rate")[0] == 0.32)
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
