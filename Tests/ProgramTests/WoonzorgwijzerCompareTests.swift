import TestSupport
import Testing
import WorkbenchKit

/// Comparing, scanning and carrying over, through the program and the module as it is loaded.
@Suite struct WoonzorgwijzerCompareTests {
  private let areas = """
    Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12
    GM0164    ;Hengelo (O.);Hengelo (O.)   ;83058;17327
    BU01640501;Berflo Es Noord;Hengelo (O.)   ;3505;650
    BU01640511;Berflo Es Nieuw;Hengelo (O.)   ;1440;250

    """
  private let health = """
    "Leeftijd";"Perioden";"Codering_3";"Gemeentenaam_1";"Eenzaam_28"\r
    "80200";"2020JJ00";"GM0164              ";"Hengelo   ";"    53.4"\r
    "80200";"2020JJ00";"BU01640501          ";"Hengelo   ";"    59.1"\r
    "80200";"2020JJ00";"BU01640502          ";"Hengelo   ";"    40.0"\r

    """

  private func folder() -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.write(Array(areas.utf8), to: "kwb.csv")
    folder.write(Array(health.utf8), to: "rivm.csv")
    folder.write("oud;nieuw;aandeel\nBU01640502;BU01640511;1\n", to: "brug.csv")
    return folder
  }

  private let imports = ["wzw import kwb.csv --year 2024", "wzw import rivm.csv"]

  private func objects(_ lines: [String], _ options: [String] = [], in folder: TemporaryFolder) throws -> [JSON] {
    let run = Leerkring.run(["--json"] + options + lines.flatMap { ["-c", $0] }, folder: folder.path)
    return try run.output.split(separator: "\n").map { try JSONReader.parse(String($0)) }
  }

  @Test func `a benchmark has observed, expected, ratio and the funnel that calc funnel gives`() throws {
    let answers = try objects(
      imports + [
        "wzw benchmark BU01640501 --with gemeente --indicator Eenzaam --age 65+", "calc funnel --target 0.534 --n 650",
      ], in: folder())
    let facts = answers[2].facts
    #expect(facts["observed"] == 384.15 && facts["position"] == "above")
    #expect(abs((facts["expected"]?.number ?? 0) - 347.1) < 1e-9)
    #expect(abs((facts["ratio"]?.number ?? 0) - 384.15 / 347.1) < 1e-12)
    let low = (facts["funnel_low"]?.number ?? 0, answers[3].facts["low"]?.number ?? 1)
    let high = (facts["funnel_high"]?.number ?? 0, answers[3].facts["high"]?.number ?? 1)
    #expect(abs(low.0 - low.1) < 1e-12 && abs(high.0 - high.1) < 1e-12)
    #expect(answers[2].blocks("sources").first?["sources"]?.array?.count == 4)
    #expect(answers[2].blocks("table").first?["rows"]?.array?.count == 2)
  }

  @Test func `undo takes a bridge away, and what it carried over with it`() throws {
    let estimate = "wzw estimate BU01640511 --indicator Eenzaam --age 65+"
    let answers = try objects(
      imports + ["wzw bridge brug.csv", estimate, "undo", estimate, "redo", estimate],
      ["--workspace", "w.json"], in: folder())
    #expect(answers[3].rows.first?["estimate"] == 100)
    #expect(answers[5].rows.first?["estimate"] == .null)
    #expect(answers[7].rows.first?["estimate"] == 100)
  }

  @Test func `why an estimate was carried over names the bridge`() throws {
    let folder = folder()
    _ = try objects(
      imports + [
        "wzw bridge brug.csv", "let uitkomst = wzw estimate BU01640511 --indicator Eenzaam --age 65+", "keep uitkomst",
      ], ["--workspace", "w.json"], in: folder)
    let run = Leerkring.run(["--workspace", "w.json", "--lang", "nl", "-c", "why uitkomst"], folder: folder.path)
    #expect(run.code == 0 && run.output.contains("brug.csv"), "\(run.output)\(run.errors)")
  }

  @Test func `a scan survives a restart`() throws {
    let folder = folder()
    _ = try objects(
      imports + ["wzw scan set BU01640501 wijkservice deels --by gemeente"], ["--workspace", "w.json"], in: folder)
    let answers = try objects(["wzw scan BU01640501"], ["--workspace", "w.json"], in: folder)
    #expect(answers[0].facts["partly"] == 1 && answers[0].facts["size"] == "smaller")
  }
}
