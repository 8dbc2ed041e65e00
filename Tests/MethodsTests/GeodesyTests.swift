import Methods
import Testing

/// Dutch map coordinates against points of which both are published.
@Suite struct RijksdriehoekTests {
  struct Tower: Sendable {
    let name: String
    let x: Double
    let y: Double
    let latitude: Double
    let longitude: Double
  }

  static let towers = [
    Tower(name: "Amersfoort", x: 155_000, y: 463_000, latitude: 52.15517440, longitude: 5.38720621),
    Tower(name: "Westertoren", x: 120_700.723, y: 487_525.502, latitude: 52.37453253, longitude: 4.88352559),
    Tower(name: "Martinitoren", x: 233_883.131, y: 582_065.168, latitude: 53.21938317, longitude: 6.56820053),
  ]

  @Test(arguments: towers)
  func `towers with both coordinates in Schreutelkamp and Strang van Hees (2001)`(tower: Tower) {
    let geographic = Rijksdriehoek.geographic(PlanePoint(x: tower.x, y: tower.y))
    #expect(abs(geographic.latitude - tower.latitude) < 1e-8)
    #expect(abs(geographic.longitude - tower.longitude) < 1e-8)
    let plane = Rijksdriehoek.plane(GeographicPoint(latitude: tower.latitude, longitude: tower.longitude))
    #expect(abs(plane.x - tower.x) < 0.001 && abs(plane.y - tower.y) < 0.001)
  }

  @Test func `there and back again stays within 15 cm all over the country`() {
    for x in stride(from: 20_000.0, through: 270_000, by: 25_000) {
      for y in stride(from: 310_000.0, through: 610_000, by: 25_000) {
        let point = PlanePoint(x: x, y: y)
        let back = Rijksdriehoek.plane(Rijksdriehoek.geographic(point))
        // Only where there is land, roughly: the corners of the rectangle lie in the sea, Belgium and Germany.
        if abs(x - 155_000) < 100_000 { #expect(point.distance(to: back) < 0.15, "\(x) \(y)") }
        #expect(point.distance(to: back) < 1, "\(x) \(y)")
      }
    }
  }

  @Test func `RD is meant for the Netherlands only`() {
    #expect(Rijksdriehoek.covers(Rijksdriehoek.origin))
    #expect(!Rijksdriehoek.covers(PlanePoint(x: 52.1, y: 5.1)))
    #expect(!Rijksdriehoek.covers(PlanePoint(x: 463_000, y: 155_000)))
  }
}

/// Distances on the globe and in the plane.
@Suite struct DistanceTests {
  @Test func `Nashville to Los Angeles is 2887.26 km on a sphere of 6372.8 km (Rosetta Code, Haversine formula)`() {
    let nashville = GeographicPoint(latitude: 36.12, longitude: -86.67)
    let angeles = GeographicPoint(latitude: 33.94, longitude: -118.40)
    let metres = nashville.greatCircleDistance(to: angeles)
    #expect(abs(metres - 2_887_259.95 * GeographicPoint.meanRadius / 6_372_800) < 1)
  }

  @Test func `a degree of latitude is 111.195 km, and the poles are half the earth apart`() {
    let equator = GeographicPoint(latitude: 0, longitude: 5)
    #expect(abs(equator.greatCircleDistance(to: .init(latitude: 1, longitude: 5)) - 111_195.08) < 0.01)
    let north = GeographicPoint(latitude: 90, longitude: 0)
    let south = GeographicPoint(latitude: -90, longitude: 123)
    #expect(abs(north.greatCircleDistance(to: south) - .pi * GeographicPoint.meanRadius) < 1e-6)
    #expect(equator.greatCircleDistance(to: equator) == 0)
  }

  @Test func `globe and plane differ by less than three per mille between two towers`() {
    let towers = RijksdriehoekTests.towers
    let plane = PlanePoint(x: towers[1].x, y: towers[1].y).distance(to: PlanePoint(x: towers[2].x, y: towers[2].y))
    let globe = GeographicPoint(latitude: towers[1].latitude, longitude: towers[1].longitude)
      .greatCircleDistance(to: GeographicPoint(latitude: towers[2].latitude, longitude: towers[2].longitude))
    #expect(abs(globe - 147_147.85) < 0.01)
    #expect(abs(plane / globe - 1) < 0.003)
  }
}

/// Middles and insides of surfaces.
@Suite struct PolygonSurfaceTests {
  private func ring(_ points: [(Double, Double)]) -> PolygonSurface.Ring {
    points.map { PlanePoint(x: $0.0, y: $0.1) }
  }

  private func square(_ x: Double, _ y: Double, _ side: Double) -> PolygonSurface.Ring {
    ring([(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)])
  }

  @Test func `several polygons are weighed by their area`() {
    let surface = PolygonSurface(polygons: [[square(0, 0, 2)], [square(10, 0, 4)]])
    #expect(surface.area == 20)
    #expect(
      surface.centre() == .init(point: PlanePoint(x: (4 * 1 + 16 * 12) / 20, y: (4 * 1 + 16 * 2) / 20.0), hasArea: true)
    )
  }

  @Test func `a hole pulls the middle away and is no inside; which way round a ring runs is the same`() {
    let surface = PolygonSurface(polygons: [[square(0, 0, 4), Array(square(2, 2, 2).reversed())]])
    let other = PolygonSurface(polygons: [[Array(square(0, 0, 4).reversed()), square(2, 2, 2)]])
    #expect(surface.area == 12 && surface.centre() == other.centre())
    #expect(abs((surface.centre()?.point.x ?? 0) - (16 * 2 - 4 * 3) / 12.0) < 1e-12)
    #expect(surface.contains(PlanePoint(x: 1, y: 1)) && !surface.contains(PlanePoint(x: 3, y: 3)))
  }

  @Test func `a triangle far from the origin keeps its middle, with or without a closing point`() {
    let open = ring([(155_000, 463_000), (155_003, 463_000), (155_000, 463_006)])
    let middle = PolygonSurface(polygons: [[open]]).centre()
    #expect(middle?.point == PlanePoint(x: 155_001, y: 463_002))
    #expect(PolygonSurface(polygons: [[open + [open[0]]]]).centre() == middle)
  }

  @Test func `what has no area has the mean of its different corners; what has no corner has no middle`() {
    let line = PolygonSurface(polygons: [[ring([(0, 0), (2, 0), (4, 0), (2, 0), (0, 0)])]])
    #expect(line.centre() == .init(point: PlanePoint(x: 2, y: 0), hasArea: false))
    #expect(PolygonSurface(polygons: []).centre() == nil && PolygonSurface(polygons: [[[]]]).centre() == nil)
    #expect(PolygonSurface(polygons: [[[]]]).contains(PlanePoint(x: 0, y: 0)) == false)
  }

  @Test func `a point on the border between two squares lies in exactly one of them`() {
    let left = PolygonSurface(polygons: [[square(0, 0, 2)]])
    let right = PolygonSurface(polygons: [[square(2, 0, 2)]])
    for y in [0, 0.5, 1, 1.999] {
      let point = PlanePoint(x: 2, y: y)
      #expect(left.contains(point) != right.contains(point))
    }
  }

  /// IOGP Guidance Note 7-2, the example of method 1024 (WGS 84 / Pseudo-Mercator): both directions to the centimetre.
  @Test func `web maps: the published example of EPSG method 1024`() {
    let place = GeographicPoint(latitude: 24 + 22 / 60.0 + 54.433 / 3600, longitude: -(100 + 20 / 60.0))
    let point = WebMercator.plane(place)
    #expect(abs(point.x - -11_169_055.58) < 0.01 && abs(point.y - 2_800_000.00) < 0.01)
    let back = WebMercator.geographic(PlanePoint(x: -11_169_055.58, y: 2_800_000.00))
    #expect(abs(back.latitude - place.latitude) < 1e-7 && abs(back.longitude - place.longitude) < 1e-7)
  }

  @Test func `a concave surface: the notch is outside`() {
    let notch = PolygonSurface(polygons: [[ring([(0, 0), (4, 0), (4, 4), (2, 1), (0, 4)])]])
    #expect(!notch.contains(PlanePoint(x: 2, y: 2)) && notch.contains(PlanePoint(x: 0.5, y: 2)))
  }
}
