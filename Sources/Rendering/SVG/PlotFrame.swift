import WorkbenchKit

/// The field of a plot between its y axis and its x axis, and where a value lies in it.
struct PlotFrame {
  /// From the top of the frame.
  let area: Box
  let scale: AxisScale
  private let ticks: AxisTicks
  private let caption: [String]

  init(_ chart: Chart, _ language: Language, width: Double, height: Double, isFromZero: Bool = false) {
    scale = AxisScale(chart.series.flatMap(\.values) + (isFromZero ? [0] : []), range: chart.y.range)
    ticks = AxisTicks(scale, Digits(.automatic, unit: chart.y.unit), NumberMarks(language))
    caption = TextMeasure.wrapped(
      Sanitizer.line(chart.y.captioned(language)), to: width - 16, size: SVGCanvas.size)
    let left = 16 + (ticks.labels.map { TextMeasure.width($0.text, size: SVGCanvas.size) }.max() ?? 0)
    let top = 12 + Double(caption.count) * SVGCanvas.lineHeight
    area = Box(x: left, y: top, width: width - left - 20, height: height)
  }

  /// Returns the distance of a value from the top of the frame.
  func y(_ value: Double) -> Double { area.y + (1 - min(max(scale.share(value), 0), 1)) * area.height }

  func drawAxis(on canvas: inout SVGCanvas, top: Double) {
    canvas.lines(caption, x: 8, y: top + 14, isFaint: true)
    for (value, label) in ticks.labels {
      let y = top + self.y(value)
      canvas.line((area.x, y), (area.x + area.width, y), opacity: value == 0 ? 0.6 : 0.2)
      canvas.text(label, x: area.x - 6, y: y + 4.5, anchor: .end, isFaint: true)
    }
    canvas.line((area.x, top + area.y), (area.x, top + area.y + area.height))
    canvas.line((area.x, top + area.y + area.height), (area.x + area.width, top + area.y + area.height))
  }
}
