import WorkbenchKit

/// Where the points of a quadrant lie in its field, and where its axes cross; all as shares from the left and from the top.
struct QuadrantField {
  struct Point {
    let index: Int
    let series: Int
    let x: Double
    let y: Double
  }

  let points: [Point]
  /// Points without a place.
  let missing: [Int]
  let crossing: (x: Double, y: Double)

  init(_ chart: Chart) {
    let across = AxisScale(chart.positions, range: chart.x.range)
    let down = AxisScale(chart.series.flatMap(\.values), range: chart.y.range)
    func share(_ scale: AxisScale, _ value: Double) -> Double { min(max(scale.share(value), 0), 1) }
    var points: [Point] = []
    var found: Set<Int> = []
    for (series, values) in chart.series.map(\.values).enumerated() {
      for (index, y) in values.enumerated() where chart.positions.indices.contains(index) {
        let x = chart.positions[index]
        guard x.isFinite, y.isFinite else { continue }
        found.insert(index)
        points.append(Point(index: index, series: series, x: share(across, x), y: 1 - share(down, y)))
      }
    }
    self.points = points
    missing = (0..<max(chart.pointCount, chart.labels.count)).filter { !found.contains($0) }
    func middle(_ scale: AxisScale) -> Double { scale.low < 0 && scale.high > 0 ? scale.share(0) : 0.5 }
    crossing = (middle(across), 1 - middle(down))
  }
}
