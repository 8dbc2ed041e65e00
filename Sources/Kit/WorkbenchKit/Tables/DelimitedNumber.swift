/// Reads one cell as a number.
enum DelimitedNumber {
  case missing
  case number(Double)
  case unreadable

  /// - Parameter text: without padding.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, decimal: DecimalMark) {
    if text.isEmpty || text.count == 1 && text[0] == UInt8(ascii: ".") {
      self = .missing
    } else if let number = NumberText.parse(text, point: decimal.byte) {
      self = .number(number)
    } else {
      self = Self.unusual(text, decimal)
    }
  }

  /// Points between thousands, in a text with decimal commas; and the words that R and Python write for nothing.
  private static func unusual(_ text: UnsafeBufferPointer<UInt8>, _ decimal: DecimalMark) -> Self {
    if text.elementsEqual("NA".utf8) || text.elementsEqual("NaN".utf8) { return .missing }
    if decimal == .comma, hasThousandsPoints(text) {
      let digits = text.filter { $0 != UInt8(ascii: ".") }
      if let number = digits.withUnsafeBufferPointer({ NumberText.parse($0, point: UInt8(ascii: ",")) }) {
        return .number(number)
      }
    }
    return .unreadable
  }

  /// Whether the points part the whole digits in threes: `3.625`, `-1.234.567`, `1.234,5`, and not `0.125` or `36.25`.
  static func hasThousandsPoints(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? 1 : 0
    let start = index
    var groups = 0
    while true {
      var digits = 0
      while index < text.count, text[index] &- 48 < 10 { (index, digits) = (index + 1, digits + 1) }
      if groups == 0 ? !(1...3).contains(digits) || text[start] == 48 : digits != 3 { return false }
      groups += 1
      if index == text.count { return groups > 1 }
      if text[index] == UInt8(ascii: ",") { return groups > 1 }
      guard text[index] == UInt8(ascii: ".") else { return false }
      index += 1
    }
  }

  /// Whether the digits begin with a nought that a number would lose: `0344`, and not `0`, `0.5` or `0,5`.
  static func isCode(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count > 1 && text[0] == 48 && text[1] &- 48 < 10
  }
}
