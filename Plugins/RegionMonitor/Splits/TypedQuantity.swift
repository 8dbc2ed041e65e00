import Methods
import WorkbenchKit

/// A quantity as a person types it, a number or a distribution: `3`, `triangular:2:3:5`.
struct TypedQuantity: Sendable {
  let distribution: DriverDistribution

  var isSure: Bool { distribution.isConstant }
  /// What it is on average.
  var mean: Double { distribution.mean }

  static let about = Text(
    nl:
      "een getal, of range:laag:beste:hoog (95 %), triangular:a:c:b, normal:m:s, lognormal:m:s, poisson:l, uniform:a:b",
    en: "a number, or range:low:best:high (95%), triangular:a:c:b, normal:m:s, lognormal:m:s, poisson:l, uniform:a:b")

  private static let candidates: @Sendable (Context) -> [Candidate] = { _ in
    [
      Candidate("range:", Text(nl: "laag, beste, hoog: 95 % ligt ertussen", en: "low, best, high: 95% lies between")),
      Candidate("triangular:", Text(nl: "laagst, waarschijnlijkst, hoogst", en: "lowest, most likely, highest")),
      Candidate("normal:", Text(nl: "gemiddelde en standaardafwijking", en: "mean and standard deviation")),
      Candidate("lognormal:", Text(nl: "beide van de logaritme", en: "both of the logarithm")),
      Candidate("poisson:", Text(nl: "gemiddelde", en: "mean")),
      Candidate("uniform:", Text(nl: "van, tot", en: "from, to")),
    ]
  }

  /// The kind of an argument that is a quantity.
  ///
  /// - Parameters:
  ///   - name: of the flag, for errors.
  ///   - least: whether nought may be.
  static func kind(_ name: String, _ least: Least) -> ArgumentKind<TypedQuantity> {
    ArgumentKind.name.offering(candidates).map(or: TypedQuantity(.constant(1))) {
      try TypedQuantity(typed: $0, of: name, least)
    }
  }

  /// From where a quantity may be.
  enum Least: Sendable {
    case nought, aboveNought
  }

  /// A number, or a percentage as its hundredth part.
  private static func number(_ text: String) -> Double? {
    let text = text.trimmedOfPadding
    return text.hasSuffix("%")
      ? NumberText.parse(String(text.dropLast()).trimmedOfPadding).map { $0 / 100 } : NumberText.parse(text)
  }

  init(_ distribution: DriverDistribution) { self.distribution = distribution }

  /// - Throws: `distribution.unknown`, `distribution.impossible`, `argument.range`.
  init(typed text: String, of name: String, _ least: Least) throws {
    let read: DriverDistribution
    do { read = try DistributionWords.read(text.lowercased(), number: Self.number) } catch .unknown {
      throw Diagnostic(
        "distribution.unknown",
        Text(
          nl: "'\(text)' is geen getal of verdeling voor --\(name)",
          en: "'\(text)' is no number or distribution for --\(name)"),
        wayOut: Self.about,
        suggestion: NearestWord.best(String(text.prefix { $0 != ":" }), among: DistributionWords.names))
    } catch .impossible {
      throw Diagnostic(
        "distribution.impossible",
        Text(nl: "de verdeling '\(text)' kan niet bestaan", en: "the distribution '\(text)' cannot exist"),
        wayOut: Text(
          nl: "getallen met een punt; geen spreiding onder 0; laagst, waarschijnlijkst, hoogst in die volgorde",
          en: "numbers with a point; no spread below 0; lowest, most likely, highest in that order"))
    }
    guard read.mean.isFinite, read.mean <= 1e9, least == .nought ? read.mean >= 0 : read.mean > 0 else {
      throw OutOfRange.problem(text, name, least)
    }
    distribution = read
  }
}

/// What is said of a number that cannot be.
enum OutOfRange {
  static func problem(_ text: String, _ name: String, _ least: TypedQuantity.Least) -> Diagnostic {
    Diagnostic(
      "argument.range",
      Text(nl: "--\(name) kan niet \(text) zijn", en: "--\(name) cannot be \(text)"),
      wayOut: least == .nought
        ? Text(nl: "geef 0 of meer, hoogstens 1.000.000.000", en: "give 0 or more, at most 1,000,000,000")
        : Text(nl: "geef meer dan 0, hoogstens 1.000.000.000", en: "give more than 0, at most 1,000,000,000"),
      suggestion: "--\(name)")
  }
}
