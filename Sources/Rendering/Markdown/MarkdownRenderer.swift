import WorkbenchKit

/// The form for a Markdown file that GitHub shows well; a chart is its numbers and what can be told of it.
public struct MarkdownRenderer: BlockRenderer, Sendable {
  public let language: Language
  private var pieces: [String] = []

  public init(language: Language) { self.language = language }

  /// Returns the blocks with a blank line between them and a line break at the end; no blocks give an empty text.
  public func text(of blocks: [Block]) -> String {
    var copy = MarkdownRenderer(language: language)
    copy.render(blocks)
    return copy.pieces.isEmpty ? "" : copy.pieces.joined(separator: "\n\n") + "\n"
  }

  mutating func heading(_ heading: Heading) {
    add([String(repeating: "#", count: heading.level) + " " + MarkdownEscape.words(heading.text(language))])
    if let under = heading.under { add([MarkdownEscape.prose(under(language))]) }
  }

  mutating func paragraph(_ text: Text) { add([MarkdownEscape.prose(text(language))]) }

  mutating func table(_ table: Table) {
    if let title = table.title { add([strong(title(language))]) }
    add(MarkdownTable.lines(table, language: language))
  }

  mutating func chart(_ chart: Chart) {
    picture(chart.title, ChartSummary(chart).text, chart.table(language))
  }

  mutating func map(_ map: AreaMap) { picture(map.title, PictureSummary.text(map), map.table(language)) }

  mutating func matrix(_ matrix: CellMatrix) {
    picture(matrix.title, PictureSummary.text(matrix), matrix.table(language))
  }

  /// The rows of a timeline say all that a sentence about them would.
  mutating func timeline(_ timeline: Timeline) {
    picture(timeline.title, timeline.alternative, timeline.table(language))
  }

  mutating func flow(_ flow: Flow) {
    picture(flow.title, PictureSummary.text(flow), flow.table(language))
    for remark in flow.remarks { notice(Notice(.caution, remark)) }
  }

  private mutating func picture(_ title: Text, _ alternative: Text?, _ table: Table) {
    add([strong(title(language))])
    if let alternative { add([MarkdownEscape.prose(alternative(language))]) }
    add(MarkdownTable.lines(table, language: language))
  }

  mutating func facts(_ facts: Facts) {
    let marks = NumberMarks(language)
    add(
      facts.facts.map { fact in
        let label = MarkdownEscape.words(fact.label?(language) ?? fact.name)
        return "- \(label): " + MarkdownEscape.inner(marks.value(fact))
      })
  }

  mutating func notice(_ notice: Notice) {
    let word: Text? =
      switch notice.level {
      case .info: nil
      case .caution: Text(nl: "Let op:", en: "Note:")
      case .warning: Text(nl: "Waarschuwing:", en: "Warning:")
      }
    let text = (word.map { "**\($0(language))** " } ?? "") + MarkdownEscape.prose(notice.text(language))
    add(text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? ">" : "> \($0)" })
  }

  mutating func sources(_ sources: [Source]) {
    add(sources.enumerated().map { "\($0 + 1). " + MarkdownEscape.words(SourceLine.text($1)) })
  }

  mutating func text(_ text: String) {
    var body = Sanitizer.lines(text)
    if body.utf8.last == UInt8(ascii: "\n") { body.removeLast() }
    // The fence is longer than any row of backticks in the text.
    var longest = 2
    var run = 0
    for byte in body.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    add([fence, body, fence])
  }

  private func strong(_ text: String) -> String { "**\(MarkdownEscape.words(text))**" }

  private mutating func add(_ lines: [String]) {
    if !lines.isEmpty { pieces.append(lines.joined(separator: "\n")) }
  }
}
