import Methods
import WorkbenchKit

/// Where areas lie, out of the boundaries that are loaded.
struct AreaSurfaces: Sendable {
  struct Place: Sendable {
    let surface: PolygonSurface
    let system: KeptCoordinates
    /// The centroid; nil where a boundary has no corner at all.
    let centre: PolygonSurface.Centre?
    /// Of which year it is, where anything says so, and the name that it bears.
    let year: Int?
    let name: String?
    /// Which of the files of boundaries it came from.
    let record: Int
  }

  let places: [String: Place]

  static func load(_ workspace: WorkspaceHandle) throws -> AreaSurfaces {
    guard let part = workspace.part(PartName(.tables, ImportedTables.geometry)) else {
      return AreaSurfaces(places: [:])
    }
    return try part.derived("woonzorgwijzer.surfaces") { try AreaSurfaces(part.table()) }
  }

  private init(places: [String: Place]) { self.places = places }

  private init(_ table: Table) throws {
    let codes = try table.require("code").texts ?? []
    let systems = try table.require("crs").texts ?? []
    let polygons = try table.require("polygons").texts ?? []
    let years = table.column("year")?.numbers ?? []
    let names = table.column("name")?.texts ?? []
    let sources = table.column("source")?.numbers ?? []
    var places: [String: Place] = [:]
    for row in codes.indices {
      guard let code = codes[row], let text = polygons[row],
        let system = systems[row].flatMap(KeptCoordinates.init)
      else { continue }
      let surface = PolygonSurface(polygons: Self.polygons(try JSONReader.parse(text)))
      places[code] = Place(
        surface: surface, system: system, centre: surface.centre(),
        year: years.indices.contains(row) ? Int(exactly: years[row]) : nil,
        name: names.indices.contains(row) ? names[row] : nil,
        record: sources.indices.contains(row) ? Int(exactly: sources[row]) ?? 0 : 0)
    }
    self.places = places
  }

  private static func polygons(_ json: JSON) -> [[PolygonSurface.Ring]] {
    (json.array ?? []).map { polygon in
      (polygon.array ?? []).map { ring in
        (ring.array ?? []).compactMap { point in
          guard let pair = point.array, pair.count >= 2, let x = pair[0].number, let y = pair[1].number else {
            return nil
          }
          return PlanePoint(x: x, y: y)
        }
      }
    }
  }
}
