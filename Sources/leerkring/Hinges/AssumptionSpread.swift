import WorkbenchKit

/// What somebody holds possible for one thing that was assumed: a range, or values with how likely they are.
enum AssumptionSpread {
  /// Any value between two, each as likely.
  case even(ClosedRange<Double>, unit: Unit?)
  /// These values; the chances sum to 1.
  case values([Value], chances: [Double])

  /// So many values may be typed or counted up to.
  private static let most = 100

  /// Reads `40..60`, `10..20:1` (in steps), `laag/hoog`, or `100:0.3/200:0.7` (with chances), as of an assumption that is worth
  /// something now.
  ///
  /// - Throws: `hinges.range`.
  init(typed text: String, of name: String, now: Value) throws {
    let unit: Unit? = if case .number(_, let unit) = now { unit } else { nil }
    let found: AssumptionSpread
    if let dots = text.firstRange(of: "..") {
      found = try Self.range(String(text[..<dots.lowerBound]), String(text[dots.upperBound...]), text, name)
    } else {
      found = try Self.list(text, name)
    }
    self = try found.inUnit(unit, of: name, now: now)
    try demandNow(now, text, name)
  }

  /// All values that are held possible, of a range its ends.
  var ends: [Value] {
    switch self {
    case .even(let range, let unit): [range.lowerBound, range.upperBound].map { .number($0, unit: unit) }
    case .values(let values, _): values
    }
  }

  /// The distance between the least and the greatest number; nil where some are words.
  var width: Double? {
    let numbers = ends.compactMap(\.number)
    guard numbers.count == ends.count, let low = numbers.min(), let high = numbers.max() else { return nil }
    return high - low
  }

  // MARK: Reading

  private static func range(_ low: String, _ rest: String, _ text: String, _ name: String) throws -> AssumptionSpread {
    let sides = rest.split(separator: ":", omittingEmptySubsequences: false).map { TypedValue.number(String($0)) }
    guard case .number(let first, let unit)? = TypedValue.number(low),
      case .number(let last, let other)?? = sides.first,
      first < last, sides.count <= 2, unit == nil || other == nil || unit == other
    else { throw wrong(text, name) }
    guard sides.count == 2 else { return .even(first...last, unit: unit ?? other) }
    guard let step = sides[1]?.number, step > 0, (last - first) / step < Double(most) else { throw wrong(text, name) }
    let count = Int(((last - first) / step + 1e-9).rounded(.down))
    guard count >= 1 else { throw wrong(text, name) }
    let values = (0...count).map { Value.number(first + Double($0) * step, unit: unit ?? other) }
    return .values(values, chances: values.map { _ in 1 / Double(values.count) })
  }

  private static func list(_ text: String, _ name: String) throws -> AssumptionSpread {
    let items = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (2...most).contains(items.count), items.allSatisfy({ !$0.isEmpty }) else { throw wrong(text, name) }
    let parted = items.compactMap { item -> (value: String, chance: Double)? in
      guard let colon = item.lastIndex(of: ":"), colon > item.startIndex,
        let chance = TypedValue.number(String(item[item.index(after: colon)...]))?.number
      else { return nil }
      return (String(item[..<colon]), chance)
    }
    let values = (parted.isEmpty ? items : parted.map(\.value)).map(TypedValue.guess)
    guard Set(values).count == items.count else { throw wrong(text, name) }
    guard !parted.isEmpty else { return .values(values, chances: values.map { _ in 1 / Double(values.count) }) }
    guard parted.allSatisfy({ $0.chance > 0 }), abs(parted.reduce(0) { $0 + $1.chance } - 1) < 1e-9 else {
      throw Diagnostic(
        "hinges.range",
        Text(nl: "de kansen van '\(name)' tellen niet op tot 1", en: "the chances of '\(name)' do not add up to 1"),
        wayOut: Text(
          nl: "geef elke waarde een kans, zoals \(name)=100:0.3/200:0.7",
          en: "give each value a chance, such as \(name)=100:0.3/200:0.7"))
    }
    return .values(values, chances: parted.map(\.chance))
  }

  // MARK: Beside what it is now

  /// A number without a sign has that of the assumption; `10%` for what is no percentage would be something else in silence.
  private func inUnit(_ unit: Unit?, of name: String, now: Value) throws -> AssumptionSpread {
    let typed = ends.compactMap { value -> Unit? in if case .number(_, let unit) = value { unit } else { nil } }
    guard typed.allSatisfy({ $0 == unit }) || now.number == nil else {
      throw Diagnostic(
        "hinges.unit",
        Text(
          nl: "'\(name)' is nu \(now.plain), en het bereik heeft een ander teken",
          en: "'\(name)' is \(now.plain) now, and the range has another sign"),
        wayOut: Text(nl: "schrijf het bereik zoals de waarde", en: "write the range as the value"))
    }
    let given = { (value: Value) -> Value in
      if case .number(let number, nil) = value { .number(number, unit: unit) } else { value }
    }
    switch self {
    case .even(let range, let typed): return .even(range, unit: typed ?? unit)
    case .values(let values, let chances): return .values(values.map(given), chances: chances)
    }
  }

  /// What it is now has to be held possible: else it is not told on which side of a turn we are.
  private func demandNow(_ now: Value, _ text: String, _ name: String) throws {
    guard let number = now.number, case .even(let range, _) = self, !range.contains(number) else { return }
    throw Diagnostic(
      "hinges.range",
      Text(
        nl: "'\(name)' is nu \(now.plain), en dat ligt niet in \(text)",
        en: "'\(name)' is \(now.plain) now, which does not lie in \(text)"),
      wayOut: Text(nl: "neem een bereik waar die waarde in ligt", en: "take a range that holds this value"))
  }

  private static func wrong(_ text: String, _ name: String) -> Diagnostic {
    Diagnostic(
      "hinges.range",
      Text(nl: "'\(text)' is geen bereik voor '\(name)'", en: "'\(text)' is no range for '\(name)'"),
      wayOut: Text(
        nl: "van laag naar hoog: \(name)=40..60, in stappen: \(name)=10..20:1, of waarden: \(name)=laag/hoog",
        en: "from low to high: \(name)=40..60, in steps: \(name)=10..20:1, or values: \(name)=low/high"))
  }
}
