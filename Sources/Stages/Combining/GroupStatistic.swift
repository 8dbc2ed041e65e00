import WorkbenchKit

/// What is asked about a group.
enum GroupStatistic: String, ArgumentChoice {
  case sum, mean, count, min, max

  static let usual = GroupStatistic.sum

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
