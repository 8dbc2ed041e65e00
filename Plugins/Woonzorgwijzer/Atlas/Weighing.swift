import WorkbenchKit

/// By what the old areas that make up a new one weigh.
enum Weighing: Sendable, Hashable {
  /// There is one old area: its figure stays as it is.
  case single
  /// By their people of a year.
  case people(year: Int)
  /// By their shares alone, as was asked for.
  case alike
  /// Of no year are the people of all of them known, so that nothing is carried over.
  case unknown

  /// The form in which it is kept in a column of numbers.
  var number: Double {
    switch self {
    case .single: .nan
    case .people(let year): Double(year)
    case .alike: 0
    case .unknown: -1
    }
  }

  init(_ number: Double) {
    self =
      number.isNaN
      ? .single : number > 0 ? .people(year: Int(number)) : number == 0 ? .alike : .unknown
  }
}

extension Weighing {
  /// What is taken for granted by it; nil where nothing is.
  func assumption(from old: Int) -> Text? {
    switch self {
    case .people(let year) where year != old:
      Text(
        nl:
          "oude gebieden die samengaan wegen naar hun inwoners van \(year), want die van \(old) zijn niet ingelezen",
        en:
          "old areas that merge weigh by their people of \(year), as those of \(old) are not imported"
      )
    case .alike:
      Text(
        nl:
          "oude gebieden die samengaan wegen naar aandeel even zwaar, want hun inwoners zijn niet bekend (--alike)",
        en: "old areas that merge weigh alike by share, as their people are not known (--alike)")
    case .people, .single, .unknown: nil
    }
  }

  /// How it was weighed, as it stands behind a result; nil for one old area.
  var words: Text? {
    switch self {
    case .single: nil
    case .people(let year):
      Text(nl: "gewogen naar inwoners van \(year)", en: "weighed by the people of \(year)")
    case .alike:
      Text(nl: "even zwaar gewogen, zonder inwoners", en: "weighed alike, without people")
    case .unknown:
      Text(
        nl: "niet overgezet waar van geen jaar de inwoners bekend zijn",
        en: "not carried over where the people are known of no year")
    }
  }
}
