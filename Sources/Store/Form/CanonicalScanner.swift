import WorkbenchKit

/// Walks over one JSON value and tells how far its bytes are from the canonical form.
///
/// It is quick because it does not decide everything: where it is not sure that the bytes are JSON it says nothing, and
/// `JSONReader` has the word.
struct CanonicalScanner {
  struct Deviation: OptionSet {
    let rawValue: Int
    /// White space between tokens.
    static let blanks = Deviation(rawValue: 1)
    /// Numbers or texts written in another way, keys out of order or twice.
    static let spelling = Deviation(rawValue: 2)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset: Int
  var deviation: Deviation = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Walks over the next value and returns where it stands, or nil where it is not sure.
  mutating func value() -> Range<Int>? {
    passBlanks()
    let start = offset
    deviation = []
    return walk(depth: 0) ? start..<offset : nil
  }

  /// Walks over one of these bytes, as they are.
  mutating func take(_ expected: StaticString) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard offset + count <= bytes.count else { return false }
    for index in 0..<count where bytes[offset + index] != expected.utf8Start[index] { return false }
    offset += count
    return true
  }

  mutating func passBlanks() {
    while offset < bytes.count, bytes[offset] <= 0x20 {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
      deviation.insert(.blanks)
    }
  }

  private mutating func walk(depth: Int) -> Bool {
    guard depth < JSONReader.depthLimit else { return false }
    passBlanks()
    guard offset < bytes.count else { return false }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return walkObject(depth)
    case UInt8(ascii: "["): return walkArray(depth)
    case UInt8(ascii: "\""): return walkString() != nil
    case UInt8(ascii: "n"): return take("null")
    case UInt8(ascii: "t"): return take("true")
    case UInt8(ascii: "f"): return take("false")
    default: return walkNumber()
    }
  }

  private mutating func walkArray(_ depth: Int) -> Bool {
    offset += 1
    passBlanks()
    if take("]") { return true }
    while walk(depth: depth + 1) {
      passBlanks()
      if take(",") { continue }
      return take("]")
    }
    return false
  }

  private mutating func walkObject(_ depth: Int) -> Bool {
    offset += 1
    passBlanks()
    if take("}") { return true }
    var before: Range<Int>?
    while true {
      passBlanks()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\""), let key = walkString() else { return false }
      if let before, !inOrder(before, key) { deviation.insert(.spelling) }
      before = key
      passBlanks()
      guard take(":"), walk(depth: depth + 1) else { return false }
      passBlanks()
      if take(",") { continue }
      return take("}")
    }
  }

  /// Returns where the text with its quotes stands.
  private mutating func walkString() -> Range<Int>? {
    let start = offset
    var special = false
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        if special, !isSpelledCanonically(start..<offset) { deviation.insert(.spelling) }
        return start..<offset
      case UInt8(ascii: "\\"):
        // These are escaped in no other way.
        guard offset < bytes.count else { return nil }
        switch bytes[offset] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): break
        default: special = true
        }
        offset += 1
      case 0..<0x20: return nil
      // Characters that the writer escapes begin with these bytes; most that do are left as they are.
      case 0x7F, 0xC2, 0xD8, 0xE2: special = true
      default: break
      }
    }
    return nil
  }

  private mutating func walkNumber() -> Bool {
    let start = offset
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let whole = walkDigits()
    guard whole > 0 else { return false }
    let leadingZero = bytes[offset - whole] == UInt8(ascii: "0")
    if leadingZero, whole > 1 { return false }
    var plain = whole <= 15 && !(leadingZero && offset - start > whole)
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      let fraction = walkDigits()
      guard fraction > 0 else { return false }
      // Up to 15 digits tell every double apart, so nothing shorter reads back as the same number; and the writer
      // takes to exponents below .0001.
      plain = whole + fraction <= 15 && bytes[offset - 1] != UInt8(ascii: "0")
      if leadingZero { plain = plain && startsLarge(offset - fraction..<offset) }
    }
    if offset < bytes.count, bytes[offset] | 32 == UInt8(ascii: "e") {
      offset += 1
      if offset < bytes.count, bytes[offset] == 43 || bytes[offset] == 45 { offset += 1 }
      guard walkDigits() > 0 else { return false }
      plain = false
    }
    return plain || checkNumber(start..<offset)
  }

  private mutating func walkDigits() -> Int {
    let start = offset
    while offset < bytes.count, bytes[offset] &- 48 < 10 { offset += 1 }
    return offset - start
  }

  /// Whether one of the first four digits of a fraction is not zero.
  private func startsLarge(_ fraction: Range<Int>) -> Bool { bytes[fraction].prefix(4).contains { $0 != 48 } }

  private mutating func checkNumber(_ range: Range<Int>) -> Bool {
    guard let number = NumberText.parse(UnsafeBufferPointer(rebasing: bytes[range])) else { return false }
    var writer = JSONWriter()
    writer.number(number)
    if !writer.bytes.elementsEqual(bytes[range]) { deviation.insert(.spelling) }
    return true
  }

  private func isSpelledCanonically(_ range: Range<Int>) -> Bool {
    guard let string = string(range) else { return false }
    var writer = JSONWriter()
    writer.string(string)
    return writer.bytes.elementsEqual(bytes[range])
  }

  private func inOrder(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let first = bytes[left].dropLast()
    let second = bytes[right].dropLast()
    // Beyond ASCII the writer's order is that of `String`.
    let simple = !first.contains { $0 >= 0x80 || $0 == 0x5C } && !second.contains { $0 >= 0x80 || $0 == 0x5C }
    if simple { return first.lexicographicallyPrecedes(second) }
    guard let first = string(left), let second = string(right) else { return false }
    return first < second
  }

  private func string(_ range: Range<Int>) -> String? {
    var reader = JSONReader(bytes, at: range.lowerBound)
    return try? reader.string()
  }
}
