import WorkbenchKit

/// How a tariff rises from year to year.
struct FloorYears: Sendable {
  struct Year: Sendable, Hashable {
    let year: Int
    /// Nil for the year of the calculation itself.
    let rise: Double?
    /// Since that year.
    let factor: Double
  }

  /// The year of the calculation and those with an index after it; empty where no year has one.
  let years: [Year]

  /// - Parameter rises: by year, as parts.
  /// - Throws: `floor.year` for years twice or with a gap between them.
  init(_ rises: [(year: Int, rise: Double)]) throws {
    let sorted = rises.sorted { $0.year < $1.year }
    for (one, next) in zip(sorted, sorted.dropFirst()) where next.year != one.year + 1 {
      throw Diagnostic(
        "floor.year",
        next.year == one.year
          ? Text(nl: "\(one.year) heeft twee indexcijfers", en: "\(one.year) has two indices")
          : Text(
            nl: "tussen \(one.year) en \(next.year) ontbreekt een index",
            en: "an index lacks between \(one.year) and \(next.year)"),
        wayOut: Text(nl: "geef één index voor elk jaar", en: "give one index for each year"))
    }
    guard let first = sorted.first else {
      years = []
      return
    }
    var found = [Year(year: first.year - 1, rise: nil, factor: 1)]
    for one in sorted {
      found.append(Year(year: one.year, rise: one.rise, factor: (found.last?.factor ?? 1) * (1 + one.rise)))
    }
    years = found
  }
}

/// For what a tariff is: an hour, a minute, or a thing that takes so many hours.
struct FloorPeriod: Sendable, Hashable {
  let label: Text
  let hours: Double

  static let hour = FloorPeriod(label: Text(nl: "uur", en: "hour"), hours: 1)

  private init(label: Text, hours: Double) {
    self.label = label
    self.hours = hours
  }

  /// - Parameter typed: `uur`, `minuut`, or a name with its hours: `dagdeel=4`.
  /// - Throws: `floor.period`.
  init(_ typed: String) throws {
    let parts = typed.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    let name = parts[0]
    let known: [String: FloorPeriod] = [
      "uur": .hour, "hour": .hour, "minuut": .minute, "minute": .minute,
    ]
    if parts.count == 1, let found = known[name.lowercased()] {
      self = found
      return
    }
    let hours = parts.count == 2 ? TypedValue.number(parts[1])?.number : nil
    guard let hours, hours > 0, hours <= 8784, !name.isEmpty, known[name.lowercased()] == nil else {
      throw Diagnostic(
        "floor.period",
        Text(
          nl: "hoeveel uur van een medewerker een '\(name)' kost, staat er niet bij",
          en: "how many hours of a professional a '\(name)' takes is not said"),
        wayOut: Text(
          nl: "zoals --per dagdeel=4 of --per etmaal=3.5; uur en minuut spreken voor zich",
          en: "such as --per daypart=4 or --per etmaal=3.5; hour and minute speak for themselves"),
        suggestion: "--per \(name.isEmpty ? "dagdeel" : name)=4")
    }
    self.init(label: .verbatim(name), hours: hours)
  }

  private static let minute = FloorPeriod(label: Text(nl: "minuut", en: "minute"), hours: 1.0 / 60)

  /// With its hours where these are not the name.
  var told: Text {
    guard hours != 1, self != .minute else { return label }
    let count = Text.number(hours, atMost: 4)
    return label + Text(nl: " van \(count.nl) uur", en: " of \(count.en) hours")
  }

  /// What the hourly tariff comes to, to the cent.
  func cents(_ hourly: Double) -> Double {
    let amount = hourly * hours
    return NumberText.parse(NumberText.fixed(amount, decimals: 2)) ?? amount
  }
}
