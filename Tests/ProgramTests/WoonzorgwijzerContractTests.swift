import TestSupport
import Testing
import WorkbenchKit

/// The lines that others rely on, through the program and the module as it is loaded.
@Suite struct WoonzorgwijzerContractTests {
  private let areas = """
    Codering_3;WijkenEnBuurten;Gemeentenaam_1;SoortRegio_2;AantalInwoners_5;k_65JaarOfOuder_12
    GM0164    ;Hengelo (O.);Hengelo (O.)   ;Gemeente  ;83058;17327
    BU01640501;Berflo Es Noord;Hengelo (O.)   ;Buurt     ;3505;650
    BU01640502;Berflo Es Zuid;Hengelo (O.)   ;Buurt     ;1440;250
    GM1680    ;Aa en Hunze;Aa en Hunze   ;Gemeente  ;25845;7368

    """
  private let health = """
    "Leeftijd";"Perioden";"Codering_3";"Gemeentenaam_1";"BeperkingInBewegen_23"\r
    "80200";"2020JJ00";"BU01640501          ";"Hengelo   ";"    29.6"\r
    "80200";"2020JJ00";"BU01640502          ";"Hengelo   ";"       ."\r

    """

  private func folder() -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.write(Array(areas.utf8), to: "kwb.csv")
    folder.write(Array(health.utf8), to: "rivm.csv")
    return folder
  }

  private func run(_ lines: [String], in folder: TemporaryFolder) -> ChildProcess {
    Leerkring.run(["--json"] + lines.flatMap { ["-c", $0] }, folder: folder.path)
  }

  private func objects(_ lines: [String], in folder: TemporaryFolder) throws -> [JSON] {
    try run(lines, in: folder).output.split(separator: "\n").map { try JSONReader.parse(String($0)) }
  }

  @Test func `an import counts what it read, skipped, and found suppressed or unmatched`() throws {
    let answers = try objects(["wzw import kwb.csv --year 2024 --only GM0164"], in: folder())
    #expect(answers.first?.facts == ["read": 3, "skipped": 1, "suppressed": 0, "unmatched": 0])
  }

  @Test func `an estimate is a row with its population, rate, count, interval, method and origin`() throws {
    let answers = try objects(
      [
        "wzw import kwb.csv --year 2024", "wzw import rivm.csv --year 2020",
        "wzw estimate BU01640501 --indicator BeperkingInBewegen --age 65+",
      ], in: folder())
    #expect(
      answers.last?.rows == [
        [
          "area": "BU01640501", "name": "Berflo Es Noord", "indicator": "BeperkingInBewegen", "age": "65+",
          "population": 650, "rate": 0.296, "estimate": 192.4, "low": .null, "high": .null, "method": "direct",
          "origin": "kwb.csv k_65JaarOfOuder_12 (2024) × rivm.csv BeperkingInBewegen_23 (2020)",
        ]
      ])
    #expect(answers.last?.blocks("sources").first?["sources"]?.array?.first?["licence"] == "CC BY 4.0")
  }

  @Test func `the areas of a level are counted by the next stage`() throws {
    let answers = try objects(["wzw import kwb.csv --year 2024", "wzw areas --level gemeente | count"], in: folder())
    #expect(answers.last?.facts["count"] == 2)
  }

  @Test func `estimates are sorted, cut off and written as CSV by the stages that follow`() throws {
    let answers = try objects(
      [
        "wzw import kwb.csv --year 2024", "wzw import rivm.csv",
        "wzw estimate --level buurt --in GM0164 --indicator BeperkingInBewegen --age 65+ | sort estimate desc | top 5 | to csv",
      ], in: folder())
    let text = try #require(answers.last?.blocks("text").first?["text"]?.string)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3 && lines[0].hasPrefix("area,name,indicator,age,population,rate,estimate,low,high,method"))
    #expect(lines[1].hasPrefix("BU01640501,Berflo Es Noord,BeperkingInBewegen,65+,650,0.296,192.4,,,direct,"))
  }

  @Test(arguments: [
    ("wzw estmate X", "command.unknown", "estimate"), ("wzw areas --levle gemeente", "argument.unknown", "--level"),
    ("wzw area Berfloo", "area.none", "wzw demo"), ("wzw import kwb.csv", "argument.missing", nil),
    ("wzw import nothing.csv", "file.missing", nil),
  ])
  func `an error has its code and the nearest right word`(line: String, code: String, suggestion: String?) {
    let error = run([line], in: folder()).errorObject
    #expect(error?["code"]?.string == code)
    #expect(error?["suggestion"]?.string == suggestion)
  }

  @Test func `an error within the module tells whose it is, with a place`() {
    let error = run(["wzw import kwb.csv --year 2024", "wzw area berflo"], in: folder()).errorObject
    #expect(error?["code"] == "area.ambiguous" && error?["plugin"] == "woonzorgwijzer")
    #expect(error?["line"] == 2 && error?["column"] == 10)
  }

  @Test func `the alias in Dutch does the same`() throws {
    let answers = try objects(["woonzorgwijzer demo", "woonzorgwijzer gebieden --level wijk"], in: folder())
    #expect(answers.last?.rows.count == 6)
  }

  @Test func `an import survives a restart, a failed one leaves nothing`() throws {
    let folder = folder()
    let first = Leerkring.run(
      ["--workspace", "w.json", "-c", "wzw import kwb.csv --year 2024", "-c", "save"], folder: folder.path)
    #expect(first.code == 0)
    let again = Leerkring.run(
      ["--json", "--workspace", "w.json", "-c", "wzw import rivm.csv --as areas"], folder: folder.path)
    #expect(again.code == 1 && again.errorObject?["code"] == "import.unrecognised")
    let then = Leerkring.run(
      ["--json", "--workspace", "w.json", "-c", "wzw areas", "-c", "undo", "-c", "wzw areas"], folder: folder.path)
    #expect(try then.output.split(separator: "\n").first.map { try JSONReader.parse(String($0)).rows.count } == 4)
    #expect(then.errorObject?["code"] == "area.none")
  }

  @Test(.enabled(if: Places.hasRealData, "../shared/data is not there"))
  func `Berflo Es Noord out of the national files: 192,4 people`() throws {
    let data = try #require(Places.realData)
    let answers = try objects(
      [
        "wzw import '\(data)/kwb_nl_2024.csv' --year 2024",
        "wzw import '\(data)/rivm_50090NED_2020_65plus.csv' --year 2020",
        "wzw estimate BU01640501 --indicator BeperkingInBewegen --age 65+", "wzw areas --level gemeente",
      ], in: folder())
    #expect(answers[2].rows.first?["estimate"] == 192.4 && answers[2].rows.first?["population"] == 650)
    #expect(answers[3].rows.count == 342)
  }
}
