import WorkbenchKit

/// What was read of one layer: its figures, its places, and what has to be said about them.
public struct GeoTable: Sendable {
  /// The figures.
  public let table: Table
  /// Of each row its polygons, each of its outline and then its holes; none where a row has no outline. Nil where the layer has no
  /// places, where they were not asked for, and where they are points.
  public let polygons: [[[[AreaMap.Point]]]]?
  /// Of each row its point; nil where no row has one.
  public let points: [AreaMap.Point?]?
  /// The number of the reference system by EPSG; nil where it has none. The coordinates are those of the file.
  public let epsg: Int?
  /// The layer that was read.
  public let layer: String
  /// What has to be said.
  public let notices: [Notice]

  /// Puts together what was read of a layer's rows.
  ///
  /// - Parameters:
  ///   - buffers: its columns; those that hold nothing but bytes are left out, and that is said.
  ///   - outlines: its places; nil where it has none, or they were not asked for.
  ///   - layer: which one it was.
  ///   - epsg: the reference system of the places as they were read.
  ///   - leftOut: columns that were not read at all.
  ///   - labels: what columns are called for people, by their name in small letters.
  public init(
    _ buffers: [ColumnBuffer], _ outlines: OutlineColumn?, of layer: GeoLayer, epsg: Int?, leftOut: [String] = [],
    labels: [String: String] = [:]
  ) {
    let kept = buffers.filter { !$0.isOnlyBinary }
    let remarks = LayerRemarks(
      kept: kept, leftOut: leftOut + buffers.filter(\.isOnlyBinary).map(\.name), outlines: outlines)
    let named = kept.enumerated().map { number, buffer in
      var column = buffer.column(label: labels[buffer.name.lowercased()].map(Text.verbatim))
      if column.name.isEmpty { column.name = "kolom_\(number + 1)" }
      return column
    }
    self.init(
      Table(columns: named), outlines, of: layer, epsg: epsg, notices: remarks.notices)
  }

  /// Puts places beside a table that was read elsewhere, with as many rows.
  public init(_ table: Table, _ outlines: OutlineColumn?, of layer: GeoLayer, epsg: Int?, notices: [Notice]) {
    let arePoints = outlines.map { !$0.hasPolygons && ($0.hasPoints || layer.geometry?.type == "POINT") } ?? false
    self.table = table
    polygons = arePoints ? nil : outlines?.polygons
    points = outlines.flatMap { $0.hasPoints ? $0.points : nil }
    self.epsg = epsg
    self.layer = layer.name
    self.notices = notices
  }

  /// As a source gives it.
  ///
  /// - Parameter item: which of the file's it is; nil where there is but one.
  public func sourced(item: Text?) -> SourcedTable {
    var features: SourceFeatures?
    if polygons != nil || points != nil {
      features = SourceFeatures(polygons: polygons ?? [], points: points ?? [], epsg: epsg ?? 0)
    }
    return SourcedTable(table, item: item, notices: notices, features: features)
  }
}
