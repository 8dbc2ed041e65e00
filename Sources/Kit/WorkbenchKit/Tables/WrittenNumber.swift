/// Reads one cell as a number.
enum WrittenNumber {
  case missing
  case number(Double)
  case unreadable

  /// - Parameter text: without padding.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, marks: NumberMarks) {
    if text.isEmpty || text.count == 1 && text[0] == UInt8(ascii: ".") {
      self = .missing
    } else if text.count < 16, let number = NumberText.parse(text, point: marks.decimal.byte) {
      self = .number(number)
    } else {
      self = Self.unusual(text, marks)
    }
  }

  /// Long numbers, marks between thousands, signs around the digits; and the words that R and Python write for nothing.
  private static func unusual(_ text: UnsafeBufferPointer<UInt8>, _ marks: NumberMarks) -> Self {
    if text.elementsEqual("NA".utf8) || text.elementsEqual("NaN".utf8) { return .missing }
    let number = BareNumber.read(text) { bare, _ in
      isBeyondDouble(bare) ? nil : withoutThousands(bare, marks) { NumberText.parse($0, point: marks.decimal.byte) }
    }
    return number.map(Self.number) ?? .unreadable
  }

  /// Passes the digits on without the marks between groups of three; nil where these part anything else.
  private static func withoutThousands(
    _ text: UnsafeBufferPointer<UInt8>, _ marks: NumberMarks, _ body: (UnsafeBufferPointer<UInt8>) -> Double?
  ) -> Double? {
    let grouping: UInt8? =
      switch NumberShape(text) {
      case .thousands(let mark)?, .both(let mark, _)?: mark
      case .doubt(let mark)? where mark != marks.decimal: mark.byte
      default: nil
      }
    guard let grouping else { return body(text) }
    guard marks.partThousands(grouping) else { return nil }
    return text.filter { $0 != grouping }.withUnsafeBufferPointer(body)
  }

  /// Whether the digits begin with a nought that a number would lose: `0344`, and not `0`, `0.5` or `0,5`.
  static func isCode(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count > 1 && text[0] == 48 && text[1] &- 48 < 10
  }

  /// Whether the text is a whole number above 2^53, which is no number for us: a double would round it.
  static func isBeyondDouble(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 16 else { return false }
    switch NumberShape(text) {
    case .plain?: return NumberText.isBeyondWhole(text)
    case .thousands(let mark)?: return NumberText.isBeyondWhole(text.filter { $0 != mark })
    default: return false
    }
  }
}
