import WorkbenchKit

/// What was read of one layer: its figures, its places, and what has to be said about them.
struct GeoTable: Sendable {
  /// The figures.
  let table: Table
  /// Of each row its polygons, each of its outline and then its holes; none where a row has no outline. Nil where the layer has no
  /// places, where they were not asked for, and where they are points.
  let polygons: [[[[AreaMap.Point]]]]?
  /// Of each row its point; nil where no row has one.
  let points: [AreaMap.Point?]?
  /// The number of the reference system by EPSG; nil where it has none. The coordinates are those of the file.
  let epsg: Int?
  /// The layer that was read.
  let layer: String
  /// What has to be said.
  let notices: [Notice]
}
