import WorkbenchKit

/// The figures of the groups of one table. In a sum or a mean over areas that lie within each other everybody counts once.
struct GroupFigures {
  private let table: Table
  private let groups: Grouping
  private let weight: GroupFigure.Weight?
  private let check: () throws -> Void
  private lazy var once = CountedOnce(table, groups)
  private lazy var isOfAreas = AreaNesting.isOfAreas(table)
  /// The persons behind each group; nil where rows are none.
  private(set) lazy var persons = table.persons?.counted(groups.groupOfRow, count: groups.sizes.count)

  /// - Parameters:
  ///   - weight: of the means; each row counts the same without.
  ///   - check: asked often; what it throws ends the work.
  init(
    _ table: Table, _ groups: Grouping, weight: GroupFigure.Weight? = nil, _ check: @escaping () throws -> Void
  ) {
    self.table = table
    self.groups = groups
    self.weight = weight
    self.check = check
  }

  /// - Throws: `column.type`, `value.range`; `sum.overlap` where people would count twice.
  mutating func figure(_ statistic: GroupFigure.Statistic, of column: Column, at place: Place?) throws -> GroupFigure {
    if table.persons?.isSealed == true, statistic == .min || statistic == .max { throw extreme(statistic, at: place) }
    var figure = try bare(statistic, of: column, at: place)
    figure.column.counted = persons
    return figure
  }

  /// A lowest or highest value is that of one person.
  private func extreme(_ statistic: GroupFigure.Statistic, at place: Place?) -> Diagnostic {
    Diagnostic(
      "privacy.rows",
      Text(
        nl: "de rijen zijn personen, en \(statistic.words.nl) is die van één van hen",
        en: "the rows are persons, and \(statistic.words.en) is that of one of them"),
      wayOut: Text(nl: "vraag om --count, --mean of --sum", en: "ask for --count, --mean or --sum"), place: place)
  }

  private mutating func bare(
    _ statistic: GroupFigure.Statistic, of column: Column, at place: Place?
  ) throws -> GroupFigure {
    guard statistic == .sum || statistic == .mean else {
      return try GroupFigure(statistic, column, groups, tallied: table.tallied, at: place, check)
    }
    let weight = statistic == .mean ? weight : nil
    let taken = try once?.taken(statistic, of: column, weight: weight?.column, at: place)
    var figure = try GroupFigure(
      statistic, column, weight: weight, groups, rows: taken?.rows, tallied: table.tallied, at: place, check)
    if statistic == .mean, weight == nil, figure.isOfSeveral, column.isRate || isOfAreas && column.isPublishedRate {
      figure.notices.append(column.unweightedNotice(figure.column.name))
    }
    if let taken { figure.notices.insert(taken.notice, at: 0) }
    return figure
  }
}
