@_spi(Host) import WorkbenchKit

extension Session {
  /// What may be done with rows that are persons of whom only figures may come out: rows are picked and set up, and then counted.
  private static let openToRows: Set<String> = [
    "where", "select", "sort", "top", "rename", "derive", "join", "unpivot", "group", "pivot", "count",
  ]

  /// Refuses what would show, keep or hand on such rows.
  ///
  /// - Parameter next: the stage that is about to take them; nil where the line gives them.
  /// - Throws: `privacy.rows`.
  func demandNoSealedRows(in output: Output, before next: BoundPipeline.Stage?) throws {
    guard output.table?.persons?.isSealed == true else { return }
    if let next, next.registration.owner == nil,
      next.registration.signature.path.count == 1, Self.openToRows.contains(next.registration.signature.path[0])
    {
      return
    }
    throw Diagnostic(
      "privacy.rows",
      Text(
        nl: "de rijen zijn personen, en daarvan komen alleen aantallen en cijfers per groep naar buiten",
        en: "the rows are persons, of whom only counts and figures for groups come out"),
      wayOut: Text(
        nl: "sluit de regel af met count, of met group en de kolommen die een groep maken",
        en: "end the line with count, or with group and the columns that make a group"), place: next?.call.place)
  }
}
