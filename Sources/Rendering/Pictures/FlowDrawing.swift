import WorkbenchKit

/// A flow in characters: its columns beside each other, in each the boxes under each other with a bar, and under each box where it goes.
///
/// Columns that do not fit beside each other stand in bands under each other. On a screen that is too low for it a name and a
/// link take two lines or one, cut short where they are longer, which is said.
struct FlowDrawing {
  private(set) var lines: [String] = []

  private let flow: Flow
  private let words: FlowWords
  private let language: Language
  private let style: TextStyle
  /// How wide the widest value is: what it leaves is for bars, so that all are drawn to one measure.
  private let valueWidth: Int
  private static let leastColumn = 17
  private static let mostColumn = 40
  private static let edge = 2

  /// How many lines a name or a link takes at most; nil for as many as it needs.
  private let most: Int?

  /// - Parameter height: how many lines there are; nil for as many as are needed.
  init(_ flow: Flow, language: Language, width: Int, height: Int? = nil, style: TextStyle) {
    self.init(flow, language, width, most: nil, style)
    guard let height, lines.count > height else { return }
    for most in [2, 1] {
      let short = FlowDrawing(flow, language, width, most: most, style)
      guard short.lines.count <= height else { continue }
      self = short
      return
    }
  }

  private init(_ flow: Flow, _ language: Language, _ width: Int, most: Int?, _ style: TextStyle) {
    self.most = most
    self.flow = flow
    self.language = language
    self.style = style
    words = FlowWords(flow, language)
    valueWidth = flow.nodes.reduce(0) { [words] in max($0, DisplayWidth.of(Sanitizer.line(words.value($1)))) }
    if flow.nodes.isEmpty {
      add(FlowWords.nothing(language), width)
    } else {
      let inBand = min(max((width + 2) / (Self.leastColumn + 2), 1), flow.columns.count)
      let bands = (flow.columns.count + inBand - 1) / inBand
      let even = (flow.columns.count + bands - 1) / bands
      let wide = max(min((width - 2 * (even - 1)) / even, Self.mostColumn), 1)
      for start in stride(from: 0, to: flow.columns.count, by: even) {
        if start > 0 { lines.append("") }
        let cells = (start..<min(start + even, flow.columns.count)).map { (lines: column($0, wide), width: wide) }
        lines += SideBySide.lines(cells)
      }
      if let legend = words.legend { add(legend, width) }
      if most != nil {
        add(Text(nl: "… ingekort; heel met --full", en: "… cut short; whole with --full")(language), width)
      }
    }
    for remark in flow.remarks { add(remark(language), width) }
  }

  private mutating func add(_ text: String, _ width: Int) {
    lines += DisplayWidth.wrapped(Sanitizer.line(text), to: width).map { style(.faint, $0) }
  }

  /// The heading of a column with a rule under it, and its boxes.
  private func column(_ index: Int, _ width: Int) -> [String] {
    let entry = flow.columns[index]
    var lines = DisplayWidth.wrapped(Sanitizer.line(entry.words(language)), to: width).map { style(.heading, $0) }
    lines.append(style(.faint, String(repeating: "─", count: width)))
    for node in words.nodes(in: entry) {
      lines += box(node, width)
      for link in words.links(from: node) { lines += goes(link, width) }
    }
    return lines
  }

  /// What it is called, and a bar with its value: one of the same unit twice as high has a bar twice as long.
  private func box(_ node: Flow.Node, _ width: Int) -> [String] {
    let room = max(width - Self.edge, 1)
    let name = clipped(DisplayWidth.wrapped(Sanitizer.line(words.name(node)), to: room), to: room)
    let value = DisplayWidth.truncated(Sanitizer.line(words.value(node)), to: room)
    var last = value
    let left = room - valueWidth - 1
    if let share = words.share(node), left >= 2 {
      let bar = BarScale([0, 1], width: left).bar(share)
      if !bar.isEmpty { last = style(.bar, bar) + " " + value }
    }
    let edges = ["┌ "] + Array(repeating: "│ ", count: max(name.count - 1, 0))
    return zip(edges, name).map { style(.faint, $0) + $1 } + [style(.faint, "└ ") + last]
  }

  /// `→ where to (value)`, the lines after the first set in.
  private func goes(_ link: Flow.Link, _ width: Int) -> [String] {
    // A value stays with its sign.
    let value = words.value(link)
    let text = words.goes(link).replacing("(\(value))", with: "(\(value.replacing(" ", with: "\u{A0}")))")
    let whole = HangingLines.wrapped(Sanitizer.line(text), behind: "  → ", to: max(width, 8)).map {
      DisplayWidth.truncated($0.replacing("\u{A0}", with: " "), to: width)
    }
    return most.map { whole.count > $0 ? short(link, in: $0, width) : whole } ?? whole
  }

  private func clipped(_ lines: [String], to width: Int) -> [String] {
    guard let most, lines.count > most else { return lines }
    let last = lines[(most - 1)...].joined(separator: " ")
    return lines.prefix(most - 1) + [DisplayWidth.truncated(last, to: width)]
  }

  /// The same in fewer lines, of which the value is not cut.
  private func short(_ link: Flow.Link, in lines: Int, _ width: Int) -> [String] {
    let value = "(\(Sanitizer.line(words.value(link))))"
    let room = max(width - 4, 1)
    let name = DisplayWidth.wrapped(Sanitizer.line(words.target(link)), to: room)
    let first = Array(name.prefix(lines - 1))
    let rest = name.dropFirst(first.count).joined(separator: " ")
    let left = room - DisplayWidth.of(value) - 1
    let last = left > 0 && !rest.isEmpty ? "\(DisplayWidth.truncated(rest, to: left)) \(value)" : value
    return (first + [last]).enumerated().map { index, line in
      DisplayWidth.truncated((index == 0 ? "  → " : "    ") + line, to: width)
    }
  }
}
