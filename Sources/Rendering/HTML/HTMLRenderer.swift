import WorkbenchKit

/// The form for a page that is read anywhere: one file, without script or network, for a screen reader as well.
///
/// Several results may stand on one page: the renderer numbers pictures and tables through, and gathers the sources as
/// footnotes, each once.
public struct HTMLRenderer: BlockRenderer, Sendable {
  public let language: Language
  /// What all ids begin with.
  public let prefix: String
  /// The level of a heading of level 1.
  public let topHeading: Int
  private var html = ""
  private var pictures = 0
  private var tables = 0
  private var cited: [Source] = []

  /// - Parameters:
  ///   - prefix: letters, digits and hyphens.
  ///   - topHeading: 2 under the title of a page.
  public init(language: Language, prefix: String = "r", topHeading: Int = 2) {
    self.language = language
    self.prefix = prefix
    self.topHeading = topHeading
  }

  /// Returns the blocks as elements for the body of a page, and goes on counting behind those of before.
  public mutating func fragment(of blocks: [Block]) -> String {
    html = ""
    render(blocks)
    return html
  }

  /// Returns the sources of all fragments as a section for the end of the page; empty where there are none.
  public var footnotes: String {
    if cited.isEmpty { return "" }
    let title = Text(nl: "Bronnen", en: "Sources")(language)
    let items = cited.enumerated().map { index, source in
      "<li id=\"\(prefix)-source-\(index + 1)\">\(XMLEscape.words(SourceLine.text(source)))</li>\n"
    }
    return "<section class=\"sources\" aria-label=\"\(title)\">\n<h\(topHeading)>\(title)</h\(topHeading)>\n<ol>\n"
      + items.joined() + "</ol>\n</section>\n"
  }

  /// Returns a whole page with one result.
  public static func page(of blocks: [Block], language: Language) -> String {
    var renderer = HTMLRenderer(language: language)
    let title = blocks.lazy.compactMap(title).first.map { $0(language) } ?? "leerkring"
    var rest = blocks[...]
    // A heading that opens the result is the title already.
    if case .heading(let heading)? = rest.first, heading.text(language) == title { rest = rest.dropFirst() }
    let body = renderer.fragment(of: Array(rest))
    return HTMLPage(title: title, language: language).page(body: body + renderer.footnotes)
  }

  private static func title(_ block: Block) -> Text? {
    switch block {
    case .heading(let heading): heading.text
    case .table(let table): table.title
    case .chart(let chart): chart.title
    case .map(let map): map.title
    case .matrix(let matrix): matrix.title
    case .timeline(let timeline): timeline.title
    case .paragraph, .facts, .notice, .sources, .text: nil
    }
  }

  // MARK: Words

  mutating func heading(_ heading: Heading) {
    let level = min(heading.level - 1 + topHeading, 6)
    html += "<h\(level)>\(XMLEscape.words(heading.text(language)))</h\(level)>\n"
  }

  mutating func paragraph(_ text: Text) { html += "<p>\(HTMLTable.text(text(language)))</p>\n" }

  mutating func text(_ text: String) {
    html += "<pre tabindex=\"0\">\(XMLEscape.lines(text))</pre>\n"
  }

  mutating func notice(_ notice: Notice) {
    let word: Text? =
      switch notice.level {
      case .info: nil
      case .caution: Text(nl: "Let op:", en: "Note:")
      case .warning: Text(nl: "Waarschuwing:", en: "Warning:")
      }
    let strong = word.map { "<strong>\($0(language))</strong> " } ?? ""
    html += "<p class=\"notice \(notice.level.rawValue)\" role=\"note\">\(strong)"
    html += HTMLTable.text(notice.text(language)) + "</p>\n"
  }

  mutating func facts(_ facts: Facts) {
    let marks = NumberMarks(language)
    // What the words beside them say already is folded away.
    if facts.isDetail {
      html +=
        "<details>\n<summary>\(Text(nl: "de cijfers apart", en: "the figures by themselves")(language))</summary>\n"
    }
    html += "<dl>\n"
    for fact in facts.facts {
      let value = marks.value(fact)
      html += "<div><dt>\(XMLEscape.words(fact.label?(language) ?? fact.name))</dt>"
      html += "<dd>\(XMLEscape.words(value))</dd></div>\n"
    }
    html += facts.isDetail ? "</dl>\n</details>\n" : "</dl>\n"
  }

  mutating func sources(_ sources: [Source]) {
    let links = sources.map { source in
      let number = cited.firstIndex(of: source) ?? cited.count
      if number == cited.count { cited.append(source) }
      let name = XMLEscape.words(source.title)
      return "<a href=\"#\(prefix)-source-\(number + 1)\" title=\"\(name)\">[\(number + 1)]</a>"
    }
    let word = Text(nl: "Bronnen:", en: "Sources:")(language)
    html += "<p class=\"cited\">\(word) \(links.joined(separator: " "))</p>\n"
  }

  // MARK: Tables and pictures

  mutating func table(_ table: Table) {
    tables += 1
    let number = Text(nl: "Tabel \(tables)", en: "Table \(tables)")
    html += HTMLTable.markup(table, caption: (table.title ?? number)(language), language: language)
  }

  mutating func chart(_ chart: Chart) { picture(.chart(chart), chart.title, chart.table(language)) }
  mutating func map(_ map: AreaMap) { picture(.map(map), map.title, map.table(language)) }
  mutating func matrix(_ matrix: CellMatrix) { picture(.matrix(matrix), matrix.title, matrix.table(language)) }

  mutating func timeline(_ timeline: Timeline) {
    picture(.timeline(timeline), timeline.title, timeline.table(language))
  }

  /// The picture, and what it shows as a table for who would rather read or hear it.
  private mutating func picture(_ block: Block, _ title: Text, _ table: Table) {
    pictures += 1
    let form = SVGForm(language: language, isStandalone: false)
    let title = title(language)
    html += "<figure>\n<figcaption>\(XMLEscape.words(title))</figcaption>\n"
    html += form.picture(of: block, id: "\(prefix)-picture-\(pictures)") ?? ""
    html += "<details>\n<summary>\(Text(nl: "als tabel", en: "as a table")(language))</summary>\n"
    html += HTMLTable.markup(table, caption: title, language: language)
    html += "</details>\n</figure>\n"
  }
}
