import WorkbenchKit

/// `to gpkg`: each table of a result as a layer, joined by code to the outlines of the result's map, or of the workspace.
struct GeoPackageSink: ResultSink {
  let form = "gpkg"

  func write(_ result: WrittenResult, in context: Context) throws -> SinkFile {
    var tables = result.blocks.compactMap { block -> Table? in if case .table(let table) = block { table } else { nil }
    }
    let maps = result.blocks.compactMap { block -> AreaMap? in if case .map(let map) = block { map } else { nil } }
    // A map that stands alone has its figures in itself.
    if tables.isEmpty { tables = maps.map { $0.table(context.language) } }
    guard !tables.isEmpty else { throw WrittenResult.noTable }
    var outlines = maps.map(KeptOutlines.init)
    for name in context.workspace.names(.tables) where outlines.isEmpty || maps.isEmpty {
      guard name.contains("geometry"), let table = try context.workspace.table(name) else { continue }
      if let kept = try KeptOutlines(table, context.checkInterrupt) { outlines.append(kept) }
    }
    var without: [Text] = []
    let layers = tables.enumerated().map { index, table -> WrittenLayer in
      let name = table.title?(context.language) ?? (index == 0 ? result.name : "")
      guard let (codes, kept) = Self.joined(table, outlines) else {
        without.append(.verbatim("'\(name)'"))
        return WrittenLayer(name: name, table: table)
      }
      return WrittenLayer(
        name: name, table: table, polygons: kept.polygons(of: codes), coordinates: kept.coordinates)
    }
    let year = result.inputs.compactMap(\.year).max() ?? 2000
    let bytes = try GeoPackageWriter(language: context.language).bytes(
      layers,
      provenance: result.origin(context.language).map { $0.filter { !$0.isEmpty }.joined(separator: ": ") }
        .joined(separator: "\n"),
      changed: "\(year)-01-01T00:00:00.000Z", interrupt: context.checkInterrupt)
    return SinkFile(
      bytes, what: Text.counted(layers.count, Text(nl: "laag", en: "layer"), Text(nl: "lagen", en: "layers")),
      notices: Self.remarks(without, of: layers))
  }

  /// The codes of a table's rows with the outlines that most of them have; nil where none has one.
  private static func joined(_ table: Table, _ outlines: [KeptOutlines]) -> (codes: [String?], kept: KeptOutlines)? {
    var best: (count: Int, codes: [String?], kept: KeptOutlines)?
    for column in table.columns {
      guard let codes = column.texts else { continue }
      for kept in outlines {
        let count = kept.count(of: codes)
        if count > best?.count ?? 0 { best = (count, codes, kept) }
      }
    }
    return best.map { ($0.codes, $0.kept) }
  }

  private static func remarks(_ without: [Text], of layers: [WrittenLayer]) -> [Notice] {
    guard !without.isEmpty else { return [] }
    let names = Text.joined(without)
    return [
      Notice(
        .caution,
        Text(
          nl: "zonder grenzen: \(names.nl) heeft geen kolom met codes van gebieden waarvan de grenzen hier bekend zijn",
          en: "without outlines: \(names.en) has no column with codes of areas whose outlines are known here"))
    ]
  }
}

extension WrittenResult {
  /// What a layer is called whose table has no title: the first word of the line.
  fileprivate var name: String { line.split(separator: " ").prefix(2).joined(separator: "_") }
}

extension AreaMap {
  /// The areas of the map with their values.
  fileprivate func table(_ language: Language) -> Table {
    var values = Column.numbers("value", areas.map(\.value), label: label, unit: unit, format: format)
    for (row, area) in areas.enumerated() { if let sign = area.withheld { values.withheld[row] = sign } }
    return Table(
      title: title, columns: [.texts("code", areas.map(\.code)), .texts("name", areas.map(\.name)), values])
  }
}
