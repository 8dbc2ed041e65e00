import TestSupport
import Testing
import WorkbenchKit

/// The table stages through the program itself, as a script would use them.
@Suite struct StageTests {
  private let folder = TemporaryFolder()

  init() { ExampleSheets.write(into: folder) }

  private func run(_ lines: [String], _ options: [String] = []) -> ChildProcess {
    Leerkring.run(options + lines.flatMap { ["-c", $0] }, folder: folder.path)
  }

  @Test func readWhereSelectToJSONPrintsTheArrayOnly() {
    let run = run([
      "read buurten.csv | where inwoners > 1000 and gemeente ~ \"DORPSTAD\" | select naam inwoners | to json"
    ])
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.output == "[\n{\"naam\":\"Centrum\",\"inwoners\":1200},\n{\"naam\":\"Noord\",\"inwoners\":3500}\n]\n")
  }

  @Test func toCSVPrintsAHeaderAndTheRows() {
    let run = run(["read buurten.csv | sort inwoners desc | top 2 | select code inwoners oppervlakte | to csv"])
    #expect(run.output == "code,inwoners,oppervlakte\nBU02,3500,2.5\nBU05,2600,3.4\n")
  }

  @Test func theOtherFormsAreThereToo() {
    let lines = ["read buurten.csv | select naam | top 1"]
    #expect(run([lines[0] + " | to jsonl"]).output == "{\"naam\":\"Centrum\"}\n")
    #expect(run([lines[0] + " | to markdown"]).output.hasPrefix("| naam |\n"))
    #expect(run([lines[0] + " | to table"]).output.contains("Centrum"))
  }

  @Test func inventedFiguresSayThatTheyAreInEveryFormForPeople() {
    let areas = ["wzw demo", "wzw areas --level gemeente"]
    for form in ["table", "markdown"] {
      #expect(run([areas[0], areas[1] + " | to \(form)"]).output.contains("Wilgendal is invented"))
    }
    #expect(run([areas[0], areas[1] + " | to markdown gebieden.md"]).code == 0)
    #expect(folder.text("gebieden.md")?.contains("> **Warning:** Wilgendal is invented") == true)
    let csv = run([areas[0], areas[1] + " | to csv gebieden.csv"])
    #expect(csv.output.ranges(of: "Wilgendal is invented").count == 2)
    #expect(folder.text("gebieden.csv")?.split(separator: "\n").count == 2)
  }

  @Test func countIsAFact() throws {
    let line = "read buurten.csv | where inwoners is not missing | count"
    let object = try JSONReader.parse(run([line], ["--json"]).output)
    #expect(object.facts == ["count": 4])
  }

  @Test func whatIsWrittenIsReadBackTheSame() throws {
    for form in ["csv", "json", "jsonl"] {
      let lines = [
        "read buurten.csv | select naam inwoners | to \(form) uit.\(form)", "read uit.\(form)",
        "read buurten.csv | select naam inwoners",
      ]
      let objects = try run(lines, ["--json"]).output.split(separator: "\n").map { try JSONReader.parse(String($0)) }
      #expect(objects.count == 3)
      #expect(objects.last.map { $0.rows } == objects.dropFirst().first.map { $0.rows }, "\(form)")
      #expect(objects.last?.rows.count == 5)
    }
  }

  @Test func ourOwnJSONIsATableAgain() throws {
    folder.write(run(["read buurten.csv | select naam inwoners"], ["--json"]).output, to: "eigen.json")
    let object = try JSONReader.parse(run(["read eigen.json | where inwoners > 3000"], ["--json"]).output)
    #expect(object.rows == [["naam": "Noord", "inwoners": 3500]])
  }

  @Test func aRememberedTableCanBeJoined() throws {
    let lines = [
      "let z = read zorg.csv | group code --sum plaatsen",
      "read buurten.csv | join $z --on code --keep matched | select naam sum_plaatsen",
    ]
    let objects = try run(lines, ["--json"]).output.split(separator: "\n").map { try JSONReader.parse(String($0)) }
    #expect(
      objects.last?.rows == [["naam": "Centrum", "sum_plaatsen": 1], ["naam": "Noord", "sum_plaatsen": 42]])
  }

  @Test func anErrorStandsWhereItIsInEitherLanguage() {
    let line = "read buurten.csv | where inwonrs > 5"
    #expect(run([line]).errors.hasPrefix("-c:1:26: error: the table has no column 'inwonrs' [column.unknown]"))
    #expect(run([line], ["--lang", "nl"]).errors.contains("de tabel heeft geen kolom 'inwonrs'"))
    #expect(run([line], ["--json"]).errorObject?["suggestion"] == "inwoners")
    #expect(run([line]).code == 1)
  }

  @Test func theGeneralMethodsGiveTheColumnsAndFactsOfTheContract() throws {
    let lines = [
      "read seed.csv | ipf --rows rows.csv --columns columns.csv", "read bands.csv | cohort --steps 1",
      "read areas.csv | fay-herriot --direct y --sd sd --on x1", "calc wilson --share 0.12 --n 200",
      "calc funnel --target 0.08 --n 200", "calc ratio --observed 110 --rates rates.csv",
    ]
    let objects = try run(lines, ["--json"]).output.split(separator: "\n").map { try JSONReader.parse(String($0)) }
    #expect(
      objects.map { $0.facts.keys.sorted() } == [
        ["converged", "max_change", "rounds"], [], ["beta", "converged", "rounds", "sigma2", "terms", "variance"],
        ["high", "low"],
        ["high", "low"], ["expected", "high", "low", "ratio"],
      ])
    #expect(objects[2].rows.first.map { Set($0.keys).isSuperset(of: ["estimate", "gamma", "se"]) } == true)
    #expect(objects[1].rows.map { $0["next"] } == [0, 990, 873, 680])
  }

  @Test func dutchWordsDoTheSame() {
    #expect(
      run(["lees buurten.csv | waar inwoners > 3000 | kies naam | naar csv"]).output == "naam\nNoord\n")
  }

  @Test(.enabled(if: Places.hasRealData)) func theLineOfTheContractOnRealData() throws {
    let data = try #require(Places.realData)
    let run = Leerkring.run([
      "-c",
      "read \(data)/utrecht_kwb_2023.csv | where a_inw > 50000 and gm_naam ~ \"Utrecht\" | select regio a_inw | to json",
    ])
    #expect(
      run.output
        == "[\n{\"regio\":\"Utrecht\",\"a_inw\":367947},\n{\"regio\":\"Wijk 10 Vleuten-De Meern\",\"a_inw\":51295}\n]\n"
    )
  }
}
