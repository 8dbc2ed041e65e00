import WorkbenchKit

/// The tables of a result, each joined by a column of codes to the outlines that the line names, else to those of the result's map, or
/// of the workspace.
struct OutlinedTables {
  /// What a line can say of them.
  struct Arguments: ArgumentGroup {
    let outlines = Argument(
      flag: "outlines", .table,
      about: Text(
        nl:
          "grenzen om de rijen bij te zoeken, op code: een bestand of laag (gpkg, geojson, shp), een tabel zoals wzw.geometry, of $naam van een kaart",
        en:
          "outlines that the rows are joined to by code: a file or layer (gpkg, geojson, shp), a table such as wzw.geometry, or $name of a map"
      ),
      candidates: { context in
        context.workspace.outlineSets.map {
          Candidate($0, Text(nl: "grenzen in de werkruimte", en: "outlines in the workspace"))
        }
      })
  }

  static let arguments = Arguments()

  /// In the order of the result; without outlines where no column has codes that are known.
  let layers: [WrittenLayer]
  /// What has to be said of how they were joined.
  let notices: [Notice]
  /// Where outlines came from that the line names, a line a row.
  let origin: [[String]]

  /// - Throws: `stage.notable` where there is neither a table nor a map; `json.syntax` where outlines are damaged; what finding and
  ///   joining those that the line names throws.
  init(_ result: WrittenResult, _ given: Given<Arguments>, in context: Context) throws {
    var tables = result.blocks.compactMap { block -> Table? in if case .table(let table) = block { table } else { nil }
    }
    let maps = result.blocks.compactMap { block -> AreaMap? in if case .map(let map) = block { map } else { nil } }
    // A map that stands alone has its figures in itself.
    if tables.isEmpty { tables = maps.map(\.table) }
    guard !tables.isEmpty else { throw WrittenResult.noTable }
    let named = tables.enumerated().map { index, table in
      (name: table.title?(context.language) ?? (index == 0 ? result.name : ""), table: table)
    }
    guard let reference = given.outlines else {
      layers = try Self.known(named, maps, in: context)
      notices = Self.remarks(on: layers)
      origin = []
      return
    }
    do {
      let set = try OutlineSet.named(reference, in: context)
      var said = set.notices
      layers = try Self.joined(named, set, &said, context.checkInterrupt)
      notices = said + Self.remarks(on: layers)
      let (label, file) = (Text(nl: "grenzen", en: "outlines"), context.shown(set.name))
      origin = [[label(context.language), file] + (set.sha256.isEmpty ? [] : ["sha256 \(set.sha256)"])]
    } catch let error as Diagnostic { throw error.at(reference.place) }
  }

  /// Each table with its outlines; of several those that name no areas stay without.
  ///
  /// - Throws: why the first table has none, where none has any.
  private static func joined(
    _ tables: [(name: String, table: Table)], _ set: OutlineSet, _ notices: inout [Notice],
    _ checkInterrupt: () throws -> Void
  ) throws -> [WrittenLayer] {
    var problem: Diagnostic?
    let layers = try tables.map { name, table in
      do {
        let join = try OutlineJoin(table, titled: name, set, checkInterrupt)
        notices += join.notices
        return WrittenLayer(name: name, table: table, polygons: join.polygons, coordinates: set.coordinates)
      } catch let error as Diagnostic where ["to.noarea", "to.nomatch"].contains(error.code) {
        problem = problem ?? error
        return WrittenLayer(name: name, table: table)
      }
    }
    if let problem, layers.allSatisfy({ $0.polygons == nil }) { throw problem }
    return layers
  }

  private static func known(
    _ tables: [(name: String, table: Table)], _ maps: [AreaMap], in context: Context
  ) throws -> [WrittenLayer] {
    var outlines = maps.map(KeptOutlines.init)
    if maps.isEmpty {
      for name in context.workspace.outlineSets {
        guard let table = try context.workspace.table(name) else { continue }
        if let kept = try KeptOutlines(table, context.checkInterrupt) { outlines.append(kept) }
      }
    }
    return tables.map { name, table in
      guard let (codes, kept) = Self.joined(table, outlines) else { return WrittenLayer(name: name, table: table) }
      return WrittenLayer(name: name, table: table, polygons: kept.polygons(of: codes), coordinates: kept.coordinates)
    }
  }

  /// What has to be said of layers without outlines.
  private static func remarks(on layers: [WrittenLayer]) -> [Notice] {
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
  private static func joined(_ table: Table, _ outlines: [KeptOutlines]) -> (codes: Texts, kept: KeptOutlines)? {
    var best: (count: Int, codes: Texts, kept: KeptOutlines)?
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

extension Context {
  /// A text as it may stand in a file: it may hold what is hidden, as any text does.
  fileprivate func shown(_ name: String) -> String {
    text(of: [.paragraph(.verbatim(name))]) { blocks -> String in
      if case .paragraph(let text)? = blocks.first { text(language) } else { "" }
    }
  }
}

extension WrittenResult {
  /// What a layer is called whose table has no title: how the line begins.
  fileprivate var name: String {
    // The folder that a file lay in is nobody else's business.
    line.split(separator: " ").prefix(2).map { $0.split(separator: "/").last ?? $0 }.joined(separator: "_")
  }
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
