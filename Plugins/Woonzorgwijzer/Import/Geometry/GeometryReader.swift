import WorkbenchKit

/// Reads GeoJSON polygons (RFC 7946, or in metres of RD or of the web's maps) with the code of an area among their properties.
///
/// Of each area all features count together; its water is left out. What the features say besides, a table of key figures can
/// be made of: see `FeatureFigures`.
struct GeometryReader {
  let file: ReadFile
  let scope: Scope
  let evidence: Evidence
  let codebook: Codebook
  /// Whether the figures among the properties are wanted too.
  var withFigures = false

  /// The land of one area.
  private struct Outline {
    let code: String
    /// The features it was put together of; the first tells of it.
    var features: [Int]
    var polygons: [GeoJSONFeatures.Polygon]
  }

  /// - Parameter document: after the guard has been over its properties.
  /// - Throws: `import.unrecognised`, `geometry.coordinates`, `area.unknown`, `import.nothing`, `argument.missing` where
  ///   figures are wanted and no year is known.
  func read(_ document: GeoJSONFeatures, year given: Int?) throws -> [Imported] {
    guard let features = document.features, !features.isEmpty else { throw unrecognised([]) }
    let properties = document.properties
    let codes = FeatureCodes(properties)
    guard codes.property != nil else { throw unrecognised(properties.all.map(\.name)) }
    let withSurface = features.indices.filter { codes.codes[$0] != nil && !features[$0].polygons.isEmpty }
    if withSurface.isEmpty { throw unrecognised(properties.all.map(\.name)) }
    let municipalities = withSurface.compactMap { row -> (String, String)? in
      guard let code = codes.codes[row], AreaLevel(code: code) == .gemeente else { return nil }
      return FeatureNames.name(of: row, .gemeente, in: properties).map { (code, $0) }
    }
    let only = try scope.code(among: Dictionary(municipalities, uniquingKeysWith: { first, _ in first }))
    var counts = ImportCounts()
    let (outlines, system) = try outlines(features, codes.codes, only, FeatureWater.flags(properties), &counts)
    if outlines.isEmpty { throw ImportProblem.nothing(file.name, scope) }
    counts.read = outlines.count
    for outline in outlines { if let level = AreaLevel(code: outline.code) { counts.levels[level, default: 0] += 1 } }
    remark(on: outlines.map { ($0.code, $0.polygons) }, &counts)
    let figures = FeatureFigures(
      properties, codes: codes, areas: outlines.map { ($0.code, $0.features) }, file: file, evidence: evidence,
      only: only, codebook: codebook)
    let years = outlines.map { figures.year($0.features[0]) ?? given }
    let table = Table(
      title: Text(nl: "Grenzen", en: "Boundaries"),
      columns: [
        .texts("code", outlines.map(\.code)),
        .texts(
          "name", outlines.map { FeatureNames.name(of: $0.features[0], AreaLevel(code: $0.code), in: properties) }),
        .texts("level", outlines.map { AreaLevel(code: $0.code)?.rawValue }),
        .numbers("year", years.map { $0.map(Double.init) ?? .nan }, format: .plain),
        .texts("crs", outlines.map { _ in system.rawValue }),
        .texts("polygons", outlines.map { GeoJSONFeatures.text(of: $0.polygons) }),
      ])
    let commonYear = Set(years).count == 1 ? years.first ?? nil : nil
    let record = ImportRecord(
      kind: .geometry, file: file, year: commonYear, only: only, columns: ["polygons"], evidence: evidence)
    var imported = [Imported(name: ImportedTables.geometry, table: table, record: record, counts: counts)]
    if withFigures {
      imported += try figures.read(year: given)
    } else {
      imported[0].counts.columns = figures.accounts
    }
    if let given, let said = commonYear, said != given {
      imported[0].counts.remarks.append(ImportProblem.yearDiffers(given: given, said: said, by: .file))
    }
    return imported
  }

  /// The land of each area in the Netherlands that is wanted; what is left out is counted.
  private func outlines(
    _ features: [GeoJSONFeatures.Feature], _ codes: [String?], _ only: String?, _ water: [Bool]?,
    _ counts: inout ImportCounts
  ) throws -> ([Outline], KeptCoordinates) {
    var candidates: [(row: Int, code: String)] = []
    for row in features.indices {
      guard let code = codes[row], !features[row].polygons.isEmpty else {
        counts.leaveOut("\(row + 1)")
        continue
      }
      if let only, !AreaCode.holds(only, code) {
        counts.outside += 1
      } else if water?[row] == true {
        counts.water += 1
      } else {
        candidates.append((row, code))
      }
    }
    guard !candidates.isEmpty else { return ([], .wgs84) }
    guard let places = DutchCoordinates(candidates.map { features[$0.row].polygons }) else { throw notDutch() }
    if let remark = places.remark { counts.remarks.append(remark) }
    var outlines: [Outline] = []
    var known: [String: Int] = [:]
    for (place, candidate) in candidates.enumerated() {
      guard places.fits[place] else {
        let why = Text(nl: "ligt niet in Nederland", en: "does not lie in the Netherlands")
        counts.leaveOut(
          Text(
            nl: "\(candidate.row + 1) (\(candidate.code) \(why.nl))",
            en: "\(candidate.row + 1) (\(candidate.code) \(why.en))"))
        continue
      }
      let polygons = features[candidate.row].polygons.map(places.converted)
      if let outline = known[candidate.code] {
        outlines[outline].features.append(candidate.row)
        outlines[outline].polygons += polygons
      } else {
        known[candidate.code] = outlines.count
        outlines.append(Outline(code: candidate.code, features: [candidate.row], polygons: polygons))
      }
    }
    let joined = outlines.filter { $0.features.count > 1 }
    if !joined.isEmpty {
      let parts = Text.count(joined.reduce(0) { $0 + $1.features.count })
      let areas = Text.counted(joined.count, Text(nl: "gebied", en: "area"), Text(nl: "gebieden", en: "areas"))
      let list = Text.list(joined.map(\.code), atMost: 3)
      counts.remarks.append(
        Text(
          nl: "\(parts.nl) onderdelen met dezelfde code zijn samengevoegd tot \(areas.nl): \(list.nl)",
          en: "\(parts.en) features with the same code were joined into \(areas.en): \(list.en)"))
    }
    return (outlines, places.kept)
  }

  private func notDutch() -> Diagnostic {
    Diagnostic(
      "geometry.coordinates",
      Text(
        nl: "de coördinaten in '\(file.name)' liggen niet in Nederland, als graden (WGS84) noch als meters (RD)",
        en: "the coordinates in '\(file.name)' do not lie in the Netherlands, as degrees (WGS84) nor as metres (RD)"),
      wayOut: Text(
        nl: "zet het bestand om naar EPSG:4326 of EPSG:28992; er is niets ingelezen",
        en: "convert the file to EPSG:4326 or EPSG:28992; nothing was imported"))
  }

  private func remark(on taken: [(code: String, polygons: [GeoJSONFeatures.Polygon])], _ counts: inout ImportCounts) {
    let degenerate = taken.filter { $0.polygons.contains { $0.contains(where: Ring.isDegenerate) } }.map(\.code)
    let touching = taken.filter { $0.polygons.contains { $0.contains(where: Ring.touchesItself) } }.map(\.code)
    if !degenerate.isEmpty {
      let list = Text.list(degenerate, atMost: 3)
      let areas = Text.counted(degenerate.count, Text(nl: "gebied", en: "area"), Text(nl: "gebieden", en: "areas"))
      counts.remarks.append(
        Text(
          nl: "ringen zonder oppervlak of met dubbele punten in \(areas.nl) (\(list.nl)); bewaard zoals ze zijn",
          en: "rings without surface or with repeated points in \(areas.en) (\(list.en)); kept as they are"))
    }
    if !touching.isEmpty {
      let list = Text.list(touching, atMost: 3)
      let what = Text.counted(
        touching.count,
        Text(nl: "grens raakt of kruist zichzelf", en: "boundary touches or crosses itself"),
        Text(nl: "grenzen raken of kruisen zichzelf", en: "boundaries touch or cross themselves"))
      counts.remarks.append(
        Text(
          nl: "\(what.nl) (\(list.nl)); bewaard zoals ze zijn", en: "\(what.en) (\(list.en)); kept as they are"))
    }
  }

  private func unrecognised(_ found: [String]) -> Diagnostic {
    FileKind.unrecognised(file.name, header: found, wanted: "geometry")
  }
}

extension DutchCoordinates {
  /// What was done with the coordinates; nil where they were kept as they came.
  var remark: Text? {
    var parts: [Text] = []
    if areTurned {
      parts.append(
        Text(
          nl: "de coördinaten staan er verwisseld (breedte voor lengte, y voor x) en zijn omgedraaid",
          en: "the coordinates stand the wrong way round (latitude before longitude, y before x) and were turned"))
    }
    if system == .webMercator {
      parts.append(
        Text(
          nl: "de coördinaten zijn omgerekend van webkaart-meters (EPSG:3857) naar graden",
          en: "the coordinates were converted from metres of web maps (EPSG:3857) to degrees"))
    }
    return parts.isEmpty ? nil : .joined(parts, by: "; ")
  }
}
