import Methods
import WorkbenchKit

/// Where a facility lies, in degrees and in metres of RD; what the file does not give is worked out of the other.
struct FacilityPoint: Sendable, Hashable {
  /// Why a pair of coordinates is no place in or near the Netherlands.
  enum Problem: Error, Hashable {
    case missing, outside, swapped
    /// The two pairs lie this many metres apart.
    case apart(Int)
  }

  /// Farther apart than this, in metres, the two pairs of coordinates of a point are not the same place.
  static let tolerance = 50.0

  let geographic: GeographicPoint
  let plane: PlanePoint

  /// - Parameters:
  ///   - longitude: degrees; NaN is missing, and so it is for the other three.
  ///   - x: metres of RD, or degrees of longitude where `y` is one of latitude.
  /// - Throws: `Problem`.
  init(longitude: Double, latitude: Double, x: Double, y: Double) throws(Problem) {
    var degrees = longitude.isNaN || latitude.isNaN ? nil : GeographicPoint(latitude: latitude, longitude: longitude)
    var metres = x.isNaN || y.isNaN ? nil : PlanePoint(x: x, y: y)
    if degrees == nil, let pair = metres, Self.isNear(GeographicPoint(latitude: pair.y, longitude: pair.x)) {
      (degrees, metres) = (GeographicPoint(latitude: pair.y, longitude: pair.x), nil)
    }
    // Metres of the web's maps (EPSG:3857) lie far from those of RD.
    if degrees == nil, let pair = metres, DutchCoordinates.System.webMercator.covers(Ring.Point(x: pair.x, y: pair.y)) {
      (degrees, metres) = (WebMercator.geographic(pair), nil)
    }
    if let degrees, !Self.isNear(degrees) {
      let turned = GeographicPoint(latitude: degrees.longitude, longitude: degrees.latitude)
      throw Self.isNear(turned) ? .swapped : .outside
    }
    if let metres, !Rijksdriehoek.covers(metres) {
      throw Rijksdriehoek.covers(PlanePoint(x: metres.y, y: metres.x)) ? .swapped : .outside
    }
    switch (degrees, metres) {
    case (let degrees?, let metres?):
      let apart = Rijksdriehoek.plane(degrees).distance(to: metres)
      if apart > Self.tolerance { throw .apart(Int(apart.rounded())) }
      (geographic, plane) = (degrees, metres)
    case (let degrees?, nil): (geographic, plane) = (degrees, Rijksdriehoek.plane(degrees))
    case (nil, let metres?): (geographic, plane) = (Rijksdriehoek.geographic(metres), metres)
    case (nil, nil): throw .missing
    }
  }

  /// Whether a point lies in the Netherlands or just over the border, where people shop as well.
  private static func isNear(_ point: GeographicPoint) -> Bool {
    (50.4...54).contains(point.latitude) && (3...7.7).contains(point.longitude)
  }
}

extension FacilityPoint.Problem {
  var words: Text {
    switch self {
    case .missing: Text(nl: "geen coördinaten", en: "no coordinates")
    case .outside: Text(nl: "ligt niet in of bij Nederland", en: "does not lie in or near the Netherlands")
    case .swapped: Text(nl: "de twee coördinaten lijken verwisseld", en: "the two coordinates seem to be swapped")
    case .apart(let metres):
      Text(
        nl: "lon/lat en RD liggen \(metres) m uit elkaar", en: "lon/lat and RD lie \(metres) m apart")
    }
  }
}
