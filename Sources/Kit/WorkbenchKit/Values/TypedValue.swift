/// Reading a single value as a person types it: `12%`, `€1250`, `3,5`, `-5`.
public enum TypedValue {
  /// Returns the number that the text is, with a decimal comma or point and no thousands mark; nil if it is none.
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
    guard !body.isEmpty else { return nil }
    let point: UInt8 = body.utf8.contains(UInt8(ascii: ",")) ? UInt8(ascii: ",") : UInt8(ascii: ".")
    guard let number = NumberText.parse(String(body), point: point) else { return nil }
    return .number(negative ? -number : number, unit: unit)
  }

  /// Returns the value of a bare word: a number, true or false, else text.
  public static func guess(_ text: String) -> Value {
    switch text {
    case "true": .boolean(true)
    case "false": .boolean(false)
    default: number(text) ?? .text(text)
    }
  }
}
