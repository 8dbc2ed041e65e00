import WorkbenchKit

extension GeoJSONFeatures {
  /// The outlines or points that a source took out of a file, with the columns beside them; nil where it took none.
  init?(_ sourced: SourcedTable) {
    guard let shapes = sourced.features else { return nil }
    let table = sourced.table
    var properties = FeatureProperties()
    properties.set(table)
    self.init(
      features: (0..<table.rowCount).map { row in
        let polygons = shapes.polygons.indices.contains(row) ? shapes.polygons[row] : []
        let point = shapes.points.indices.contains(row) ? shapes.points[row] : nil
        return Feature(
          polygons: polygons.map { $0.map { $0.map { Ring.Point(x: $0.x, y: $0.y) } } },
          point: point.map { Ring.Point(x: $0.x, y: $0.y) })
      },
      properties: properties)
  }
}
