import WorkbenchKit

/// What figures of one's own are: how many there are, what part of people, or the mean of something.
enum OwnMeasure: String, ArgumentChoice, FieldValue {
  case count, rate, mean

  static let usual = OwnMeasure.count

  var about: Text? {
    switch self {
    case .count: Text(nl: "aantallen: cliënten, meldingen, woningen", en: "counts: clients, reports, dwellings")
    case .rate: Text(nl: "percentages van mensen", en: "percentages of people")
    case .mean: Text(nl: "gemiddelden, zoals een rapportcijfer", en: "means, such as a mark out of ten")
    }
  }
}

/// Figures of one's own under the name that was given to them, alike in all years and files.
struct OwnFigure: Sendable, Hashable {
  let name: String
  let measure: OwnMeasure
  /// The age group whose people it counts or is a part of, such as `0+`; nil where it is no part of people.
  let base: String?
  /// What is counted or measured, in words; nil for people and percentages.
  var unit: String?

  /// Whether it can be set against people: it then is an indicator as those of RIVM are.
  var isOfPeople: Bool { base != nil && measure != .mean }
}

extension OwnFigure {
  /// The error that it cannot be set against people.
  func isNoIndicator(at place: Place? = nil) -> Diagnostic {
    Diagnostic(
      "indicator.kind",
      measure == .mean
        ? Text(nl: "'\(name)' is een gemiddelde en telt geen mensen", en: "'\(name)' is a mean and counts no people")
        : Text(nl: "'\(name)' telt geen mensen", en: "'\(name)' counts no people"),
      wayOut: Text(
        nl: "bekijk het met 'wzw map', 'wzw trend' of 'wzw rank'",
        en: "look at it with 'wzw map', 'wzw trend' or 'wzw rank'"),
      suggestion: "wzw map \(name)", place: place)
  }
}
