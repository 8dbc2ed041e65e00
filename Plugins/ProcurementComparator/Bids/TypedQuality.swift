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

  /// Reads a share, or a word of a scale.
  ///
  /// - Throws: `bid.quality`.
  static func quality(_ pair: Pair<Value>, scale: [String: Double]) throws -> Double {
    let typed = TypedValue.guess(pair.value.plain)
    guard let word = typed.text else { return try share(of: pair.key, typed) }
    if let share = scale.first(where: { $0.key.lowercased() == word.lowercased() })?.value { return share }
    let words = scale.sorted { $0.value > $1.value }.map(\.key)
    let listed = Text.list(words, atMost: 9)
    throw Diagnostic(
      "bid.quality",
      Text(
        nl: "'\(word)' is geen kwaliteit van 0 tot en met 1 en geen woord van de schaal",
        en: "'\(word)' is no quality of 0 through 1 and no word of the scale"),
      wayOut: words.isEmpty
        ? Text(nl: "leg een schaal vast met 'bid new --scale'", en: "state a scale with 'bid new --scale'")
        : Text(nl: "de schaal: \(listed.nl)", en: "the scale: \(listed.en)"),
      suggestion: NearestWord.best(word, among: words))
  }

  /// Reads the quality of one bid by criterion.
  ///
  /// - Throws: `bid.quality`.
  static func qualities(_ pairs: [Pair<Value>], scale: [String: Double]) throws -> [String: Double] {
    var values: [String: Double] = [:]
    for pair in pairs {
      do { values[pair.key] = try quality(pair, scale: scale) } catch let error as Diagnostic {
        throw error.at(pair.place)
      }
    }
    return values
  }
}
