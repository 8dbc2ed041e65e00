import WorkbenchKit

/// What the text of a cell says, by the rules by which `read` takes delimited text.
enum CellText {
  /// The text without blanks, no-break spaces, tabs and ends of line around it.
  static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (from, to) = (0, text.count)
    while from < to {
      if isPadding(text[from]) {
        from += 1
      } else if to - from > 1, text[from] == 0xC2, text[from + 1] == 0xA0 {
        from += 2
      } else {
        break
      }
    }
    while to > from {
      if isPadding(text[to - 1]) {
        to -= 1
      } else if to - from > 1, text[to - 1] == 0xA0, text[to - 2] == 0xC2 {
        to -= 2
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: text[from..<to])
  }

  private static func isPadding(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// What stands for nothing.
  enum Mark {
    /// Empty or `.`: missing in any column.
    case missing
    /// `NA` or `NaN`: missing among numbers and booleans, a text among texts.
    case word
  }

  /// Returns which mark a text is; nil where it says something.
  static func mark(_ text: UnsafeBufferPointer<UInt8>) -> Mark? {
    let bare = trimmed(text)
    switch bare.count {
    case 0: return .missing
    case 1: return bare[0] == UInt8(ascii: ".") ? .missing : nil
    case 2: return bare.elementsEqual("NA".utf8) ? .word : nil
    case 3: return bare.elementsEqual("NaN".utf8) ? .word : nil
    default: return nil
    }
  }

  /// Reads a text as a number with this mark between whole and fraction; nil where it is none.
  ///
  /// `0344` is a code, and a whole number above 2^53 is none that a double keeps.
  /// - Parameter parted: whether the other mark may part thousands.
  static func number(_ text: UnsafeBufferPointer<UInt8>, decimal: DecimalMark, parted: Bool = false) -> Double? {
    let bare = trimmed(text)
    let unsigned = bare.first == UInt8(ascii: "-") ? UnsafeBufferPointer(rebasing: bare.dropFirst()) : bare
    if unsigned.count > 1, unsigned[0] == 48, unsigned[1] &- 48 < 10 { return nil }
    if WrittenDigits.areBeyondWhole(bare) { return nil }
    let (point, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
    if let number = NumberText.parse(bare, point: decimal == .comma ? comma : point) { return number }
    guard parted, arePartedByThree(unsigned, decimal == .comma ? point : comma, decimal == .comma ? comma : point)
    else { return nil }
    return bare.filter { $0 != (decimal == .comma ? point : comma) }.withUnsafeBufferPointer {
      WrittenDigits.areBeyondWhole($0)
        ? nil : NumberText.parse($0, point: decimal == .comma ? comma : point)
    }
  }

  /// `1.234.567` and `1.234,5`: one to three digits, then groups of three.
  private static func arePartedByThree(
    _ digits: UnsafeBufferPointer<UInt8>, _ mark: UInt8, _ point: UInt8
  ) -> Bool {
    let groups = digits.prefix { $0 != point }.split(separator: mark, omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.count) else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.allSatisfy { group in group.allSatisfy { $0 &- 48 < 10 } }
  }
}
