import WorkbenchKit

/// One figure about each group of rows. Missing values do not count; a withheld value withholds the figure of its group, since
/// leaving it out would give a figure that means something else, and taking it in would tell it.
struct GroupFigure {
  enum Statistic: String {
    case sum, mean, count, min, max

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

  /// What stands for a figure that is withheld: the sign of Statistics Netherlands for a secret one.
  static let withheldSign = "x"

  private(set) var column: Column
  private(set) var notices: [Notice] = []

  /// - Throws: `column.type`.
  init(_ statistic: Statistic, _ source: Column, _ groups: Grouping, at place: Place?) throws {
    let name = "\(statistic.rawValue)_\(source.name)"
    let label = statistic.label + source.heading
    let count = groups.sizes.count
    var present = [Int](repeating: 0, count: count)
    if statistic == .count {
      let open = source.open
      for row in 0..<source.count where !open.isMissing(row) {
        present[groups.groupOfRow[row]] += 1
      }
      column = .counts(name, present, label: label)
      return
    }
    let numbers = try source.requireNumbers(for: statistic.rawValue, at: place)
    var values = [Double](repeating: statistic == .min ? .infinity : statistic == .max ? -.infinity : 0, count: count)
    for (row, number) in numbers.enumerated() where !number.isNaN {
      let group = groups.groupOfRow[row]
      present[group] += 1
      switch statistic {
      case .min: values[group] = Swift.min(values[group], number)
      case .max: values[group] = Swift.max(values[group], number)
      default: values[group] += number
      }
    }
    for group in 0..<count {
      if present[group] == 0 {
        values[group] = .nan
      } else if statistic == .mean {
        values[group] /= Double(present[group])
      }
    }
    column = .numbers(
      name, values, label: label, unit: source.unit, format: statistic == .mean ? .automatic : source.format)
    withhold(source, groups)
    let lacking = source.count - present.reduce(0, +) - source.withheld.count
    if lacking > 0 { notices.append(Self.lacking(name, lacking)) }
  }

  private mutating func withhold(_ source: Column, _ groups: Grouping) {
    let hidden = Set(
      source.withheld.keys.filter { groups.groupOfRow.indices.contains($0) }.map { groups.groupOfRow[$0] })
    guard !hidden.isEmpty, case .numbers(var values) = column.storage else { return }
    for group in hidden {
      values[group] = .nan
      column.withheld[group] = Self.withheldSign
    }
    column.storage = .numbers(values)
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
}
