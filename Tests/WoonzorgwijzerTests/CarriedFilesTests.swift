import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// Which files stand behind a figure that was carried over.
@Suite struct CarriedFilesTests {
  /// Kade, Dam and the empty Erf become one; their people, percentages and bridges stand in files apart.
  private func apart() throws -> Workbench {
    let people = "Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12\n"
    let percentages = "Codering_3;Leeftijd;Perioden;Gemeentenaam_1;"
    let bench = try Workbench()
      .file("a1.csv", people + "BU03630001;Kade;Amsterdam;1000;100\n")
      .file("a2.csv", people + "BU03630002;Dam;Amsterdam;3000;300\nBU03630004;Erf;Amsterdam;20;0\n")
      .file("a3.csv", people + "BU03630005;Wal;Amsterdam;40;5\n")
      .file("nieuw.csv", people + "BU0363AA01;Kade-Dam;Amsterdam;2600;280\nBU0363AA02;Wal-Oost;Amsterdam;90;80\n")
      .file("h1.csv", percentages + "Eenzaam_28\nBU03630001;80200;2020JJ00;Amsterdam;20.0\n")
      .file("h2.csv", percentages + "Eenzaam_29\nBU03630002;80200;2020JJ00;Amsterdam;40.0\n")
      .file("h3.csv", percentages + "Eenzaam_28\nBU03630004;80200;2020JJ00;Amsterdam;60.0\n")
      .file("h4.csv", percentages + "Eenzaam_28\nBU03630005;80200;2020JJ00;Amsterdam;70.0\n")
      .file("b1.csv", "oud;nieuw;aandeel\nBU03630001;BU0363AA01;1\nBU03630005;BU0363AA02;1\n")
      .file("b2.csv", "oud;nieuw;aandeel\nBU03630002;BU0363AA01;1\nBU03630004;BU0363AA01;1\n")
    for line in ["a1.csv --year 2020", "a2.csv --year 2020", "a3.csv --year 2020", "nieuw.csv --year 2024"] {
      try bench.run("wzw import \(line)")
    }
    for name in ["h1", "h2", "h3", "h4"] { try bench.run("wzw import \(name).csv") }
    for name in ["b1", "b2"] { try bench.run("wzw bridge \(name).csv --from 2020 --to 2024") }
    bench.set("wzw.suppress-below", 0)
    return bench
  }

  @Test func `a figure carried over from several areas names the files of all that had part in it, and no other`()
    throws
  {
    let bench = try apart()
    let result = try bench.result("wzw estimate BU0363AA01 --indicator Eenzaam --age 65+")
    let output = try #require(result?.output)
    // (100 × 20 + 300 × 40 + 0 × 60) / 400: nobody over 65 lives at Erf, so its percentage has no part in it.
    #expect(output.numbers("rate") == [0.35])
    #expect(
      output.texts("origin") == [
        "nieuw.csv k_65JaarOfOuder_12 (2024) × h1.csv Eenzaam_28 + h2.csv Eenzaam_29 (2020) → b1.csv + b2.csv"
      ])
    let inputs = Set(result?.provenance.inputs.map(\.path) ?? [])
    #expect(inputs == ["nieuw.csv", "h1.csv", "h2.csv", "b1.csv", "b2.csv", "a1.csv", "a2.csv"])
    let rate = try #require(result?.provenance.derivations.first { $0.only == "BU0363AA01" }?.factors.last)
    #expect(rate.parts.map(\.file) == ["h1.csv", "h2.csv"] && rate.parts.map(\.figure) == [0.2, 0.4])
    #expect(rate.parts.map(\.fileColumns) == [["Eenzaam_28"], ["Eenzaam_29"]])
    #expect(rate.parts.map(\.label.nl) == ["Kade, weegt 25,0 %", "Dam, weegt 75,0 %"])
    #expect(rate.parts.map { $0.parts.map(\.file) } == [["a1.csv", "b1.csv"], ["a2.csv", "b2.csv"]])
  }

  @Test func `a key figure carried over names the files of its areas, and of an own area those of each part`() throws {
    let bench = try apart()
    let sheet = try bench.run("wzw factsheet BU0363AA01 --indicator Eenzaam")
    let tables = sheet.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    let origins = try #require(tables.last)
    let row = try #require(origins.column("what")?.texts?.firstIndex(of: "eenzaam, 65+ (%)"))
    #expect(origins.column("file")?.texts?[row] == "h1.csv + h2.csv")
    #expect(origins.column("column")?.texts?[row] == "Eenzaam_28 + Eenzaam_29")
    // The people of 2020 are carried over too.
    let old = try bench.result("wzw estimate BU0363AA01 --indicator Eenzaam --age 65+ --year 2020")
    #expect(old?.output.numbers("population") == [400])
    #expect(
      old?.output.texts("origin").first?.hasPrefix("a1.csv k_65JaarOfOuder_12 + a2.csv k_65JaarOfOuder_12 (2020) ×")
        == true)
    try bench.run("wzw define Twee BU0363AA02 BU0363AA01")
    let own = try bench.result("wzw estimate Twee --indicator Eenzaam --age 65+")
    let words = own?.output.texts("origin").first ?? ""
    for name in ["h1.csv", "h2.csv", "h4.csv", "b1.csv", "b2.csv"] { #expect(words.contains(name), "\(name)") }
    #expect(!words.contains("h3.csv"))
    #expect(
      own?.output.words.contains("overgezet met b1.csv, b2.csv, uit gebieden van een ander jaar: 1 gebied") == true)
    let rate = own?.provenance.derivations.first { $0.when == words }?.factors.last
    #expect(rate?.parts.map(\.file) == ["h4.csv", "h1.csv", "h2.csv", "b1.csv", "b2.csv"])
  }

  @Test func `an old area without a percentage is named where the others make up the figure`() throws {
    let bench = try apart()
    bench.file(
      "h5.csv",
      "Codering_3;Leeftijd;Perioden;Gemeentenaam_1;Roker_15\nBU03630002;80200;2020JJ00;Amsterdam;10\nBU03630004;80200;2020JJ00;Amsterdam;90\n"
    )
    bench.file(
      "a4.csv",
      "Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12\nBU03630001;Kade;Amsterdam;90;20\n"
    )
    try bench.run("wzw import h5.csv")
    let line = "wzw estimate BU0363AA01 --indicator Roker --age 65+"
    // A fourth of the people have no percentage: nothing is carried over.
    #expect(try bench.run(line).numbers("rate").first?.isNaN == true)
    try bench.run("wzw import a4.csv --year 2020")
    let result = try bench.result(line)
    #expect(result?.output.numbers("rate") == [0.1])
    let rate = try #require(result?.provenance.derivations.first { $0.only == "BU0363AA01" }?.factors.last)
    #expect(rate.parts.map(\.file) == ["h5.csv"] && rate.parts.first?.label.nl == "Dam, weegt 100,0 %")
    #expect(rate.remark?.nl.hasSuffix("zonder percentage en niet meegewogen: BU03630001") == true)
    #expect(result?.provenance.inputs.contains { $0.path == "h1.csv" } == false)
  }
}
