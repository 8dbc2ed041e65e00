import WorkbenchKit

/// Lines and clouds of points between two axes; a feeling curve is a line over named steps.
struct PlotPicture {
  private(set) var drawn: DrawnPicture

  private let width: Double
  private let chart: Chart
  private let language: Language
  private let marks: NumberMarks

  init(_ chart: Chart, _ language: Language, width: Double = SVGCanvas.page) {
    self.chart = chart
    self.width = width
    self.language = language
    marks = NumberMarks(language)
    drawn = DrawnPicture(canvas: SVGCanvas(), width: width, height: 0)
    var canvas = SVGCanvas()
    let legend = SVGLegend(chart, sign: chart.kind == .line ? .line : .point, width: width)
    legend.draw(on: &canvas, y: 4)
    let top = legend.height
    let frame = PlotFrame(chart, language, width: width, height: 320)
    frame.drawAxis(on: &canvas, top: top)
    let scale = AxisScale(chart.positions, range: chart.x.range)
    let days = chart.positions.compactMap { CalendarDate(position: $0) }
    let calendar =
      chart.x.isOfDates
      ? days.min().flatMap { first in days.max().map { CalendarScale(first, $0, language, mostTicks: 7) } } : nil
    let count = chart.pointCount
    func x(_ point: Int) -> Double {
      let share: Double
      if chart.positions.indices.contains(point) {
        let position = chart.positions[point]
        share = min(max(calendar?.share(position) ?? scale.share(position), 0), 1)
      } else {
        share = count > 1 ? Double(point) / Double(count - 1) : 0.5
      }
      // Points on the edge keep clear of the axes.
      return frame.area.x + 14 + share * (frame.area.width - 28)
    }
    var signs: [(x: Double, y: Double, point: Int)] = []
    for (index, series) in chart.series.enumerated() {
      var stretch: [(x: Double, y: Double)] = []
      for (point, value) in series.values.enumerated() {
        let isPlaced =
          chart.positions.isEmpty || chart.positions.indices.contains(point) && chart.positions[point].isFinite
        guard value.isFinite, isPlaced else {
          if chart.kind == .line || chart.isLimit(index) { canvas.path(stretch, series: index) }
          stretch = []
          continue
        }
        stretch.append((x(point), top + frame.y(value)))
        if !chart.isLimit(index) { signs.append((x(point), top + frame.y(value), point)) }
      }
      if chart.kind == .line || chart.isLimit(index) { canvas.path(stretch, series: index) }
      // A line of hundreds of points is clearer without a sign on each.
      guard chart.kind != .line || count <= 60, !chart.isLimit(index) else { continue }
      for (point, value) in series.values.enumerated() where value.isFinite {
        guard chart.positions.isEmpty || chart.positions.indices.contains(point), x(point).isFinite else { continue }
        canvas.sign(x(point), top + frame.y(value), series: index)
      }
    }
    label(
      signs, in: Box(x: frame.area.x, y: top + frame.area.y, width: frame.area.width, height: frame.area.height),
      &canvas)
    let bottom = top + frame.area.y + frame.area.height
    let end =
      chart.positions.isEmpty
      ? categories(count, x, y: bottom + 16, on: &canvas)
      : numbers(ticks(scale, calendar), frame, y: bottom + 16, on: &canvas)
    let caption = TextMeasure.wrapped(
      Sanitizer.line(chart.x.captioned(language)), to: width - 16, size: SVGCanvas.size)
    let last = canvas.lines(caption, x: width - 8, y: end + 6, anchor: .end, isFaint: true)
    drawn = DrawnPicture(canvas: canvas, width: width, height: last - 6)
  }

  private func label(_ signs: [(x: Double, y: Double, point: Int)], in area: Box, _ canvas: inout SVGCanvas) {
    guard !chart.labels.isEmpty else { return }
    let named = signs.filter { chart.labels.indices.contains($0.point) && !chart.labels[$0.point].isEmpty }
    let names = named.map { Sanitizer.line(chart.labels[$0.point]) }
    let radius = SVGCanvas.signRadius
    let all = signs.map { Box(x: $0.x - radius, y: $0.y - radius, width: 2 * radius, height: 2 * radius) }
    let places = LabelPlacement(bounds: area, gap: (4, 1), obstacles: all).places(
      zip(named, names).map { sign, name in
        .init(
          sign: Box(x: sign.x - radius, y: sign.y - radius, width: 2 * radius, height: 2 * radius),
          width: TextMeasure.width(name, size: 12), height: 14)
      })
    // What finds no place is told in the table that goes with every picture.
    for (name, place) in zip(names, places) {
      if let place { canvas.text(name, x: place.x, y: place.y + 11, size: 12) }
    }
  }

  /// Writes the names under their points, wrapped; where they are too many, every second, third…
  private func categories(_ count: Int, _ x: (Int) -> Double, y: Double, on canvas: inout SVGCanvas) -> Double {
    guard count > 0 else { return y }
    let room = count > 1 ? x(1) - x(0) : 200
    let size = SVGCanvas.size
    let longest =
      (0..<count).flatMap { Sanitizer.line(chart.category($0, marks)).split(separator: " ") }
      .map { TextMeasure.width(String($0), size: size) }.max() ?? 0
    let step = max(Int((46 / room).rounded(.up)), 1)
    // Where a word is too wide for its place, every other label stands lower and each has twice the room.
    let isStaggered = step == 1 && longest > room - 6 && count > 2
    let wide = room * Double(isStaggered ? 2 : step) - 8
    let labels = stride(from: 0, to: count, by: step).map { point in
      // At the edge a label is moved inwards, and may not come into the place of the next.
      let edge = min(x(point), width - x(point)) - 2
      return (
        point: point,
        lines: TextMeasure.wrapped(
          Sanitizer.line(chart.category(point, marks)), to: min(wide, wide / 2 + edge), size: size)
      )
    }
    let most = Double(labels.map(\.lines.count).max() ?? 1) * SVGCanvas.lineHeight
    for (point, lines) in labels {
      // The first and the last stay inside the picture.
      let half = (lines.map { TextMeasure.width($0, size: size) }.max() ?? 0) / 2
      let centre = min(max(x(point), half + 2), width - half - 2)
      let down = isStaggered && point % 2 == 1 ? most : 0
      canvas.lines(lines, x: centre, y: y + down, anchor: .middle, isFaint: true)
    }
    return y + most * (isStaggered ? 2 : 1)
  }

  /// Where the ticks of the x axis are, from 0 to 1, and what stands at them.
  private func ticks(_ scale: AxisScale, _ calendar: CalendarScale?) -> [CalendarScale.Tick] {
    calendar?.ticks ?? scale.ticks.map { .init(share: scale.share($0), label: chart.position($0, marks)) }
  }

  private func numbers(
    _ ticks: [CalendarScale.Tick], _ frame: PlotFrame, y: Double, on canvas: inout SVGCanvas
  ) -> Double {
    for tick in ticks {
      let x = frame.area.x + 14 + tick.share * (frame.area.width - 28)
      canvas.line((x, y - 16), (x, y - 11))
      canvas.text(tick.label, x: x, y: y + 2, anchor: .middle, isFaint: true)
    }
    return y + SVGCanvas.lineHeight
  }
}
