import Methods
import WorkbenchKit

/// A quantity of a calculator as a person types it: a number or a distribution, `30`, `triangular:25:30:40`.
struct ModelQuantity: Sendable {
  let distribution: DriverDistribution

  var isSure: Bool { distribution.isConstant }
  /// What it is on average.
  var mean: Double { distribution.mean }

  static let about = Text(
    nl:
      "een getal, of range:laag:beste:hoog (95 %), triangular:a:c:b, normal:m:s, lognormal:m:s, poisson:l, uniform:a:b",
    en: "a number, or range:low:best:high (95%), triangular:a:c:b, normal:m:s, lognormal:m:s, poisson:l, uniform:a:b")

  /// What may be typed.
  enum Bounds: Sendable {
    case nought, aboveNought, share
  }

  /// The kind of an argument that is a quantity.
  static func kind(_ name: String, _ bounds: Bounds = .nought) -> ArgumentKind<ModelQuantity> {
    ArgumentKind.name.map(or: ModelQuantity(.constant(1))) { try ModelQuantity(typed: $0, of: name, bounds) }
  }

  init(_ distribution: DriverDistribution) { self.distribution = distribution }

  /// - Throws: `model.zero` for nought where it is divided by; `distribution.unknown`, `distribution.impossible`, `argument.range`.
  init(typed text: String, of name: String, _ bounds: Bounds) throws {
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
    if bounds == .aboveNought, read.mean == 0 {
      throw Diagnostic(
        "model.zero",
        Text(nl: "--\(name) kan niet 0 zijn: erdoor wordt gedeeld", en: "--\(name) cannot be 0: it is divided by"),
        wayOut: Text(nl: "geef meer dan 0", en: "give more than 0"), suggestion: "--\(name)")
    }
    let most = bounds == .share ? 1 : 1e12
    guard read.mean.isFinite, read.mean >= 0, read.mean <= most else {
      throw Diagnostic(
        "argument.range",
        Text(nl: "--\(name) kan niet \(text) zijn", en: "--\(name) cannot be \(text)"),
        wayOut: bounds == .share
          ? Text(nl: "geef een deel van 0 tot 1, of 80%", en: "give a part from 0 to 1, or 80%")
          : Text(nl: "geef 0 tot 1.000.000.000.000", en: "give 0 to 1,000,000,000,000"), suggestion: "--\(name)")
    }
    distribution = read
  }

  /// A number with a comma or a point, or a percentage as its hundredth part.
  private static func number(_ text: String) -> Double? {
    let text = text.trimmedOfPadding
    guard let value = TypedValue.number(text), case .number(let number, let unit) = value else { return nil }
    return unit == .percent ? number / 100 : number
  }
}
