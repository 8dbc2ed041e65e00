import Glibc

/// A point on the earth, in degrees: latitude from -90 to 90, longitude from -180 to 180.
public struct GeographicPoint: Sendable, Hashable {
  /// The earth's mean radius in metres: (2a + b)/3 of the GRS80 ellipsoid.
  ///
  /// Source: Moritz (1980), Geodetic Reference System 1980, Bulletin géodésique 54(3).
  public static let meanRadius = 6_371_008.8

  public let latitude: Double
  public let longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Returns the distance along the great circle in metres, on a sphere of the mean radius, by the haversine formula.
  ///
  /// It is within 0.6 % of the distance on the ellipsoid. Source: Sinnott (1984), Virtues of the haversine, Sky and
  /// Telescope 68(2), 159.
  public func greatCircleDistance(to other: GeographicPoint) -> Double {
    let radians = Double.pi / 180
    let rise = sin((other.latitude - latitude) * radians / 2)
    let run = sin((other.longitude - longitude) * radians / 2)
    let haversine = rise * rise + cos(latitude * radians) * cos(other.latitude * radians) * run * run
    return 2 * Self.meanRadius * asin(min(haversine, 1).squareRoot())
  }
}
