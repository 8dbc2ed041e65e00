import WorkbenchKit

/// The rows of a table of areas that a sum or a mean takes, so that nobody counts twice: of areas that lie within each other
/// the largest that has a figure.
struct CountedOnce {
  /// What a figure takes, and the remark on the rest.
  struct Taken {
    let rows: [Int]
    let notice: Notice
  }

  private let nesting: AreaNesting
  private let rowsOfGroup: [[Int]]
  /// The choice in each group where every row has a figure, which is the same for all columns.
  private var whole: [AreaNesting.Choice]?

  /// Nil where no row of the table lies within another.
  init?(_ table: Table, _ groups: Grouping) {
    guard let nesting = AreaNesting(table) else { return nil }
    self.nesting = nesting
    var rows = groups.sizes.map { _ in [Int]() }
    for (row, group) in groups.groupOfRow.enumerated() { rows[group].append(row) }
    rowsOfGroup = rows
  }

  /// The rows that a figure of a column takes; nil where it takes all.
  ///
  /// - Parameter weight: a row without one has no figure either.
  /// - Throws: `sum.overlap` where two areas share people and neither lies within the other, and where an area has more rows than the
  ///   one that would count its people.
  mutating func taken(
    _ statistic: GroupFigure.Statistic, of column: Column, weight: Column?, at place: Place?
  ) throws -> Taken? {
    let columns = [column] + [weight].compactMap(\.self)
    let hasFigure = { (row: Int) in columns.allSatisfy { $0.withheld[row] != nil || !$0.isMissing(row) } }
    let hasGaps = rowsOfGroup.joined().contains { !hasFigure($0) }
    let choices = hasGaps ? rowsOfGroup.map { nesting.choice(among: $0, where: hasFigure) } : wholeChoices()
    for (rows, choice) in zip(rowsOfGroup, choices) {
      if let crossing = choice.crossing { throw overlap(column, crossing, at: place) }
      if let uncounted = uncounted(choice, rows.filter(hasFigure)) { throw mixed(column, uncounted, at: place) }
    }
    let inner = choices.flatMap(\.inner)
    guard let first = inner.first else { return nil }
    let figure = "\(statistic.rawValue)_\(column.name)"
    let (one, other) = (name(first.row), name(first.outer))
    let many = Text.counted(
      inner.count, Text(nl: "rij ligt", en: "row lies"), Text(nl: "rijen liggen", en: "rows lie"))
    return Taken(
      rows: choices.flatMap(\.rows).sorted(),
      notice: Notice(
        .caution,
        Text(
          nl: "'\(figure)' telt ieder één keer: \(many.nl) in een ander gebied (zoals \(one) in \(other)) en "
            + (inner.count == 1 ? "telt niet nog eens" : "tellen niet nog eens"),
          en: "'\(figure)' counts everybody once: \(many.en) within another area (such as \(one) in \(other)) and "
            + (inner.count == 1 ? "is not counted again" : "are not counted again")))
    )
  }

  private mutating func wholeChoices() -> [AreaNesting.Choice] {
    if let whole { return whole }
    let choices = rowsOfGroup.map { nesting.choice(among: $0) }
    whole = choices
    return choices
  }

  /// An area that has more rows than the one that would count its people, so that some of its rows would count nowhere.
  private func uncounted(_ choice: AreaNesting.Choice, _ rows: [Int]) -> AreaNesting.Choice.Inner? {
    guard !choice.inner.isEmpty else { return nil }
    let counts = Dictionary(rows.map { (name($0), 1) }, uniquingKeysWith: +)
    return choice.inner.first { counts[name($0.row), default: 0] > counts[name($0.outer), default: 0] }
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

  private func mixed(_ column: Column, _ inner: AreaNesting.Choice.Inner, at place: Place?) -> Diagnostic {
    let (one, other) = (name(inner.row), name(inner.outer))
    return Diagnostic(
      "sum.overlap",
      Text(
        nl: "'\(one)' ligt in '\(other)' en heeft meer rijen met '\(column.name)': niet elke rij telt daar mee",
        en: "'\(one)' lies within '\(other)' and has more rows with '\(column.name)': not each of them counts there"),
      wayOut: Text(
        nl: "groepeer ook naar wat de rijen onderscheidt, of kies één niveau met 'where'",
        en: "group also by what tells the rows apart, or choose one level with 'where'"), place: place)
  }
}
