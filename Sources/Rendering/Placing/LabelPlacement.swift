/// Puts labels beside their points so that none covers another label or a point.
///
/// Point after point, those with the fewest free places first, takes the first free one of the places around it
/// (point-feature labelling by greedy choice; Christensen, Marks and Shieber 1995).
struct LabelPlacement {
  struct Point {
    /// The sign itself.
    let sign: Box
    /// Of its label.
    let width: Double
    let height: Double
  }

  private static let mostSorted = 40

  let bounds: Box
  /// Between a sign and its label, and between two labels.
  let gap: (across: Double, down: Double)
  private var taken: [Box]
  private let avoided: [Box]

  /// - Parameters:
  ///   - obstacles: what no label may cover besides the points.
  ///   - avoided: what a label covers only where it has no other place, such as an axis.
  init(bounds: Box, gap: (across: Double, down: Double), obstacles: [Box] = [], avoided: [Box] = []) {
    self.bounds = bounds
    self.gap = gap
    taken = obstacles
    self.avoided = avoided
  }

  /// Returns for each point where its label stands; nil where no place is left.
  func places(_ points: [Point]) -> [Box?] {
    var placing = self
    placing.taken += points.map(\.sign)
    var places: [Box?] = points.map { _ in nil }
    // Seeking the most crowded point each time takes too long for a cloud of hundreds.
    if points.count > Self.mostSorted {
      for (index, point) in points.enumerated() {
        places[index] = placing.free(around: point).first
        if let place = places[index] { placing.taken.append(place.grown(gap.across, gap.down)) }
      }
      return places
    }
    var open = Set(points.indices)
    while !open.isEmpty {
      let free = open.map { index in (index, placing.free(around: points[index])) }
      // Where two are as crowded the earlier point goes first, so that the picture is the same every time.
      guard let next = free.min(by: { ($0.1.count, $0.0) < ($1.1.count, $1.0) }) else { break }
      open.remove(next.0)
      guard let place = next.1.first else { continue }
      places[next.0] = place
      placing.taken.append(place.grown(gap.across, gap.down))
    }
    return places
  }

  private func free(around point: Point) -> [Box] {
    let free = candidates(around: point).filter { place in
      bounds.holds(place) && !taken.contains { $0.overlaps(place) }
    }
    if avoided.isEmpty { return free }
    func isClear(_ place: Box) -> Bool { !avoided.contains { $0.overlaps(place) } }
    return free.filter(isClear) + free.filter { !isClear($0) }
  }

  private func candidates(around point: Point) -> [Box] {
    let sign = point.sign
    let right = sign.x + sign.width + gap.across
    let left = sign.x - gap.across - point.width
    let centre = sign.x + (sign.width - point.width) / 2
    let level = sign.y + (sign.height - point.height) / 2
    let above = sign.y - gap.down - point.height
    let below = sign.y + sign.height + gap.down
    return [
      (right, level), (left, level), (centre, above), (centre, below), (right, above), (right, below), (left, above),
      (left, below), (sign.x, above), (sign.x, below), (sign.x + sign.width - point.width, above),
      (sign.x + sign.width - point.width, below),
    ].map { Box(x: $0.0, y: $0.1, width: point.width, height: point.height) }
  }
}
