/// Reading a share of one as a person types it.
public enum ShareText {
  /// Returns a share: a percentage as its hundredth part.
  ///
  /// - Throws: `argument.range` for what is not from 0 through 1.
  public static func share(_ value: Value) throws -> Double {
    guard case .number(let number, let unit) = value else { throw problem(value.plain, suggestion: nil) }
    let share = unit == .percent ? number / 100 : number
    guard (0...1).contains(share) else {
      throw problem(value.plain, suggestion: unit != .percent && share > 1 && share <= 100 ? "\(value.plain)%" : nil)
    }
    return share
  }

  private static func problem(_ shown: String, suggestion: String?) -> Diagnostic {
    Diagnostic(
      "argument.range",
      Text(nl: "\(shown) is geen aandeel van 0 tot en met 1", en: "\(shown) is no share from 0 through 1"),
      wayOut: Text(nl: "zoals 0,4 of 40%", en: "such as 0.4 or 40%"), suggestion: suggestion)
  }
}
