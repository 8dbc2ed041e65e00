import WorkbenchKit

/// Standing bars that touch, a class each.
struct HistogramPicture {
  let drawn: DrawnPicture

  init(_ chart: Chart, _ language: Language) {
    let marks = NumberMarks(language)
    let frame = PlotFrame(chart, language, width: 720, height: 300, isFromZero: true)
    var canvas = SVGCanvas()
    let legend = SVGLegend(chart, sign: .box, width: 720)
    legend.draw(on: &canvas, y: 4)
    let top = legend.height
    frame.drawAxis(on: &canvas, top: top)
    let count = max(chart.pointCount, 1)
    let wide = frame.area.width / Double(count)
    for (index, series) in chart.series.enumerated() {
      let each = wide / Double(chart.series.count)
      for (point, value) in series.values.enumerated() where value.isFinite && value != 0 {
        let y = top + frame.y(value)
        let zero = top + frame.y(0)
        let x = frame.area.x + Double(point) * wide + Double(index) * each
        canvas.box(
          Box(x: x + 0.5, y: min(y, zero), width: each - 1, height: abs(zero - y)),
          fill: Palette.category(index).hexadecimal)
      }
    }
    let names = (0..<count).map { Sanitizer.line(chart.category($0, marks)) }
    let widest = (names.map { TextMeasure.width($0, size: SVGCanvas.size) }.max() ?? 0) + 8
    // As many labels as stand beside each other: each, or every second, third…
    let step = max(Int((widest / wide).rounded(.up)), 1)
    let bottom = top + frame.area.y + frame.area.height
    for point in stride(from: 0, to: count, by: step) {
      canvas.text(
        names[point], x: frame.area.x + (Double(point) + 0.5) * wide, y: bottom + 16, anchor: .middle, isFaint: true)
    }
    canvas.text(Sanitizer.line(chart.x.words(language)), x: 712, y: bottom + 36, anchor: .end, isFaint: true)
    drawn = DrawnPicture(canvas: canvas, width: 720, height: bottom + 46)
  }
}
