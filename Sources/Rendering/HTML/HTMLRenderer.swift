import WorkbenchKit

/// The form for a page that is read anywhere: one file, without script or network, for a screen reader as well.
///
/// Several results may stand on one page: the renderer numbers pictures and tables through, and gathers the sources as
/// footnotes, each once. A page has what a screen has: columns and figures that only explain are left out.
public struct HTMLRenderer: BlockRenderer, Sendable {
  public let language: Language
  /// What all ids begin with.
  public let prefix: String
  /// The level of a heading that stands under the title of the page.
  public let topHeading: Int
  private var html = ""
  private var outline: PageOutline
  private var notices = HTMLNotices()
  private var pictures = 0
  private var tables = 0
  private var cited: [Source] = []
  private var isAnswered = false
  /// Whether the numbers of sources stand where they are cited; a page with one list of them needs none.
  private var citesInPlace = true
  /// The headings of results so far, for a table of contents.
  private(set) var headings: [HTMLPage.Entry] = []

  /// - Parameters:
  ///   - prefix: letters, digits and hyphens.
  ///   - topHeading: 2 under the title of a page.
  ///   - said: what the head of the page warns of already.
  public init(language: Language, prefix: String = "r", topHeading: Int = 2, said: [Notice] = []) {
    self.language = language
    self.prefix = prefix
    self.topHeading = topHeading
    outline = PageOutline(top: topHeading)
    notices.said = Set(said)
  }

  /// Returns the blocks as elements for the body of a page, and goes on counting behind those of before.
  ///
  /// - Parameter heading: the level of the heading under which they stand; nil for the title of the page.
  public mutating func fragment(of blocks: [Block], under heading: Int? = nil) -> String {
    html = ""
    outline = PageOutline(top: heading.map { min($0 + 1, 6) } ?? topHeading)
    isAnswered = false
    for group in Self.groups(blocks) { render(group: group) }
    html += notices.list(language)
    return html
  }

  /// Returns the sources of all fragments as a section for the end of the page; empty where there are none.
  public var footnotes: String {
    if cited.isEmpty { return "" }
    let title = Text(nl: "Bronnen", en: "Sources")(language)
    let items = cited.enumerated().map { index, source in
      "<li id=\"\(prefix)-source-\(index + 1)\">\(XMLEscape.words(SourceLine.text(source)))</li>\n"
    }
    return "<section class=\"sources\" aria-label=\"\(title)\">\n<h2>\(title)</h2>\n<ol>\n"
      + items.joined() + "</ol>\n</section>\n"
  }

  /// Returns a whole page with one result.
  public static func page(of blocks: [Block], language: Language) -> String {
    let heading: Heading? = if case .heading(let first)? = blocks.first { first } else { nil }
    let title = heading?.text ?? blocks.lazy.compactMap(title).first
    let warnings = HTMLNotices.ofResult(blocks)
    var renderer = HTMLRenderer(language: language, said: warnings)
    renderer.citesInPlace = blocks.count { if case .sources = $0 { true } else { false } } > 1
    // A heading that opens the result is the title already.
    let body = renderer.fragment(of: Array(heading == nil ? blocks[...] : blocks.dropFirst()))
    let page = HTMLPage(
      title: title?(language) ?? "leerkring", language: language, under: heading?.under.map { [$0(language)] } ?? [],
      warnings: warnings, contents: renderer.headings.count >= fewestListed ? renderer.headings : [])
    return page.page(body: body + renderer.footnotes)
  }

  /// Fewer headings than this are seen at a glance.
  private static let fewestListed = 8

  /// Returns what the results of a page warn of more than once, to be said at its head.
  public static func warnings(of fragments: [[Block]]) -> [Notice] { HTMLNotices.ofPage(fragments) }

  private static func title(_ block: Block) -> Text? {
    switch block {
    case .heading(let heading): heading.text
    case .table(let table): table.title
    case .chart(let chart): chart.title
    case .map(let map): map.title
    case .matrix(let matrix): matrix.title
    case .timeline(let timeline): timeline.title
    case .flow(let flow): flow.title
    case .paragraph, .facts, .notice, .sources, .text: nil
    }
  }

  // MARK: Words

  mutating func heading(_ heading: Heading) {
    html += notices.list(language)
    let level = outline.level(of: heading.level)
    let words = XMLEscape.words(heading.text(language))
    let id = "\(prefix)-part-\(headings.count + 1)"
    headings.append(HTMLPage.Entry(level: level, id: id, text: words))
    html += "<h\(level) id=\"\(id)\">\(words)</h\(level)>\n"
    if let under = heading.under { html += "<p class=\"under\">\(XMLEscape.words(under(language)))</p>\n" }
  }

  /// The sentence with which a result begins is its answer.
  mutating func paragraph(_ text: Text) {
    html += "<p\(isAnswered ? "" : " class=\"answer\"")>\(Self.running(text(language)))</p>\n"
    isAnswered = true
  }

  /// A number stays with its sign.
  private static func running(_ text: String) -> String {
    HTMLTable.text(text.replacing(" %", with: "\u{A0}%").replacing("€ ", with: "€\u{A0}"))
  }

  mutating func text(_ text: String) {
    isAnswered = true
    html += "<pre tabindex=\"0\">\(XMLEscape.lines(text))</pre>\n"
  }

  /// A warning stands where it is due, anything else at the end of its section.
  mutating func notice(_ notice: Notice) {
    guard notice.level == .warning else { return notices.wait(notice) }
    if !notices.said.contains(notice) { html += HTMLNotices.paragraph(notice, language) }
  }

  mutating func facts(_ facts: Facts) {
    if facts.isDetail { return }
    isAnswered = true
    html += HTMLFacts(facts, language).markup
  }

  mutating func sources(_ sources: [Source]) {
    let links = sources.map { source in
      let number = cited.firstIndex(of: source) ?? cited.count
      if number == cited.count { cited.append(source) }
      let name = XMLEscape.words(source.title)
      return "<a href=\"#\(prefix)-source-\(number + 1)\" title=\"\(name)\">[\(number + 1)]</a>"
    }
    guard citesInPlace, !links.isEmpty else { return }
    let word = Text(nl: "Bronnen:", en: "Sources:")(language)
    html += "<p class=\"cited\">\(word) \(links.joined(separator: " "))</p>\n"
  }

  // MARK: Tables and pictures

  mutating func table(_ table: Table) {
    isAnswered = true
    tables += 1
    let number = Text(nl: "Tabel \(tables)", en: "Table \(tables)")
    html += HTMLTable.markup(
      table, caption: (table.title ?? number)(language), id: "\(prefix)-table-\(tables)", language: language)
  }

  mutating func chart(_ chart: Chart) { picture(.chart(chart), chart.title, chart.table(language)) }
  mutating func map(_ map: AreaMap) { picture(.map(map), map.title, map.table(language)) }

  mutating func timeline(_ timeline: Timeline) {
    picture(.timeline(timeline), timeline.title, timeline.table(language))
  }

  mutating func flow(_ flow: Flow) {
    picture(.flow(flow), flow.title, flow.table(language))
    for remark in flow.remarks { notice(Notice(.caution, remark)) }
  }

  mutating func matrix(_ matrix: CellMatrix) {
    let table = matrix.table(language)
    // A grid of sentences that is wider than a page reads better as a table, which folds.
    if !matrix.isNumeric, MatrixPicture.width(matrix) > SVGCanvas.page {
      self.table(table.titled(matrix.title))
    } else {
      picture(.matrix(matrix), matrix.title, table)
    }
  }

  /// Pictures that stand beside each other because they compare: the same kind, right behind each other.
  private static func groups(_ blocks: [Block]) -> [[Block]] {
    blocks.reduce(into: []) { groups, block in
      if let last = groups.last?.last, last.pairs(with: block) {
        groups[groups.count - 1].append(block)
      } else {
        groups.append([block])
      }
    }
  }

  private mutating func render(group: [Block]) {
    guard group.count > 1 else { return render(group) }
    html += "<div class=\"pair\">\n"
    isPaired = true
    render(group)
    isPaired = false
    html += "</div>\n"
  }

  private var isPaired = false

  /// The picture, and what it shows as a table for who would rather read or hear it.
  private mutating func picture(_ block: Block, _ title: Text, _ table: Table) {
    isAnswered = true
    pictures += 1
    tables += 1
    let form = SVGForm(language: language, isStandalone: false, width: isPaired ? SVGCanvas.half : SVGCanvas.page)
    let title = title(language)
    let words = XMLEscape.words(title)
    let kind = if case .map = block { " class=\"map\"" } else { "" }
    html += "<figure\(kind)>\n<figcaption>\(words)</figcaption>\n"
    html += form.picture(of: block, id: "\(prefix)-picture-\(pictures)") ?? ""
    html += "<details>\n<summary>\(Text(nl: "als tabel", en: "as a table")(language))"
    html += "<span class=\"heard\">: \(words)</span></summary>\n"
    html += HTMLTable.markup(table, caption: title, id: "\(prefix)-table-\(tables)", language: language)
    html += "</details>\n</figure>\n"
  }
}

extension Block {
  fileprivate func pairs(with other: Block) -> Bool {
    switch (self, other) {
    case (.map, .map): true
    case (.chart(let one), .chart(let two)): one.kind == two.kind && one.kind.isNarrow
    default: false
    }
  }
}

extension Chart.Kind {
  /// Whether it is still read at half the width of a page.
  fileprivate var isNarrow: Bool { self == .bar || self == .stackedBar || self == .line || self == .scatter }
}

extension Table {
  fileprivate func titled(_ title: Text) -> Table {
    var copy = self
    copy.title = title
    return copy
  }
}
