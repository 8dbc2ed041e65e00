import WorkbenchKit

/// Checks of the figures that no source gives.
enum GivenFigure {
  /// A share from 0 through 1, or a percentage; nil where nothing was given.
  static func share(_ value: Value?, _ name: String, at place: Place?) throws -> Double? {
    guard case .number(let number, let unit)? = value else { return nil }
    let share = unit == .percent ? number / 100 : number
    guard (0...1).contains(share) else {
      let shown = NumberText.shortest(number)
      throw Diagnostic(
        "argument.range",
        Text(
          nl: "'\(name)' is een aandeel van 0 tot en met 1, niet \(shown)",
          en: "'\(name)' is a share from 0 through 1, not \(shown)"),
        wayOut: Text(nl: "zoals .4 of 40%", en: "such as .4 or 40%"), suggestion: share <= 100 ? "\(shown)%" : nil,
        place: place)
    }
    return share
  }

  /// The range around a figure; NaN where none was given. Both or none.
  ///
  /// - Parameter place: of the bound with this name.
  static func range(
    low: Double?, high: Double?, around value: Double, at place: (String) -> Place?
  ) throws -> (low: Double, high: Double) {
    if low == nil, high == nil { return (.nan, .nan) }
    guard let low, let high, low <= value, value <= high else {
      throw Diagnostic(
        "need.range",
        low.map { $0 > value } == true || high.map { $0 < value } == true
          ? Text(
            nl: "\(NumberText.shortest(value)) ligt niet tussen --low en --high",
            en: "\(NumberText.shortest(value)) does not lie between --low and --high")
          : Text(nl: "een marge heeft --low en --high", en: "a range has --low and --high"),
        wayOut: Text(nl: "geef beide, of geen van beide", en: "give both, or neither"),
        place: place(low == nil ? "high" : "low"))
    }
    return (low, high)
  }

  static func missing(_ name: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "argument.missing", Text(nl: "'\(name)' ontbreekt", en: "'\(name)' is missing"),
      wayOut: Text(
        nl: "geef het, of --withdraw om iets terug te nemen", en: "give it, or --withdraw to take something back"),
      place: place)
  }

  static func nothing(_ name: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "need.none",
      Text(nl: "voor '\(name)' is niets opgegeven", en: "nothing was given for '\(name)'"),
      wayOut: Text(nl: "'wzw need inputs' toont wat er is", en: "'wzw need inputs' shows what there is"),
      suggestion: "wzw need inputs", place: place)
  }
}
