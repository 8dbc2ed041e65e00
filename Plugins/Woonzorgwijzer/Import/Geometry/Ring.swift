/// What can be wrong with the ring of a polygon.
enum Ring {
  struct Point: Sendable, Hashable {
    let x: Double
    let y: Double
  }

  /// Whether a ring has fewer than four points, no surface, or the same point twice in a row.
  static func isDegenerate(_ ring: [Point]) -> Bool {
    if ring.count < 4 { return true }
    var twiceSurface = 0.0
    for (from, to) in zip(ring, ring.dropFirst()) {
      if from == to { return true }
      // Relative to the first point: degrees and metres alike keep their digits.
      twiceSurface += (from.x - ring[0].x) * (to.y - ring[0].y) - (to.x - ring[0].x) * (from.y - ring[0].y)
    }
    return twiceSurface == 0
  }

  /// Whether a ring passes a point more than once besides its closing, or two of its edges cross.
  static func touchesItself(_ ring: [Point]) -> Bool {
    let open = ring.first == ring.last ? Array(ring.dropLast()) : ring
    var distinct: [Point] = []
    for point in open where point != distinct.last { distinct.append(point) }
    if Set(distinct).count < distinct.count { return true }
    return crosses(distinct)
  }

  /// Edges in the order of their left end; only those whose spans along x overlap are compared.
  private static func crosses(_ ring: [Point]) -> Bool {
    guard ring.count > 3 else { return false }
    struct Edge {
      let from: Point
      let to: Point
      let index: Int
      var left: Double { min(from.x, to.x) }
      var right: Double { max(from.x, to.x) }
    }
    let edges = ring.indices.map { Edge(from: ring[$0], to: ring[($0 + 1) % ring.count], index: $0) }
      .sorted { $0.left < $1.left }
    for first in edges.indices {
      for second in edges.indices.dropFirst(first + 1) {
        if edges[second].left > edges[first].right { break }
        let apart = abs(edges[first].index - edges[second].index)
        if apart == 1 || apart == ring.count - 1 { continue }
        if meet(edges[first].from, edges[first].to, edges[second].from, edges[second].to) { return true }
      }
    }
    return false
  }

  private static func meet(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  }

  private static func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
    ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))
  }
}
