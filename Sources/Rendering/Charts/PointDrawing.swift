import WorkbenchKit

/// Lines and clouds of points in braille dots, between a y axis on the left and an x axis below.
///
/// Of several series each has a letter, which stands over its points and in the list under the picture; one of which no point has a
/// name, such as a limit, has dots. A point that is a series of its own has its name beside it.
struct PointDrawing {
  private(set) var lines: [String] = []

  private static let most = 12
  private static let fewest = 5
  private let rows: Int
  private let chart: Chart
  private let marks: NumberMarks
  private let width: Int

  /// - Parameter height: of the picture with what stands around it; on a low screen it is lower, down to a few lines.
  init(_ chart: Chart, language: Language, width: Int, height: Int, style: TextStyle) {
    self.chart = chart
    // Two captions, the axis with its ends, the names of the series.
    rows = min(max(height - 6, Self.fewest), Self.most)
    self.width = width
    marks = NumberMarks(language)
    add(chart.y.captioned(language), style)
    let key = draw(style)
    let x = DisplayWidth.truncated(Sanitizer.line(chart.x.words(language)), to: width)
    lines.append(style(.faint, DisplayWidth.padded(x, to: width, at: .right)))
    if chart.series.count > 1 {
      let names = chart.series.enumerated().map { "\(chart.isLimit($0) ? "·" : Self.letter($0)) \($1.name)" }
      add(names.joined(separator: "  "), style)
    } else if hasLabels {
      let names = chart.labels.enumerated().map { "\(Self.letter($0)) \($1)" }
      add(names.joined(separator: "  "), style)
    }
    lines += SeriesLegend.lines(key, width: width).map { style(.faint, $0) }
  }

  /// Whether every point has a letter of its own.
  private var hasLabels: Bool { chart.series.count == 1 && (1...26).contains(chart.labels.count) }

  /// The name of a series of one point that stands among others with more.
  private func name(of series: Int) -> String? {
    guard chart.kind == .scatter, chart.series.count > 1, !chart.labels.isEmpty,
      chart.series[series].values.count(where: \.isFinite) == 1
    else { return nil }
    return Sanitizer.line(chart.series[series].name)
  }

  private mutating func add(_ text: String, _ style: TextStyle) {
    for line in DisplayWidth.wrapped(Sanitizer.line(text), to: width) { lines.append(style(.faint, line)) }
  }

  private static func letter(_ series: Int) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(series % 26)))
  }

  /// Returns what has to be told below of numbers along the x axis.
  private mutating func draw(_ style: TextStyle) -> [(sign: String, shown: String, name: String)] {
    let scale = AxisScale(chart.series.flatMap(\.values), range: chart.y.range)
    let digits = Digits(.automatic, unit: chart.y.unit)
    let decimals = digits.decimals(for: scale.ticks)
    let ticks = scale.ticks.map { tick in
      DisplayWidth.truncated(digits.text(tick, decimals: decimals, marks: marks), to: width / 2)
    }
    let tickWidth = ticks.reduce(0) { max($0, DisplayWidth.of($1)) }
    var canvas = BrailleCanvas(columns: max(width - tickWidth - 2, 4), rows: rows)
    if scale.low < 0, scale.high > 0 {
      canvas.rule("┈", Int(((1 - scale.share(0)) * Double(canvas.dotRows - 1)).rounded()))
    }
    plot(on: &canvas, scale)
    var labels: [Int: String] = [:]
    for (tick, text) in zip(scale.ticks, ticks) {
      labels[Int(((1 - scale.share(tick)) * Double(rows - 1)).rounded())] = text
    }
    for row in 0..<rows {
      let label = DisplayWidth.padded(labels[row] ?? "", to: tickWidth, at: .right)
      lines.append("\(label) \(labels[row] == nil ? "│" : "┤")" + style(.bar, canvas.row(row)))
    }
    let blanks = String(repeating: " ", count: tickWidth + 1)
    lines.append(blanks + "└" + String(repeating: "─", count: canvas.columns))
    let names = chart.positions.isEmpty ? chart.categories.map(Sanitizer.line) : []
    guard let categories = CategoryLine(names, width: canvas.columns) else {
      lines.append(blanks + " " + ends(width: canvas.columns))
      return []
    }
    lines += categories.lines.map { blanks + " " + $0 }
    return categories.key
  }

  private func plot(on canvas: inout BrailleCanvas, _ scale: AxisScale) {
    let positions = chart.positions.isEmpty ? (0..<chart.pointCount).map(Double.init) : chart.positions
    let present = positions.filter(\.isFinite)
    let low = present.min() ?? 0
    let span = (present.max() ?? 0) - low
    for (number, series) in chart.series.enumerated() {
      var previous: (x: Int, y: Int)?
      let isLimit = chart.isLimit(number)
      let name = name(of: number)
      for (point, (x, y)) in zip(positions, series.values).enumerated() {
        guard x.isFinite, y.isFinite, span.isFinite else {
          previous = nil
          continue
        }
        let across = span > 0 ? (x - low) / span : 0.5
        let spot = (
          x: Int((across * Double(canvas.dotColumns - 1)).rounded()),
          y: Int(((1 - min(max(scale.share(y), 0), 1)) * Double(canvas.dotRows - 1)).rounded())
        )
        if chart.kind == .line || isLimit, let previous {
          canvas.line(from: previous, to: spot)
        } else {
          canvas.dot(spot.x, spot.y)
        }
        if hasLabels, chart.labels.indices.contains(point) { canvas.letter(Self.letter(point), spot.x, spot.y) }
        if chart.series.count > 1, !isLimit { canvas.letter(Self.letter(number), spot.x, spot.y) }
        if let name { canvas.write(name, beside: spot.x, spot.y) }
        previous = spot
      }
    }
  }

  /// Writes what stands at the two ends of the x axis.
  private func ends(width: Int) -> String {
    var first = chart.category(0, marks)
    var last = chart.category(max(chart.pointCount - 1, 0), marks)
    let present = chart.positions.filter(\.isFinite)
    if let low = present.min(), let high = present.max() {
      first = chart.position(low, marks)
      last = low == high ? "" : chart.position(high, marks)
    } else if chart.pointCount < 2 {
      last = ""
    }
    let room = max((width - 1) / 2, 1)
    let left = DisplayWidth.truncated(Sanitizer.line(first), to: room)
    let right = DisplayWidth.truncated(Sanitizer.line(last), to: room)
    if right.isEmpty { return left }
    return left + DisplayWidth.padded(right, to: width - DisplayWidth.of(left), at: .right)
  }
}
