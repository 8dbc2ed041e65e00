import TestSupport
import Testing

/// What a room reads of where a number comes from: at most ten lines, of what is in that number.
@Suite struct ShortWhyTests {
  private static let lines = [
    "wzw demo", "let area = wzw area BU99010101",
    "let one = wzw estimate BU99010101 --indicator Eenzaam --age 65+",
    "let many = wzw estimate --level buurt --indicator Eenzaam --age 65+",
    "let sheet = wzw factsheet BU99010101", "let gap = wzw gap BU99010101",
    "let bench = wzw benchmark BU99010101 --indicator Eenzaam",
    "let advice = instrument advise script=yes power=no",
    "let offer = wzw estimate BU99010101 --indicator Eenzaam --age 65+ --offer",
    "let risk = procure simulate --form pxq --form lumpsum --uptake .4 --need Eenzaam --need-margin 15% --intensity lognormal:2.2:0.4 --unit-cost normal:40:4 --tariff 45 --budget 100000 --draws 1000",
    "let tender = bid new hulp --formula relative --weights price=60,quality=40 --ties quality --rerank no",
    "let bids = bid import Notebooks/data/invented-bids.csv", "let rank = bid rank",
  ]
  private static let names = ["area", "one", "many", "sheet", "gap", "bench", "advice", "risk", "rank"]

  private func text(_ why: [String], _ language: String, columns: Int = 200) -> String {
    let run = Leerkring.run(
      ["--lang", language] + (Self.lines + ["let mark = '='", "$mark"] + why).flatMap { ["-c", $0] },
      environment: ["COLUMNS": "\(columns)"])
    return run.output.split(separator: "  =\n").last.map(String.init) ?? ""
  }

  @Test(arguments: ["nl", "en"], [40, 80])
  func `an answer takes ten lines at the most, whatever it is of`(language: String, columns: Int) {
    let answers = text(Self.names.map { "why \($0)" }, language, columns: columns).split(separator: "\n\n").map {
      String($0).trimmed
    }
    #expect(answers.count == Self.names.count)
    for (name, answer) in zip(Self.names, answers) {
      let lines = answer.split(separator: "\n")
      #expect(lines.count <= 10, "\(name): \(lines.count)")
      #expect(lines.allSatisfy { $0.count <= columns }, "\(answer)")
      #expect(answer.contains("why \(name) --full"), "\(answer)")
      #expect(!answer.contains("/work") && !answer.contains(".build"), "\(answer)")
    }
  }

  @Test func `it names what was typed, the cells, the assumption and the source, and no other file`() {
    let answer = text(["why one"], "nl")
    for due in [
      "let one = wzw estimate BU99010101 --indicator Eenzaam --age 65+", "382,84 personen", "680 personen", "56,3 %",
      "kwb_wilgendal_2024.csv, rij BU99010101", "gezondheid_wilgendal_2022_65plus.csv, rij BU99010101", "Eenzaam_28",
      "het percentage van 2022 geldt in 2024", "Wilgendal, een verzonnen gemeente",
    ] { #expect(answer.contains(due), "\(due): \(answer)") }
    for other in ["18plus", "2023", "geojson", "aanbod", "voorzieningen"] { #expect(!answer.contains(other)) }
  }

  @Test func `one row of many, and a figure that stands in a file as it is`() {
    let row = text(["why many --row BU99010103"], "en")
    #expect(row.contains("399.105 persons") && row.contains("735 persons") && row.contains("row BU99010103"))
    let cell = text(["why many --row BU99010103 --column population"], "en")
    #expect(cell.contains("735 persons: kwb_wilgendal_2024.csv, row BU99010103"))
    #expect(text(["why many"], "nl").contains("25 rijen; van één: why many --row RIJ"))
  }

  @Test func `the sheet of an area names its own files, and the gap those of the people whose distance was measured`() {
    let area = text(["why area"], "nl")
    #expect(area.contains("kwb_wilgendal_2024.csv (2024") && area.contains("65plus.csv") && area.contains("18plus.csv"))
    #expect(!area.contains("2023") && !area.contains("geojson"))
    let gap = text(["why gap"], "nl")
    #expect(gap.contains("kwb_wilgendal_2024.csv (2024, verzonnen ter illustratie): AantalInwoners_5"))
  }

  @Test func `what an earlier line made is named with that line`() {
    let risk = text(["why risk"], "nl")
    #expect(risk.contains("let offer = wzw estimate BU99010101") && risk.contains("65plus.csv"))
    let rank = text(["why rank"], "nl")
    #expect(rank.contains("let tender = bid new hulp") && rank.contains("invented-bids.csv: bidder, price, quality"))
    #expect(text(["why advice"], "nl").contains("alleen wat in de opdracht staat"))
  }

  @Test func `the whole chain comes with --full, and flows on`() throws {
    let whole = text(["why one --full"], "nl")
    #expect(whole.contains("SHA-256") && whole.contains("stappen") && whole.contains("geojson"))
    #expect(text(["why one | top 2 | select columns"], "nl").contains("Eenzaam_28"))
    #expect(text(["why one | to csv"], "nl").contains("sha256"))
    let json = Leerkring.run(["--json"] + (Self.lines.prefix(3) + ["why one"]).flatMap { ["-c", $0] })
    #expect(json.output.contains("\"title\":\"steps\""))
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed()) }
}
