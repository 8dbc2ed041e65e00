import Rendering
import Testing
import WorkbenchKit

@testable import Session

@Suite("Every kind of block has every form")
struct FormsTests {
  private static let every: [Block] = [
    .heading(Heading(.verbatim("kop"))), .paragraph(.verbatim("alinea")), .table(Samples.estimates),
    .chart(Samples.bars), .facts(Samples.facts), .notice(Notice(.info, .verbatim("noot"))), .sources(Samples.sources),
    .text("a,b\n"), .map(Samples.map), .matrix(Samples.matrix), .timeline(Samples.timeline), .flow(Samples.flow),
  ]

  /// The name under which JSON knows a kind; a new kind does not compile until it is named here.
  private func kind(_ block: Block) -> String {
    switch block {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .table: "table"
    case .chart: "chart"
    case .map: "map"
    case .matrix: "matrix"
    case .timeline: "timeline"
    case .flow: "flow"
    case .facts: "facts"
    case .notice: "notice"
    case .sources: "sources"
    case .text: "text"
    }
  }

  @Test("text, Markdown, HTML, JSON and that of a kept result, in both languages", arguments: Language.allCases)
  func forms(language: Language) throws {
    #expect(Set(Self.every.map(kind)).count == 12)
    for block in Self.every {
      #expect(!TextRenderer(language: language).text(of: [block]).isEmpty)
      #expect(!MarkdownRenderer(language: language).text(of: [block]).isEmpty)
      #expect(TextRenderer(language: language, columns: 40, rows: 24, style: .coloured).text(of: [block]) != "")
      var html = HTMLRenderer(language: language)
      #expect(!html.fragment(of: [block]).isEmpty)
      #expect((SVGForm(language: language).pictures(of: [block]) != nil) == SVGForm.isPicture(block))
      #expect(try BlockCodec.decode(JSONReader.parse(BlockCodec.encode(block).canonical)) == block)
      let json = JSONRenderer(language: language).line([block], line: 1, source: "stdin")
      #expect(json.contains("\"blocks\":[{\"kind\":\"\(kind(block))\","))
    }
  }
}
