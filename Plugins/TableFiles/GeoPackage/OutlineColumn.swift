import WorkbenchKit

/// The places of a layer while they are read.
struct OutlineColumn {
  /// The polygons of each row.
  private(set) var polygons: [[[[AreaMap.Point]]]] = []
  /// The point of each row; none as long as no row has one.
  private(set) var points: [AreaMap.Point?] = []
  /// How many rows have a place that cannot be read, and the first of them, counted from 1.
  private(set) var damaged = 0
  private(set) var firstDamaged: [Int] = []
  /// How many rows have no place at all.
  private(set) var missing = 0
  /// How many rows have arcs.
  private(set) var arcs = 0
  /// How many rows have lines, or several points, which are not read.
  private(set) var others = 0
  /// How many rows name another reference system than the layer.
  private(set) var strangers = 0
  /// Whether a row has polygons.
  private(set) var hasPolygons = false
  /// Whether a row has a point.
  var hasPoints: Bool { !points.isEmpty }

  private let system: Int
  private var pointsLeft: Int

  /// - Parameters:
  ///   - system: the number of the layer's reference system in the file.
  ///   - most: how many points may be kept.
  init(system: Int, most: Int) {
    self.system = system
    pointsLeft = most
  }

  /// Takes the place of the next row; no bytes are no place.
  ///
  /// - Throws: `GeometryProblem.large`.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(GeometryProblem) {
    var found = ReadGeometry()
    if bytes.isEmpty {
      missing += 1
    } else {
      do {
        found = try read(bytes)
        if found == ReadGeometry() { missing += 1 }
      } catch {
        guard error == .damaged else { throw error }
        damaged += 1
        if firstDamaged.count < 5 { firstDamaged.append(polygons.count + 1) }
      }
    }
    let only = found.polygons.isEmpty && found.points.count == 1 ? found.points.first : nil
    if found.hasLines || found.points.count > (only == nil ? 0 : 1) { others += 1 }
    if found.hasArcs { arcs += 1 }
    hasPolygons = hasPolygons || !found.polygons.isEmpty
    if only != nil, points.isEmpty { points = [AreaMap.Point?](repeating: nil, count: polygons.count) }
    polygons.append(found.polygons)
    if only != nil || !points.isEmpty { points.append(only) }
  }

  private mutating func read(_ bytes: UnsafeRawBufferPointer) throws(GeometryProblem) -> ReadGeometry {
    guard let blob = GeometryBlob(bytes) else { throw .damaged }
    if Int(blob.system) != system { strangers += 1 }
    // What is said to be empty may have no more bytes, or an empty polygon, or a point of NaN.
    guard !blob.isEmpty else { return ReadGeometry() }
    var binary = WellKnownBinary(bytes, from: blob.start, pointsLeft: pointsLeft)
    let geometry = try binary.read()
    pointsLeft = binary.pointsLeft
    return geometry
  }
}
