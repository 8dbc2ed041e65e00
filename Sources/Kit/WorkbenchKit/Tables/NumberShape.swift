/// How the marks in a number stand, and what they tell of their meaning.
enum NumberShape: Hashable {
  /// Digits, perhaps with a power of ten, and no mark.
  case plain
  /// The mark stands where only the decimal one can: `3,5`, `0.125`, `1234.567`.
  case decimal(DecimalMark)
  /// Marks between groups of three: `1.234.567`, `1 234`, `12'500`.
  case thousands(UInt8)
  /// `1.234,5`, `1,234.5`, `1 234,5`.
  case both(thousands: UInt8, decimal: DecimalMark)
  /// Three digits behind the only mark: `3.625`, `83,058`.
  case doubt(DecimalMark)

  /// Returns nil where the marks fit no number.
  ///
  /// - Parameter text: as `BareNumber` gives it.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var index = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? 1 : 0
    let start = index
    func digits() -> Int {
      let first = index
      while index < text.count, text[index] &- 48 < 10 { index += 1 }
      return index - first
    }
    let lead = digits()
    // A group is never begun by a nought: `0.125` is a fraction and `012.345` no number of ours.
    let canBeGroup = (1...3).contains(lead) && text[start] != 48
    guard index < text.count, text[index] | 0x20 != UInt8(ascii: "e") else {
      guard lead > 0, index == text.count || Self.isPower(text, at: index) else { return nil }
      self = .plain
      return
    }
    let mark = text[index]
    guard let decimal = DecimalMark(byte: mark) else {
      // Blanks and apostrophes part thousands only.
      guard mark == UInt8(ascii: " ") || mark == UInt8(ascii: "'"), canBeGroup,
        let end = Self.groups(text, from: index, by: mark)
      else { return nil }
      self.init(groupedBy: mark, text, end)
      return
    }
    if canBeGroup, let end = Self.groups(text, from: index, by: mark) {
      if end == text.count, end - index == 4 {
        self = .doubt(decimal)
      } else {
        self.init(groupedBy: mark, text, end)
      }
      return
    }
    index += 1
    guard digits() + lead > 0, index == text.count || Self.isPower(text, at: index) else { return nil }
    self = .decimal(decimal)
  }

  /// What follows the groups: nothing, or another mark and decimals.
  private init?(groupedBy mark: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ end: Int) {
    if end == text.count {
      self = .thousands(mark)
      return
    }
    guard let decimal = DecimalMark(byte: text[end]), decimal.byte != mark,
      text[(end + 1)...].allSatisfy({ $0 &- 48 < 10 })
    else { return nil }
    self = .both(thousands: mark, decimal: decimal)
  }

  /// Where the groups of three end that begin with a mark; nil where the first is none, or one is followed by a digit or
  /// by its own mark.
  static func groups(_ text: UnsafeBufferPointer<UInt8>, from start: Int, by mark: UInt8) -> Int? {
    var index = start
    while index < text.count, text[index] == mark {
      guard index + 4 <= text.count, text[index + 1..<index + 4].allSatisfy({ $0 &- 48 < 10 }) else { return nil }
      index += 4
    }
    return index > start && (index == text.count || text[index] &- 48 >= 10) ? index : nil
  }

  private static func isPower(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard text[index] | 0x20 == UInt8(ascii: "e") else { return false }
    var digits = text[(index + 1)...]
    if digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    return !digits.isEmpty && digits.allSatisfy { $0 &- 48 < 10 }
  }
}
