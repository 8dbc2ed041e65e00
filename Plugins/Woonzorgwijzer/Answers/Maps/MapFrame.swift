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
  /// Areas whose outline is of another place.
  let changed: [OutlineChanges.Changed]
  let changes: OutlineChanges

  /// - Parameters:
  ///   - asked: nil takes the finest level of which there are outlines in the place.
  ///   - sameCodes: whether outlines count whose code names another place in their year.
  /// - Throws: `geometry.none`, `geometry.year` where all outlines are of other places.
  init(
    _ asked: AreaLevel?, levelAt levelPlace: Place?, within outer: Area?, at place: Place?,
    sameCodes: Bool, _ atlas: Atlas, _ workspace: WorkspaceHandle
  ) throws {
    guard var outlines = try AreaOutlines.load(workspace) else { throw Self.noOutlines(nil, at: place) }
    let level = try asked ?? Self.finest(outlines, atlas, outer, at: place)
    let areas = Self.areas(level, outer, atlas, outlines)
    let known = Set(areas.flatMap(\.members))
    extra = outlines.codes(level) { code in
      !known.contains(code) && (outer.map { atlas.holds($0, code) } ?? true)
    }
    guard known.contains(where: { outlines.rows[$0] != nil }) || !extra.isEmpty else {
      throw Self.noOutlines(level, at: levelPlace)
    }
    changes = OutlineChanges(atlas, sameCodes: sameCodes)
    changed = areas.flatMap(\.places).compactMap { [changes, outlines] place in
      outlines.rows[place.code].flatMap { changes.change(place, year: $0.year, name: $0.name) }
    }
    outlines = outlines.without(Set(changed.filter(changes.leavesOut).map(\.code)))
    guard known.contains(where: { outlines.rows[$0] != nil }) || !extra.isEmpty else {
      throw Self.otherPlaces(changed, at: place)
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

  private static func otherPlaces(_ changed: [OutlineChanges.Changed], at place: Place?) -> Diagnostic {
    let list = Text.joined(
      changed.prefix(3).map {
        Text(nl: "\($0.name) (\($0.code), \($0.how.nl))", en: "\($0.name) (\($0.code), \($0.how.en))")
      }, by: ", ")
    return Diagnostic(
      "geometry.year",
      Text(
        nl: "alle grenzen daar zijn van een ander gebied dan de codes nu noemen: \(list.nl)",
        en: "all boundaries there are of another area than the codes name now: \(list.en)"),
      wayOut: Text(
        nl: "lees de grenzen van het jaar van de kerncijfers in, of neem ze toch met --same-codes",
        en: "import the boundaries of the key figures' year, or take these all the same with --same-codes"),
      suggestion: "--same-codes", place: place)
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
