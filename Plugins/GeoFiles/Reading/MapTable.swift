import Layers
import WorkbenchKit

/// Puts the figures and the places of a layer together.
struct MapTable {
  private let file: MapFile
  private let layer: ToldLayer
  private let rows: RowReader

  init(_ file: MapFile, _ layer: ToldLayer, _ rows: RowReader) {
    self.file = file
    self.layer = layer
    self.rows = rows
  }

  /// - Parameters:
  ///   - target: where the table of a shapefile lies.
  ///   - choice: how that is read.
  ///   - remarks: what has to be said besides.
  /// - Throws: what reading the table of a shapefile throws; `source.damaged` where it has other rows; `column.unknown` where a
  ///   column that is to be a text is not there.
  func table(_ target: SourceTarget, _ choice: SourceChoice, _ remarks: [Notice]) throws -> GeoTable {
    if file.form == .shapefile { return try shapefile(target, choice, remarks) }
    let lists = zip(layer.fields, rows.buffers).filter { $0.0.isList }.map(\.0.name)
    let kept = zip(layer.fields, rows.buffers).filter { !$0.0.isList }.map(\.1)
    let read = GeoTable(kept, rows.outlines, of: layer.layer, epsg: layer.outgoing)
    var table = read.table
    if file.form == .kml { table = Table(columns: table.columns.filter { !DrawingColumn.isOne($0) }) }
    if file.isUndeclared { table = WrittenNumbers.table(table, except: choice.textColumns) }
    return GeoTable(
      try table.asTexts(choice.textColumns), rows.outlines, of: layer.layer, epsg: layer.outgoing,
      notices: remarks + MapRemarks.lists(lists) + read.notices)
  }

  /// The figures of a shapefile are those that its dBASE table has when it is read by itself.
  private func shapefile(_ target: SourceTarget, _ choice: SourceChoice, _ remarks: [Notice]) throws -> GeoTable {
    var asked = choice
    asked.item = nil
    guard let figures = try target.tableBeside("dbf", asked) else { throw MapProblem(file.path).noTable() }
    guard figures.table.rowCount == rows.rows else {
      throw MapProblem(file.path).unequal(shapes: rows.rows, rows: figures.table.rowCount)
    }
    let places = LayerRemarks(kept: [], leftOut: [], outlines: rows.outlines)
    return GeoTable(
      figures.table, rows.outlines, of: layer.layer, epsg: layer.outgoing,
      notices: remarks + figures.notices + places.notices)
  }
}
