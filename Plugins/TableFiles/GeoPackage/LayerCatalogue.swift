import CSQLite
import Layers
import WorkbenchKit

/// Finds the layers that a GeoPackage says it holds (OGC 12-128r18, 1.1.3 and 2.1.5).
struct LayerCatalogue {
  /// More layers than anybody chooses from.
  private static let most = 10_000
  /// Longer names are nobody's.
  private static let longest = 1000

  private let database: SQLiteDatabase
  private let hasGeometries: Bool
  private let hasSystems: Bool

  /// - Returns: nil where the database is no GeoPackage.
  init?(_ database: SQLiteDatabase) throws {
    self.database = database
    guard try Self.has("gpkg_contents", database) else { return nil }
    hasGeometries = try Self.has("gpkg_geometry_columns", database)
    hasSystems = try Self.has("gpkg_spatial_ref_sys", database)
  }

  private static func has(_ table: String, _ database: SQLiteDatabase) throws -> Bool {
    let statement = try SQLiteStatement(database, "SELECT 1 FROM sqlite_master WHERE lower(name) = ?")
    try statement.bind(1, table)
    return try statement.step()
  }

  /// Returns the layers in the order in which the file lists them, without their rows counted.
  ///
  /// A layer that cannot be opened is left out: a view of a table that is gone, a table that only an extension knows.
  func layers() throws -> [GeoLayer] {
    var found: [GeoLayer] = []
    var names: Set<String> = []
    for (name, kind) in try entries() {
      guard let form = try form(name), names.insert(form.name).inserted else { continue }
      let geometry = kind == .features ? try geometry(name) : nil
      do {
        let columns = try SQLiteStatement(database, "SELECT * FROM \(SQLiteStatement.quoted(form.name)) LIMIT 0")
        let readable = LayerColumn.all(of: columns, geometry: geometry?.column).filter { !$0.isBinary }
        found.append(
          GeoLayer(
            name: form.name, kind: kind, isView: form.isView, columns: readable.map(\.name), geometry: geometry))
      } catch let failure as SQLiteFailure where failure.kind == .other { continue }
    }
    return found
  }

  /// How many rows a layer has; nil where it cannot be said.
  func rows(_ layer: GeoLayer) throws -> Int? {
    do {
      let statement = try SQLiteStatement(database, "SELECT count(*) FROM \(SQLiteStatement.quoted(layer.name))")
      return try statement.step() ? Int(statement.integer(0)) : nil
    } catch let failure as SQLiteFailure where failure.kind != .damaged { return nil }
  }

  /// What the columns of a layer are called for people, by their name in small letters, as far as the file says.
  func labels(_ layer: String) throws -> [String: String] {
    guard try Self.has("gpkg_data_columns", database) else { return [:] }
    var labels: [String: String] = [:]
    do {
      let statement = try SQLiteStatement(
        database,
        "SELECT column_name, substr(coalesce(title, name), 1, 500) FROM gpkg_data_columns WHERE lower(table_name) = lower(?) "
          + "AND length(CAST(column_name AS BLOB)) <= \(Self.longest) LIMIT 5000"
      )
      try statement.bind(1, layer)
      while try statement.step() {
        let (column, label) = (statement.text(0), statement.text(1))
        if !label.isEmpty, label != column { labels[column.lowercased()] = label }
      }
    } catch let failure as SQLiteFailure where failure.kind == .other { return [:] }
    return labels
  }

  private func entries() throws -> [(name: String, kind: GeoLayer.Kind)] {
    let statement = try SQLiteStatement(
      database,
      "SELECT table_name, lower(substr(data_type, 1, 20)) FROM gpkg_contents "
        + "WHERE length(CAST(table_name AS BLOB)) <= \(Self.longest) LIMIT \(Self.most)")
    var entries: [(String, GeoLayer.Kind)] = []
    while try statement.step() {
      switch statement.text(1) {
      case "features": entries.append((statement.text(0), .features))
      // `aspatial` is what was written before the standard had a word for it.
      case "attributes", "aspatial": entries.append((statement.text(0), .attributes))
      default: continue
      }
    }
    return entries
  }

  /// As what a layer stands in the database; nil where it does not, or only an extension can read it.
  private func form(_ name: String) throws -> (name: String, isView: Bool)? {
    let statement = try SQLiteStatement(
      database,
      "SELECT name, type = 'view', coalesce(upper(ltrim(sql)) LIKE 'CREATE VIRTUAL%', 0) FROM sqlite_master "
        + "WHERE type IN ('table', 'view') AND lower(name) = lower(?)")
    try statement.bind(1, name)
    guard try statement.step(), statement.integer(2) == 0 else { return nil }
    return (statement.text(0), statement.integer(1) == 1)
  }

  private func geometry(_ name: String) throws -> GeoLayer.Geometry? {
    guard hasGeometries else { return nil }
    let systems =
      hasSystems
      ? (
        "substr(s.organization, 1, 20), s.organization_coordsys_id, substr(s.srs_name, 1, 200)",
        "LEFT JOIN gpkg_spatial_ref_sys s USING (srs_id)"
      )
      : ("NULL, NULL, NULL", "")
    let statement = try SQLiteStatement(
      database,
      "SELECT g.column_name, upper(substr(g.geometry_type_name, 1, 40)), g.srs_id, \(systems.0) FROM gpkg_geometry_columns g \(systems.1) "
        + "WHERE lower(g.table_name) = lower(?) AND length(CAST(g.column_name AS BLOB)) <= \(Self.longest)")
    try statement.bind(1, name)
    guard try statement.step() else { return nil }
    let system = Int(statement.integer(2))
    let organisation = statement.optionalText(3)?.lowercased()
    let number = Int(statement.integer(4))
    // Where the file does not describe the system, its number is that of EPSG by custom; 0 and -1 stand for an unknown one.
    let epsg = organisation == nil ? system : organisation == "epsg" ? number : 0
    return GeoLayer.Geometry(
      column: statement.text(0), type: statement.text(1), system: system, epsg: epsg > 0 ? epsg : nil,
      systemName: statement.text(5))
  }
}
