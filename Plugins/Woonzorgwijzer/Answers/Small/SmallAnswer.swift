import WorkbenchKit

extension SmallQuestion {
  /// Returns the areas of some rows, in order of their codes.
  ///
  /// - Parameters:
  ///   - wanted: which rows, beside what holds for all.
  ///   - what: which areas, as a person reads it.
  ///   - surroundings: the columns that tell what lies around, where that is to be known.
  /// - Throws: what reading the table throws; `small.none`, `year.unknown`, `indicator.unknown` where no row is there; `small.repeated`,
  ///   `small.value`.
  func areas(_ wanted: SmallRows, _ what: Text, surroundings: [Column] = [], at place: Place?) throws -> SmallAreas {
    var rows = base
    rows.conditions += wanted.conditions
    let columns = [area, value] + [people].compactMap(\.self) + surroundings
    let (found, notices) = try table.rows(rows, columns.map(\.name))
    try table.context.checkInterrupt()
    guard found.rowCount > 0 else { throw try nothing(what, at: place) }
    return try SmallAreas(found, self, surroundings, notices)
  }
}
