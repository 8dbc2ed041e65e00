import WorkbenchKit

/// A timeline: what, when and who on the left, bars and moments under a calendar on the right, sources below.
struct TimelinePicture {
  let drawn: DrawnPicture

  init(_ timeline: Timeline, _ language: Language) {
    let width = 760.0
    let head = 290.0
    let size = SVGCanvas.size
    var canvas = SVGCanvas()
    let area = (x: head + 16, width: width - head - 40)
    guard let scale = CalendarScale(timeline.rows, language, mostTicks: 7) else {
      canvas.text(Text(nl: "(een lege tijdlijn)", en: "(an empty timeline)")(language), x: 8, y: 24)
      drawn = DrawnPicture(canvas: canvas, width: 360, height: 40)
      return
    }
    var rows = SVGCanvas()
    var y = 34.0
    var sources: [String] = []
    var group: Text?
    for row in timeline.rows {
      if row.group != group, let words = row.group?(language) {
        let lines = TextMeasure.wrapped(Sanitizer.line(words), to: width - 16, size: size, isBold: true)
        y = rows.lines(lines, x: 8, y: y + 18, isBold: true) - 8
      }
      group = row.group
      var what = Sanitizer.line(row.what(language))
      if let source = row.source.map({ Sanitizer.line($0(language)) }) {
        let number = sources.firstIndex(of: source) ?? sources.count
        if number == sources.count { sources.append(source) }
        what += " [\(number + 1)]"
      }
      let under = [row.dates, row.who.map { Sanitizer.line($0(language)) }].compactMap { $0 }.joined(separator: " · ")
      let start = y
      y = rows.lines(TextMeasure.wrapped(what, to: head - 8, size: size), x: 8, y: y + 16)
      y = rows.lines(TextMeasure.wrapped(under, to: head - 8, size: size), x: 8, y: y, isFaint: true) - 6
      let middle = (start + y) / 2
      let from = area.x + scale.share(row.start) * area.width
      if let end = row.end {
        let to = area.x + scale.share(end) * area.width
        rows.box(
          Box(x: from, y: middle - 8, width: max(to - from, 3), height: 16), fill: Palette.category(0).hexadecimal,
          isOutlined: true)
      } else {
        rows.raw(
          "<path d=\"M\(SVGCanvas.number(from)) \(SVGCanvas.number(middle - 8))l8 8l-8 8l-8 -8z\""
            + " fill=\"\(Palette.category(5).hexadecimal)\" stroke=\"currentColor\" stroke-width=\".8\"/>\n")
      }
      rows.line((8, y + 1), (area.x + area.width, y + 1), opacity: 0.15)
    }
    var free = 0.0
    for tick in scale.ticks {
      let x = area.x + tick.share * area.width
      canvas.line((x, 26), (x, y), opacity: 0.2)
      let half = TextMeasure.width(tick.label, size: size) / 2
      let centre = min(x, width - half - 2)
      guard centre - half >= free else { continue }
      canvas.text(tick.label, x: centre, y: 18, anchor: .middle, isFaint: true)
      free = centre + half + 6
    }
    canvas.raw(rows.body)
    y += 8
    for (index, source) in sources.enumerated() {
      let lines = TextMeasure.wrapped("[\(index + 1)] \(source)", to: width - 16, size: size)
      y = canvas.lines(lines, x: 8, y: y + 14, isFaint: true) - 12
    }
    drawn = DrawnPicture(canvas: canvas, width: width, height: y + 14)
  }
}
