import WorkbenchKit

/// The digits of a number as a file writes them.
enum WrittenDigits {
  /// Reads digits, point and exponent as a file of sheets writes them; nil for anything else, `inf` and `0x10` among it.
  static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    if text.count < 17, !text.contains(where: { $0 | 32 == UInt8(ascii: "e") }) { return NumberText.parse(text) }
    // Excel writes seventeen digits for most fractions.
    if let number = LongDecimal(text)?.nearest { return number }
    guard text.count <= 400, text.allSatisfy(isDigitOrMark) else { return nil }
    guard let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite else { return nil }
    return number
  }

  private static func isDigitOrMark(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte | 32 == UInt8(ascii: "e")
  }

  /// Whether the digits are a whole number above 2^53, of which a double keeps some only.
  static func areBeyondWhole(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // Most of what is long has a point, and needs no second look.
    text.count >= 16 && !text.contains { $0 == UInt8(ascii: ".") || $0 | 32 == UInt8(ascii: "e") }
      && NumberText.isBeyondWhole(text)
  }

  /// Whether the double gives these digits back: at most fifteen, none of them idle, and no exponent.
  static func areShortest(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = text.first == UInt8(ascii: "-") ? 1 : 0
    let start = index
    while index < text.count, text[index] &- 48 < 10 { index += 1 }
    let whole = index - start
    guard whole > 0, whole == 1 || text[start] != 48 else { return false }
    if index == text.count { return whole <= 15 && (text[start] != 48 || start == 0) }
    guard text[index] == UInt8(ascii: "."), index + 1 < text.count, text[text.count - 1] != 48 else { return false }
    let fraction = text.count - index - 1
    guard whole + fraction <= 15, text[(index + 1)...].allSatisfy({ $0 &- 48 < 10 }) else { return false }
    // 0.00001 is written 1e-05.
    return text[start] != 48 || text[(index + 1)...].prefix(4).contains { $0 != 48 }
  }

  /// Returns a hundred times a number as it is written: .285 becomes 28.5, which multiplying would miss.
  static func hundredfold(_ number: Double) -> Double {
    guard number.isFinite, number != 0 else { return number }
    let parts = number.description.split(separator: "e", maxSplits: 1)
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return parts.first.flatMap { Double("\($0)e\(exponent + 2)") } ?? number * 100
  }
}
