import CSQLite
import Layers

/// A column of a layer as it is declared.
struct LayerColumn: Hashable {
  /// Where it stands in the layer.
  let index: Int32
  /// What it is called.
  let name: String
  /// Which kind of values it is said to hold; SQLite itself does not see to it.
  let kind: CellKind

  /// Whether it holds bytes that are no figure: a picture, or a geometry that is not the layer's own.
  var isBinary: Bool { kind == .binary }

  /// Returns the columns of a layer, that of its places left out.
  static func all(of statement: SQLiteStatement, geometry: String?) -> [LayerColumn] {
    (0..<statement.columnCount).compactMap { index in
      let name = statement.name(index)
      if let geometry, name.lowercased() == geometry.lowercased() { return nil }
      return LayerColumn(index: index, name: name, kind: kind(statement.declaration(index)))
    }
  }

  private static let geometries: Set<Substring> = [
    "GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION",
    "GEOMCOLLECTION", "CIRCULARSTRING", "COMPOUNDCURVE", "CURVEPOLYGON", "MULTICURVE", "MULTISURFACE", "CURVE",
    "SURFACE",
  ]

  /// The kinds of OGC 12-128r18, table 1; a length in brackets makes no difference.
  private static func kind(_ declaration: String?) -> CellKind {
    guard let declaration else { return .undeclared }
    let word = declaration.uppercased().prefix { $0 != "(" && $0 != " " }
    switch word {
    case "BOOLEAN": return .boolean
    case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT", "FLOAT", "DOUBLE", "REAL": return .number
    case "TEXT", "DATE", "DATETIME", "VARCHAR", "CHAR": return .text
    case "BLOB": return .binary
    default: return geometries.contains(word) ? .binary : .undeclared
    }
  }
}

extension ColumnBuffer {
  /// Takes the value of the row in which the statement stands.
  ///
  /// - Returns: how many bytes more its texts take.
  mutating func take(_ statement: SQLiteStatement, _ column: Int32) -> Int {
    let before = textBytes
    switch statement.type(column) {
    case SQLITE_INTEGER: append(whole: statement.integer(column))
    case SQLITE_FLOAT: append(statement.number(column))
    case SQLITE_TEXT: append(statement.text(column))
    case SQLITE_BLOB: appendBinary()
    default: appendMissing()
    }
    return textBytes - before
  }
}
