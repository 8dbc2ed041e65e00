import Testing
import WorkbenchKit

@testable import Rendering

/// Flows on a screen, in a picture, for Mermaid and for programs.
@Suite struct FlowFormsTests {
  private func screen(_ flow: Flow, _ language: Language = .nl, columns: Int = 80) -> [String] {
    TextRenderer(language: language, columns: columns).text(of: [.flow(flow)])
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func large(_ count: Int, value: Double? = 10, links: Bool = true) -> Flow {
    let word = "een heel lange omschrijving van een activiteit in de wijk"
    return Flow(
      title: .verbatim("groot"), columns: (0..<4).map { .init("c\($0)", label: .verbatim("kolom \($0 + 1)")) },
      nodes: (0..<count).map {
        .init("id\($0)", label: .verbatim("\(word) \($0)"), column: "c\($0 % 4)", value: value, unit: .euro)
      },
      links: links
        ? (0..<count).map { .init(from: "id\($0)", to: "id\(($0 * 7 + 1) % count)", value: value) } : [])
  }

  @Test func `a screen has the columns beside each other, a bar for each box and where it goes`() {
    let flow = Flow(
      title: .verbatim("Stroom"), columns: [.init("a", label: .verbatim("van")), .init("b", label: .verbatim("naar"))],
      nodes: [
        .init("g", label: .verbatim("gemeente"), column: "a", value: 8),
        .init("w", label: .verbatim("wijkteam"), column: "b", value: 4), .init("t", column: "b"),
      ],
      links: [.init(from: "g", to: "w", value: 4), .init(from: "g", to: "t", label: .verbatim("uren"), mark: .partly)])
    #expect(
      screen(flow, columns: 44) == [
        "  Stroom",
        "  van                   naar",
        "  ────────────────────  ────────────────────",
        "  ┌ gemeente            ┌ wijkteam",
        "  └ ████████████████ 8  └ ████████ 4",
        "    → wijkteam (4)      ┌ t",
        "    → ◐ t: uren (–)     └ –",
        "  ◐ deels", "",
      ])
  }

  @Test(arguments: Language.allCases)
  func `labels stand on a screen and ids do not, and what was not in order is told`(language: Language) {
    let text = screen(Samples.flow, language).joined(separator: "\n")
    #expect(text.contains(language == .nl ? "investeerders" : "investors"))
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains(language == .nl ? "→ langer thuis:" : "→ longer at home:"))
    #expect(flat.contains(language == .nl ? "(€ 80)" : "(€80)"))
    #expect(text.contains("└ <5") && text.contains("(<5)"))
    #expect(!text.contains("effects") || language == .en)
    #expect(text.contains(language == .nl ? "1 waarde is kleiner dan nul" : "1 value is below nought"))
    let page = HTMLRenderer.page(of: [.flow(Samples.flow)], language: language)
    let words = MarkdownRenderer(language: language).text(of: [.flow(Samples.flow)])
    for form in [page, words] {
      #expect(form.contains(language == .nl ? "verbinding begint of eindigt" : "link begins or ends"))
      #expect(form.contains(language == .nl ? "langer thuis" : "longer at home"))
    }
    #expect(page.contains("<desc id=") && page.contains(language == .nl ? "stroomschema met" : "flow chart with"))
  }

  @Test(arguments: [20, 24, 40, 80, 120], [1, 2, 30])
  func `no line is wider than the screen, whatever the labels`(columns: Int, count: Int) {
    for flow in [large(count), large(count, value: nil), large(count, links: false), Samples.flow] {
      #expect(screen(flow, columns: columns).allSatisfy { DisplayWidth.of($0) <= columns })
    }
  }

  @Test func `on a low screen names and links take fewer lines, which is said, and the values stay whole`() {
    let word = Text.verbatim("een omschrijving die niet op een regel past")
    let flow = Flow(
      title: .verbatim("t"), columns: (0..<4).map { .init("c\($0)") },
      nodes: (0..<8).map { .init("n\($0)", label: word, column: "c\($0 % 4)", value: 120_000, unit: .euro) },
      links: (0..<8).map { .init(from: "n\($0)", to: "n\(($0 + 1) % 8)", value: 80_000, mark: .partly) })
    let low = ScreenAnswer([.flow(flow)], language: .nl, columns: 80, height: 20, style: .plain).text
    #expect(low.contains("… ingekort; heel met --full") && low.contains("… (€ 80.000)"))
    #expect(low.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 80 })
    let whole = TextRenderer(language: .nl, columns: 80).text(of: [.flow(flow)])
    #expect(!whole.contains("ingekort") && whole.count > low.count)
    #expect(TextRenderer(language: .nl, columns: 80, rows: 24).text(of: [.flow(flow)]) == whole)
  }

  @Test func `bars are drawn to one measure, however wide the figures are`() {
    let flow = Flow(
      title: .verbatim("t"), columns: [.init("a")],
      nodes: [
        .init("x", column: "a", value: 1000), .init("y", column: "a", value: 500), .init("z", column: "a", value: 1),
      ],
      links: [])
    let bars = screen(flow, columns: 30).map { $0.count { $0 == "█" } }.filter { $0 > 0 }
    #expect(bars == [20, 10])
  }

  @Test func `an answer with thirty boxes fits on a screen of 24 lines and 80 columns`() {
    let answer = ScreenAnswer([.flow(large(30))], language: .nl, columns: 80, height: 23, style: .plain)
    let lines = answer.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24 && lines.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
    #expect(answer.text.contains("groot") && !answer.rest.isEmpty)
  }

  @Test func `a ribbon is as wide as its value, and dashed without one`() throws {
    let flow = Flow(
      title: .verbatim("t"), columns: [.init("a"), .init("b")],
      nodes: [.init("x", column: "a"), .init("y", column: "b"), .init("z", column: "b")],
      links: [
        .init(from: "x", to: "y", value: 60), .init(from: "x", to: "z", value: 20), .init(from: "x", to: "z"),
        .init(from: "x", to: "z", value: -4),
      ])
    let layout = FlowLayout(flow, FlowWords(flow, .nl), .nl, width: 720)
    let widths = layout.ribbons.map(\.thickness)
    #expect(widths[2] == nil && widths[3] == nil)
    #expect(abs((widths[0] ?? 0) / (widths[1] ?? 1) - 3) < 1e-9)
    // What leaves a box stays within its side.
    let box = layout.boxes[0].frame
    #expect(layout.ribbons.allSatisfy { $0.from.y >= box.y && $0.from.y <= box.y + box.height })
    let svg = try #require(SVGForm(language: .nl).picture(of: .flow(flow), id: "p"))
    #expect(svg.ranges(of: "stroke-dasharray=\"5 4\"").count == 2 && svg.contains("zonder waarde"))
    #expect(svg.ranges(of: "fill-opacity=\".4\"").count == 2)
  }

  @Test func `links that go back, stay within a column or end where they begin are drawn`() throws {
    let flow = Flow(
      title: .verbatim("t"), columns: [.init("a"), .init("b")],
      nodes: [.init("x", column: "a"), .init("y", column: "b"), .init("z", column: "b")],
      links: [
        .init(from: "y", to: "x", value: 1), .init(from: "y", to: "z", value: 2),
        .init(from: "z", to: "z", value: 1e308),
        .init(from: "z", to: "y", value: 1e308), .init(from: "x", to: "y", value: .leastNonzeroMagnitude),
      ])
    let layout = FlowLayout(flow, FlowWords(flow, .nl), .nl, width: 720)
    #expect(layout.ribbons.count == 5 && layout.ribbons.map(\.turns) == [false, true, true, true, false])
    #expect(layout.ribbons.allSatisfy { ($0.thickness ?? 0) > 0 && ($0.thickness ?? 0) <= 97 })
    #expect(layout.height.isFinite && layout.height < 2_000)
    let svg = try #require(SVGForm(language: .nl).picture(of: .flow(flow), id: "p"))
    #expect(!svg.contains("nan") && !svg.contains("inf"))
  }

  @Test func `values of several units each have their own scale`() {
    let flow = Flow(
      title: .verbatim("t"), columns: [.init("a"), .init("b")],
      nodes: [
        .init("e", column: "a", value: 1_000_000, unit: .euro), .init("p", column: "a", value: 5, unit: .persons),
        .init("z", column: "b"),
      ], links: [.init(from: "e", to: "z", value: 1_000_000), .init(from: "p", to: "z", value: 5)])
    let words = FlowWords(flow, .nl)
    #expect(flow.nodes.map(words.share) == [1, 1, nil])
    let layout = FlowLayout(flow, words, .nl, width: 720)
    #expect(layout.ribbons.map(\.thickness) == [96, 96])
    #expect(flow.table(.nl).column("value")?.texts?.first == "€ 1.000.000")
  }

  @Test func `the table has a row for each box and under it one for each link`() {
    let table = Samples.flow.table(.en)
    #expect(table.columnNames == ["column", "what", "to", "label", "value", "mark"])
    #expect(
      table.column("what")?.texts == [
        "municipality", "municipality", "municipality", "corporatie", "corporatie", "longer at home", "longer at home",
        "longer at home", "rust", "rust", "zorgkantoor",
      ])
    #expect(table.column("to")?.texts?[1] == "longer at home" && table.column("to")?.texts?[0] == nil)
    #expect(table.column("value")?.withheld == [8: "<5", 9: "<5"])
  }

  @Test func `Mermaid gets a box for each node and an arrow for each link, and no word of its own`() throws {
    let evil = "end \"x\" <b> # ; `code` | ]"
    let flow = Flow(
      title: .verbatim("t\nsubgraph"), columns: [.init("a", label: .verbatim(evil)), .init("b")],
      nodes: [.init("end", label: .verbatim(evil), column: "a", value: 3), .init("subgraph", column: "b")],
      links: [.init(from: "end", to: "subgraph", value: 2, label: .verbatim(evil)), .init(from: "subgraph", to: "end")])
    let clean = "end #quot;x#quot; #lt;b#gt; #35; ; #96;code#96; | ]"
    #expect(
      FlowMermaid.text(of: [.paragraph(.verbatim("p")), .flow(flow)], language: .nl) == """
        %% t␊subgraph
        flowchart LR
          subgraph k1["\(clean)"]
            n1["\(clean) (3)"]
          end
          subgraph k2["b"]
            n2["subgraph (–)"]
          end
          n1 -->|"\(clean): 2"| n2
          n2 -.->|"–"| n1

        """)
    #expect(FlowMermaid.text(of: [.paragraph(.verbatim("p"))], language: .nl) == nil)
  }

  @Test func `programs get ids, values and marks as they are, and what was not in order`() {
    let json = JSONRenderer(language: .nl).line([.flow(Samples.flow)], line: 1, source: "s")
    #expect(
      json.contains(#""kind":"flow","title":"Wie betaalt en wie bespaart","alternative":"stroomschema met 3 kolommen"#))
    #expect(json.contains(#""columns":["investors","effects","savers"]"#))
    #expect(
      json.contains(
        #"{"id":"gemeente","label":"gemeente","column":"investors","value":120,"unit":"euro","mark":"present"}"#))
    #expect(json.contains(#"{"from":"gemeente","to":"thuis","value":80,"label":"uren","mark":null}"#))
    #expect(json.contains(#"{"from":"gemeente","to":"rust","value":null,"label":null,"mark":"partly"}"#))
    #expect(json.contains(#""value":null,"unit":"persons","mark":"unknown","withheld":"<5"}"#))
    #expect(json.contains(#""remarks":["1 verbinding begint"#))
  }

  @Test func `an empty flow and one of a single box are flows too`() throws {
    let empty = Flow(title: .verbatim("leeg"), columns: [], nodes: [], links: [])
    #expect(screen(empty) == ["  leeg", "  (een leeg stroomschema)", ""])
    #expect(SVGForm(language: .en).picture(of: .flow(empty), id: "p")?.contains("(an empty flow chart)") == true)
    let one = Flow(
      title: .verbatim("een"), columns: [.init("a")], nodes: [.init("x", column: "a", value: 0)], links: [])
    #expect(screen(one).contains("  └ 0"))
    #expect(PictureSummary.text(one).en == "flow chart with 1 column, 1 box and 0 links.")
    #expect(try #require(SVGForm(language: .en).picture(of: .flow(one), id: "p")).contains(">x<"))
  }
}
