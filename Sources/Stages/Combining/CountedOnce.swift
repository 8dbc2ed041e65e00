import WorkbenchKit

/// The rows of a table of areas that a sum or a mean takes, so that nobody counts twice: of areas that lie within each other
/// the largest that has a figure.
struct CountedOnce {
  private let nesting: AreaNesting
  private let rowsOfGroup: [[Int]]

  /// Nil where no row of the table lies within another.
  init?(_ table: Table, _ groups: Grouping) {
    guard let nesting = AreaNesting(table) else { return nil }
    self.nesting = nesting
    var rows = groups.sizes.map { _ in [Int]() }
    for (row, group) in groups.groupOfRow.enumerated() { rows[group].append(row) }
    rowsOfGroup = rows
  }

  /// The rows that a figure of a column takes, and the remark on those it leaves out; nil where it takes all.
  ///
  /// - Throws: `sum.overlap` where two areas share people and neither lies within the other.
  func rows(
    _ statistic: GroupFigure.Statistic, of column: Column, at place: Place?
  ) throws -> (rows: [Int], notice: Notice)? {
    guard [.sum, .mean].contains(statistic) else { return nil }
    var kept: [Int] = []
    var inner: [AreaNesting.Choice.Inner] = []
    for rows in rowsOfGroup {
      let choice = nesting.choice(among: rows) { column.withheld[$0] != nil || !column.isMissing($0) }
      if let crossing = choice.crossing { throw overlap(column, crossing, at: place) }
      kept += choice.rows
      inner += choice.inner
    }
    guard let first = inner.first else { return nil }
    let figure = "\(statistic.rawValue)_\(column.name)"
    let (one, other) = (name(first.row), name(first.outer))
    let many = Text.counted(
      inner.count, Text(nl: "rij ligt", en: "row lies"), Text(nl: "rijen liggen", en: "rows lie"))
    return (
      kept.sorted(),
      Notice(
        .caution,
        Text(
          nl: "'\(figure)' telt ieder één keer: \(many.nl) in een ander gebied (zoals \(one) in \(other)) en "
            + (inner.count == 1 ? "telt niet nog eens" : "tellen niet nog eens"),
          en: "'\(figure)' counts everybody once: \(many.en) within another area (such as \(one) in \(other)) and "
            + (inner.count == 1 ? "is not counted again" : "are not counted again")))
    )
  }

  private func name(_ row: Int) -> String { nesting.name(row) ?? "\(row + 1)" }

  private func overlap(_ column: Column, _ crossing: AreaNesting.Choice.Crossing, at place: Place?) -> Diagnostic {
    let (one, other) = (name(crossing.row), name(crossing.other))
    return Diagnostic(
      "sum.overlap",
      Text(
        nl: "'\(one)' en '\(other)' delen mensen: een som van '\(column.name)' telt hen dubbel",
        en: "'\(one)' and '\(other)' share people: a sum of '\(column.name)' would count them twice"),
      wayOut: Text(
        nl: "laat een van de twee weg met 'where', of groepeer ze apart",
        en: "leave one of the two out with 'where', or group them apart"), place: place)
  }
}
