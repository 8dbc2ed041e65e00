/// The coordinates of Dutch maps, Rijksdriehoeksmeting (RD, EPSG:28992), to and from longitude and latitude (WGS84).
///
/// By approximate polynomials around the tower of Onze Lieve Vrouwe in Amersfoort, good to some decimetres (0.25 m) within
/// the Netherlands, and not meant for elsewhere. Source: F.H. Schreutelkamp and G.L. Strang van Hees (2001),
/// Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoördinaten, Geodesia 43, 64-69, tables 1 and 2.
public enum Rijksdriehoek {
  /// Where the polynomials start from: Amersfoort in RD, metres.
  public static let origin = PlanePoint(x: 155_000, y: 463_000)
  /// Amersfoort in WGS84.
  public static let geographicOrigin = GeographicPoint(latitude: 52.155_174_40, longitude: 5.387_206_21)

  /// One term: a coefficient, and the powers of the first and the second difference.
  private typealias Term = (p: Int, q: Int, value: Double)

  private static let latitudeTerms: [Term] = [
    (0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978), (0, 3, -0.06550), (2, 2, -0.01709),
    (1, 0, -0.00738), (4, 0, 0.00530), (2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012),
  ]
  private static let longitudeTerms: [Term] = [
    (1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594), (3, 1, -0.05607),
    (0, 1, 0.01199), (3, 2, -0.00256), (1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022), (5, 0, 0.00026),
  ]
  private static let xTerms: [Term] = [
    (0, 1, 190_094.945), (1, 1, -11_832.228), (2, 1, -114.221), (0, 3, -32.391), (1, 0, -0.705), (3, 1, -2.340),
    (1, 3, -0.608), (0, 2, -0.008), (2, 3, 0.148),
  ]
  private static let yTerms: [Term] = [
    (1, 0, 309_056.544), (0, 2, 3638.893), (2, 0, 73.077), (1, 2, -157.984), (3, 0, 59.788), (0, 1, 0.433),
    (2, 2, -6.439), (1, 1, -0.032), (0, 4, 0.092), (1, 4, -0.054),
  ]

  /// Whether a point lies where RD is meant for, with room at the edges: x -7,000 to 300,000 m, y 289,000 to 629,000 m.
  public static func covers(_ point: PlanePoint) -> Bool {
    (-7_000...300_000).contains(point.x) && (289_000...629_000).contains(point.y)
  }

  /// Returns the longitude and latitude of a point in RD.
  ///
  /// - Parameter point: metres; see `covers`.
  public static func geographic(_ point: PlanePoint) -> GeographicPoint {
    let x = (point.x - origin.x) * 1e-5
    let y = (point.y - origin.y) * 1e-5
    return GeographicPoint(
      latitude: geographicOrigin.latitude + sum(latitudeTerms, x, y) / 3600,
      longitude: geographicOrigin.longitude + sum(longitudeTerms, x, y) / 3600)
  }

  /// Returns the coordinates in RD of a longitude and latitude, in metres.
  public static func plane(_ point: GeographicPoint) -> PlanePoint {
    let latitude = 0.36 * (point.latitude - geographicOrigin.latitude)
    let longitude = 0.36 * (point.longitude - geographicOrigin.longitude)
    return PlanePoint(
      x: origin.x + sum(xTerms, latitude, longitude), y: origin.y + sum(yTerms, latitude, longitude))
  }

  private static func sum(_ terms: [Term], _ first: Double, _ second: Double) -> Double {
    terms.reduce(0) { $0 + $1.value * power(first, $1.p) * power(second, $1.q) }
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var product = 1.0
    for _ in 0..<exponent { product *= base }
    return product
  }
}
