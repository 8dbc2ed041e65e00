import WorkbenchKit

/// Writes tables with their outlines as a GeoPackage, a layer each; the same layers give the same bytes.
///
/// A withheld figure is missing, and a column with the same name and `_status` behind it holds its sign. What the columns are called
/// and in what they are counted stands in `gpkg_data_columns`, where it all comes from in `gpkg_metadata`.
struct GeoPackageWriter {
  private let language: Language

  /// - Parameter language: of what columns are called for people.
  init(language: Language) { self.language = language }

  /// Writes a GeoPackage.
  ///
  /// - Parameters:
  ///   - layers: in their order.
  ///   - provenance: where it all comes from, in plain text; empty for nothing.
  ///   - changed: the time that stands as the last change, such as `2026-11-28T00:00:00.000Z`.
  ///   - interrupt: is called every 8,192 cells or so, and throws where a person wants it to stop.
  /// - Returns: the bytes of the file.
  /// - Throws: `to.toolarge`, `to.empty`, and what `interrupt` throws.
  func bytes(
    _ layers: [WrittenLayer], provenance: String, changed: String, interrupt: @escaping () throws -> Void
  ) throws -> [UInt8] {
    guard !layers.isEmpty else { throw WritingProblem.empty() }
    do {
      let database = try SQLiteDatabase.inMemory(interrupt: interrupt)
      // Nothing that was written over stays in the file, and nothing of this machine decides how it is laid out.
      for setting in ["page_size = 4096", "secure_delete = 1", "auto_vacuum = 0", "encoding = 'UTF-8'"] {
        try database.run("PRAGMA \(setting)")
      }
      try database.run("BEGIN")
      try database.run("PRAGMA application_id = \(GeoPackageSchema.application)")
      try database.run("PRAGMA user_version = \(GeoPackageSchema.version)")
      for table in GeoPackageSchema.tables { try database.run(table) }
      try writeSystems(database)
      try writeExtensions(database)
      var names = LayerNames()
      for layer in layers {
        try LayerWriter(layer, as: names.table(for: layer.name), in: language, database).write(
          changed: changed, interrupt: interrupt)
      }
      if !provenance.isEmpty { try write(provenance, changed, database) }
      try database.run("COMMIT")
      return try database.bytes()
    } catch is SQLiteFailure { throw WritingProblem.file() }
  }

  private func writeSystems(_ database: SQLiteDatabase) throws {
    let statement = try SQLiteStatement(database, "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)")
    for system in GeoPackageSchema.systems {
      try statement.bind(1, system.name)
      try statement.bind(2, system.number)
      try statement.bind(3, system.organisation)
      try statement.bind(4, system.number)
      try statement.bind(5, system.definition)
      _ = try statement.step()
      statement.reset()
    }
  }

  private func writeExtensions(_ database: SQLiteDatabase) throws {
    let statement = try SQLiteStatement(database, "INSERT INTO gpkg_extensions VALUES (?, NULL, ?, ?, 'read-write')")
    for (table, name) in [
      ("gpkg_data_columns", "schema"), ("gpkg_data_column_constraints", "schema"), ("gpkg_metadata", "metadata"),
      ("gpkg_metadata_reference", "metadata"),
    ] {
      try statement.bind(1, table)
      try statement.bind(2, "gpkg_\(name)")
      try statement.bind(3, GeoPackageSchema.definition(name))
      _ = try statement.step()
      statement.reset()
    }
  }

  private func write(_ provenance: String, _ changed: String, _ database: SQLiteDatabase) throws {
    let text = try SQLiteStatement(
      database,
      "INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://purl.org/dc/terms/provenance', 'text/plain', ?)")
    try text.bind(1, provenance)
    _ = try text.step()
    let reference = try SQLiteStatement(
      database, "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, 1, NULL)")
    try reference.bind(1, changed)
    _ = try reference.step()
  }
}
