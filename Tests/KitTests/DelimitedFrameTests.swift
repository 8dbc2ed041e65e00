import Testing
import WorkbenchKit

/// A title above a table and a source below it, as StatLine and spreadsheets write them.
@Suite struct DelimitedFrameTests {
  private func read(_ text: String) throws -> DelimitedText {
    try DelimitedText(bytes: Array(text.utf8), options: .init(name: "a.csv"))
  }

  private let statline = """
    \u{FEFF}"Levensverwachting; geslacht, leeftijd (per jaar en periode van vijf jaren)"
    ""
    "";""
    "";"Geslacht";"Totaal mannen en vrouwen"
    "";"Onderwerp";"Sterftekans"
    "Leeftijd (op 31 december)";"Perioden";"kans"
    "20 jaar";"2021 tot 2026";"0,00028"
    "21 jaar";"2021 tot 2026";"0,00029"
    "Bron: CBS"

    """

  @Test func `StatLine's own form: a title, names in three lines, a source`() throws {
    let text = try read(statline)
    #expect(text.titleLines == ["Levensverwachting; geslacht, leeftijd (per jaar en periode van vijf jaren)"])
    #expect(text.footLines == ["\"Bron: CBS\""])
    #expect(
      text.header == ["Leeftijd (op 31 december)", "Perioden", "Totaal mannen en vrouwen/Sterftekans (kans)"])
    #expect(text.rowCount == 2 && text.raggedCount == 0)
    #expect(text.numbers(column: 2).values == [0.00028, 0.00029])
    #expect(text.line(ofRow: 0) == 7)
  }

  @Test(arguments: [
    "Kerncijfers 2024\n\ncode;n\nGM0164;1\nGM0344;2\n",
    "Kerncijfers 2024;\n;\ncode;n\nGM0164;1\nGM0344;2\nBron: CBS;\n",
    "Kerncijfers, 2024\ncode;n\nGM0164;1\nGM0344;2\n© CBS, 2024\n",
    "\"Titel\"\ncode,n\nGM0164,1\nGM0344,2\nBron: CBS\n",
    "Titel\nNog een regel\ncode\tn\nGM0164\t1\nGM0344\t2\n\nBron: CBS, RIVM\n",
  ])
  func `a title above and a source below are no rows`(text: String) throws {
    let read = try read(text)
    #expect(read.header == ["code", "n"] && read.rowCount == 2 && read.raggedCount == 0)
    #expect(read.numbers(column: 1).values == [1, 2])
    #expect(!read.titleLines.isEmpty)
  }

  @Test(arguments: [
    ("opmerking\nja, graag\nnee, dank\n", ["opmerking"], 2), ("a;b\n1;2\n", ["a", "b"], 1),
    (";a;b\nx;1;2\ny;3;4\n", ["column_1", "a", "b"], 2), ("naam\nBron\nBron: CBS\n", ["naam"], 2),
    ("naam;n\nBronbeek;\nNoot;3\n", ["naam", "n"], 2), ("a;2023;2024\nx;1;2\n", ["a", "2023", "2024"], 1),
    ("a;b\n\"x\nBron: CBS\";2\n", ["a", "b"], 1),
  ])
  func `what can be a table by itself stays one`(text: String, header: [String], rows: Int) throws {
    let read = try read(text)
    #expect(read.header == header && read.rowCount == rows && read.titleLines.isEmpty && read.footLines.isEmpty)
  }

  @Test func `a line with too few cells stays an error`() {
    for text in ["a;b\n1;2\n3\n", "a;b;c\n1;2;3\n4;5\n", "a;b\n1;2\nBronbeek\n"] {
      #expect(throws: Diagnostic.self) { try read(text).table() }
    }
  }
}
