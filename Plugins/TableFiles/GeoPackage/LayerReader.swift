import CSQLite
import WorkbenchKit

/// Reads the rows of one layer.
struct LayerReader {
  /// What of a layer is kept at most.
  struct Limits: Sendable {
    /// As many as a sheet may hold.
    var cells = 64_000_000
    /// A gigabyte of coordinates.
    var points = 1 << 26
    var textBytes = 1 << 30
  }

  private let database: SQLiteDatabase
  private let layer: GeoLayer
  private let limits: Limits

  init(_ database: SQLiteDatabase, _ layer: GeoLayer, limits: Limits = Limits()) {
    self.database = database
    self.layer = layer
    self.limits = limits
  }

  /// Reads all rows.
  ///
  /// - Parameters:
  ///   - labels: what columns are called for people, by their name in small letters.
  ///   - withGeometry: whether the places are wanted.
  /// - Throws: `SQLiteFailure`, of the kind `large` where it is more than is kept.
  func read(labels: [String: String], withGeometry: Bool) throws -> GeoTable {
    let name = SQLiteStatement.quoted(layer.name)
    let place = withGeometry ? layer.geometry : nil
    let all = LayerColumn.all(
      of: try SQLiteStatement(database, "SELECT * FROM \(name) LIMIT 0"), geometry: layer.geometry?.column)
    let columns = all.filter { !$0.isBinary }
    // Only what is wanted is asked for: bytes that nobody reads are most of a file.
    let asked = columns.map(\.name) + (place.map { [$0.column] } ?? [])
    let statement = try SQLiteStatement(
      database,
      "SELECT \(asked.isEmpty ? "1" : asked.map(SQLiteStatement.quoted).joined(separator: ", ")) FROM \(name)")

    var buffers = columns.map { ColumnBuffer($0) }
    var outlines = place.map { OutlineColumn(system: $0.system, most: limits.points) }
    var rows = 0
    var textBytes = 0
    while try statement.step() {
      rows += 1
      guard rows <= limits.cells / max(asked.count, 1) else { throw Self.tooLarge }
      for index in buffers.indices { textBytes += buffers[index].append(statement, Int32(index)) }
      guard textBytes <= limits.textBytes else { throw Self.tooLarge }
      if outlines != nil {
        do { try statement.withBytes(Int32(buffers.count)) { try outlines?.append($0) } } catch is GeometryProblem {
          throw Self.tooLarge
        }
      }
    }

    let kept = buffers.filter { !$0.isOnlyBinary }
    let remarks = LayerRemarks(
      kept: kept, leftOut: all.filter(\.isBinary).map(\.name) + buffers.filter(\.isOnlyBinary).map(\.name),
      outlines: outlines)
    let named = kept.enumerated().map { number, buffer in
      var column = buffer.column(label: labels[buffer.name.lowercased()].map(Text.verbatim))
      if column.name.isEmpty { column.name = "kolom_\(number + 1)" }
      return column
    }
    let arePoints = outlines.map { !$0.hasPolygons && ($0.hasPoints || layer.geometry?.type == "POINT") } ?? false
    return GeoTable(
      table: Table(columns: named), polygons: arePoints ? nil : outlines?.polygons,
      points: outlines.flatMap { $0.hasPoints ? $0.points : nil }, epsg: place?.epsg, layer: layer.name,
      notices: remarks.notices)
  }

  private static let tooLarge = SQLiteFailure(.large, "more than is kept")
}
