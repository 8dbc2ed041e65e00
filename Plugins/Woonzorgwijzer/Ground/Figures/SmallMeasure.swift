import WorkbenchKit

/// What the figures of small areas are.
enum SmallMeasure: String, ArgumentChoice {
  case count, rate, share

  static let usual = SmallMeasure.count

  var about: Text? {
    switch self {
    case .count: Text(nl: "aantallen mensen", en: "counts of people")
    case .rate: Text(nl: "percentages van de mensen, tot 100", en: "percentages of the people, up to 100")
    case .share: Text(nl: "aandelen van de mensen, tot 1", en: "shares of the people, up to 1")
    }
  }

  /// How many people a figure is; NaN where that is not known.
  func count(_ value: Double, people: Double) -> Double {
    switch self {
    case .count: value
    case .rate: value / 100 * people
    case .share: value * people
    }
  }

  /// Which part of the people a figure is, of 1; NaN where that is not known.
  func share(_ value: Double, people: Double) -> Double {
    switch self {
    case .count: people > 0 ? value / people : .nan
    case .rate: value / 100
    case .share: value
    }
  }
}
