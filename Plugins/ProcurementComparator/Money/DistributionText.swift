import Methods
import WorkbenchKit

/// A distribution as a person types it: `1000`, `normal:1000:100`, `triangular:800:1000:1500`.
enum DistributionText {
  static let about = Text(
    nl: "een getal, normal:m:s, lognormal:m:s (van de logaritme), triangular:a:c:b, poisson:l of uniform:a:b",
    en: "a number, normal:m:s, lognormal:m:s (of the logarithm), triangular:a:c:b, poisson:l or uniform:a:b")

  static let candidates: @Sendable (Context) -> [Candidate] = { _ in
    [
      Candidate("normal:", Text(nl: "gemiddelde en standaardafwijking", en: "mean and standard deviation")),
      Candidate("lognormal:", Text(nl: "beide van de logaritme", en: "both of the logarithm")),
      Candidate("triangular:", Text(nl: "laagst, waarschijnlijkst, hoogst", en: "lowest, most likely, highest")),
      Candidate("poisson:", Text(nl: "gemiddelde", en: "mean")),
      Candidate("uniform:", Text(nl: "van, tot", en: "from, to")),
    ]
  }

  /// - Throws: `distribution.unknown`, `distribution.impossible`.
  static func parse(_ text: String, of name: String, at place: Place?) throws -> DriverDistribution {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.dropFirst().map { number($0) ?? .nan }
    let read: DriverDistribution?
    switch (parts[0], numbers.count) {
    case (_, 0): read = number(parts[0]).map(DriverDistribution.constant)
    case ("normal", 2): read = .normal(mean: numbers[0], deviation: numbers[1])
    case ("lognormal", 2): read = .lognormal(mean: numbers[0], deviation: numbers[1])
    case ("triangular", 3): read = .triangular(low: numbers[0], mode: numbers[1], high: numbers[2])
    case ("poisson", 1): read = .poisson(mean: numbers[0])
    case ("uniform", 2): read = .uniform(low: numbers[0], high: numbers[1])
    default: read = nil
    }
    guard let read else {
      throw Diagnostic(
        "distribution.unknown",
        Text(nl: "'\(text)' is geen verdeling voor --\(name)", en: "'\(text)' is no distribution for --\(name)"),
        wayOut: about,
        suggestion: NearestWord.best(parts[0], among: ["normal", "lognormal", "triangular", "poisson", "uniform"]),
        place: place)
    }
    guard read.isValid else {
      throw Diagnostic(
        "distribution.impossible",
        Text(nl: "de verdeling '\(text)' kan niet bestaan", en: "the distribution '\(text)' cannot exist"),
        wayOut: Text(
          nl: "getallen met een punt; geen spreiding onder 0; laagst, waarschijnlijkst, hoogst in die volgorde",
          en: "numbers with a point; no spread below 0; lowest, most likely, highest in that order"), place: place)
    }
    if case .constant(let value) = read, value < 0 { throw negative(text, name, place) }
    if read.mean < 0 { throw negative(text, name, place) }
    return read
  }

  private static func number(_ text: String) -> Double? {
    NumberText.parse(text.hasPrefix("€") ? String(text.dropFirst()) : text)
  }

  private static func negative(_ text: String, _ name: String, _ place: Place?) -> Diagnostic {
    Diagnostic(
      "distribution.impossible",
      Text(nl: "--\(name) '\(text)' ligt gemiddeld onder 0", en: "--\(name) '\(text)' lies below 0 on average"),
      wayOut: Text(nl: "geef een gemiddelde van 0 of meer", en: "give a mean of 0 or more"), place: place)
  }

  /// How a distribution is told.
  static func shown(_ distribution: DriverDistribution) -> Text {
    switch distribution {
    case .constant(let value): Shown.plain(value)
    case .normal(let mean, let deviation):
      Text(
        nl: "normaal \(Shown.plain(mean).nl) ± \(Shown.plain(deviation).nl)",
        en: "normal \(Shown.plain(mean).en) ± \(Shown.plain(deviation).en)")
    case .lognormal(let mean, let deviation):
      Text(
        nl: "lognormaal (log \(Shown.plain(mean).nl) ± \(Shown.plain(deviation).nl))",
        en: "lognormal (log \(Shown.plain(mean).en) ± \(Shown.plain(deviation).en))")
    case .triangular(let low, let mode, let high):
      Text(
        nl: "driehoek \(Shown.plain(low).nl) – \(Shown.plain(mode).nl) – \(Shown.plain(high).nl)",
        en: "triangle \(Shown.plain(low).en) – \(Shown.plain(mode).en) – \(Shown.plain(high).en)")
    case .poisson(let mean): Text(nl: "Poisson \(Shown.plain(mean).nl)", en: "Poisson \(Shown.plain(mean).en)")
    case .uniform(let low, let high):
      Text(
        nl: "gelijk verdeeld \(Shown.plain(low).nl) – \(Shown.plain(high).nl)",
        en: "uniform \(Shown.plain(low).en) – \(Shown.plain(high).en)")
    }
  }
}
