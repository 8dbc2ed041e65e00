import WorkbenchKit

/// The municipalities of a table, such as the key figures of CBS.
struct TodaysMunicipalities {
  let names: [String]
  let notices: [Notice]

  private static let columns = [
    "municipality", "gemeente", "gemeentenaam", "Gemeentenaam_1", "gm_naam", "name", "naam", "WijkenEnBuurten",
  ]

  /// - Throws: what taking a table throws, `column.unknown`.
  init(_ reference: TableReference, _ protection: Protection, in context: Context) throws {
    let taken = try reference.table(in: context, intake: TableIntake(protection: protection))
    let table = try taken.demandRows(at: reference.place)
    let found = Self.columns.lazy.compactMap { name in
      table.columns.first { $0.name.foldedForLookup == name.foldedForLookup }
    }.first
    let column = try found ?? table.require("municipality", at: reference.place)
    let kind = table.columns.first { $0.name.hasPrefix("SoortRegio") || $0.name == "level" }
    var seen: Set<String> = []
    var names: [String] = []
    for row in 0..<table.rowCount {
      if row % 4_096 == 0 { try context.checkInterrupt() }
      if let kind, !["gemeente", "municipality"].contains(kind[row].plain.trimmedOfPadding.lowercased()) { continue }
      let name = column[row].plain.trimmedOfPadding
      let key = PlaceName(name).key
      if !key.isEmpty, key != "nederland", seen.insert(key).inserted { names.append(name) }
    }
    self.names = names
    notices = taken.notices
  }
}
