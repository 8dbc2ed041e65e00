import WorkbenchKit

/// Reads GeoJSON polygons (RFC 7946, or Dutch RD coordinates, EPSG:28992) with the code of an area among their properties.
struct GeometryReader {
  static let properties = [
    "statcode", "statcode_derived", "buurtcode", "bu_code", "wijkcode", "wk_code", "gemeentecode", "gm_code",
    "gwb_code",
    "gwb_code_10", "code",
  ]
  private static let names = [
    "statnaam", "buurtnaam", "bu_naam", "wijknaam", "wk_naam", "gemeentenaam", "gm_naam", "naam", "name", "buurt",
  ]

  let file: ReadFile
  let scope: Scope
  let evidence: Evidence

  /// - Parameter features: after the guard has been over them.
  /// - Throws: `import.unrecognised`, `geometry.coordinates`, `area.unknown`, `import.nothing`.
  func read(_ features: [GeoJSONFeatures.Feature]?, year given: Int?) throws -> [Imported] {
    guard let features, !features.isEmpty else { throw unrecognised([]) }
    var counts = ImportCounts()
    var taken: [(code: String, feature: GeoJSONFeatures.Feature)] = []
    var seen: Set<String> = []
    var withoutCode = 0
    let named = features.map { (feature: $0, code: Self.code(of: $0)) }
    var municipalities: [String: String] = [:]
    for case (let feature, let code?) in named where AreaLevel(code: code) == .gemeente {
      municipalities[code] = Self.name(of: feature)
    }
    let only = try scope.code(among: municipalities)
    for (index, (feature, code)) in named.enumerated() {
      guard let code, !feature.polygons.isEmpty else {
        withoutCode += 1
        counts.leaveOut("\(index + 1)")
        continue
      }
      if let only, !AreaCode.holds(only, code) {
        counts.outside += 1
      } else if seen.insert(code).inserted {
        taken.append((code, feature))
        if let level = AreaLevel(code: code) { counts.levels[level, default: 0] += 1 }
      } else {
        counts.leaveOut("\(index + 1) (\(code))")
      }
    }
    if withoutCode == features.count { throw unrecognised(features[0].properties.keys.sorted()) }
    if taken.isEmpty { throw ImportProblem.nothing(file.name, scope) }
    let system = try coordinateSystem(taken.map(\.feature))
    counts.read = taken.count
    remark(on: taken, &counts)
    let years = taken.map { $0.feature.year ?? given }
    let table = Table(
      title: Text(nl: "Grenzen", en: "Boundaries"),
      columns: [
        .texts("code", taken.map(\.code)),
        .texts("name", taken.map { Self.name(of: $0.feature) }),
        .texts("level", taken.map { AreaLevel(code: $0.code)?.rawValue }),
        .numbers("year", years.map { $0.map(Double.init) ?? .nan }, format: .plain),
        .texts("crs", taken.map { _ in system.rawValue }),
        .texts("polygons", taken.map { GeoJSONFeatures.text(of: $0.feature.polygons) }),
      ])
    let commonYear = Set(years).count == 1 ? years.first ?? nil : nil
    let record = ImportRecord(
      kind: .geometry, file: file, year: commonYear, only: only, columns: ["polygons"], evidence: evidence)
    return [Imported(name: ImportedTables.geometry, table: table, record: record, counts: counts)]
  }

  enum CoordinateSystem: String { case wgs84, rd }

  private func coordinateSystem(_ features: [GeoJSONFeatures.Feature]) throws -> CoordinateSystem {
    let points = features.lazy.flatMap(\.polygons).flatMap { $0 }.flatMap { $0 }
    if points.allSatisfy({ (-180...180).contains($0.x) && (-90...90).contains($0.y) }) { return .wgs84 }
    // The area for which RD is meant (EPSG:28992), with room at the edges.
    if points.allSatisfy({ (-10_000...300_000).contains($0.x) && (280_000...650_000).contains($0.y) }) { return .rd }
    throw Diagnostic(
      "geometry.coordinates",
      Text(
        nl: "de coördinaten in '\(file.name)' zijn noch WGS84 (graden) noch RD (meters)",
        en: "the coordinates in '\(file.name)' are neither WGS84 (degrees) nor RD (metres)"),
      wayOut: Text(
        nl: "zet het bestand om naar EPSG:4326 of EPSG:28992", en: "convert the file to EPSG:4326 or EPSG:28992"))
  }

  private func remark(on taken: [(code: String, feature: GeoJSONFeatures.Feature)], _ counts: inout ImportCounts) {
    let degenerate = taken.filter { $0.feature.polygons.contains { $0.contains(where: Ring.isDegenerate) } }.map(\.code)
    let touching = taken.filter { $0.feature.polygons.contains { $0.contains(where: Ring.touchesItself) } }.map(\.code)
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

  private static func code(of feature: GeoJSONFeatures.Feature) -> String? {
    for property in properties {
      if let code = feature.properties[property].flatMap(AreaCode.clean) { return code }
    }
    return nil
  }

  private static func name(of feature: GeoJSONFeatures.Feature) -> String? {
    names.lazy.compactMap { feature.properties[$0] }.first
  }

  private func unrecognised(_ found: [String]) -> Diagnostic {
    FileKind.unrecognised(file.name, header: found, wanted: "geometry")
  }
}
