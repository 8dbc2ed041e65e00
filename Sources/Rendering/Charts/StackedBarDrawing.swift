import WorkbenchKit

/// Lying bars whose series lie behind one another, each with a filling of its own, and the whole behind the bar.
struct StackedBarDrawing {
  private(set) var lines: [String] = []

  /// - Parameter chart: without values below zero.
  init(_ chart: Chart, language: Language, width: Int, style: TextStyle) {
    let marks = NumberMarks(language)
    let digits = Digits(.automatic, unit: chart.y.unit)
    let totals = (0..<chart.pointCount).map { chart.total($0) }
    let decimals = digits.decimals(for: totals)
    for line in DisplayWidth.wrapped(Sanitizer.line(chart.axisWords(language)), to: width) {
      lines.append(style(.faint, line))
    }
    let labels = (0..<chart.pointCount).map { Sanitizer.line(chart.category($0, marks)) }
    let texts = totals.map { digits.text($0, decimals: decimals, marks: marks) }
    let labelWidth = min(labels.reduce(0) { max($0, DisplayWidth.of($1)) }, width * 2 / 5)
    let room = max(width - labelWidth - 3 - texts.reduce(0) { max($0, DisplayWidth.of($1)) }, 4)
    let most = totals.filter(\.isFinite).max() ?? 0
    for point in 0..<chart.pointCount {
      let head = DisplayWidth.padded(DisplayWidth.truncated(labels[point], to: labelWidth), to: labelWidth) + "  "
      var bar = ""
      var taken = 0
      var sum = 0.0
      for (index, series) in chart.series.enumerated() {
        guard most > 0, series.values.indices.contains(point), series.values[point].isFinite else { continue }
        sum += series.values[point] / most
        // The ends are rounded, not the lengths, so that the bar is as long as its whole.
        let end = min(Int((min(sum, 1) * Double(room)).rounded()), room)
        let piece = String(repeating: Palette.filling(index), count: max(end - taken, 0))
        bar += style.painted(piece, Palette.category(index))
        taken = max(end, taken)
      }
      let tail = (taken == 0 ? "" : " ") + texts[point]
      lines.append(head + bar + DisplayWidth.truncated(tail, to: max(width - labelWidth - 2 - taken, 0)))
    }
    let names = chart.series.enumerated().map { index, series in
      (sign: String(repeating: Palette.filling(index), count: 2), name: Sanitizer.line(series.name), index: index)
    }
    lines += SeriesLegend.lines(
      names.map { ($0.sign, style.painted($0.sign, Palette.category($0.index)), $0.name) }, width: width)
  }
}

/// The names of the series under a picture, as many on a line as fit.
enum SeriesLegend {
  static func lines(_ entries: [(sign: String, shown: String, name: String)], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var taken = 0
    for entry in entries {
      let name = DisplayWidth.truncated(entry.name, to: max(width - DisplayWidth.of(entry.sign) - 1, 1))
      let wide = DisplayWidth.of(entry.sign) + 1 + DisplayWidth.of(name)
      if taken > 0, taken + 3 + wide > width {
        lines.append(line)
        (line, taken) = ("", 0)
      }
      line += (taken > 0 ? "   " : "") + entry.shown + " " + name
      taken += (taken > 0 ? 3 : 0) + wide
    }
    return taken > 0 ? lines + [line] : lines
  }
}

extension Chart {
  /// The sum of the series at a point; NaN where none has a value.
  func total(_ point: Int) -> Double {
    let present = series.compactMap { series in
      series.values.indices.contains(point) && series.values[point].isFinite ? series.values[point] : nil
    }
    return present.isEmpty ? .nan : present.reduce(0, +)
  }

  var hasNegativeValues: Bool { series.contains { $0.values.contains { $0 < 0 } } }

  /// What the bars are of what: `inwoners per buurt`.
  func axisWords(_ language: Language) -> String {
    Text(
      nl: "\(y.words(language)) per \(x.words(language))", en: "\(y.words(language)) by \(x.words(language))")(language)
  }
}
