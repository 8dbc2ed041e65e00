import WorkbenchKit

/// Numbers as a reader of a language writes them: 1.234,5 in Dutch, 1,234.5 in English.
public struct NumberMarks: Sendable, Hashable {
  public let language: Language

  public init(_ language: Language) { self.language = language }

  public var point: String { language == .nl ? "," : "." }
  public var thousands: String { language == .nl ? "." : "," }
  /// Stands where a value is missing.
  public static let missing = "–"

  /// Writes a number with marks between the thousands.
  public func number(_ number: Double, decimals: Int) -> String {
    if number.isNaN { return Self.missing }
    // Beyond 2^53 there is nothing to round, and the kit writes the machine form.
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    if number.isFinite, number.magnitude * scale >= 9_007_199_254_740_992 { return plain(number) }
    return NumberText.fixed(number, decimals: decimals, point: point, thousands: thousands)
  }

  /// Writes a number without marks between the thousands, with the digits that it has.
  public func plain(_ number: Double) -> String {
    if number.isNaN { return Self.missing }
    return localised(NumberText.shortest(number))
  }

  public func boolean(_ boolean: Bool) -> String {
    (boolean ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no"))(language)
  }

  private func localised(_ machine: String) -> String {
    point == "." ? machine : String(machine.map { $0 == "." ? "," : $0 })
  }
}
