import WorkbenchKit

/// A table that becomes a layer of a GeoPackage.
struct WrittenLayer: Sendable {
  /// What the layer is called for people; the writer makes a name of a table of it.
  let name: String
  /// The figures.
  let table: Table
  /// Of each row its polygons, each of its outline and then its holes; nil for a layer without places.
  let polygons: [[[[AreaMap.Point]]]]?
  /// In what the points are measured.
  let coordinates: AreaMap.Coordinates

  /// Makes a layer of polygons, or without places.
  init(
    name: String, table: Table, polygons: [[[[AreaMap.Point]]]]? = nil, coordinates: AreaMap.Coordinates = .rd
  ) {
    self.name = name
    self.table = table
    self.polygons = polygons
    self.coordinates = coordinates
  }

  /// Makes a layer of rings of which nobody said what is outline and what is hole, as the areas of a map have them.
  init(name: String, table: Table, rings: [[[AreaMap.Point]]], coordinates: AreaMap.Coordinates) {
    self.init(name: name, table: table, polygons: rings.map(RingNesting.polygons), coordinates: coordinates)
  }
}
