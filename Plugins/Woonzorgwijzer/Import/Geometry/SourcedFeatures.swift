import WorkbenchKit

extension SourceFeatures {
  /// Those that are known here: RD, degrees, the web's maps; 0 where the file does not say.
  private static let known = [0, 28992, 4326, 4258, 3857, 7415]

  /// - Throws: `source.crs` for coordinates of another system.
  func checkSystem(_ file: String) throws {
    guard !Self.known.contains(epsg) else { return }
    throw Diagnostic(
      "source.crs",
      Text(
        nl: "de coördinaten in '\(file)' zijn van EPSG:\(epsg), dat hier niet omgerekend wordt",
        en: "the coordinates in '\(file)' are of EPSG:\(epsg), which is not converted here"),
      wayOut: Text(
        nl: "bewaar de laag in QGIS in EPSG:28992 (RD), of met: ogr2ogr -t_srs EPSG:28992",
        en: "save the layer in QGIS in EPSG:28992 (RD), or by: ogr2ogr -t_srs EPSG:28992"))
  }
}

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
