import Methods
import WorkbenchKit

extension WrittenLayer {
  /// The layer with its outlines in metres of RD (EPSG:28992); as it is where they are that already, or lie outside the Netherlands.
  var inDutchGrid: WrittenLayer {
    guard coordinates == .wgs84, let polygons else { return self }
    var isDutch = true
    let converted = polygons.map { polygons in
      polygons.map { rings in
        rings.map { ring in
          ring.map { point in
            let plane = Rijksdriehoek.plane(GeographicPoint(latitude: point.y, longitude: point.x))
            if !Rijksdriehoek.covers(plane) { isDutch = false }
            return AreaMap.Point(x: Self.rounded(plane.x), y: Self.rounded(plane.y))
          }
        }
      }
    }
    return isDutch ? WrittenLayer(name: name, table: table, polygons: converted, coordinates: .rd) : self
  }

  /// To a millimetre.
  private static func rounded(_ metres: Double) -> Double { (metres * 1000).rounded() / 1000 }
}
