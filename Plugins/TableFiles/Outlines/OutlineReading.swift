import WorkbenchKit

extension OutlineSet {
  /// Finds the outlines that a line names: `$name` of a map, a table of the workspace, else a file, by the door of all files.
  ///
  /// - Throws: `to.outlines`, `source.crs`; `variable.unknown`; what opening a file throws; `personal.found`; `json.*`; what the
  ///   interrupt throws.
  static func named(_ reference: TableReference, in context: Context) throws -> OutlineSet {
    let name = reference.name
    do {
      if name.hasPrefix("$") { return try remembered(name, in: context) }
      if let table = try context.workspace.table(name) { return try kept(table, name, context.checkInterrupt) }
      return try file(name, in: context)
    } catch var error as Diagnostic {
      let sets = context.workspace.outlineSets
      if error.code == "file.missing", !sets.isEmpty {
        error.suggestion = error.suggestion ?? NearestWord.best(name, among: sets)
        let listed = sets.joined(separator: ", ")
        let hint = Text(nl: "grenzen in de werkruimte: \(listed)", en: "outlines in the workspace: \(listed)")
        error.wayOut = error.wayOut.map { $0 + .verbatim("; ") + hint } ?? hint
      }
      throw error.at(reference.place)
    }
  }

  private static func remembered(_ name: String, in context: Context) throws -> OutlineSet {
    let bare = String(name.dropFirst())
    guard let output = try context.result(bare) else {
      throw Diagnostic(
        "variable.unknown", Text(nl: "'\(name)' is niet onthouden", en: "'\(name)' is not remembered"),
        wayOut: Text(
          nl: "onthoud een kaart met: let \(bare) = wzw map …", en: "remember a map with: let \(bare) = wzw map …"))
    }
    for case .map(let map) in output.blocks {
      let codes = Table(columns: [.texts("code", map.areas.map(\.code))])
      return try OutlineSet(name, codes, map.areas.map { RingNesting.polygons($0.rings) }, map.coordinates)
    }
    throw OutlineProblem.noMap(name)
  }

  /// Of a table with the columns code, crs and polygons, as `wzw import` keeps it.
  private static func kept(_ table: Table, _ name: String, _ checkInterrupt: () throws -> Void) throws -> OutlineSet {
    guard let outlines = try KeptOutlines(table, checkInterrupt), let codes = table.column("code") else {
      throw OutlineProblem.none(name)
    }
    return try OutlineSet(
      name, Table(columns: [codes]), outlines.polygons(of: codes.texts ?? []), outlines.coordinates)
  }

  private static func file(_ path: String, in context: Context) throws -> OutlineSet {
    let opened = try context.open(path)
    guard let sourced = opened.sourced else { return try geoJSON(opened, in: context) }
    guard let features = sourced.features, !features.polygons.isEmpty else { throw OutlineProblem.none(opened.name) }
    let coordinates =
      switch features.epsg {
      case 28992, 7415: AreaMap.Coordinates.rd
      case 4326, 4258: AreaMap.Coordinates.wgs84
      case 0: try Self.coordinates(of: features.polygons, opened.name)
      default: throw OutlineProblem.system(opened.name, features.epsg)
      }
    return try OutlineSet(
      opened.name, try admitted(sourced.table, opened.name), features.polygons, coordinates,
      sha256: opened.file.sha256, notices: opened.notices.filter { $0.level != .info })
  }

  private static func geoJSON(_ opened: OpenedFile, in context: Context) throws -> OutlineSet {
    let isObject = opened.file.bytes.prefix(512).first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "{")
    guard isObject, let features = try GeoJSONFeatures(opened.file.bytes, context.checkInterrupt) else {
      throw OutlineProblem.noFeatures(opened.name)
    }
    return try OutlineSet(
      opened.name, try admitted(features.table, opened.name), features.polygons,
      try coordinates(of: features.polygons, opened.name), sha256: opened.file.sha256, notices: opened.notices)
  }

  /// The columns that tell which areas they are, behind the guard; the others do not come in.
  private static func admitted(_ table: Table, _ name: String) throws -> Table {
    let wanted = table.columns.filter { ["water", "h2o"].contains($0.name.foldedForLookup) || AreaKeys($0) != nil }
    return try Protection.strict.admit(Table(columns: wanted), from: name)
  }

  /// In what points are measured of which nobody says it.
  private static func coordinates(
    of polygons: [[[[AreaMap.Point]]]], _ name: String
  ) throws -> AreaMap.Coordinates {
    let points = polygons.lazy.joined().joined().joined()
    // Latitude first would lie in the sea off Somalia.
    let areTurned = points.allSatisfy { (50...56).contains($0.x) && (2...8).contains($0.y) }
    if !areTurned, points.allSatisfy({ abs($0.x) <= 180 && abs($0.y) <= 90 }) { return .wgs84 }
    guard points.allSatisfy({ (-10_000...300_000).contains($0.x) && (280_000...650_000).contains($0.y) }) else {
      throw OutlineProblem.coordinates(name)
    }
    return .rd
  }
}

extension WorkspaceHandle {
  /// The tables with outlines, as far as their names tell.
  var outlineSets: [String] { names(.tables).filter { $0.contains("geometry") } }
}
