import Methods
import WorkbenchKit

/// The boundaries that are imported, found by code; an outline is read when it is drawn.
struct AreaOutlines: Sendable {
  struct Row: Sendable {
    let code: String
    let name: String
    /// Of which year it is; nil where nothing says so.
    let year: Int?
    let isRD: Bool
    let polygons: String
    /// The file it came from, counted in the records of the table.
    let record: Int
  }

  private(set) var rows: [String: Row]
  /// All codes, in the order of the files.
  let codes: [String]

  /// Nil where no boundaries are imported.
  static func load(_ workspace: WorkspaceHandle) throws -> AreaOutlines? {
    guard let part = workspace.part(PartName(.tables, ImportedTables.geometry)) else { return nil }
    return try part.derived("woonzorgwijzer.outlines") { try AreaOutlines(part.table()) }
  }

  private init(_ table: Table) throws {
    codes = try (table.require("code").texts ?? []).map { $0 ?? "" }
    let names = table.column("name")?.texts ?? []
    let years = table.column("year")?.numbers ?? []
    let systems = table.column("crs")?.texts ?? []
    let polygons = try table.require("polygons").texts ?? []
    let records = table.column("source")?.numbers ?? []
    var rows: [String: Row] = [:]
    for (index, code) in codes.enumerated() where rows[code] == nil {
      rows[code] = Row(
        code: code, name: (names.indices.contains(index) ? names[index] : nil) ?? code,
        year: years.indices.contains(index) ? Int(exactly: years[index]) : nil,
        isRD: systems.indices.contains(index) && systems[index] == KeptCoordinates.rd.rawValue,
        polygons: polygons[index] ?? "[]",
        record: records.indices.contains(index) ? Int(exactly: records[index]) ?? 0 : 0)
    }
    self.rows = rows
  }

  /// These without some codes.
  func without(_ codes: Set<String>) -> AreaOutlines {
    var rest = self
    for code in codes { rest.rows[code] = nil }
    return rest
  }

  /// The codes of a level, within an area where one is given.
  func codes(_ level: AreaLevel, within holds: (String) -> Bool) -> [String] {
    codes.filter { AreaLevel(code: $0) == level && holds($0) }
  }

  /// Whether all these outlines are on the Dutch grid; mixed ones are drawn in degrees.
  func areOnGrid(_ codes: [String]) -> Bool {
    let found = codes.compactMap { rows[$0] }
    return !found.isEmpty && found.allSatisfy(\.isRD)
  }

  /// Returns the rings of an area out of the outlines of its members, an own area's buurten together.
  ///
  /// - Parameter onGrid: whether the points stay metres on the Dutch grid; else they become degrees.
  func rings(of members: [String], onGrid: Bool) throws -> [[AreaMap.Point]] {
    try members.flatMap { code -> [[AreaMap.Point]] in
      guard let row = rows[code] else { return [] }
      let rings = try Self.rings(row.polygons)
      guard row.isRD, !onGrid else { return rings }
      return rings.map { ring in
        ring.map { point in
          let place = Rijksdriehoek.geographic(PlanePoint(x: point.x, y: point.y))
          return AreaMap.Point(x: place.longitude, y: place.latitude)
        }
      }
    }
  }

  /// Reads the coordinates of a MultiPolygon, all rings of all polygons after each other.
  static func rings(_ text: String) throws -> [[AreaMap.Point]] {
    try Array(text.utf8).withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      var rings: [[AreaMap.Point]] = []
      try reader.array { reader in
        try reader.array { reader in
          var ring: [AreaMap.Point] = []
          try reader.array { reader in
            var numbers: [Double] = []
            try reader.array { numbers.append(try $0.number()) }
            if numbers.count >= 2 { ring.append(AreaMap.Point(x: numbers[0], y: numbers[1])) }
          }
          rings.append(ring)
        }
      }
      return rings
    }
  }
}
