import WorkbenchKit

/// A timeline: what, when and who on the left, bars and moments under a calendar on the right, sources below.
struct TimelineDrawing {
  private(set) var lines: [String] = []

  init(_ timeline: Timeline, language: Language, width: Int, style: TextStyle) {
    let calendar = width - Self.head(width) - 2
    guard let scale = CalendarScale(timeline.rows, language, mostTicks: max(calendar / 10, 2)) else {
      let nothing = Text(nl: "(een lege tijdlijn)", en: "(an empty timeline)")
      lines = DisplayWidth.wrapped(nothing(language), to: width)
      return
    }
    // A calendar this narrow tells nothing: the rows do.
    guard calendar >= 20 else {
      lines = TextTable(timeline.table(language), language: language, width: width, style: style).lines
      return
    }
    lines += Self.axis(scale, width: calendar).map {
      style(.faint, String(repeating: " ", count: width - calendar) + $0)
    }
    var sources: [String] = []
    var group: Text?
    for row in timeline.rows {
      if row.group != group, let words = row.group?(language) {
        for line in DisplayWidth.wrapped(Sanitizer.line(words), to: width) { lines.append(style(.heading, line)) }
      }
      group = row.group
      var what = Sanitizer.line(row.what(language))
      if let source = row.source.map({ Sanitizer.line($0(language)) }) {
        let number = sources.firstIndex(of: source) ?? sources.count
        if number == sources.count { sources.append(source) }
        what += " [\(number + 1)]"
      }
      let under = [row.dates, row.who.map { Sanitizer.line($0(language)) }].compactMap { $0 }.joined(separator: " · ")
      let left =
        DisplayWidth.wrapped(what, to: Self.head(width))
        + DisplayWidth.wrapped(under, to: Self.head(width)).map { style(.faint, $0) }
      lines += SideBySide.lines([(left, Self.head(width)), ([Self.bar(row, scale, calendar, style)], calendar)])
    }
    for (index, source) in sources.enumerated() {
      for line in HangingLines.wrapped(source, behind: "[\(index + 1)] ", to: width) {
        lines.append(style(.faint, line))
      }
    }
  }

  private static func head(_ width: Int) -> Int { min(max(width * 2 / 5, 24), 44) }

  private static func bar(_ row: Timeline.Row, _ scale: CalendarScale, _ width: Int, _ style: TextStyle) -> String {
    let start = min(Int(scale.share(row.start) * Double(width)), width - 1)
    let blanks = String(repeating: " ", count: start)
    guard let end = row.end else { return blanks + style.painted("◆", Palette.category(5)) }
    let stop = max(min(Int((scale.share(end) * Double(width)).rounded(.up)), width), start + 1)
    return blanks + style(.bar, String(repeating: "█", count: stop - start))
  }

  /// Returns the labels of the ticks, those that have room, and the line with the ticks.
  private static func axis(_ scale: CalendarScale, width: Int) -> [String] {
    var labels = CharacterCanvas(columns: width, rows: 1)
    var rule = CharacterCanvas(columns: width, rows: 1)
    for column in 0..<width { rule.set("─", column: column, row: 0) }
    var free = 0
    for tick in scale.ticks {
      let column = min(Int(tick.share * Double(width)), width - 1)
      rule.set("┬", column: column, row: 0)
      let wide = DisplayWidth.of(tick.label)
      let start = min(column, width - wide)
      if start >= free {
        labels.write(tick.label, column: start, row: 0)
        free = start + wide + 1
      }
    }
    return [labels.line(0, .plain), rule.line(0, .plain)]
  }
}
