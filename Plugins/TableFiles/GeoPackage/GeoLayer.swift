import WorkbenchKit

/// A layer of a GeoPackage: a table or a view, with or without places.
struct GeoLayer: Sendable, Hashable {
  /// What a layer says it is.
  enum Kind: String, Sendable {
    /// Its rows have a place.
    case features
    /// Its rows are figures only.
    case attributes
  }

  /// The column in which the places stand.
  struct Geometry: Sendable, Hashable {
    /// What the column is called.
    let column: String
    /// As it is registered: `POLYGON`, `MULTIPOLYGON`, `POINT`, `GEOMETRY`.
    let type: String
    /// The number that the reference system has in the file.
    let system: Int
    /// The number of the reference system by EPSG; nil where it has none.
    let epsg: Int?
    /// What the reference system is called; empty where the file does not say.
    let systemName: String
  }

  /// What it is called, as it is typed.
  let name: String
  /// What it says it is.
  let kind: Kind
  /// Whether its rows are worked out of other tables.
  let isView: Bool
  /// The columns that are read, in their order, that of the places left out.
  let columns: [String]
  /// Where the places stand; nil where there are none.
  let geometry: Geometry?
  /// How many rows it has; nil where they cannot be counted, or were not.
  var rows: Int?
}
