import WorkbenchKit

/// Lying bars of block characters, an eighth of a column exact, with the number behind each.
struct BarDrawing {
  private(set) var lines: [String] = []

  private let chart: Chart
  private let marks: NumberMarks
  private let digits: Digits
  private let decimals: Int

  init(_ chart: Chart, language: Language, width: Int, style: TextStyle) {
    self.chart = chart
    marks = NumberMarks(language)
    digits = Digits(.automatic, unit: chart.y.unit)
    decimals = digits.decimals(for: chart.series.flatMap(\.values))
    let caption = Text(
      nl: "\(chart.y.words(language)) per \(chart.x.words(language))",
      en: "\(chart.y.words(language)) by \(chart.x.words(language))")
    for line in DisplayWidth.wrapped(Sanitizer.line(caption(language)), to: width) { lines.append(style(.faint, line)) }
    draw(width: width, style: style)
  }

  private mutating func draw(width: Int, style: TextStyle) {
    let count = chart.pointCount
    let labels = (0..<count).map { Sanitizer.line(chart.category($0, marks)) }
    let names = chart.series.count > 1 ? chart.series.map { Sanitizer.line($0.name) } : []
    let values = chart.series.map { series in series.values.map { digits.text($0, decimals: decimals, marks: marks) } }
    let labelWidth = min(Self.widest(labels), width * 2 / 5)
    let nameWidth = min(Self.widest(names), width / 5)
    let valueWidth = values.map(Self.widest).max() ?? 0
    let taken = labelWidth + 2 + (names.isEmpty ? 0 : nameWidth + 2) + 1 + valueWidth
    let scale = BarScale(chart.series.flatMap(\.values), width: max(width - taken, 4))
    for point in 0..<count {
      for series in chart.series.indices {
        let label = series == 0 ? labels[point] : ""
        var head = DisplayWidth.padded(DisplayWidth.truncated(label, to: labelWidth), to: labelWidth) + "  "
        if !names.isEmpty {
          head += DisplayWidth.padded(DisplayWidth.truncated(names[series], to: nameWidth), to: nameWidth) + "  "
        }
        let isPresent = chart.series[series].values.indices.contains(point)
        let bar = scale.bar(isPresent ? chart.series[series].values[point] : .nan)
        let tail = (bar.isEmpty ? "" : " ") + (isPresent ? values[series][point] : NumberMarks.missing)
        let room = max(width - DisplayWidth.of(head) - DisplayWidth.of(bar), 0)
        lines.append(head + style(.bar, bar) + DisplayWidth.truncated(tail, to: room))
      }
    }
  }

  private static func widest(_ texts: [String]) -> Int { texts.reduce(0) { max($0, DisplayWidth.of($1)) } }
}

/// Turns values into bars that begin at a common zero.
struct BarScale {
  /// Columns left of zero, for values below it.
  private let zero: Int
  private let columnsPerUnit: Double

  init(_ values: [Double], width: Int) {
    let present = values.filter(\.isFinite)
    let high = max(present.max() ?? 0, 0)
    let low = min(present.min() ?? 0, 0)
    // Halves, so that the span of two very large values stays finite.
    let below = low == 0 ? 0 : -low / 2 / (high / 2 - low / 2)
    zero = low == 0 ? 0 : min(max(Int((Double(width) * below).rounded()), 1), high > 0 ? width - 1 : width)
    let right = high > 0 ? Double(width - zero) / high : .infinity
    let left = low < 0 ? Double(zero) / -low : .infinity
    columnsPerUnit = min(right, left)
  }

  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// Returns blanks up to where the bar begins, and the bar; a value that is not zero has at least a trace.
  func bar(_ value: Double) -> String {
    guard value.isFinite, columnsPerUnit.isFinite else { return String(repeating: " ", count: zero) }
    if value < 0 {
      let count = min(max(Int((-value * columnsPerUnit).rounded()), 1), zero)
      return String(repeating: " ", count: zero - count) + String(repeating: "█", count: count)
    }
    var parts = Int((value * columnsPerUnit * 8).rounded())
    if value > 0 { parts = max(parts, 1) }
    return String(repeating: " ", count: zero) + String(repeating: "█", count: parts / 8) + Self.eighths[parts % 8]
  }
}
