import Methods
import WorkbenchKit

/// Outlines of areas that a line names: a table of the workspace, a map that was remembered, or a file of any form with areas.
struct OutlineSet {
  /// What it is called.
  let name: String
  /// The SHA-256 of the file; empty where it is none.
  let sha256: String
  let coordinates: AreaMap.Coordinates
  /// Its columns with codes.
  let columns: [AreaKeys]
  /// Of each row its polygons, each of its outline and then its holes; empty where it has none.
  let polygons: [[[[AreaMap.Point]]]]
  /// What has to be said of it.
  private(set) var notices: [Notice]

  /// Makes a set, without its water and the rows that have no outline.
  ///
  /// - Parameter table: the columns beside the outlines.
  /// - Throws: `to.outlines` where it has no outlines, or no codes beside them.
  init(
    _ name: String, _ table: Table, _ polygons: [[[[AreaMap.Point]]]], _ coordinates: AreaMap.Coordinates,
    sha256: String = "", notices: [Notice] = []
  ) throws {
    let isWater = Self.water(table)
    let rows = polygons.indices.filter { !polygons[$0].isEmpty && !isWater($0) }
    guard !rows.isEmpty else { throw OutlineProblem.none(name) }
    self.name = name
    self.sha256 = sha256
    self.coordinates = coordinates
    self.polygons = rows.map { polygons[$0] }
    columns = table.rows(rows).columns.compactMap(AreaKeys.init)
    guard !columns.isEmpty else { throw OutlineProblem.noCodes(name) }
    self.notices = notices
    let water = polygons.indices.count { !polygons[$0].isEmpty && isWater($0) }
    if water > 0 {
      self.notices.append(
        Notice(
          .info,
          Text.counted(
            water, Text(nl: "stuk water", en: "piece of water"), Text(nl: "stukken water", en: "pieces of water"))
            + Text(nl: " in '\(name)' telt niet mee", en: " in '\(name)' left out")))
    }
  }

  /// Which rows are water: CBS gives an area's land and its water apart. A column with another word in it, such as hectares of
  /// water, tells nothing.
  private static func water(_ table: Table) -> (Int) -> Bool {
    let wet: Set = ["ja", "j", "yes", "true", "1", "b", "water"]
    let dry: Set = ["nee", "n", "no", "false", "0", "land", ""]
    for column in table.columns where ["water", "h2o"].contains(column.name.foldedForLookup) {
      let words = (0..<column.count).map { column[$0].isMissing ? "" : column[$0].plain.trimmedOfPadding.lowercased() }
      if words.allSatisfy({ wet.contains($0) || dry.contains($0) }) { return { wet.contains(words[$0]) } }
    }
    return { _ in false }
  }
}
