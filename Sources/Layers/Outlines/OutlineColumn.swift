import WorkbenchKit

/// The places of a layer while they are read.
public struct OutlineColumn {
  /// Where in a row its place stands.
  public enum Place {
    /// Nowhere.
    case none
    /// Somewhere, and it cannot be read.
    case damaged
    /// In well-known binary, from this byte on.
    case binary(UnsafeRawBufferPointer, from: Int)
  }

  /// The polygons of each row.
  public private(set) var polygons: [[[[AreaMap.Point]]]] = []
  /// The point of each row; none as long as no row has one.
  public private(set) var points: [AreaMap.Point?] = []
  /// How many rows have a place that cannot be read, and the first of them, counted from 1.
  public private(set) var damaged = 0
  public private(set) var firstDamaged: [Int] = []
  /// How many rows have no place at all.
  public private(set) var missing = 0
  /// How many rows have arcs.
  public private(set) var arcs = 0
  /// How many rows have lines, or several points, which are not read.
  public private(set) var others = 0
  /// How many rows name another reference system than the layer.
  public private(set) var strangers = 0
  /// Whether a row has polygons.
  public private(set) var hasPolygons = false
  /// Whether a row has a point.
  public var hasPoints: Bool { !points.isEmpty }

  private var pointsLeft: Int

  /// - Parameter most: how many points may be kept.
  public init(most: Int) { pointsLeft = most }

  /// Takes the place of the next row.
  ///
  /// - Parameters:
  ///   - place: where it stands.
  ///   - hadArcs: whether arcs were made straight before.
  ///   - isStranger: whether it names another reference system than the layer.
  /// - Throws: `GeometryProblem.large`.
  public mutating func append(
    _ place: Place, hadArcs: Bool = false, isStranger: Bool = false
  ) throws(GeometryProblem) {
    var found = ReadGeometry()
    if isStranger { strangers += 1 }
    switch place {
    case .none: missing += 1
    case .damaged: noteDamage()
    case .binary(let bytes, let start):
      do {
        found = try read(bytes, from: start)
        if found == ReadGeometry() { missing += 1 }
      } catch {
        guard error == .damaged else { throw error }
        noteDamage()
      }
    }
    let only = found.polygons.isEmpty && found.points.count == 1 ? found.points.first : nil
    if found.hasLines || found.points.count > (only == nil ? 0 : 1) { others += 1 }
    if found.hasArcs || hadArcs { arcs += 1 }
    hasPolygons = hasPolygons || !found.polygons.isEmpty
    if only != nil, points.isEmpty { points = [AreaMap.Point?](repeating: nil, count: polygons.count) }
    polygons.append(found.polygons)
    if only != nil || !points.isEmpty { points.append(only) }
  }

  private mutating func noteDamage() {
    damaged += 1
    if firstDamaged.count < 5 { firstDamaged.append(polygons.count + 1) }
  }

  private mutating func read(
    _ bytes: UnsafeRawBufferPointer, from start: Int
  ) throws(GeometryProblem) -> ReadGeometry {
    var binary = WellKnownBinary(bytes, from: start, pointsLeft: pointsLeft)
    let geometry = try binary.read()
    pointsLeft = binary.pointsLeft
    return geometry
  }
}
