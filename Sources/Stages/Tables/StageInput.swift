import WorkbenchKit

extension Output {
  /// Returns the table that flows in.
  ///
  /// - Throws: `stage.notable`.
  func requiredTable<Arguments>(for given: Given<Arguments>) throws -> Table {
    if let table { return table }
    let purpose = given.purpose
    throw Diagnostic(
      "stage.notable",
      Text(
        nl: "'\(purpose.name)' heeft een tabel nodig; wat ervoor staat geeft er geen",
        en: "'\(purpose.name)' needs a table; the stage before gives none"),
      place: purpose.place)
  }

  /// Returns the output with another table in the place of the one that flows, and remarks behind it.
  func replacing(_ table: Table, adding notices: [Notice]) -> Output {
    var copy = replacing(table)
    copy.blocks += notices.map(Block.notice)
    return copy
  }
}

extension Text {
  /// `1 row`, `2 rows`.
  static func rows(_ count: Int) -> Text {
    .counted(count, Text(nl: "rij", en: "row"), Text(nl: "rijen", en: "rows"))
  }
}
