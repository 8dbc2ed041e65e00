import WorkbenchKit

/// The areas that a map shows, and their outlines.
struct MapFrame {
  let outlines: AreaOutlines
  let level: AreaLevel
  let outer: Area?
  let areas: [Area]
  /// The codes of the areas.
  let known: Set<String>
  /// Codes that have an outline in the place, and no figures.
  let extra: [String]

  /// - Parameter asked: nil takes the finest level of which there are outlines in the place.
  /// - Throws: `geometry.none`.
  init(
    _ asked: AreaLevel?, levelAt levelPlace: Place?, within outer: Area?, at place: Place?, _ atlas: Atlas,
    _ workspace: WorkspaceHandle
  ) throws {
    guard let outlines = try AreaOutlines.load(workspace) else { throw Self.noOutlines(nil, at: place) }
    let level = try asked ?? Self.finest(outlines, atlas, outer, at: place)
    let areas = Self.areas(level, outer, atlas, outlines)
    let known = Set(areas.flatMap(\.members))
    extra = outlines.codes(level) { code in
      !known.contains(code) && (outer.map { atlas.holds($0, code) } ?? true)
    }
    guard known.contains(where: { outlines.rows[$0] != nil }) || !extra.isEmpty else {
      throw Self.noOutlines(level, at: levelPlace)
    }
    self.outlines = outlines
    self.level = level
    self.outer = outer
    self.areas = areas
    self.known = known
  }

  /// Where the outlines come from.
  func origin(in workspace: WorkspaceHandle) throws -> FigureOrigin {
    var origin = FigureOrigin()
    let used = Set(known.union(extra).compactMap { outlines.rows[$0]?.record })
    for (index, record) in try ImportedTables.records(of: ImportedTables.geometry, in: workspace).enumerated()
    where used.contains(index) {
      origin.add(record, columns: ["geometry"])
    }
    return origin
  }

  /// The finest level of which there are outlines in the place.
  private static func finest(_ outlines: AreaOutlines, _ atlas: Atlas, _ outer: Area?, at place: Place?) throws
    -> AreaLevel
  {
    for level in [AreaLevel.buurt, .wijk, .gemeente] {
      let codes = outlines.codes(level) { code in outer.map { atlas.holds($0, code) } ?? true }
      if !codes.isEmpty { return level }
    }
    throw noOutlines(nil, at: place)
  }

  /// The areas of a level; where no place is given, those of the municipalities of which there are outlines.
  private static func areas(_ level: AreaLevel, _ outer: Area?, _ atlas: Atlas, _ outlines: AreaOutlines) -> [Area] {
    let all = atlas.areas(level, within: outer)
    guard outer == nil, level == .buurt || level == .wijk else { return all }
    let drawn = Set(outlines.codes(level) { _ in true }.compactMap(AreaCode.municipality))
    return all.filter { area in AreaCode.municipality(of: area.code).map(drawn.contains) ?? false }
  }

  private static func noOutlines(_ level: AreaLevel?, at place: Place?) -> Diagnostic {
    let what = level.map { Text(nl: " van het niveau \($0.label.nl)", en: " of the level \($0.label.en)") }
    return Diagnostic(
      "geometry.none",
      Text(
        nl: "er zijn daar geen grenzen\(what?.nl ?? "") ingelezen",
        en: "no boundaries\(what?.en ?? "") have been imported there"),
      wayOut: Text(
        nl: "lees een GeoJSON-bestand in met 'wzw import BESTAND'", en: "import a GeoJSON file with 'wzw import FILE'"),
      place: place)
  }
}
