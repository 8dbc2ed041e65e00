import WorkbenchKit

/// What there is of use in one geometry.
public struct ReadGeometry: Sendable, Hashable {
  /// Polygons, each of its outline and then its holes.
  public var polygons: [[[AreaMap.Point]]] = []
  /// Points that stand by themselves.
  public var points: [AreaMap.Point] = []
  /// Whether arcs were turned into short straight pieces.
  public var hasArcs = false
  /// Whether there are lines in it, which bound nothing.
  public var hasLines = false

  /// Makes what holds this.
  public init(
    polygons: [[[AreaMap.Point]]] = [], points: [AreaMap.Point] = [], hasArcs: Bool = false, hasLines: Bool = false
  ) {
    self.polygons = polygons
    self.points = points
    self.hasArcs = hasArcs
    self.hasLines = hasLines
  }
}

/// Why a geometry cannot be read.
public enum GeometryProblem: Error, Hashable {
  /// The bytes do not hold what they say.
  case damaged
  /// With the others before it, it has more points than are kept.
  case large
}

/// Reads well-known binary (ISO 13249-3, OGC 06-103r4), and the extended form of PostGIS with its high bits.
///
/// No count is believed before there are bytes enough for it, so a geometry takes no more memory than it has bytes, arcs aside,
/// and these are counted.
public struct WellKnownBinary {
  /// How deep collections may stand in each other.
  private static let deepest = 16
  /// What a ring takes beside its points, in points.
  private static let ring = 4

  private enum Kind: UInt32 {
    case point = 1
    case line, polygon, points, lines, polygons, collection, arcs, compound, curvedPolygon, curves, surfaces
    case curve = 13
    case surface, polyhedron, tin, triangle
  }

  /// How the bytes of a part are written.
  private struct Head {
    let kind: Kind
    let isLittleEndian: Bool
    /// From one point to the next, in bytes.
    let stride: Int
  }

  private let bytes: UnsafeRawBufferPointer
  private var position: Int
  private var geometry = ReadGeometry()
  /// How many points may be kept yet; a ring counts as four more.
  public private(set) var pointsLeft: Int

  /// - Parameters:
  ///   - bytes: of a whole blob.
  ///   - position: where in it the geometry begins.
  ///   - pointsLeft: how many points may be kept.
  public init(_ bytes: UnsafeRawBufferPointer, from position: Int = 0, pointsLeft: Int) {
    self.bytes = bytes
    self.position = position
    self.pointsLeft = pointsLeft
  }

  /// Reads the geometry.
  public mutating func read() throws(GeometryProblem) -> ReadGeometry {
    try part(depth: 0)
    return geometry
  }

  // MARK: Parts

  private mutating func part(depth: Int) throws(GeometryProblem) {
    let head = try self.head(depth)
    switch head.kind {
    case .point: try point(head)
    case .polygon, .triangle:
      var rings: [[AreaMap.Point]] = []
      for _ in 0..<(try count(head, each: 4)) { rings.append(try points(head)) }
      add(rings)
    case .curvedPolygon:
      var rings: [[AreaMap.Point]] = []
      for _ in 0..<(try count(head, each: 9)) { rings.append(try curve(depth: depth + 1)) }
      add(rings)
    case .line, .arcs:
      let count = try count(head, each: head.stride)
      position += count * head.stride
      if count > 0 { geometry.hasLines = true }
    case .points, .lines, .polygons, .collection, .compound, .curves, .surfaces, .polyhedron, .tin:
      // The smallest part has an order, a kind and a count.
      for _ in 0..<(try count(head, each: 9)) { try part(depth: depth + 1) }
    case .curve, .surface: throw .damaged
    }
  }

  private mutating func point(_ head: Head) throws(GeometryProblem) {
    guard bytes.count - position >= head.stride else { throw .damaged }
    let (x, y) = (coordinate(position, head), coordinate(position + 8, head))
    position += head.stride
    // An empty point is written with NaN.
    if x.isNaN, y.isNaN { return }
    guard x.isFinite, y.isFinite else { throw .damaged }
    try spend(1)
    geometry.points.append(AreaMap.Point(x: x, y: y))
  }

  private mutating func add(_ rings: [[AreaMap.Point]]) {
    // Fewer than three points bound nothing; holes without an outline are holes in nothing.
    guard let outline = rings.first, outline.count >= 3 else { return }
    geometry.polygons.append(rings.allSatisfy { $0.count >= 3 } ? rings : rings.filter { $0.count >= 3 })
  }

  /// A ring that may have arcs.
  private mutating func curve(depth: Int) throws(GeometryProblem) -> [AreaMap.Point] {
    let head = try self.head(depth)
    switch head.kind {
    case .line: return try points(head)
    case .arcs: return try arcs(try points(head))
    case .compound:
      var line: [AreaMap.Point] = []
      for _ in 0..<(try count(head, each: 9)) {
        let piece = try curve(depth: depth + 1)
        // Each piece begins where the one before it ends.
        line += line.last == piece.first ? piece.dropFirst() : piece[...]
      }
      return line
    default: throw .damaged
    }
  }

  private mutating func arcs(_ points: [AreaMap.Point]) throws(GeometryProblem) -> [AreaMap.Point] {
    guard let first = points.first else { return [] }
    guard points.count >= 3, points.count % 2 == 1 else { throw .damaged }
    geometry.hasArcs = true
    try spend(Self.ring)
    var line = [first]
    for start in stride(from: 0, to: points.count - 2, by: 2) {
      let piece = CircularArc.line(from: points[start], through: points[start + 1], to: points[start + 2])
      try spend(piece.count)
      line += piece
    }
    guard line.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { throw .damaged }
    return line
  }

  // MARK: Bytes

  private mutating func head(_ depth: Int) throws(GeometryProblem) -> Head {
    guard depth < Self.deepest, bytes.count - position >= 5, bytes[position] <= 1 else { throw .damaged }
    let isLittleEndian = bytes[position] == 1
    let code = unsigned(position + 1, isLittleEndian)
    position += 5
    // PostGIS puts a reference system of four bytes here.
    if code & 0x2000_0000 != 0 {
      guard bytes.count - position >= 4 else { throw .damaged }
      position += 4
    }
    let (form, number) = (code & 0x0FFF_FFFF).quotientAndRemainder(dividingBy: 1000)
    guard form <= 3, code & 0x1000_0000 == 0, let kind = Kind(rawValue: number) else { throw .damaged }
    let hasHeight = code & 0x8000_0000 != 0 || form == 1 || form == 3
    let hasMeasure = code & 0x4000_0000 != 0 || form == 2 || form == 3
    return Head(
      kind: kind, isLittleEndian: isLittleEndian, stride: 16 + (hasHeight ? 8 : 0) + (hasMeasure ? 8 : 0))
  }

  /// A count of things that take so many bytes each at least.
  private mutating func count(_ head: Head, each least: Int) throws(GeometryProblem) -> Int {
    guard bytes.count - position >= 4 else { throw .damaged }
    let count = Int(unsigned(position, head.isLittleEndian))
    position += 4
    guard count <= (bytes.count - position) / least else { throw .damaged }
    return count
  }

  private mutating func points(_ head: Head) throws(GeometryProblem) -> [AreaMap.Point] {
    let count = try self.count(head, each: head.stride)
    try spend(count + Self.ring)
    let start = position
    position += count * head.stride
    var isFinite = true
    let points = [AreaMap.Point](unsafeUninitializedCapacity: count) { buffer, made in
      for index in 0..<count {
        let place = start + index * head.stride
        let (x, y) = (coordinate(place, head), coordinate(place + 8, head))
        isFinite = isFinite && x.isFinite && y.isFinite
        buffer.initializeElement(at: index, to: AreaMap.Point(x: x, y: y))
      }
      made = count
    }
    guard isFinite else { throw .damaged }
    return points
  }

  private mutating func spend(_ count: Int) throws(GeometryProblem) {
    guard count <= pointsLeft else { throw .large }
    pointsLeft -= count
  }

  private func unsigned(_ place: Int, _ isLittleEndian: Bool) -> UInt32 {
    let bits = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
    return isLittleEndian ? UInt32(littleEndian: bits) : UInt32(bigEndian: bits)
  }

  @inline(__always)
  private func coordinate(_ place: Int, _ head: Head) -> Double {
    let bits = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    return Double(bitPattern: head.isLittleEndian ? UInt64(littleEndian: bits) : UInt64(bigEndian: bits))
  }
}
