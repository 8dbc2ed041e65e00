import WorkbenchKit

/// Which areas of a map are called by name on it: what the map is about, and the highest and the lowest.
struct MapNames {
  struct Named {
    let area: AreaMap.Area
    let isMarked: Bool
  }

  let named: [Named]

  /// At each end.
  private static let most = 3

  init(_ map: AreaMap) {
    let marked = Set(map.marked)
    var named = map.areas.filter { marked.contains($0.code) }.map { Named(area: $0, isMarked: true) }
    let ranked = map.ranked.map { map.areas[$0] }
    if ranked.count > 1 {
      let some = min(Self.most, ranked.count / 2)
      for area in ranked.prefix(some) + ranked.suffix(some).reversed() where !marked.contains(area.code) {
        named.append(Named(area: area, isMarked: false))
      }
    }
    self.named = named
  }
}

extension AreaMap {
  /// The places of the areas that have a value, the highest first; of equal ones by code, as where they are told in words.
  var ranked: [Int] {
    areas.indices.filter { !areas[$0].value.isNaN }.sorted { first, second in
      (areas[first].value, areas[second].code) > (areas[second].value, areas[first].code)
    }
  }
}

extension MapFrame {
  /// Returns a place inside an area where its name may begin: the middle of its largest ring, or, where that lies outside, the middle
  /// of the widest stretch of it at that height; nil where no outline is known.
  func middle(of area: AreaMap.Area) -> (x: Double, y: Double)? {
    let rings = rings(of: area)
    guard let ring = rings.max(by: { Self.size($0).magnitude < Self.size($1).magnitude }) else { return nil }
    let middle = Self.centroid(ring)
    // Outlines that are damaged, or larger than numbers go, have no middle.
    guard middle.x.isFinite, middle.y.isFinite else { return nil }
    let centre = (x: min(max(middle.x, 0), width), y: min(max(middle.y, 0), height))
    var crossings: [Double] = []
    for ring in rings {
      for (from, to) in zip(ring, ring.dropFirst() + ring.prefix(1)) where (from.y > centre.y) != (to.y > centre.y) {
        crossings.append(from.x + (centre.y - from.y) / (to.y - from.y) * (to.x - from.x))
      }
    }
    guard crossings.allSatisfy(\.isFinite) else { return centre }
    crossings.sort()
    let stretches = stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
    if stretches.contains(where: { $0.0 <= centre.x && centre.x <= $0.1 }) { return centre }
    guard let widest = stretches.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }) else { return centre }
    return (min(max((widest.0 + widest.1) / 2, 0), width), centre.y)
  }

  /// Twice the area that a ring encloses, by the shoelace formula; its sign is the way round.
  private static func size(_ ring: [(x: Double, y: Double)]) -> Double {
    zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
  }

  private static func centroid(_ ring: [(x: Double, y: Double)]) -> (x: Double, y: Double) {
    let size = size(ring)
    guard let first = ring.first else { return (0, 0) }
    guard size != 0 else {
      let sum = ring.reduce((x: 0.0, y: 0.0)) { ($0.x + $1.x, $0.y + $1.y) }
      return (sum.x / Double(ring.count), sum.y / Double(ring.count))
    }
    // Measured from the first point, so that large coordinates lose no digits.
    var (x, y) = (0.0, 0.0)
    for (from, to) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      let cross = (from.x - first.x) * (to.y - first.y) - (to.x - first.x) * (from.y - first.y)
      x += (from.x + to.x - 2 * first.x) * cross
      y += (from.y + to.y - 2 * first.y) * cross
    }
    return (first.x + x / (3 * size), first.y + y / (3 * size))
  }
}
