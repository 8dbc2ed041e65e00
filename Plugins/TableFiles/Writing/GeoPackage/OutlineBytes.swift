import WorkbenchKit

/// The outline of a row as a GeoPackage keeps it: a header with the bounds, then well-known binary, all little-endian.
struct OutlineBytes {
  /// The bounds: lowest and highest x, then y.
  struct Bounds {
    var lowX = Double.infinity
    var highX = -Double.infinity
    var lowY = Double.infinity
    var highY = -Double.infinity

    mutating func add(_ point: AreaMap.Point) {
      (lowX, highX) = (min(lowX, point.x), max(highX, point.x))
      (lowY, highY) = (min(lowY, point.y), max(highY, point.y))
    }

    mutating func add(_ other: Bounds) {
      (lowX, highX) = (min(lowX, other.lowX), max(highX, other.highX))
      (lowY, highY) = (min(lowY, other.lowY), max(highY, other.highY))
    }
  }

  /// What is kept.
  private(set) var bytes: [UInt8]
  /// The bounds of all points.
  private(set) var bounds = Bounds()

  /// Makes a multipolygon; nil where there is no outline.
  ///
  /// - Parameters:
  ///   - polygons: each of its outline and then its holes; a ring that is not closed gets its first point once more.
  ///   - system: the number of the reference system.
  init?(_ polygons: [[[AreaMap.Point]]], system: Int32) {
    let polygons = polygons.filter { ($0.first?.count ?? 0) >= 3 }
    guard !polygons.isEmpty else { return nil }
    for point in polygons.joined().joined() {
      guard point.x.isFinite, point.y.isFinite else { return nil }
      bounds.add(point)
    }
    bytes = [UInt8(ascii: "G"), UInt8(ascii: "P"), 0, 0b0000_0011]
    append(UInt32(bitPattern: system))
    for bound in [bounds.lowX, bounds.highX, bounds.lowY, bounds.highY] { append(bound) }
    begin(6, polygons.count)
    for rings in polygons {
      begin(3, rings.count)
      for ring in rings {
        let isOpen = ring.first != ring.last
        append(UInt32(truncatingIfNeeded: ring.count + (isOpen ? 1 : 0)))
        for point in ring { append(point) }
        if isOpen, let first = ring.first { append(first) }
      }
    }
  }

  private mutating func begin(_ kind: UInt32, _ count: Int) {
    bytes.append(1)
    append(kind)
    append(UInt32(truncatingIfNeeded: count))
  }

  private mutating func append(_ point: AreaMap.Point) {
    append(point.x)
    append(point.y)
  }

  private mutating func append(_ number: UInt32) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
