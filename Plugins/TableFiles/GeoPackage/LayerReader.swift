import Layers
import WorkbenchKit

/// Reads the rows of one layer.
struct LayerReader {
  private let database: SQLiteDatabase
  private let layer: GeoLayer
  private let limits: LayerLimits

  init(_ database: SQLiteDatabase, _ layer: GeoLayer, limits: LayerLimits = LayerLimits()) {
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

    var buffers = columns.map { ColumnBuffer($0.name, $0.kind) }
    var outlines = place.map { _ in OutlineColumn(most: limits.points) }
    var rows = 0
    var textBytes = 0
    while try statement.step() {
      rows += 1
      guard rows <= limits.cells / max(asked.count, 1) else { throw Self.tooLarge }
      for index in buffers.indices { textBytes += buffers[index].take(statement, Int32(index)) }
      guard textBytes <= limits.textBytes else { throw Self.tooLarge }
      if let place {
        do {
          try statement.withBytes(Int32(buffers.count)) { bytes in
            let (place, isStranger) = GeometryBlob.place(bytes, of: place.system)
            try outlines?.append(place, isStranger: isStranger)
          }
        } catch is GeometryProblem {
          throw Self.tooLarge
        }
      }
    }

    return GeoTable(
      buffers, outlines, of: layer, epsg: place?.epsg, leftOut: all.filter(\.isBinary).map(\.name), labels: labels)
  }

  private static let tooLarge = SQLiteFailure(.large, "more than is kept")
}
