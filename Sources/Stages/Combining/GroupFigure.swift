import Methods
import WorkbenchKit

/// One figure about each group of rows. Missing values do not count; a withheld value withholds the figure of its group, since
/// leaving it out would give a figure that means something else, and taking it in would tell it.
struct GroupFigure {
  enum Statistic: String, ArgumentChoice {
    case sum, mean, count, min, max

    static let usual = Statistic.sum

    var about: Text? { words }

    /// What it is, for completion and help.
    var words: Text {
      switch self {
      case .sum: Text(nl: "de som", en: "the sum")
      case .mean: Text(nl: "het gemiddelde", en: "the mean")
      case .count: Text(nl: "hoeveel waarden er zijn", en: "how many values there are")
      case .min: Text(nl: "de laagste waarde", en: "the lowest value")
      case .max: Text(nl: "de hoogste waarde", en: "the highest value")
      }
    }

    /// What stands where there are no rows.
    var empty: Double? { self == .count ? 0 : nil }

    var label: Text {
      switch self {
      case .sum: Text(nl: "som van ", en: "sum of ")
      case .mean: Text(nl: "gemiddelde van ", en: "mean of ")
      case .count: Text(nl: "aantal van ", en: "count of ")
      case .min: Text(nl: "laagste ", en: "lowest ")
      case .max: Text(nl: "hoogste ", en: "highest ")
      }
    }
  }

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
    let (tallies, lacking) = try GroupTallies.all(
      GroupTally(statistic), groups.sizes.count, rowCount: rows?.count ?? numbers.count, check
    ) { place, tallies in
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
    isOfSeveral = tallies.contains { $0.count > 1 }
    column = .numbers(
      name, tallies.map(\.value), label: label, unit: source.unit,
      format: statistic == .mean ? .automatic : source.format)
    if days != nil { column = .dates(name, dayNumbers: tallies.map(\.value), label: label) }
    if let weight {
      column.label =
        Text(nl: "gewogen ", en: "weighted ") + label
        + Text(nl: " naar \(weight.column.heading.nl)", en: " by \(weight.column.heading.en)")
    }
    var hidden = Set(source.withheld.keys).union(weight?.column.withheld.keys ?? [:].keys)
    if let rows { hidden.formIntersection(rows) }
    withhold(hidden, groups)
    if lacking > hidden.count { notices.append(Self.lacking(name, lacking - hidden.count)) }
    let weightless = tallies.count { $0.isWeightless }
    if weightless > 0 { notices.append(Self.weightless(name, weightless)) }
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

/// What is kept of all groups while their rows come by.
private struct GroupTallies {
  var groups: [GroupTally]
  /// How many values are missing.
  var lacking = 0

  /// Of so few groups each piece of the rows keeps tallies of its own, which are put together in the end.
  private static let fewGroups = 1_024

  /// Takes in all rows, in pieces on all cores where there are few groups.
  ///
  /// - Parameters:
  ///   - tally: that of nothing.
  ///   - check: asked often; what it throws ends the work.
  ///   - take: takes in a row; called from several threads at once.
  @inline(__always)
  static func all(
    _ tally: GroupTally, _ count: Int, rowCount: Int, _ check: () throws -> Void,
    _ take: (Int, inout GroupTallies) -> Void
  ) throws -> (tallies: [GroupTally], lacking: Int) {
    let none = GroupTallies(groups: [GroupTally](repeating: tally, count: count))
    var whole = none
    guard count <= fewGroups else {
      for row in 0..<rowCount {
        if row & 0xFFFF == 0 { try check() }
        take(row, &whole)
      }
      return (whole.groups, whole.lacking)
    }
    let parts = try Cores.inPieces(
      rowCount, of: 32_768, asking: { _ throws in try check() },
      { rows in
        var part = none
        for row in rows { take(row, &part) }
        return part
      })
    for part in parts {
      whole.lacking += part.lacking
      for group in part.groups.indices { whole.groups[group].add(part.groups[group]) }
    }
    return (whole.groups, whole.lacking)
  }
}

/// What is kept of a group's numbers while they come by.
private struct GroupTally {
  private let statistic: GroupFigure.Statistic
  private var sum = DecimalSum()
  /// One, or none while every number counts the same: there are as many tallies as groups, and each takes little room.
  private var weight: [DecimalSum] = []
  private var extreme = Double.nan
  private(set) var count = 0

  init(_ statistic: GroupFigure.Statistic) { self.statistic = statistic }

  mutating func add(_ number: Double, _ weight: Double?) {
    count += 1
    switch statistic {
    case .sum, .mean:
      sum.add(weight.map { DecimalArithmetic.product(number, $0) } ?? number)
      guard let weight else { return }
      if self.weight.isEmpty { self.weight = [DecimalSum()] }
      self.weight[0].add(weight)
    case .min: extreme = count == 1 ? number : min(extreme, number)
    case .max: extreme = count == 1 ? number : max(extreme, number)
    case .count: break
    }
  }

  /// Adds what was kept of other rows of the group.
  mutating func add(_ other: GroupTally) {
    guard other.count > 0 else { return }
    switch statistic {
    case .sum, .mean:
      sum.add(other.sum)
      if let more = other.weight.first {
        if weight.isEmpty { weight = [DecimalSum()] }
        weight[0].add(more)
      }
    case .min: extreme = count == 0 ? other.extreme : min(extreme, other.extreme)
    case .max: extreme = count == 0 ? other.extreme : max(extreme, other.extreme)
    case .count: break
    }
    count += other.count
  }

  /// Adds what one row stands for.
  mutating func add(_ values: TalliedRows.Values, _ row: Int) {
    guard values.present[row] > 0 else { return }
    let isFirst = count == 0
    count += values.present[row]
    switch statistic {
    case .sum, .mean:
      // What is no number is missing, and no nought.
      if !sum.add(decimal: values.sums[row]) { sum.add(.nan) }
    case .min: extreme = isFirst ? values.least[row] : min(extreme, values.least[row])
    case .max: extreme = isFirst ? values.most[row] : max(extreme, values.most[row])
    case .count: break
    }
  }

  /// Adds what one row stands for, each value for its weight.
  mutating func add(_ values: TalliedRows.Weighted, _ row: Int) {
    guard values.present[row] > 0 else { return }
    count += values.present[row]
    if weight.isEmpty { weight = [DecimalSum()] }
    if !sum.add(decimal: values.products[row]) { sum.add(.nan) }
    if !weight[0].add(decimal: values.weights[row]) { weight[0].add(.nan) }
  }

  var isWeightless: Bool { weight.first?.value == 0 }

  /// NaN where there is none.
  var value: Double {
    if count == 0 { return .nan }
    switch statistic {
    case .sum: return sum.value
    case .mean: return isWeightless ? .nan : DecimalArithmetic.quotient(sum.value, weight.first?.value ?? Double(count))
    case .count: return Double(count)
    // Of noughts with and without a sign the first would else count.
    case .min, .max: return extreme == 0 ? 0 : extreme
    }
  }
}
