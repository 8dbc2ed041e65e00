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
  /// - Throws: what reading the table of a shapefile throws; `source.damaged` where it has other rows.
  func table(_ target: SourceTarget, _ choice: SourceChoice, _ remarks: [Notice]) throws -> GeoTable {
    if file.form == .shapefile { return try shapefile(target, choice, remarks) }
    let lists = zip(layer.fields, rows.buffers).filter { $0.0.isList }.map(\.0.name)
    let kept = zip(layer.fields, rows.buffers).filter { !$0.0.isList }.map(\.1)
    let read = GeoTable(kept, rows.outlines, of: layer.layer, epsg: layer.outgoing)
    var columns = read.table.columns
    if file.form == .kml { columns.removeAll(where: Self.isOfTheForm) }
    if file.isUndeclared { columns = columns.map { WrittenNumbers.column($0) } }
    return GeoTable(
      try Self.withTexts(choice, Table(columns: columns)), rows.outlines, of: layer.layer, epsg: layer.outgoing,
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

  /// What `--text` asked for, of columns that came as numbers.
  private static func withTexts(_ choice: SourceChoice, _ table: Table) throws -> Table {
    let names = Set(try choice.textColumns.map { try table.require($0).name })
    return Table(
      columns: table.columns.map { column in
        guard names.contains(column.name), let numbers = column.numbers else { return column }
        return Column(
          column.name, .texts(numbers.map { $0.isNaN ? nil : NumberText.shortest($0) }), label: column.label)
      })
  }

  /// What KML says of how a thing is drawn, which GDAL gives as columns although the file has none of it.
  private static let drawing: Set = [
    "timestamp", "begin", "end", "altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon",
  ]

  private static func isOfTheForm(_ column: Column) -> Bool {
    if column.name == "description" || column.name == "Name" { return column.texts?.allSatisfy { $0 == nil } ?? false }
    guard drawing.contains(column.name) else { return false }
    if let numbers = column.numbers { return numbers.allSatisfy { $0.isNaN || $0 == -1 || $0 == 0 } }
    return column.texts?.allSatisfy { $0 == nil } ?? false
  }
}
