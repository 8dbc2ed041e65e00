import Testing
import WorkbenchKit

@testable import Rendering

@Suite struct SVGTests {
  private static let pictures: [Block] = [
    .chart(Samples.bars), .chart(Samples.quadrant), .map(Samples.map), .matrix(Samples.matrix), .matrix(Samples.heat),
    .timeline(Samples.timeline), .flow(Samples.flow),
  ]

  @Test(arguments: pictures) func `every picture has a role, a title and a text alternative`(block: Block) throws {
    for isStandalone in [true, false] {
      let svg = try #require(SVGForm(language: .en, isStandalone: isStandalone).picture(of: block, id: "p7"))
      #expect(svg.hasPrefix("<svg "))
      #expect(svg.contains("role=\"img\" aria-labelledby=\"p7-title p7-desc\" lang=\"en\""))
      #expect(svg.contains("<title id=\"p7-title\">") && svg.contains("<desc id=\"p7-desc\">"))
      #expect(!svg.contains("<script") && !svg.contains("https://"))
      // The name of the format is no address that is fetched; on a page it is not needed.
      #expect(svg.contains("http://") == isStandalone)
      #expect(isWellFormed(svg))
    }
  }

  @Test(arguments: pictures) func `all ids begin with the one of the picture`(block: Block) throws {
    let svg = try #require(SVGForm(language: .nl).picture(of: block, id: "p7"))
    for part in svg.split(separator: " id=\"").dropFirst() { #expect(part.hasPrefix("p7\"") || part.hasPrefix("p7-")) }
    for part in svg.split(separator: "url(#").dropFirst() { #expect(part.hasPrefix("p7-")) }
  }

  @Test func `bars of different series differ without colour, in a few strokes however long they are`() throws {
    let box = Box(x: 10, y: 5, width: 4_000, height: 18)
    let markup = (0..<6).map { BarTexture(box, ink: "#000").markup($0) }
    #expect(Set(markup).count == 6 && markup[0].isEmpty)
    #expect(markup.allSatisfy { $0.ranges(of: "<path").count <= 4 })
    #expect(BarTexture(Box(x: 0, y: 0, width: 0, height: 18), ink: "#000").markup(1).isEmpty)
    let chart = Chart(
      .stackedBar, title: .verbatim("t"), x: .init(.verbatim("x")), y: .init(.verbatim("y")), categories: ["a"],
      series: [.init(name: "een", values: [1]), .init(name: "twee", values: [2])])
    let svg = try #require(SVGForm(language: .nl).picture(of: .chart(chart), id: "p"))
    // The second series has its lines on its bar and in the legend.
    #expect(svg.ranges(of: "stroke-dasharray=\"1 5\"").count == 2 && isWellFormed(svg))
  }

  @Test func `what is written in a picture is text and nothing else`() throws {
    let evil = "<script>alert(1)</script>\"'&\u{1B}[31m\u{202E}]]>"
    let text = Text.verbatim(evil)
    let axis = Chart.Axis(text, range: 0...2, low: text, high: text)
    let charts = Chart.Kind.allCases.map { kind in
      Block.chart(
        Chart(
          kind, title: text, alternative: text, x: axis, y: axis, categories: [evil, "b"],
          positions: kind == .quadrant || kind == .scatter ? [1, 2] : [],
          series: [.init(name: evil, values: [1, 2]), .init(name: "b", values: [0, 1])], labels: [evil, "b"]))
    }
    let others: [Block] = [
      .map(
        AreaMap(
          title: text, alternative: text, label: text, coordinates: .rd,
          areas: [.init(code: evil, name: evil, rings: [Samples.square(0, 0)], value: 1)], breaks: [1])),
      .matrix(
        CellMatrix(
          title: text, alternative: text, rowHeading: text, columnHeading: text, rows: [.init(evil)],
          columns: [.init(evil)], cells: [[.init([.init(text, label: text)])]])),
      .timeline(
        Timeline(
          title: text, alternative: text,
          rows: [Samples.row(text, "2027-01-01", who: text, source: text, group: text)].compactMap { $0 })),
    ]
    for block in charts + others {
      let svg = try #require(SVGForm(language: .nl).picture(of: block, id: "p"))
      #expect(!svg.contains("<script"))
      #expect(!svg.unicodeScalars.contains { $0 != "\n" && $0.isUnsafeOnTerminal })
      #expect(isWellFormed(svg))
    }
  }

  @Test func `a map names its classes with counts and hatches what is missing`() throws {
    let svg = try #require(SVGForm(language: .nl).picture(of: .map(Samples.map), id: "m"))
    #expect(svg.contains("25,0–30,0 · 1 gebied"))
    #expect(svg.contains("fill=\"url(#m-missing)\" d=\"M"))
    #expect(svg.contains("fill=\"url(#m-withheld)\" d=\"M"))
    #expect(svg.contains("<title>Noord: 25,0 %</title>"))
    #expect(svg.contains("<title>West: &lt;5</title>"))
  }

  @Test func `numbers carry the marks of the language`() throws {
    let english = try #require(SVGForm(language: .en).picture(of: .chart(Samples.bars), id: "p"))
    #expect(english.contains(">1,250</text>"))
    let dutch = try #require(SVGForm(language: .nl).picture(of: .chart(Samples.bars), id: "p"))
    #expect(dutch.contains(">1.250</text>"))
  }

  @Test func `several pictures stand under each other in one file`() throws {
    let form = SVGForm(language: .en)
    let svg = try #require(form.pictures(of: [.paragraph(.verbatim("p"))] + Self.pictures))
    #expect(svg.split(separator: "<svg ").count == Self.pictures.count + 1)
    #expect(isWellFormed(svg))
    #expect(form.pictures(of: [.paragraph(.verbatim("p")), .table(Samples.estimates)]) == nil)
  }

  @Test(arguments: [
    (0.0, "0"), (12.34, "12.3"), (-0.05, "-0.05"), (0.5, "0.5"), (99.96, "100"), (-3.25, "-3.3"), (.nan, "0"),
  ])
  func `lengths are short`(value: Double, text: String) { #expect(SVGCanvas.number(value) == text) }

  /// Whether every tag that opens closes again, in order.
  private func isWellFormed(_ svg: String) -> Bool {
    var open: [Substring] = []
    for tag in svg.split(separator: "<").dropFirst(svg.hasPrefix("<") ? 0 : 1) {
      guard let end = tag.firstIndex(of: ">") else { return false }
      let inside = tag[..<end]
      if inside.hasPrefix("/") {
        guard open.popLast() == inside.dropFirst() else { return false }
      } else if !inside.hasSuffix("/") {
        open.append(inside.prefix { $0 != " " })
      }
    }
    return open.isEmpty
  }
}
