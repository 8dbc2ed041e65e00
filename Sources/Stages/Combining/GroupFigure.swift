import Methods
import WorkbenchKit

/// One figure about each group of rows. Missing values do not count; a withheld value withholds the figure of its group, since
/// leaving it out would give a figure that means something else, and taking it in would tell it.
struct GroupFigure {
  typealias Statistic = GroupStatistic

  /// For how much each row counts in a mean.
  struct Weight {
    let column: Column
    let place: Place?

    /// - Parameters:
    ///   - reference: what was asked for; nil gives no weight.
    ///   - isMean: whether there is a mean to weigh.
    ///   - wayOut: how to ask for one.
    /// - Throws: `argument.missing`, `column.unknown`.
    init?(_ reference: ColumnReference?, in table: Table, of isMean: Bool, wayOut: Text) throws {
      guard let reference else { return nil }
      guard isMean else {
        throw Diagnostic(
          "argument.missing", Text(nl: "--weight weegt een gemiddelde", en: "--weight weighs a mean"), wayOut: wayOut,
          place: reference.place)
      }
      column = try reference.column(in: table)
      place = reference.place
    }

    /// - Throws: `column.type`; `value.range` for a weight below nought.
    fileprivate func numbers() throws -> [Double] {
      let numbers = try column.requireNumbers(for: "weight", at: place)
      for (row, number) in numbers.enumerated() where number < 0 {
        try column.check(number, .amount, String(row + 1), at: place)
      }
      return numbers
    }
  }

  /// What stands for a figure that is withheld: the sign of Statistics Netherlands for a secret one.
  static let withheldSign = "x"

  var column: Column
  var notices: [Notice] = []
  /// Whether some group has several numbers.
  private(set) var isOfSeveral = false

  /// - Parameters:
  ///   - weight: of a mean; each row counts the same without.
  ///   - rows: those that count; all without.
  ///   - tallied: what each row stands for, where it stands for several.
  ///   - check: asked often; what it throws ends the work.
  /// - Throws: `column.type`, `value.range`.
  init(
    _ statistic: Statistic, _ source: Column, weight: Weight? = nil, _ groups: Grouping, rows: [Int]? = nil,
    tallied: TalliedRows? = nil, at place: Place?, _ check: () throws -> Void
  ) throws {
    let values = tallied?.columns[source.name]
    let name = "\(statistic.rawValue)_\(source.name)"
    let label = statistic.label + source.heading
    if statistic == .count {
      var present = [Int](repeating: 0, count: groups.sizes.count)
      let open = source.open
      if let values {
        for (row, count) in values.present.enumerated() { present[groups.groupOfRow[row]] += count }
      } else {
        for row in 0..<source.count where !open.isMissing(row) { present[groups.groupOfRow[row]] += 1 }
      }
      column = .counts(name, present, label: label)
      return
    }
    // The lowest and the highest of dates are dates.
    let days = statistic == .min || statistic == .max ? source.open.dayNumbers : nil
    let numbers = try days ?? source.requireNumbers(for: statistic.rawValue, at: place)
    let weights = try weight?.numbers()
    let weighted = weight == nil ? nil : tallied?.weighted[source.name]
    let rowCount = rows?.count ?? numbers.count
    let found: GroupValues
    if weights == nil, tallied == nil, statistic == .sum || statistic == .mean {
      let isMean = statistic == .mean
      found =
        if let rows {
          try GroupSums.values(isMean: isMean, groups, rowCount: rows.count, check) { place, sums in
            sums.add(numbers[rows[place]], to: groups.groupOfRow[rows[place]])
          }
        } else { try GroupSums.values(isMean: isMean, groups, of: numbers, check) }
    } else {
      found = try GroupTallies.values(GroupTally(statistic), groups, rowCount: rowCount, check) { place, tallies in
        let row = rows?[place] ?? place
        if let tallied, let weighted {
          tallies.lacking += tallied.sizes[row] - weighted.present[row]
          tallies.groups[groups.groupOfRow[row]].add(weighted, row)
        } else if let tallied, let values {
          tallies.lacking += tallied.sizes[row] - values.present[row]
          tallies.groups[groups.groupOfRow[row]].add(values, row)
        } else if numbers[row].isNaN || weights?[row].isNaN == true {
          tallies.lacking += 1
        } else {
          tallies.groups[groups.groupOfRow[row]].add(numbers[row], weights?[row])
        }
      }
    }
    isOfSeveral = found.isOfSeveral
    column = .numbers(
      name, found.values, label: label, unit: source.unit, format: statistic == .mean ? .automatic : source.format)
    if days != nil { column = .dates(name, dayNumbers: found.values, label: label) }
    if let weight {
      column.label =
        Text(nl: "gewogen ", en: "weighted ") + label
        + Text(nl: " naar \(weight.column.heading.nl)", en: " by \(weight.column.heading.en)")
    }
    var hidden = Set(source.withheld.keys).union(weight?.column.withheld.keys ?? [:].keys)
    if let rows { hidden.formIntersection(rows) }
    withhold(hidden, groups)
    if found.lacking > hidden.count { notices.append(Self.lacking(name, found.lacking - hidden.count)) }
    if found.weightless > 0 { notices.append(Self.weightless(name, found.weightless)) }
    if let inexact = column.inexactNotice { notices.append(inexact) }
  }

  private mutating func withhold(_ rows: Set<Int>, _ groups: Grouping) {
    let hidden = Set(rows.filter { groups.groupOfRow.indices.contains($0) }.map { groups.groupOfRow[$0] })
    guard !hidden.isEmpty else { return }
    for group in hidden { column.withheld[group] = Self.withheldSign }
    // Nothing of a value stays behind its sign.
    column.storage = column.open.storage
    let many = Text.counted(hidden.count, Text(nl: "groep", en: "group"), Text(nl: "groepen", en: "groups"))
    notices.append(
      .info(
        nl: "'\(column.name)' is voor \(many.nl) achtergehouden (x), omdat er een achtergehouden waarde onder valt",
        en: "'\(column.name)' is withheld (x) for \(many.en), because a withheld value is part of it"))
  }

  private static func lacking(_ name: String, _ count: Int) -> Notice {
    let many = Text.counted(
      count, Text(nl: "ontbrekende waarde", en: "missing value"), Text(nl: "ontbrekende waarden", en: "missing values"))
    return .caution(nl: "'\(name)' laat \(many.nl) weg", en: "'\(name)' leaves out \(many.en)")
  }

  private static func weightless(_ name: String, _ count: Int) -> Notice {
    let many = Text.counted(count, Text(nl: "groep", en: "group"), Text(nl: "groepen", en: "groups"))
    return .caution(
      nl: "'\(name)' is leeg voor \(many.nl): de gewichten zijn samen nul",
      en: "'\(name)' is empty for \(many.en): the weights add up to nought")
  }
}
