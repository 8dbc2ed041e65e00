import Glibc
import WorkbenchKit

/// The stretch of land that a map shows, and how its points come to lie on a flat page.
struct MapFrame {
  /// Of the page, in the unit of the northing (degrees or metres).
  let width: Double
  let height: Double
  private let west: Double
  private let north: Double
  private let stretch: Double

  /// Makes the frame around all outlines; nil where there is none to draw.
  ///
  /// Degrees are drawn as on an equirectangular map with the middle of the map as its standard parallel (Snyder 1987, 12): a degree of
  /// longitude is as long as the cosine of the latitude.
  init?(_ map: AreaMap) {
    let points = map.areas.lazy.flatMap(\.rings).filter { $0.count > 2 }.flatMap { $0 }.filter {
      $0.x.isFinite && $0.y.isFinite
    }
    var (west, east, south, north) = (Double.infinity, -Double.infinity, Double.infinity, -Double.infinity)
    for point in points {
      (west, east) = (min(west, point.x), max(east, point.x))
      (south, north) = (min(south, point.y), max(north, point.y))
    }
    guard east > west, north > south, (east - west).isFinite, (north - south).isFinite else { return nil }
    (self.west, self.north) = (west, north)
    stretch = map.coordinates == .wgs84 ? max(cos((south + north) / 2 * .pi / 180), 0.01) : 1
    width = (east - west) * stretch
    height = north - south
  }

  /// Returns where a point lies, from the left and from the top.
  func place(_ point: AreaMap.Point) -> (x: Double, y: Double) { ((point.x - west) * stretch, north - point.y) }

  /// Returns the rings of an area that can be drawn, as places on the page.
  func rings(of area: AreaMap.Area) -> [[(x: Double, y: Double)]] {
    area.rings.map { ring in ring.filter { $0.x.isFinite && $0.y.isFinite }.map(place) }.filter { $0.count > 2 }
  }
}
