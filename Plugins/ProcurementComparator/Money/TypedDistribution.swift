import Methods
import WorkbenchKit

/// A distribution as a person types it: `1000`, `normal:1000:100`, `triangular:800:1000:1500`.
struct TypedDistribution: Sendable {
  let distribution: DriverDistribution

  static let about = Text(
    nl:
      "een getal, range:laag:beste:hoog (95 %), normal:m:s, lognormal:m:s (van de logaritme), triangular:a:c:b, poisson:l of uniform:a:b",
    en:
      "a number, range:low:best:high (95%), normal:m:s, lognormal:m:s (of the logarithm), triangular:a:c:b, poisson:l or uniform:a:b"
  )

  private static let candidates: @Sendable (Context) -> [Candidate] = { _ in
    [
      Candidate(
        "range:", Text(nl: "laag, beste, hoog: 95 % ligt ertussen", en: "low, best, high: 95% lies between")),
      Candidate("normal:", Text(nl: "gemiddelde en standaardafwijking", en: "mean and standard deviation")),
      Candidate("lognormal:", Text(nl: "beide van de logaritme", en: "both of the logarithm")),
      Candidate("triangular:", Text(nl: "laagst, waarschijnlijkst, hoogst", en: "lowest, most likely, highest")),
      Candidate("poisson:", Text(nl: "gemiddelde", en: "mean")),
      Candidate("uniform:", Text(nl: "van, tot", en: "from, to")),
    ]
  }

  /// The kind of an argument that is a distribution.
  ///
  /// - Parameter name: of the flag, for errors.
  static func kind(of name: String) -> ArgumentKind<TypedDistribution> {
    ArgumentKind.name.offering(candidates).map(or: TypedDistribution(.constant(0))) {
      try TypedDistribution(typed: $0, of: name)
    }
  }

  init(_ distribution: DriverDistribution) { self.distribution = distribution }

  /// - Throws: `distribution.unknown`, `distribution.impossible`.
  init(typed text: String, of name: String) throws {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.dropFirst().map { Self.number($0) ?? .nan }
    let read =
      numbers.isEmpty
      ? Self.number(parts[0]).map(DriverDistribution.constant) : DistributionWords.distribution(parts[0], numbers)
    guard let read else {
      throw Diagnostic(
        "distribution.unknown",
        Text(nl: "'\(text)' is geen verdeling voor --\(name)", en: "'\(text)' is no distribution for --\(name)"),
        wayOut: Self.about,
        suggestion: NearestWord.best(
          parts[0], among: DistributionWords.names))
    }
    guard read.isValid else {
      throw Diagnostic(
        "distribution.impossible",
        Text(nl: "de verdeling '\(text)' kan niet bestaan", en: "the distribution '\(text)' cannot exist"),
        wayOut: Text(
          nl: "getallen met een punt; geen spreiding onder 0; laagst, waarschijnlijkst, hoogst in die volgorde",
          en: "numbers with a point; no spread below 0; lowest, most likely, highest in that order"))
    }
    if case .constant(let value) = read, value < 0 { throw Self.negative(text, name) }
    if read.mean < 0 { throw Self.negative(text, name) }
    distribution = read
  }

  private static func number(_ text: String) -> Double? {
    NumberText.parse(text.hasPrefix("€") ? String(text.dropFirst()) : text)
  }

  private static func negative(_ text: String, _ name: String) -> Diagnostic {
    Diagnostic(
      "distribution.impossible",
      Text(nl: "--\(name) '\(text)' ligt gemiddeld onder 0", en: "--\(name) '\(text)' lies below 0 on average"),
      wayOut: Text(nl: "geef een gemiddelde van 0 of meer", en: "give a mean of 0 or more"))
  }
}
