/// A point in a plane: metres in RD, or degrees of longitude and latitude where a small area is taken for flat.
public struct PlanePoint: Sendable, Hashable {
  public let x: Double
  public let y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Returns the distance by Pythagoras, in the unit of the coordinates.
  public func distance(to other: PlanePoint) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}
