import WorkbenchKit

/// The tables of a result, each joined by a column of codes to the outlines of the result's map, or of the workspace.
struct OutlinedTables {
  /// In the order of the result; without outlines where no column has codes that are known.
  let layers: [WrittenLayer]

  /// - Throws: `stage.notable` where there is neither a table nor a map; `json.syntax` where outlines are damaged.
  init(_ result: WrittenResult, in context: Context) throws {
    var tables = result.blocks.compactMap { block -> Table? in if case .table(let table) = block { table } else { nil }
    }
    let maps = result.blocks.compactMap { block -> AreaMap? in if case .map(let map) = block { map } else { nil } }
    // A map that stands alone has its figures in itself.
    if tables.isEmpty { tables = maps.map(\.table) }
    guard !tables.isEmpty else { throw WrittenResult.noTable }
    var outlines = maps.map(KeptOutlines.init)
    if maps.isEmpty {
      for name in context.workspace.names(.tables) where name.contains("geometry") {
        guard let table = try context.workspace.table(name) else { continue }
        if let kept = try KeptOutlines(table, context.checkInterrupt) { outlines.append(kept) }
      }
    }
    layers = tables.enumerated().map { index, table in
      let name = table.title?(context.language) ?? (index == 0 ? result.name : "")
      guard let (codes, kept) = Self.joined(table, outlines) else { return WrittenLayer(name: name, table: table) }
      return WrittenLayer(name: name, table: table, polygons: kept.polygons(of: codes), coordinates: kept.coordinates)
    }
  }

  /// What has to be said of layers without outlines.
  static func remarks(on layers: [WrittenLayer], _ language: Language) -> [Notice] {
    let without = layers.filter { $0.polygons == nil }.map { Text.verbatim("'\($0.name)'") }
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
}

extension WrittenResult {
  /// What a layer is called whose table has no title: how the line begins.
  fileprivate var name: String { line.split(separator: " ").prefix(2).joined(separator: "_") }
}

extension AreaMap {
  /// The areas of the map with their values.
  fileprivate var table: Table {
    var values = Column.numbers("value", areas.map(\.value), label: label, unit: unit, format: format)
    for (row, area) in areas.enumerated() { if let sign = area.withheld { values.withheld[row] = sign } }
    return Table(
      title: title, columns: [.texts("code", areas.map(\.code)), .texts("name", areas.map(\.name)), values])
  }
}
