import WorkbenchKit

/// Lying bars with their names on the left and their numbers behind them; stacked, or one for each series.
struct BarPicture {
  private(set) var drawn: DrawnPicture

  private let width: Double
  private let chart: Chart
  private let marks: NumberMarks
  private let digits: Digits
  private let decimals: Int

  init(_ chart: Chart, _ language: Language, isStacked: Bool, width: Double = SVGCanvas.page) {
    self.chart = chart
    self.width = width
    marks = NumberMarks(language)
    digits = Digits(.automatic, unit: chart.y.unit)
    let totals = (0..<chart.pointCount).map(chart.total)
    let shown = isStacked ? totals : chart.series.flatMap(\.values)
    decimals = digits.decimals(for: shown)
    drawn = DrawnPicture(canvas: SVGCanvas(), width: width, height: 0)

    var canvas = SVGCanvas()
    let legend = SVGLegend(chart, sign: .box, width: width)
    legend.draw(on: &canvas, y: 4)
    let names = (0..<chart.pointCount).map {
      TextMeasure.wrapped(Sanitizer.line(chart.category($0, marks)), to: 210, size: SVGCanvas.size)
    }
    let left = 16 + (names.joined().map { TextMeasure.width($0, size: SVGCanvas.size) }.max() ?? 0)
    let numbers = shown.filter(\.isFinite).map { text($0) }
    let room = 10 + (numbers.map { TextMeasure.width($0, size: SVGCanvas.size) }.max() ?? 0)
    let scale = AxisScale((isStacked ? totals : shown) + [0], range: chart.y.range)
    let isBelow = scale.low < 0
    let from = left + (isBelow ? room : 0)
    let to = width - room
    func x(_ value: Double) -> Double { from + min(max(scale.share(value), 0), 1) * (to - from) }

    let thick = isStacked || chart.series.count == 1 ? 20.0 : 15.0
    let inRow = isStacked ? 1 : chart.series.count
    let top = legend.height + 10
    var y = top
    var bars = SVGCanvas()
    for point in 0..<chart.pointCount {
      let high = max(Double(inRow) * thick, Double(names[point].count) * SVGCanvas.lineHeight)
      let first = y + high / 2 - Double(names[point].count - 1) * SVGCanvas.lineHeight / 2 + 4.5
      bars.lines(names[point], x: left - 8, y: first, anchor: .end)
      let start = y + (high - Double(inRow) * thick) / 2
      if isStacked {
        stack(point, total: totals[point], y: start, thick: thick, x, on: &bars)
      } else {
        for index in chart.series.indices {
          bar(point, index, y: start + Double(index) * thick, thick: thick, x, isBelow: isBelow, on: &bars)
        }
      }
      y += high + 8
    }
    let ticks = AxisTicks(scale, digits, marks)
    for (value, label) in ticks.labels {
      canvas.line((x(value), top - 4), (x(value), y), opacity: value == 0 ? 0.7 : 0.2)
      canvas.text(label, x: x(value), y: y + 15, anchor: .middle, isFaint: true)
    }
    canvas.raw(bars.body)
    let caption = TextMeasure.wrapped(
      Sanitizer.line(chart.axisWords(language)), to: width - 16, size: SVGCanvas.size)
    let end = canvas.lines(caption, x: width - 8, y: y + 34, anchor: .end, isFaint: true)
    drawn = DrawnPicture(canvas: canvas, width: width, height: end - 4)
  }

  private func text(_ value: Double) -> String { digits.text(value, decimals: decimals, marks: marks) }

  private func value(_ point: Int, _ series: Int) -> Double {
    let values = chart.series[series].values
    return values.indices.contains(point) && values[point].isFinite ? values[point] : .nan
  }

  private func bar(
    _ point: Int, _ series: Int, y: Double, thick: Double, _ x: (Double) -> Double, isBelow: Bool,
    on canvas: inout SVGCanvas
  ) {
    let value = value(point, series)
    let (zero, end) = (x(0), x(value.isNaN ? 0 : value))
    canvas.bar(Box(x: min(zero, end), y: y + 1, width: abs(end - zero), height: thick - 2), series: series)
    let label = value.isNaN ? NumberMarks.missing : text(value)
    let isLeft = isBelow && value < 0
    canvas.text(label, x: end + (isLeft ? -5 : 5), y: y + thick / 2 + 4.5, anchor: isLeft ? .end : .start)
  }

  private func stack(
    _ point: Int, total: Double, y: Double, thick: Double, _ x: (Double) -> Double, on canvas: inout SVGCanvas
  ) {
    var sum = 0.0
    for series in chart.series.indices {
      let value = value(point, series)
      guard value > 0 else { continue }
      let box = Box(x: x(sum), y: y + 1, width: x(sum + value) - x(sum), height: thick - 2)
      let colour = Palette.category(series)
      canvas.bar(box, series: series, isOutlined: true)
      let label = text(value)
      let wide = TextMeasure.width(label, size: SVGCanvas.size) + 8
      if wide < box.width {
        // A number is not written over lines.
        canvas.box(
          Box(x: box.x + (box.width - wide) / 2, y: box.y + 1, width: wide, height: box.height - 2),
          fill: colour.hexadecimal)
        let letters = Colour(colour.isLight ? 0x000000 : 0xFFFFFF)
        canvas.text(label, x: box.x + box.width / 2, y: y + thick / 2 + 4.5, anchor: .middle, colour: letters)
      }
      sum += value
    }
    let label = total.isNaN ? NumberMarks.missing : text(total)
    canvas.text(label, x: x(sum) + 5, y: y + thick / 2 + 4.5, isBold: true)
  }
}
