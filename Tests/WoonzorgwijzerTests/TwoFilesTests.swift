import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// One figure out of two files, which need not call it the same.
@Suite struct TwoFilesTests {
  private func table(_ bench: Workbench, _ name: String) throws -> Table {
    try #require(try bench.session.workspace.parts[PartName(.tables, name)]?.part.table())
  }

  /// Percentages of an indicator that no list knows, under another number in the second file.
  private func renumbered(_ second: String, of indicator: String = "Onbekend") throws -> Workbench {
    let head = { (number: Int) in "Codering_3;Leeftijd;Perioden;\(indicator)_\(number)\n" }
    let bench = try Workbench()
      .file("k.csv", "Codering_3;AantalInwoners_5;k_65JaarOfOuder_12\nBU01640501;3505;650\nBU01640502;1440;250\n")
      .file("a.csv", head(7) + "BU01640501;80200;2020JJ00;10.0\nBU01640502;80200;2020JJ00;20.0\n")
      .file("b.csv", head(9) + second)
    try bench.run("wzw import k.csv --year 2024")
    try bench.run("wzw import a.csv")
    return bench
  }

  @Test(arguments: ["Onbekend", "Eenzaam"])
  func `a percentage under another number takes the place of the one that was there, with its file`(indicator: String)
    throws
  {
    let bench = try renumbered("BU01640501;80200;2020JJ00;30.0\n", of: indicator)
    try bench.run("wzw import b.csv")
    let result = try bench.result("wzw estimate --level buurt --indicator \(indicator) --age 65+")
    #expect(result?.output.numbers("rate") == [0.3, 0.2])
    let origins = result?.output.texts("origin") ?? []
    #expect(origins.map { $0.contains("b.csv \(indicator)_9") } == [true, false])
    #expect(origins.map { $0.contains("a.csv \(indicator)_7") } == [false, true])
    #expect(try bench.run("wzw indicators").texts("stem") == [indicator])
  }

  @Test func `a percentage that the second file leaves empty is missing, and counted`() throws {
    let bench = try renumbered("BU01640501;80200;2020JJ00;\nBU01640502;80200;2020JJ00;40.0\n")
    #expect(try bench.run("wzw import b.csv").words.contains("1 cijfer dat er al was, is nu ontbrekend"))
    let rates = try bench.run("wzw estimate --level buurt --indicator Onbekend --age 65+").numbers("rate")
    #expect(rates[0].isNaN && rates[1] == 0.4)
  }

  @Test func `columns of one figure are one where no row has both, and two where one has`() {
    let table = { (second: [Double]) in
      Table(columns: [
        .texts("code", ["BU01640501", "BU01640502", "BU01640503"]), .numbers("source", [0, 0, 1]),
        .numbers("Onbekend_7", [10, 20, .nan]), .numbers("Onbekend_9", second),
      ])
    }
    let one = table([.nan, .nan, 50]).figures(by: Stem.of)
    #expect(one.map(\.meaning) == ["Onbekend"])
    let joined = JoinedColumns(one[0].columns)
    #expect(joined.values == [10, 20, 50])
    #expect((0..<3).map(joined.name) == ["Onbekend_7", "Onbekend_7", "Onbekend_9"])
    #expect(table([.nan, .nan, 50]).joined(by: Stem.of).columnNames == ["code", "source", "Onbekend_7"])
    let two = table([30, .nan, 50])
    #expect(two.figures(by: Stem.of).map(\.meaning) == ["Onbekend", "Onbekend_9"])
    #expect(two.joined(by: Stem.of) == two)
  }

  @Test func `of two figures of one file with the same stem the one that comes anew leaves the other`() throws {
    let bench = try Workbench()
      .file("a.csv", "Codering_3;Leeftijd;Perioden;Totaal_5;Totaal_12\nGM0164;80200;2020JJ00;10.0;20.0\n")
      .file("b.csv", "Codering_3;Leeftijd;Perioden;Totaal_5\nGM0164;80200;2020JJ00;11.0\n")
    try bench.run("wzw import a.csv")
    for _ in 0..<2 { try bench.run("wzw import b.csv") }
    let table = try table(bench, "wzw.health.2020.65+")
    #expect(table.column("Totaal_5")?.numbers == [11] && table.column("Totaal_12")?.numbers == [20])
    #expect(try bench.run("wzw indicators").texts("stem") == ["Totaal", "Totaal_12"])
  }

  @Test func `two percentages of one file with the same last word are two, and adding to the one leaves the other`()
    throws
  {
    let head = "Codering (code);Leeftijd;Perioden;"
    let bench = try Workbench()
      .file("a.csv", head + "Laag/Waarde (%);Hoog/Waarde (%)\nGM0164;80200;2020;20.5;30.5\n")
      .file("b.csv", head + "Laag/Waarde (%)\nGM0164;80200;2020;21.5\n")
    try bench.run("wzw import a.csv")
    try bench.run("wzw import b.csv")
    let table = try table(bench, "wzw.health.2020.65+")
    #expect(table.column("Laag/Waarde (%)")?.numbers == [21.5] && table.column("Hoog/Waarde (%)")?.numbers == [30.5])
    #expect(try bench.run("wzw indicators").texts("stem") == ["Waarde", "Hoog/Waarde (%)"])
  }

  @Test func `what a bridge carries over is all that the two columns hold`() throws {
    let bench = try renumbered("BU01640501;80200;2020JJ00;30.0\n")
    try bench.run("wzw import b.csv")
    bench.file("oud.csv", "Codering_3;AantalInwoners_5;k_65JaarOfOuder_12\nBU01640501;900;100\nBU01640502;900;300\n")
      .file("nieuw.csv", "Codering_3;AantalInwoners_5;k_65JaarOfOuder_12\nBU01640509;5000;400\n")
      .file("brug.csv", "oud;nieuw;aandeel\nBU01640501;BU01640509;1\nBU01640502;BU01640509;1\n")
    try bench.run("wzw import oud.csv --year 2020")
    try bench.run("wzw import nieuw.csv --year 2026")
    try bench.run("wzw bridge brug.csv --from 2020 --to 2026")
    let result = try bench.result("wzw estimate BU01640509 --indicator Onbekend --age 65+")
    // (100 × 30 + 300 × 20) / 400
    #expect(result?.output.numbers("rate") == [0.225])
    let parts = result?.provenance.derivations.first { $0.only == "BU01640509" }?.factors[1].parts
    #expect(parts?.map(\.fileColumns) == [["Onbekend_9"], ["Onbekend_7"]] && parts?.map(\.file) == ["b.csv", "a.csv"])
  }

  @Test func `how numbers were read is said once, of the columns of all years`() throws {
    let bench = try Workbench().file(
      "y.csv",
      "RegioS;Perioden;AantalInwoners_1;k_65JaarOfOuder_2\nGM0164;2022JJ00;81.000;\nGM0164;2023JJ00;;17.100\nGM0344;2023JJ00;;39.373\n"
    ).file("p.csv", "area;year;age_from;age_to;people\nGM0164;2023;0;;82.000\nGM0164;2024;0;;83.058\n")
    let words = try bench.run("wzw import y.csv").words
    #expect(words.contains("in 'AantalInwoners_1', 'k_65JaarOfOuder_2'"))
    let lines = try bench.run("wzw import p.csv").words.split(separator: "\n")
    #expect(lines.count { $0.contains("de punt scheidt duizendtallen") } == 1)
  }

  @Test func `the people of a group are of the file that gave them, and not of the row's first`() throws {
    let bench = try SmallTown.bench().file("oud.csv", "gwb_code_10;a_65_oo\nBU01640501;700\n")
    try bench.run("wzw import oud.csv --year 2024")
    let result = try bench.result("wzw estimate BU01640501,BU01640504 --group lvb")
    #expect(result?.output.numbers("population") == [700, 1000])
    #expect(result?.output.texts("origin").map { $0.contains("oud.csv (2024)") } == [true, false])
    #expect(result?.output.texts("origin").map { $0.contains("k.csv (2024)") } == [false, true])
    #expect(result?.provenance.inputs.first { $0.path == "oud.csv" }?.columns == ["a_65_oo"])
  }
}
