import WorkbenchKit

/// Finds out which rings are outlines and which are holes, by the even-odd rule.
enum RingNesting {
  private struct Ring {
    let points: [AreaMap.Point]
    let low: AreaMap.Point
    let high: AreaMap.Point
    let area: Double

    init?(_ points: [AreaMap.Point]) {
      guard points.count >= 3, points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return nil }
      self.points = points
      let (xs, ys) = (points.lazy.map(\.x), points.lazy.map(\.y))
      low = .init(x: xs.min() ?? 0, y: ys.min() ?? 0)
      high = .init(x: xs.max() ?? 0, y: ys.max() ?? 0)
      var twice = 0.0
      for index in points.indices {
        let (a, b) = (points[index], points[index + 1 < points.count ? index + 1 : 0])
        // From a corner of the ring on, so that large coordinates take no digits away.
        twice += (a.x - low.x) * (b.y - low.y) - (b.x - low.x) * (a.y - low.y)
      }
      area = twice.magnitude / 2
    }

    func holds(_ other: Ring) -> Bool {
      guard low.x <= other.low.x, low.y <= other.low.y, high.x >= other.high.x, high.y >= other.high.y else {
        return false
      }
      // A hole may touch its outline; a point beside the line decides.
      for point in other.points { if let isInside = holds(point) { return isInside } }
      return true
    }

    /// Whether a point lies inside; nil where it lies on the line.
    private func holds(_ point: AreaMap.Point) -> Bool? {
      var isInside = false
      var a = points[points.count - 1]
      for b in points {
        defer { a = b }
        if point == b { return nil }
        let side = (b.x - a.x) * (point.y - a.y) - (point.x - a.x) * (b.y - a.y)
        let isBetween =
          min(a.x, b.x) <= point.x && point.x <= max(a.x, b.x) && min(a.y, b.y) <= point.y && point.y <= max(a.y, b.y)
        if side == 0, isBetween { return nil }
        if (a.y > point.y) != (b.y > point.y), (side > 0) == (b.y > a.y) { isInside.toggle() }
      }
      return isInside
    }
  }

  /// Returns polygons, each of its outline and then its holes, in the order in which their outlines come.
  ///
  /// A ring in an even number of others is an outline, in an odd number a hole of the smallest outline around it. Rings of fewer
  /// than three points bound nothing and are left out.
  static func polygons(_ rings: [[AreaMap.Point]]) -> [[[AreaMap.Point]]] {
    let rings = rings.compactMap { Ring($0) }
    let around = rings.indices.map { inner in
      rings.indices.filter { $0 != inner && rings[$0].area > rings[inner].area && rings[$0].holds(rings[inner]) }
    }
    var polygons: [[[AreaMap.Point]]] = []
    var numbers: [Int: Int] = [:]
    for ring in rings.indices where around[ring].count % 2 == 0 {
      numbers[ring] = polygons.count
      polygons.append([rings[ring].points])
    }
    for ring in rings.indices where around[ring].count % 2 == 1 {
      let outlines = around[ring].filter { numbers[$0] != nil }
      if let outline = outlines.min(by: { rings[$0].area < rings[$1].area }), let number = numbers[outline] {
        polygons[number].append(rings[ring].points)
      }
    }
    return polygons
  }
}
