import Methods
import WorkbenchKit

/// A facility on the map, or a point where people live.
struct Facility: Sendable {
  let kind: String
  let name: String?
  let geographic: GeographicPoint
  let plane: PlanePoint
  /// How many people live at the point; NaN where that is not said.
  let people: Double
  /// Which of the files of facilities it came from.
  let record: Int

  /// The point in the coordinates of a boundary.
  func point(in system: KeptCoordinates) -> PlanePoint {
    switch system {
    case .rd: plane
    case .wgs84: PlanePoint(x: geographic.longitude, y: geographic.latitude)
    }
  }

  static func load(_ workspace: WorkspaceHandle) throws -> [Facility] {
    guard let part = workspace.part(PartName(.tables, ImportedTables.facilities)) else { return [] }
    return try part.derived("woonzorgwijzer.facilities") { try read(part.table()) }
  }

  private static func read(_ table: Table) throws -> [Facility] {
    let kinds = try table.require("kind").texts ?? []
    let names = try table.require("name").texts ?? []
    let numbers = { (name: String) in try table.require(name).numbers ?? [] }
    let (longitudes, latitudes) = (try numbers("lon"), try numbers("lat"))
    let (xs, ys, people) = (try numbers("x"), try numbers("y"), try numbers("people"))
    let sources = table.column("source")?.numbers ?? []
    return kinds.indices.compactMap { row in
      guard let kind = kinds[row] else { return nil }
      return Facility(
        kind: kind, name: names[row],
        geographic: GeographicPoint(latitude: latitudes[row], longitude: longitudes[row]),
        plane: PlanePoint(x: xs[row], y: ys[row]), people: people[row],
        record: sources.indices.contains(row) ? Int(exactly: sources[row]) ?? 0 : 0)
    }
  }
}
