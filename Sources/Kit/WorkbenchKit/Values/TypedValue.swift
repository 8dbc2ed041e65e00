/// Reading a single value as a person types it: `12%`, `€1250`, `3,5`, `-5`.
public enum TypedValue {
  /// Returns the number that the text is, with a decimal comma or point and no thousands mark; nil if it is none, and for a
  /// whole number above 2^53, which would not be kept to its last digit.
  public static func number(_ text: String) -> Value? {
    var body = Substring(text)
    var unit: Unit?
    if body.hasSuffix("%") {
      unit = .percent
      body = body.dropLast()
    }
    var negative = false
    if body.hasPrefix("-€") {
      negative = true
      body = body.dropFirst()
    }
    if body.hasPrefix("€") {
      guard unit == nil else { return nil }
      unit = .euro
      body = body.dropFirst()
    }
    guard !body.isEmpty, !NumberText.isBeyondWhole(body.utf8) else { return nil }
    let point: UInt8 = body.utf8.contains(UInt8(ascii: ",")) ? UInt8(ascii: ",") : UInt8(ascii: ".")
    guard let number = NumberText.parse(String(body), point: point) else { return nil }
    return .number(negative ? -number : number, unit: unit)
  }

  /// Returns the value of a bare word: a number, true or false, else text. What begins with a nought before another digit
  /// (`0164`) is a code, and text, as it is in a file.
  public static func guess(_ text: String) -> Value {
    switch text {
    case "true": .boolean(true)
    case "false": .boolean(false)
    default: isCode(text) ? .text(text) : number(text) ?? .text(text)
    }
  }

  private static func isCode(_ text: String) -> Bool {
    let digits = text.utf8.prefix(2)
    return digits.count == 2 && digits.first == UInt8(ascii: "0") && digits.allSatisfy { $0 &- 48 < 10 }
  }
}
