import WorkbenchKit

/// The form that a person reads on a terminal or in a text file: no line is wider than the columns.
///
/// Everything but text blocks is set in by two blanks, so that in a session answers stand apart from what was typed. Text blocks are
/// data: they begin at the edge and are not wrapped, but control characters in them are made harmless.
public struct TextRenderer: BlockRenderer, Sendable {
  public let language: Language
  /// 20 or more.
  public let columns: Int
  /// Of the terminal; nil where the lines go elsewhere.
  public let rows: Int?
  public let style: TextStyle
  /// Whether a table has all its columns, however wide that makes it, those included that a screen leaves out: as a file has them.
  public let isWhole: Bool

  /// Whether words may be cut short so that a picture fits on the screen: all of them come with `--full`.
  var isBrief = false

  static let indent = "  "
  private var page = ""
  private var gap = Gap.none

  /// Whether a blank line is due before the next block.
  private enum Gap { case none, beforeSpacious, always }

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - columns: the widest line; less than 20 counts as 20.
  ///   - rows: how high the screen is, so that a picture fits on it; nil where there is no screen.
  ///   - isWhole: whether a table has all its columns, however wide that makes it.
  public init(
    language: Language, columns: Int = 80, rows: Int? = nil, style: TextStyle = .plain, isWhole: Bool = false
  ) {
    self.isWhole = isWhole
    self.language = language
    self.columns = max(columns, 20)
    self.rows = rows
    self.style = style
  }

  /// Returns the blocks as lines, each with a line break behind it; no blocks give an empty text.
  public func text(of blocks: [Block]) -> String {
    var copy = self
    copy.page = ""
    copy.gap = .none
    copy.render(blocks)
    return copy.page
  }

  mutating func heading(_ heading: Heading) {
    begin(spacious: true)
    for line in wrapped(heading.text(language)) { add(style(.heading, line)) }
    if let under = heading.under { for line in wrapped(under(language)) { add(style(.faint, line)) } }
  }

  mutating func paragraph(_ text: Text) {
    begin()
    for line in wrapped(text(language)) { add(line) }
  }

  mutating func table(_ table: Table) {
    begin(spacious: true)
    if let title = table.title {
      for line in wrapped(title(language)) { add(style(.heading, line)) }
      page += "\n"
    }
    for line in TextTable(table, language: language, width: isWhole ? nil : room, style: style).lines { add(line) }
    gap = .always
  }

  mutating func chart(_ chart: Chart) {
    picture(
      chart.title, ChartDrawing(chart, language: language, width: room, height: height, style: style).lines)
  }

  mutating func map(_ map: AreaMap) {
    picture(map.title, MapDrawing(map, language: language, width: room, height: height, style: style).lines)
  }

  mutating func matrix(_ matrix: CellMatrix) {
    picture(matrix.title, MatrixDrawing(matrix, language: language, width: room, style: style).lines)
  }

  mutating func timeline(_ timeline: Timeline) {
    picture(timeline.title, TimelineDrawing(timeline, language: language, width: room, style: style).lines)
  }

  mutating func flow(_ flow: Flow) {
    picture(
      flow.title,
      FlowDrawing(flow, language: language, width: room, height: isBrief ? height : nil, style: style).lines)
  }

  private mutating func picture(_ title: Text, _ lines: [String]) {
    begin(spacious: true)
    for line in wrapped(title(language)) { add(style(.heading, line)) }
    for line in lines { add(line) }
    gap = .always
  }

  mutating func facts(_ facts: Facts) {
    if facts.isDetail { return }
    begin()
    for line in TextFacts(facts, language: language, width: room).lines { add(line) }
  }

  mutating func notice(_ notice: Notice) {
    begin()
    let (sign, role): (String, TextStyle.Role) =
      switch notice.level {
      case .info: ("i ", .info)
      case .caution: ("! ", .caution)
      case .warning: ("!! ", .warning)
      }
    for line in wrapped(notice.text(language), first: sign) { add(style(role, line)) }
  }

  mutating func sources(_ sources: [Source]) {
    begin()
    for (index, source) in sources.enumerated() {
      for line in wrapped(SourceLine.text(source), first: "[\(index + 1)] ") { add(style(.faint, line)) }
    }
  }

  mutating func text(_ text: String) {
    if text.isEmpty { return }
    begin(spacious: true)
    page += Sanitizer.lines(text)
    if page.utf8.last != UInt8(ascii: "\n") { page += "\n" }
    gap = .always
  }

  // MARK: The page

  private var room: Int { columns - Self.indent.utf8.count }

  /// How high a picture may be: of a screen what its title, the line above it and the next prompt leave.
  private var height: Int { rows.map { max($0 - 4, 6) } ?? max(columns * 3 / 5, 24) }

  private mutating func begin(spacious: Bool = false) {
    if gap == .always || (gap == .beforeSpacious && spacious) { page += "\n" }
    gap = .beforeSpacious
  }

  private mutating func add(_ line: String) {
    let trimmed = DisplayWidth.withoutTrailingBlanks(line)
    page += trimmed.isEmpty ? "\n" : Self.indent + trimmed + "\n"
  }

  /// Wraps a text behind a sign; the lines after the first stand under its first word.
  private func wrapped(_ text: String, first sign: String = "") -> [String] {
    HangingLines.wrapped(Sanitizer.lines(text), behind: sign, to: room)
  }
}
