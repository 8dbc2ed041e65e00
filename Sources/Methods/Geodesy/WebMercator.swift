@preconcurrency import Glibc

/// The coordinates of maps on the web (EPSG:3857): metres on a sphere with the radius of WGS84's equator.
///
/// The projection and its inverse as in IOGP Guidance Note 7-2, "Popular Visualisation Pseudo Mercator" (EPSG method 1024).
public enum WebMercator {
  /// Metres.
  public static let radius = 6_378_137.0

  /// Returns the degrees of WGS84 of a point in metres.
  public static func geographic(_ point: PlanePoint) -> GeographicPoint {
    GeographicPoint(
      latitude: (.pi / 2 - 2 * atan(exp(-point.y / radius))) * 180 / .pi, longitude: point.x / radius * 180 / .pi)
  }

  /// Returns the metres of a point in degrees of WGS84.
  public static func plane(_ point: GeographicPoint) -> PlanePoint {
    PlanePoint(
      x: radius * point.longitude * .pi / 180, y: radius * log(tan(.pi / 4 + point.latitude * .pi / 360)))
  }
}
