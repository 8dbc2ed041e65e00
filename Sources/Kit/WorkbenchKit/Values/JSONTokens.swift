/// The tokens of JSON: strings, numbers and the three words.
extension JSONReader {
  /// Reads a string.
  ///
  /// - Throws: `json.syntax`.
  public mutating func string() throws -> String {
    white()
    try expectQuote()
    let start = offset
    var all: UInt8 = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        offset += 1
        let units = UnsafeBufferPointer(rebasing: bytes[start..<offset - 1])
        // Of ASCII there is nothing to check.
        return all < 0x80 ? String(decoding: units, as: UTF8.self) : try text(units, from: start)
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      if byte < 0x20 { throw controlCharacter() }
      all |= byte
      offset += 1
    }
    throw unexpectedEnd()
  }

  /// Reads a number.
  ///
  /// - Throws: `json.syntax`; `json.number` for one that a double cannot hold: beyond 1.8e308, nearer to 0 than 5e-324, or a whole
  ///   number above 2^53.
  public mutating func number() throws -> Double {
    white()
    if let number = shortNumber() { return number }
    let start = offset
    guard passNumber() else {
      offset = start
      throw noValue()
    }
    let digits = UnsafeBufferPointer(rebasing: bytes[start..<offset])
    guard let number = NumberText.parse(digits), number != 0 || Self.isZero(digits), !Self.isBeyondWhole(digits)
    else { throw beyondDouble(digits, at: start) }
    return number
  }

  /// Reads a number of at most fifteen digits without an exponent, as most are; nil, with nothing passed over, where there is none such.
  @inline(__always)
  mutating func shortNumber() -> Double? {
    var index = offset
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { (isNegative, index) = (true, index + 1) }
    let first = index
    var digits: UInt64 = 0
    while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 {
      digits = digits &* 10 &+ UInt64(bytes[index] &- UInt8(ascii: "0"))
      index += 1
    }
    // A nought before other digits is no number, and digits that are too many have run over.
    let whole = index - first
    guard whole > 0, whole == 1 || bytes[first] != UInt8(ascii: "0") else { return nil }
    var places = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let mark = index
      while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 {
        digits = digits &* 10 &+ UInt64(bytes[index] &- UInt8(ascii: "0"))
        index += 1
      }
      places = index - mark
      if places == 0 { return nil }
    }
    guard whole + places <= 15, index >= bytes.count || bytes[index] | 0x20 != UInt8(ascii: "e") else { return nil }
    offset = index
    // Both are exact as doubles, so that their quotient is rounded once.
    let size = NumberText.quotient(digits, places: places)
    return isNegative ? -size : size
  }

  /// Passes over a string without decoding it: whether it is UTF-8 and its surrogates are pairs is not seen.
  mutating func passString() throws {
    try expectQuote()
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return
      case UInt8(ascii: "\\"):
        offset += 1
        if try escape() == nil { _ = try hexadecimal() }
      case 0..<0x20: throw controlCharacter()
      default: offset += 1
      }
    }
    throw unexpectedEnd()
  }

  /// Passes over a number: `-`, digits without a nought before them, `.` and digits, an exponent; false for anything else.
  mutating func passNumber() -> Bool {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let first = offset
    guard passDigits(), bytes[first] != UInt8(ascii: "0") || offset == first + 1 else { return false }
    guard offset < bytes.count else { return true }
    if bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      guard passDigits() else { return false }
    }
    guard offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") else { return true }
    offset += 1
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    return passDigits()
  }

  mutating func literal(_ word: StaticString) throws {
    for index in 0..<word.utf8CodeUnitCount {
      guard offset < bytes.count, bytes[offset] == word.utf8Start[index] else { throw noValue() }
      offset += 1
    }
  }

  /// Whether there is one digit at least.
  private mutating func passDigits() -> Bool {
    let start = offset
    while offset < bytes.count, bytes[offset] &- UInt8(ascii: "0") < 10 { offset += 1 }
    return offset > start
  }

  /// Whether it is a whole number of which a double could lose digits; most are too short to be looked at.
  static func isBeyondWhole(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
    number.count > 15 && NumberText.isBeyondWhole(number)
  }

  /// Whether no digit before the exponent is another than nought.
  private static func isZero(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
    !number.prefix { $0 | 0x20 != UInt8(ascii: "e") }.contains { (49...57).contains($0) }
  }

  private mutating func expectQuote() throws {
    guard take(UInt8(ascii: "\"")) else {
      throw problem(Text(nl: "hier hoort een tekst te staan", en: "a string is due here"))
    }
  }

  private mutating func escapedString(from start: Int) throws -> String {
    var units = Array(bytes[start..<offset])
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return try units.withUnsafeBufferPointer { try text($0, from: start) }
      case UInt8(ascii: "\\"):
        offset += 1
        if let plain = try escape() {
          units.append(plain)
        } else {
          units += UTF8.encode(try scalar()) ?? UTF8.encodedReplacementCharacter
        }
      case 0..<0x20: throw controlCharacter()
      default:
        units.append(byte)
        offset += 1
      }
    }
    throw unexpectedEnd()
  }

  /// Reads what follows a backslash: the byte that is meant, or nil after `u`, behind which the digits stand.
  private mutating func escape() throws -> UInt8? {
    guard offset < bytes.count else { throw unexpectedEnd() }
    let byte = bytes[offset]
    let plain: UInt8?
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = byte
    case UInt8(ascii: "b"): plain = 8
    case UInt8(ascii: "f"): plain = 12
    case UInt8(ascii: "n"): plain = 10
    case UInt8(ascii: "r"): plain = 13
    case UInt8(ascii: "t"): plain = 9
    case UInt8(ascii: "u"): plain = nil
    default: throw problem(Text(nl: "onbekend teken na \\", en: "unknown character after \\"))
    }
    offset += 1
    return plain
  }

  /// Reads the digits behind `\u`, and those of the second half where they are one of a pair.
  private mutating func scalar() throws -> Unicode.Scalar {
    let mark = offset
    let code = try hexadecimal()
    if let scalar = Unicode.Scalar(code) { return scalar }
    if code & 0xFC00 == 0xD800, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
      let low = try hexadecimal()
      if low & 0xFC00 == 0xDC00, let scalar = Unicode.Scalar(0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)) {
        return scalar
      }
    }
    offset = mark
    throw problem(
      Text(
        nl: "een half teken na \\u, zonder de andere helft", en: "half a character after \\u, without its other half"))
  }

  private mutating func hexadecimal() throws -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard offset < bytes.count, let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue else {
        throw problem(
          Text(nl: "na \\u horen vier hexadecimale cijfers", en: "four hexadecimal digits are due after \\u"))
      }
      code = code << 4 + UInt32(digit)
      offset += 1
    }
    return code
  }

  private mutating func text(_ units: UnsafeBufferPointer<UInt8>, from start: Int) throws -> String {
    if let text = String(validating: units, as: UTF8.self) { return text }
    offset = start
    throw problem(Text(nl: "een tekst die geen UTF-8 is", en: "a string that is not UTF-8"))
  }

  private func controlCharacter() -> Diagnostic {
    problem(Text(nl: "stuurteken in een tekst", en: "control character in a string"))
  }

  private func beyondDouble(_ digits: UnsafeBufferPointer<UInt8>, at start: Int) -> Diagnostic {
    let shown = String(decoding: digits.prefix(40), as: UTF8.self) + (digits.count > 40 ? "…" : "")
    return Diagnostic(
      "json.number",
      Text(
        nl: "het getal \(shown) is te groot of te klein om te bewaren",
        en: "the number \(shown) is too large or too small to be kept") + place(of: start),
      wayOut: Text(nl: "schrijf het als tekst, tussen \"…\"", en: "write it as a text, between \"…\""))
  }
}
