import Methods

/// The forms in which boundaries are kept.
enum KeptCoordinates: String { case wgs84, rd }

/// The coordinates of a file: in which system they are, and which features lie in the Netherlands by it.
///
/// The system is judged by the points themselves, over the whole file. Degrees, metres of RD (EPSG:28992) and metres of
/// the web's maps (EPSG:3857) lie far apart from each other, and so does each of them turned round.
struct DutchCoordinates {
  enum System: String, CaseIterable { case degrees, rd, webMercator }

  let system: System
  /// Whether the file gives the second coordinate first.
  let areTurned: Bool
  /// One a feature: whether all its points lie in or near the Netherlands.
  let fits: [Bool]

  /// Nil where not even half of the features lie in the Netherlands by any system.
  init?(_ features: [[GeoJSONFeatures.Polygon]]) {
    var best: (count: Int, system: System, areTurned: Bool, fits: [Bool])?
    for areTurned in [false, true] {
      for system in System.allCases {
        let fits = features.map { polygons in
          polygons.allSatisfy { rings in
            rings.allSatisfy { ring in ring.allSatisfy { system.covers(areTurned ? $0.turned : $0) } }
          }
        }
        let count = fits.count { $0 }
        if best.map({ count > $0.count }) ?? true { best = (count, system, areTurned, fits) }
      }
    }
    guard let best, best.count > 0, best.count * 2 >= features.count else { return nil }
    system = best.system
    areTurned = best.areTurned
    fits = best.fits
  }

  /// The form in which these are kept.
  var kept: KeptCoordinates { system == .rd ? .rd : .wgs84 }

  /// Returns a polygon in the form in which it is kept.
  func converted(_ polygon: GeoJSONFeatures.Polygon) -> GeoJSONFeatures.Polygon {
    guard areTurned || system == .webMercator else { return polygon }
    return polygon.map { ring in
      ring.map { given in
        let point = areTurned ? given.turned : given
        return system == .webMercator ? WebMercator.degrees(point) : point
      }
    }
  }
}

extension DutchCoordinates.System {
  /// Whether a point lies in the Netherlands, its waters, or just over the border.
  func covers(_ point: Ring.Point) -> Bool {
    switch self {
    case .degrees: (2.5...7.8).contains(point.x) && (50.4...55.8).contains(point.y)
    case .rd: (-10_000...300_000).contains(point.x) && (280_000...650_000).contains(point.y)
    case .webMercator:
      // By size alone: what is no metre of the web's map lies far from these.
      (270_000...870_000).contains(point.x) && (6_500_000...7_550_000).contains(point.y)
        && Self.degrees.covers(WebMercator.degrees(point))
    }
  }
}

extension Ring.Point {
  var turned: Ring.Point { Ring.Point(x: y, y: x) }
}

extension WebMercator {
  static func degrees(_ point: Ring.Point) -> Ring.Point {
    let place = geographic(PlanePoint(x: point.x, y: point.y))
    return Ring.Point(x: place.longitude, y: place.latitude)
  }
}
