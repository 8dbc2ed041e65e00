import WorkbenchKit

/// A flow as layered ribbons: columns of boxes from left to right, and between them a ribbon for each link, as wide as its value.
///
/// What has no value is a dashed line. What goes back, or stays within a column, is a ribbon that leaves and arrives on one side.
struct FlowPicture {
  let drawn: DrawnPicture

  init(_ flow: Flow, _ language: Language, width: Double = SVGCanvas.page) {
    let words = FlowWords(flow, language)
    var canvas = SVGCanvas()
    guard !flow.nodes.isEmpty else {
      canvas.text(FlowWords.nothing(language), x: 8, y: 24)
      let end = Self.foot(flow, words, language, width: 360, y: 40, on: &canvas)
      drawn = DrawnPicture(canvas: canvas, width: 360, height: end)
      return
    }
    let layout = FlowLayout(flow, words, language, width: width)
    for (column, heading) in zip(layout.columns, layout.headings) {
      canvas.lines(heading, x: column, y: 16, isBold: true)
    }
    for ribbon in layout.ribbons { Self.draw(ribbon, on: &canvas) }
    for box in layout.boxes {
      canvas.box(box.frame, fill: "none", isOutlined: true)
      canvas.box(Box(x: box.frame.x, y: box.frame.y, width: 5, height: box.frame.height), fill: box.colour.hexadecimal)
      let below = canvas.lines(box.name, x: box.frame.x + FlowLayout.pad + 5, y: box.frame.y + 17)
      canvas.lines(box.value, x: box.frame.x + FlowLayout.pad + 5, y: below, isBold: true)
    }
    // The figures come last, so that no ribbon lies over them.
    for label in layout.labels { canvas.text(label.text, x: label.x, y: label.y, size: 11) }
    let end = Self.foot(flow, words, language, width: layout.width, y: layout.height, on: &canvas)
    drawn = DrawnPicture(canvas: canvas, width: layout.width, height: end)
  }

  /// What the signs mean, that a dashed line has no value, and what was not in order.
  private static func foot(
    _ flow: Flow, _ words: FlowWords, _ language: Language, width: Double, y: Double, on canvas: inout SVGCanvas
  ) -> Double {
    let hasDashes = flow.links.contains { ($0.value ?? -1) < 0 }
    let dashed = Text(nl: "- - -  zonder waarde", en: "- - -  without a value")(language)
    let texts = [words.legend, hasDashes ? dashed : nil].compactMap { $0 } + flow.remarks.map { $0(language) }
    let lines = texts.flatMap { TextMeasure.wrapped(Sanitizer.line($0), to: width - 16, size: SVGCanvas.size) }
    guard !lines.isEmpty else { return y }
    return canvas.lines(lines, x: 8, y: y + 18, isFaint: true) - 4
  }

  private static func draw(_ ribbon: FlowLayout.Ribbon, on canvas: inout SVGCanvas) {
    let number = SVGCanvas.number
    let (from, to) = (ribbon.from, ribbon.to)
    // Two points on the way give the curve its bend: halfway, or beside the boxes where both ends are on one side.
    let reach = ribbon.turns ? 46.0 : 0
    let halfway = (from.x + to.x) / 2
    let (first, second) = ribbon.turns ? (from.x + reach, to.x + reach) : (halfway, halfway)
    func curve(_ y: Double, _ end: Double) -> String {
      "C\(number(first)) \(number(y)) \(number(second)) \(number(end)) \(number(to.x)) \(number(end))"
    }
    if let thickness = ribbon.thickness {
      let half = thickness / 2
      canvas.raw(
        "<path d=\"M\(number(from.x)) \(number(from.y - half))" + curve(from.y - half, to.y - half)
          + "L\(number(to.x)) \(number(to.y + half))"
          + "C\(number(second)) \(number(to.y + half)) \(number(first)) \(number(from.y + half)) \(number(from.x)) \(number(from.y + half))Z\""
          + " fill=\"\(ribbon.colour.hexadecimal)\" fill-opacity=\"\(ribbon.isFaint ? ".18" : ".4")\" stroke=\"\(ribbon.colour.hexadecimal)\" stroke-width=\".6\"/>\n"
      )
    } else {
      canvas.raw(
        "<path d=\"M\(number(from.x)) \(number(from.y))" + curve(from.y, to.y)
          + "\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".6\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"/>\n"
      )
    }
  }
}
