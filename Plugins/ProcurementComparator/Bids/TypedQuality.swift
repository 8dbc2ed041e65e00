import WorkbenchKit

/// Quality as a person gives it.
enum TypedQuality {
  /// Reads a share: `0.8` or `80%`.
  ///
  /// - Parameter name: whose it is.
  /// - Throws: `bid.quality`.
  @Sendable static func share(of name: String, _ value: Value) throws -> Double {
    if case .number(let number, let unit) = value {
      let share = unit == .percent ? number / 100 : number
      if (0...1).contains(share) { return share }
    }
    throw Diagnostic(
      "bid.quality",
      Text(
        nl: "'\(name)' is \(value.plain), en dat is geen aandeel van 0 tot en met 1",
        en: "'\(name)' is \(value.plain), which is no share of 0 through 1"),
      wayOut: Text(nl: "zoals 0.8 of 80%", en: "such as 0.8 or 80%"))
  }

  /// Reads what a word or a digit of a scale is worth: a share of full quality, below nought for a malus.
  ///
  /// - Throws: `bid.quality`.
  @Sendable static func worth(of word: String, _ value: Value) throws -> Double {
    if case .number(let number, let unit) = value {
      let share = unit == .percent ? number / 100 : number
      if (-10...1).contains(share) { return share }
    }
    throw Diagnostic(
      "bid.quality",
      Text(
        nl: "'\(word)' is op de schaal \(value.plain) waard, en dat is geen aandeel van -10 tot en met 1",
        en: "'\(word)' is worth \(value.plain) on the scale, which is no share from -10 through 1"),
      wayOut: Text(
        nl: "zoals goed=0.8,matig=0.4, of met een malus: 3=100%,0=0%,NR=-50%",
        en: "such as good=0.8,poor=0.4, or with a malus: 3=100%,0=0%,NR=-50%"))
  }

  /// Reads a word or a digit of a scale; where the scale has digits a bare number is one of them, and a share has its %.
  ///
  /// - Throws: `bid.quality`.
  static func quality(_ pair: Pair<Value>, scale: QualityScale) throws -> Double {
    let plain = pair.value.plain
    if let share = scale[plain] { return share }
    let typed = TypedValue.guess(plain)
    if case .number(_, let unit) = typed, unit == .percent || !scale.hasDigits { return try share(of: pair.key, typed) }
    throw Diagnostic(
      "bid.quality",
      Text(
        nl: "'\(plain)' is geen kwaliteit van 0 tot en met 1 en geen woord van de schaal",
        en: "'\(plain)' is no quality of 0 through 1 and no word of the scale"),
      wayOut: scale.isEmpty
        ? Text(nl: "leg een schaal vast met 'bid new --scale'", en: "state a scale with 'bid new --scale'")
        : Text(nl: "de schaal: \(scale.listed.nl)", en: "the scale: \(scale.listed.en)"),
      suggestion: NearestWord.best(plain, among: scale.words))
  }

  /// Reads the quality of one bid by criterion.
  ///
  /// - Throws: `bid.quality`.
  static func qualities(_ pairs: [Pair<Value>], scale: QualityScale) throws -> [String: Double] {
    var values: [String: Double] = [:]
    for pair in pairs {
      do { values[pair.key] = try quality(pair, scale: scale) } catch let error as Diagnostic {
        throw error.at(pair.place)
      }
    }
    return values
  }
}
