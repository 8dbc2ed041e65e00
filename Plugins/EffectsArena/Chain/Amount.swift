import Methods
import WorkbenchKit

/// A number or a distribution, as it was typed.
struct Amount: Sendable, Hashable, FieldValue {
  /// As it was typed.
  let words: String
  let distribution: DriverDistribution

  static let about = Text(
    nl:
      "een getal, range:laag:beste:hoog (95 %), normal:m:s, triangular:a:c:b, uniform:a:b, lognormal:m:s of poisson:l",
    en: "a number, range:low:best:high (95%), normal:m:s, triangular:a:c:b, uniform:a:b, lognormal:m:s or poisson:l")

  var mean: Double { distribution.mean }
  var isUncertain: Bool { !distribution.isConstant }

  init(_ value: Double) {
    words = NumberText.shortest(value)
    distribution = .constant(value)
  }

  init(words: String, _ distribution: DriverDistribution) { (self.words, self.distribution) = (words, distribution) }

  /// Reads what a person typed, who may mean thousands by a point.
  ///
  /// - Throws: `amount.value`, `distribution.impossible`.
  init(typed text: String) throws {
    let words = text.trimmedOfPadding
    if let grouped = words.split(separator: ":").first(where: { Self.isGrouped($0) }) {
      let digits = grouped.filter { $0 != "." }
      throw Diagnostic(
        "amount.value",
        Text(
          nl: "'\(grouped)' kan een groot bedrag zijn of een getal met drie decimalen",
          en: "'\(grouped)' can be a large amount or a number with three decimals"),
        wayOut: Text(nl: "schrijf het zonder punten: \(digits)", en: "write it without points: \(digits)"),
        suggestion: String(words.filter { $0 != "." }))
    }
    try self.init(written: words)
  }

  /// Reads what is written with a point before its decimals.
  private init(written words: String) throws {
    self.words = words
    do {
      distribution = try DistributionWords.read(words) { TypedValue.number($0).flatMap(Self.plain) }
    } catch .unknown {
      throw Diagnostic(
        "amount.value", Text(nl: "'\(words)' is geen bedrag of aantal", en: "'\(words)' is no amount"),
        wayOut: Self.about,
        suggestion: words.contains(":")
          ? NearestWord.best(String(words.prefix { $0 != ":" }), among: DistributionWords.names) : nil)
    } catch .impossible {
      throw Diagnostic(
        "distribution.impossible",
        Text(nl: "de verdeling '\(words)' kan niet bestaan", en: "the distribution '\(words)' cannot exist"),
        wayOut: Text(
          nl: "geen spreiding onder 0; laagst, waarschijnlijkst, hoogst in die volgorde",
          en: "no spread below 0; lowest, most likely, highest in that order"))
    }
    guard abs(mean) <= 1e13, distribution.variance.isFinite else {
      throw Diagnostic(
        "amount.value", Text(nl: "'\(words)' is te groot", en: "'\(words)' is too large"),
        wayOut: Text(nl: "ten hoogste tienduizend miljard", en: "ten million million at most"))
    }
  }

  init(field: JSON) throws {
    if let number = field.number, number.isFinite {
      self.init(number)
    } else if let text = field.string, let read = try? Amount(written: text) {
      self = read
    } else {
      throw FieldProblem(Text(nl: "is geen bedrag of aantal", en: "is no amount"))
    }
  }

  var json: JSON {
    if case .constant(let value) = distribution { .number(value) } else { .string(words) }
  }

  /// `90.000`, which people write for ninety thousand and a computer reads as ninety.
  private static func isGrouped(_ text: Substring) -> Bool {
    let digits = text.drop { $0 == "€" || $0 == "-" }
    let groups = digits.split(separator: ".", omittingEmptySubsequences: false)
    return groups.count > 1 && (1...3).contains(groups[0].count) && groups[0] != "0"
      && groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }

  /// A percentage is no amount.
  private static func plain(_ value: Value) -> Double? {
    if case .number(let number, let unit) = value, unit != .percent { number } else { nil }
  }
}

extension ArgumentKind where Element == Amount {
  /// A number or a distribution.
  ///
  /// - Throws: `amount.value`, `distribution.impossible` at binding.
  static var amount: ArgumentKind {
    ArgumentKind<String>.name.map(or: Amount(0)) { try Amount(typed: $0) }.offering { _ in
      DistributionWords.names.map { Candidate("\($0):") }
    }
  }

  /// Likewise, but not below nought on average.
  static var amountFromZero: ArgumentKind {
    amount.map(or: Amount(0)) { amount in
      guard amount.mean >= 0 else {
        throw Diagnostic(
          "amount.value", Text(nl: "'\(amount.words)' ligt onder 0", en: "'\(amount.words)' lies below 0"),
          wayOut: Text(
            nl: "een investering is 0 of meer; wat binnenkomt is een effect",
            en: "an investment is 0 or more; what comes in is an effect"))
      }
      return amount
    }
  }
}

/// A part of a whole, as a person types it.
enum TypedPart {
  /// - Throws: `share.range`.
  static func checked(_ value: Value) throws -> Double {
    do { return try ShareText.share(value) } catch let error as Diagnostic {
      var error = error
      error.code = "share.range"
      throw error
    }
  }
}

extension ArgumentKind where Element == Double {
  /// A part, 0 through 1.
  ///
  /// - Throws: `share.range` at binding.
  static var part: ArgumentKind {
    ArgumentKind<Value>.quantity(-1e15...1e15).map(or: 0) { try TypedPart.checked($0) }.stating(.share)
  }
}
