import Rendering
import Testing
import WorkbenchKit

@Suite("Text form")
struct TextRendererTests {
  let nl = TextRenderer(language: .nl, columns: 60)
  let en = TextRenderer(language: .en, columns: 60)

  @Test("a table has headings, a thin rule and numbers on the right")
  func table() {
    #expect(
      nl.text(of: [.table(Samples.estimates)]) == """
          Eenzaam, 65+

          gebied      naam          65+     %  personen
          ──────────  ──────────  ─────  ────  ────────
          BU01640101  Tichelwerk  1.020  56,6       577
          BU01640604  –           1.035  50,0        <5

        """)
    #expect(
      en.text(of: [.table(Samples.estimates)]) == """
          Lonely, 65+

          area        name          65+     %  persons
          ──────────  ──────────  ─────  ────  ───────
          BU01640101  Tichelwerk  1,020  56.6      577
          BU01640604  –           1,035  50.0       <5

        """)
  }

  @Test("a file has all columns, those included that a screen leaves out, and wraps long texts only")
  func whole() {
    let long = String(repeating: "woord ", count: 30)
    let table = Table(
      columns: [.texts("a", [long])] + (0..<9).map { .texts("kolom \($0)", ["een waarde"]) }
        + [Column.texts("b", ["verborgen"]).asDetail()])
    let screen = nl.text(of: [.table(table)])
    #expect(screen.contains("te smal") && !screen.contains("verborgen"))
    let lines = TextRenderer(language: .nl, columns: 60, isWhole: true).text(of: [.table(table)]).split(separator: "\n")
    #expect(lines.first?.hasPrefix("  a") == true && lines.first?.hasSuffix("kolom 8     b") == true)
    #expect(lines.contains { $0.hasSuffix("verborgen") })
    #expect(lines.count == 5)
    #expect(!lines.contains { $0.contains("te smal") })
  }

  @Test("a heading without a label names the unit")
  func unitInHeading() {
    let table = Table(columns: [
      .numbers("estimate", [1.5, 2], unit: .persons), .numbers("rate", [0.25, 0.5], unit: .share),
    ])
    #expect(
      nl.text(of: [.table(table)]) == """
          estimate (personen)  rate (%)
          ───────────────────  ────────
                          1,5        25
                          2,0        50

        """)
  }

  @Test("wide, combining and Arabic cells keep the columns straight")
  func wideCells() {
    let table = Table(columns: [
      .texts("naam", ["日本", "cafe\u{301}", "مرحبا", "👨‍👩‍👧"]), .numbers("n", [1, 2, 3, 4]),
    ])
    #expect(
      nl.text(of: [.table(table)]) == """
          naam   n
          ─────  ─
          日本   1
          cafe\u{301}   2
          مرحبا  3
          👨‍👩‍👧     4

        """)
  }

  @Test("the widest column of text is wrapped, numbers are not")
  func wrapping() {
    let table = Table(columns: [
      .texts("name", ["Wijk 05 Berflo Es", "x"]), .texts("about", ["een lange zin die nergens in zou passen", nil]),
      .numbers("population", [12345, 6]),
    ])
    #expect(
      TextRenderer(language: .nl, columns: 44).text(of: [.table(table)]) == """
          name            about           population
          ──────────────  ──────────────  ──────────
          Wijk 05 Berflo  een lange zin       12.345
          Es              die nergens in
                          zou passen
          x               –                        6

        """)
  }

  @Test("codes stay whole, and a column further on falls away instead")
  func wholeCodes() {
    let table = Table(columns: [
      .texts("code", ["BU01640101"]), .texts("naam", ["Tichelwerk Noord"]),
      .texts("toelichting", ["woonservicegebied"]),
    ])
    #expect(
      TextRenderer(language: .nl, columns: 30).text(of: [.table(table)]) == """
          code        naam
          ──────────  ────────────────
          BU01640101  Tichelwerk Noord
          … te smal voor: toelichting
            ('select' kiest kolommen)

        """)
  }

  @Test("headings are broken between words")
  func headings() {
    let table = Table(columns: [
      .texts("gm_code", ["GM0164"]), .numbers("_poverty_pct", [3.9]), .numbers("areas with a value", [12]),
      .numbers("_edu_high_pct", [31.2]),
    ])
    #expect(
      TextRenderer(language: .en, columns: 40).text(of: [.table(table)]) == """
                                    areas with a
          gm_code  _poverty_pct            value
          ───────  ────────────  ───────────────
          GM0164            3.9               12
          … too narrow for: _edu_high_pct
            ('select' chooses columns)

        """)
  }

  @Test("a year is written as one")
  func years() {
    let table = Table(columns: [.numbers("year", [2024]), .numbers("bouwjaar", [2024]), .numbers("base_year", [2020])])
    #expect(nl.text(of: [.table(table)]).hasSuffix("  2024     2.024       2020\n"))
    var facts = Facts()
    facts.add("year", 2024)
    #expect(nl.text(of: [.facts(facts)]) == "  year:  2024\n")
  }

  @Test("what does not fit at all falls away from the right, and is named")
  func dropping() {
    let table = Table(columns: (1...6).map { .numbers("kolom_\($0)", [1_234_567]) })
    #expect(
      TextRenderer(language: .nl, columns: 40).text(of: [.table(table)])
        == """
          kolom_1    kolom_2    kolom_3
          ─────────  ─────────  ─────────
          1.234.567  1.234.567  1.234.567
          … te smal voor: kolom_4, kolom_5,
            kolom_6 ('select' kiest kolommen)

        """.replacing("kolom_1    kolom_2    kolom_3", with: "  kolom_1    kolom_2    kolom_3"))
  }

  @Test("of many columns that fall away the first are named")
  func droppingMany() {
    let table = Table(columns: (1...90).map { .numbers("kolom_\($0)", [1_234_567]) })
    let text = TextRenderer(language: .en, columns: 80).text(of: [.table(table)])
    #expect(
      text.hasSuffix(
        """
          … too narrow for: kolom_8, kolom_9, kolom_10, kolom_11, kolom_12, kolom_13 and
            77 more ('select' chooses columns)

        """))
  }

  @Test("tables without rows or columns say so")
  func empty() {
    #expect(nl.text(of: [.table(Table(columns: [.texts("a", [])]))]) == "  a\n  ─\n  (geen rijen)\n")
    #expect(nl.text(of: [.table(Table(columns: []))]) == "  (een lege tabel)\n")
    #expect(en.text(of: [.table(Table(columns: []))]) == "  (an empty table)\n")
    #expect(nl.text(of: []) == "")
  }

  @Test("escape sequences in names and cells are shown, not sent")
  func hostile() {
    let table = Table(columns: [.texts("a\u{1B}[2J", ["\u{1B}]0;x\u{7}", "a\nb"])])
    #expect(
      nl.text(of: [.table(table)])
        == """
          a␛[2J
          ───────
          ␛]0;x␇
          a␊b

        """.replacing("───────", with: "──────"))
  }

  @Test("a long label takes several lines, and the values stay under one another")
  func longLabels() {
    var facts = Facts()
    facts.add("a", .text("een"), label: .verbatim("kort"))
    facts.add("b", .number(295), label: .verbatim("gemiddelde waarde van de woningen in de buurt (× € 1.000)"))
    facts.add("c", .text("within"), label: .verbatim("ligt"), shown: Text(nl: "erbinnen", en: "within"))
    #expect(
      TextRenderer(language: .nl, columns: 60).text(of: [.facts(facts)]) == """
          kort:                        een
          gemiddelde waarde van de
          woningen in de buurt (× €
          1.000):                      295
          ligt:                        erbinnen

        """)
  }

  @Test("columns that fall away are named as people call them")
  func droppedColumns() {
    let wide = String(repeating: "breed ", count: 1) + "woordenboekenkast"
    let table = Table(columns: [
      .texts("form", [wide], label: .verbatim("vorm")), .texts("one", [wide], label: .verbatim("eerste")),
      .texts("administration", [wide], label: .verbatim("administratieve lasten")), .texts("plain", [wide]),
    ])
    let text = TextRenderer(language: .nl, columns: 40).text(of: [.table(table)])
    #expect(text.contains("administratieve lasten"))
    #expect(text.contains("(administration), plain"))
  }

  @Test("facts stand under one another")
  func facts() {
    #expect(
      nl.text(of: [.facts(Samples.facts)]) == """
          aantal:  1.342
          rate:    29,6 %
          years:   2020 · 2024
          margin:  –

        """)
  }

  @Test("paragraphs, notices and sources are wrapped and set in")
  func words() {
    let narrow = TextRenderer(language: .nl, columns: 30)
    #expect(
      narrow.text(of: [
        .heading(Heading(.verbatim("Kop"))),
        .paragraph(.verbatim("Een alinea die te lang is voor een regel.")),
        .notice(Notice(.caution, .verbatim("5 kolommen zijn in dit bestand leeg"))),
        .notice(Notice(.warning, .verbatim("pas op"))),
        .notice(Notice(.info, .verbatim("terzijde"))),
        .sources(Samples.sources),
      ]) == """
          Kop
          Een alinea die te lang is
          voor een regel.
          ! 5 kolommen zijn in dit
            bestand leeg
          !! pas op
          i terzijde
          [1] Kerncijfers · CBS · 2024
              · CC BY 4.0
          [2] Gezondheid · RIVM · 2022
              · tabel 50090NED

        """)
  }

  @Test("text blocks are not set in and not wrapped")
  func textBlock() {
    let text = "a,b\r\n1,een hele lange regel die breder is dan het scherm maar heel blijft\n\u{1B}[2J"
    #expect(
      TextRenderer(language: .nl, columns: 20).text(of: [.text(text)])
        == "a,b\n1,een hele lange regel die breder is dan het scherm maar heel blijft\n␛[2J\n")
  }

  @Test("blank lines stand around tables and before headings only")
  func spacing() {
    let small = Table(columns: [.numbers("n", [1])])
    let word = Block.paragraph(.verbatim("w"))
    #expect(
      nl.text(of: [word, word, .table(small), word, .heading(Heading(.verbatim("h"))), word])
        == "  w\n  w\n\n  n\n  ─\n  1\n\n  w\n\n  h\n  w\n")
  }

  @Test("colour surrounds whole stretches and is off in plain style")
  func colour() {
    let coloured = TextRenderer(language: .nl, columns: 60, style: .coloured)
    #expect(coloured.text(of: [.heading(Heading(.verbatim("Kop")))]) == "  \u{1B}[1mKop\u{1B}[0m\n")
    #expect(!nl.text(of: [.heading(Heading(.verbatim("Kop")))]).contains("\u{1B}"))
  }

  @Test("bars have a number behind them")
  func bars() {
    #expect(
      TextRenderer(language: .nl, columns: 36).text(of: [.chart(Samples.bars)]) == """
          Inwoners
          aantal (personen) per wijk
          Noord  █████████████████████ 1.250
          Zuid   ██████████▌ 625

        """)
  }
}
