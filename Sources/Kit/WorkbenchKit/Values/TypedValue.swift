/// Reading a single value as a person types it: `12%`, `€1250`, `3,5`, `-5`.
public enum TypedValue {
  /// Returns the number that the text is, with a decimal comma or point and no thousands mark; nil if it is none, and for a
  /// whole number above 2^53, which would not be kept to its last digit.
  public static func number(_ text: String) -> Value? {
    var copy = text
    return copy.withUTF8(number)
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Value? {
    var body = bytes[...]
    var unit: Unit?
    if body.last == UInt8(ascii: "%") {
      unit = .percent
      body.removeLast()
    }
    let isEuro = { (signs: Slice<UnsafeBufferPointer<UInt8>>) in signs.first == 0xE2 && signs.starts(with: "€".utf8) }
    var negative = false
    if body.first == UInt8(ascii: "-"), isEuro(body.dropFirst()) {
      negative = true
      body.removeFirst()
    }
    if isEuro(body) {
      guard unit == nil else { return nil }
      unit = .euro
      body.removeFirst("€".utf8.count)
    }
    guard !body.isEmpty, !NumberText.isBeyondWhole(body) else { return nil }
    let point: UInt8 = body.contains(UInt8(ascii: ",")) ? UInt8(ascii: ",") : UInt8(ascii: ".")
    guard let number = NumberText.parse(UnsafeBufferPointer(rebasing: body), point: point) else { return nil }
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
