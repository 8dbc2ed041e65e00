import WorkbenchKit

/// Named points in a field with two crossing axes; a name that finds no free place is told by number under the picture.
struct QuadrantDrawing {
  private(set) var lines: [String] = []

  private struct Point {
    let name: String
    let column: Int
    let row: Int
    let series: Int
  }

  private static let signs: [Character] = ["●", "○", "◆", "◇", "■", "□"]

  private let chart: Chart
  private let marks: NumberMarks
  private let style: TextStyle

  init(_ chart: Chart, language: Language, width: Int, height: Int, style: TextStyle) {
    self.chart = chart
    self.style = style
    marks = NumberMarks(language)
    let field = QuadrantField(chart)
    let rows = min(max(min(width * 3 / 10, height - 6), 9), 31)
    add("↕ \(chart.y.words(language))   ↔ \(chart.x.words(language))", width: width)
    var canvas = CharacterCanvas(columns: width, rows: rows)
    let across = Int((field.crossing.x * Double(width - 1)).rounded())
    let down = Int((field.crossing.y * Double(rows - 1)).rounded())
    for column in 0..<width { canvas.set("─", column: column, row: down, role: .faint) }
    for row in 0..<rows { canvas.set(row == down ? "┼" : "│", column: across, row: row, role: .faint) }
    let points = placed(field.points, columns: width, rows: rows)
    let rest = label(
      points, on: &canvas,
      axes: [
        Box(x: 0, y: Double(down), width: Double(width), height: 1),
        Box(x: Double(across), y: 0, width: 1, height: Double(rows)),
      ])
    if let high = chart.y.high {
      lines.append(centred("↑ " + Sanitizer.line(high(language)), at: across, width: width))
    }
    lines += canvas.lines(style)
    lines += ends(language, at: across, width: width)
    if chart.series.count > 1 {
      lines += SeriesLegend.lines(
        chart.series.enumerated().map { (String(sign($0)), String(sign($0)), Sanitizer.line($1.name)) }, width: width)
    }
    for (number, name) in rest { lines += HangingLines.wrapped(name, behind: "\(number) ", to: width) }
    if !field.missing.isEmpty {
      let names = field.missing.map { chart.name($0, marks) }.joined(separator: ", ")
      add(Text(nl: "zonder plaats: \(names)", en: "without a place: \(names)")(language), width: width)
    }
  }

  private mutating func add(_ text: String, width: Int) {
    for line in DisplayWidth.wrapped(Sanitizer.line(text), to: width) { lines.append(style(.faint, line)) }
  }

  private func sign(_ series: Int) -> Character { Self.signs[series % Self.signs.count] }

  /// Gives every point a cell of its own, the nearest that is free.
  private func placed(_ points: [QuadrantField.Point], columns: Int, rows: Int) -> [Point] {
    var taken: Set<Int> = []
    return points.map { point in
      let column = Int((point.x * Double(columns - 1)).rounded())
      let row = Int((point.y * Double(rows - 1)).rounded())
      let cells = (-2...2).flatMap { down in (-4...4).map { (column: column + $0, row: row + down) } }
        .filter { 0..<columns ~= $0.column && 0..<rows ~= $0.row && !taken.contains($0.row * columns + $0.column) }
      func far(_ cell: (column: Int, row: Int)) -> Int { abs(cell.column - column) + 2 * abs(cell.row - row) }
      let cell = cells.min { far($0) < far($1) } ?? (column, row)
      taken.insert(cell.row * columns + cell.column)
      let name = Sanitizer.line(chart.name(point.index, marks))
      return Point(name: name, column: cell.column, row: cell.row, series: point.series)
    }
  }

  /// Writes signs and names; returns what stands under the picture.
  private func label(
    _ points: [Point], on canvas: inout CharacterCanvas, axes: [Box]
  ) -> [(number: String, name: String)] {
    let placement = LabelPlacement(
      bounds: Box(x: 0, y: 0, width: Double(canvas.columns), height: Double(canvas.rows)), gap: (1, 0), avoided: axes)
    let most = canvas.columns / 3
    let shown = points.map { DisplayWidth.truncated($0.name, to: most) }
    let places = placement.places(
      zip(points, shown).map { point, name in
        .init(
          sign: Box(x: Double(point.column), y: Double(point.row), width: 1, height: 1),
          width: Double(DisplayWidth.of(name)), height: 1)
      })
    var rest: [(String, String)] = []
    for (index, point) in points.enumerated() {
      if let place = places[index] {
        canvas.set(sign(point.series), column: point.column, row: point.row, colour: Palette.category(point.series))
        canvas.write(shown[index], column: Int(place.x.rounded()), row: Int(place.y.rounded()))
      } else {
        let number = String((rest.count + 1) % 36, radix: 36)
        canvas.set(Character(number), column: point.column, row: point.row, colour: Palette.category(point.series))
        rest.append((number, point.name))
      }
    }
    return rest
  }

  private func centred(_ text: String, at column: Int, width: Int) -> String {
    let text = DisplayWidth.truncated(text, to: width)
    let wide = DisplayWidth.of(text)
    let start = min(max(column - wide / 2, 0), width - wide)
    return String(repeating: " ", count: start) + text
  }

  /// Writes what the low end of the y axis and both ends of the x axis mean.
  private func ends(_ language: Language, at column: Int, width: Int) -> [String] {
    var lines: [String] = []
    if let low = chart.y.low { lines.append(centred("↓ " + Sanitizer.line(low(language)), at: column, width: width)) }
    let left = chart.x.low.map { "← " + Sanitizer.line($0(language)) } ?? ""
    let right = chart.x.high.map { Sanitizer.line($0(language)) + " →" } ?? ""
    guard !left.isEmpty || !right.isEmpty else { return lines }
    if DisplayWidth.of(left) + DisplayWidth.of(right) < width {
      lines.append(left + DisplayWidth.padded(right, to: width - DisplayWidth.of(left), at: .right))
    } else {
      lines += [left, DisplayWidth.padded(DisplayWidth.truncated(right, to: width), to: width, at: .right)].map {
        DisplayWidth.truncated($0, to: width)
      }
    }
    return lines
  }
}
