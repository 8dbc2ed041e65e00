/// A surface of one or more polygons in the plane, each an outer ring and the holes in it (as a GeoJSON MultiPolygon).
///
/// Rings may run either way round; a closing point that repeats the first is not needed.
public struct PolygonSurface: Sendable, Hashable {
  public typealias Ring = [PlanePoint]

  /// A point in the middle of a surface, and whether there was a surface to take the middle of.
  public struct Centre: Sendable, Hashable {
    public let point: PlanePoint
    public let hasArea: Bool

    public init(point: PlanePoint, hasArea: Bool) {
      self.point = point
      self.hasArea = hasArea
    }
  }

  /// Polygons, each its outer ring first and then its holes.
  public let polygons: [[Ring]]

  public init(polygons: [[Ring]]) { self.polygons = polygons }

  /// The surface less the holes, in the square of the unit of the coordinates; 0 or more.
  public var area: Double {
    polygons.reduce(0) { sum, rings in sum + max(0, Self.signed(rings).reduce(0) { $0 + $1.area }) }
  }

  /// Returns the centroid: of all polygons together, each weighed by its area, holes taken off.
  ///
  /// A surface without area has the mean of its different corners for its centre. Nil without any corner. Source: Bourke
  /// (1988), Calculating the area and centroid of a polygon.
  public func centre() -> Centre? {
    var area = 0.0
    var x = 0.0
    var y = 0.0
    for part in polygons.flatMap(Self.signed) {
      area += part.area
      x += part.area * part.centroid.x
      y += part.area * part.centroid.y
    }
    if area > 0 { return Centre(point: PlanePoint(x: x / area, y: y / area), hasArea: true) }
    let corners = Set(polygons.compactMap(\.first).flatMap { $0 }).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard !corners.isEmpty else { return nil }
    let count = Double(corners.count)
    return Centre(
      point: PlanePoint(x: corners.reduce(0) { $0 + $1.x } / count, y: corners.reduce(0) { $0 + $1.y } / count),
      hasArea: false)
  }

  /// Returns whether a point lies in one of the polygons and in none of its holes.
  ///
  /// By the parity of edges crossed; a point on an edge belongs to the polygon on one side of it, so polygons that share an
  /// edge never both have it. Source: Shimrat (1962), Algorithm 112, Communications of the ACM 5(8), 434.
  public func contains(_ point: PlanePoint) -> Bool {
    polygons.contains { rings in
      guard let outer = rings.first, Self.crossings(outer, point) % 2 == 1 else { return false }
      return !rings.dropFirst().contains { Self.crossings($0, point) % 2 == 1 }
    }
  }

  /// Each ring's area and centroid: the outer ring's area positive, those of holes negative; rings without area left out.
  private static func signed(_ rings: [Ring]) -> [(area: Double, centroid: PlanePoint)] {
    rings.enumerated().compactMap { index, ring in
      guard let found = measured(ring) else { return nil }
      return (index == 0 ? found.area : -found.area, found.centroid)
    }
  }

  private static func measured(_ ring: Ring) -> (area: Double, centroid: PlanePoint)? {
    guard let first = ring.first else { return nil }
    var twice = 0.0
    var x = 0.0
    var y = 0.0
    // Relative to the first point: far from the origin, digits would be lost.
    for (from, to) in edges(ring) {
      let (a, b) = ((x: from.x - first.x, y: from.y - first.y), (x: to.x - first.x, y: to.y - first.y))
      let cross = a.x * b.y - b.x * a.y
      twice += cross
      x += (a.x + b.x) * cross
      y += (a.y + b.y) * cross
    }
    if twice == 0 { return nil }
    return ((twice / 2).magnitude, PlanePoint(x: first.x + x / (3 * twice), y: first.y + y / (3 * twice)))
  }

  private static func crossings(_ ring: Ring, _ point: PlanePoint) -> Int {
    edges(ring).reduce(0) { count, edge in
      let (from, to) = edge
      guard (from.y > point.y) != (to.y > point.y) else { return count }
      let crossing = (to.x - from.x) * (point.y - from.y) / (to.y - from.y) + from.x
      return count + (point.x < crossing ? 1 : 0)
    }
  }

  /// The edges of a ring, the one that closes it included.
  private static func edges(_ ring: Ring) -> [(PlanePoint, PlanePoint)] {
    guard let first = ring.first, let last = ring.last else { return [] }
    return Array(zip(ring, ring.dropFirst())) + (first == last ? [] : [(last, first)])
  }
}
