import WorkbenchKit

/// Named points in a field with two crossing axes, words at the four ends; names never cover each other.
struct QuadrantPicture {
  let drawn: DrawnPicture

  init(_ chart: Chart, _ language: Language) {
    let marks = NumberMarks(language)
    let width = 720.0
    let size = SVGCanvas.size
    let field = QuadrantField(chart)
    var canvas = SVGCanvas()
    let legend = SVGLegend(chart, sign: .point, width: width)
    legend.draw(on: &canvas, y: 4)
    let caption = "↕ \(chart.y.words(language))   ↔ \(chart.x.words(language))"
    let captions = TextMeasure.wrapped(Sanitizer.line(caption), to: width - 16, size: size)
    var top = canvas.lines(captions, x: 8, y: legend.height + 16, isFaint: true)

    let inner = Box(x: 24, y: 0, width: width - 48, height: 440)
    let across = inner.x + field.crossing.x * inner.width
    func ends(_ text: Text?, _ sign: String) -> [String] {
      text.map { TextMeasure.wrapped("\(sign) " + Sanitizer.line($0(language)), to: 340, size: size) } ?? []
    }
    func centred(_ lines: [String], y: Double) -> Double {
      let half = (lines.map { TextMeasure.width($0, size: size, isBold: true) }.max() ?? 0) / 2
      return canvas.lines(
        lines, x: min(max(across, half + 8), width - half - 8), y: y, anchor: .middle, isBold: true)
    }
    top = centred(ends(chart.y.high, "↑"), y: top + 4)
    let area = Box(x: inner.x, y: top - 4, width: inner.width, height: inner.height)
    let down = area.y + 10 + field.crossing.y * (area.height - 20)
    canvas.box(area, fill: "none", isOutlined: true)
    canvas.line((area.x, down), (area.x + area.width, down))
    canvas.line((across, area.y), (across, area.y + area.height))

    // Points on the edge keep clear of it.
    let spots = field.points.map {
      (x: area.x + 10 + $0.x * (area.width - 20), y: area.y + 10 + $0.y * (area.height - 20))
    }
    let names = field.points.map { Sanitizer.line(chart.name($0.index, marks)) }
    let radius = SVGCanvas.signRadius
    let shown = names.map { TextMeasure.wrapped($0, to: 180, size: size) }
    let axes = [
      Box(x: area.x, y: down - 1, width: area.width, height: 2),
      Box(x: across - 1, y: area.y, width: 2, height: area.height),
    ]
    let places = LabelPlacement(bounds: area.grown(-2, -2), gap: (4, 1), avoided: axes).places(
      zip(spots, shown).map { spot, lines in
        .init(
          sign: Box(x: spot.x - radius, y: spot.y - radius, width: 2 * radius, height: 2 * radius),
          width: lines.map { TextMeasure.width($0, size: size) }.max() ?? 0, height: Double(lines.count) * 16)
      })
    var rest: [String] = []
    for (index, spot) in spots.enumerated() {
      canvas.sign(spot.x, spot.y, series: field.points[index].series)
      if let place = places[index] {
        canvas.lines(shown[index], x: place.x, y: place.y + 12)
      } else {
        rest.append("\(rest.count + 1) \(names[index])")
        canvas.text(String(rest.count), x: spot.x, y: spot.y + 3.5, anchor: .middle, isBold: true, size: 10)
      }
    }
    var bottom = area.y + area.height + 18
    bottom = centred(ends(chart.y.low, "↓"), y: bottom)
    let left = ends(chart.x.low, "←")
    let right = chart.x.high.map { TextMeasure.wrapped(Sanitizer.line($0(language)) + " →", to: 340, size: size) } ?? []
    canvas.lines(left, x: area.x, y: bottom + 2, isBold: true)
    canvas.lines(right, x: area.x + area.width, y: bottom + 2, anchor: .end, isBold: true)
    bottom += 2 + Double(max(left.count, right.count)) * SVGCanvas.lineHeight
    if !field.missing.isEmpty {
      let names = field.missing.map { chart.name($0, marks) }.joined(separator: ", ")
      rest.append(Text(nl: "zonder plaats: \(names)", en: "without a place: \(names)")(language))
    }
    for line in rest.flatMap({ TextMeasure.wrapped(Sanitizer.line($0), to: width - 16, size: size) }) {
      canvas.text(line, x: 8, y: bottom + 4)
      bottom += SVGCanvas.lineHeight
    }
    drawn = DrawnPicture(canvas: canvas, width: width, height: bottom)
  }
}
