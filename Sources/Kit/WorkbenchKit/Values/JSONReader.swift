/// Reads JSON (RFC 8259) from UTF-8 bytes: whole trees, or member by member with what is not needed skipped.
public struct JSONReader {
  /// How many arrays and objects may stand in each other.
  public static let depthLimit = 256

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The byte at which the next token is sought.
  public private(set) var offset: Int

  /// - Parameter bytes: must outlive the reader.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Reads one document: a value and nothing after it but white space. A byte order mark is passed over.
  public static func parse(_ bytes: [UInt8]) throws -> JSON {
    try bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { reader.offset = 3 }
      let value = try reader.value()
      try reader.end()
      return value
    }
  }

  /// Reads a whole document out of a string.
  public static func parse(_ text: String) throws -> JSON { try parse(Array(text.utf8)) }

  /// Checks that nothing but white space follows.
  public mutating func end() throws {
    white()
    if offset < bytes.count {
      throw problem(Text(nl: "er staat nog iets na het einde", en: "something follows the end"))
    }
  }

  /// Reads any value.
  public mutating func value(depth: Int = 0) throws -> JSON {
    guard depth < Self.depthLimit else { throw tooDeep() }
    white()
    guard offset < bytes.count else { throw unexpectedEnd() }
    switch bytes[offset] {
    case UInt8(ascii: "{"):
      var members: [String: JSON] = [:]
      try object(depth: depth) { reader, key in members[key] = try reader.value(depth: depth + 1) }
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [JSON] = []
      try array(depth: depth) { reader in elements.append(try reader.value(depth: depth + 1)) }
      return .array(elements)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return .bool(try literal("true", true))
    case UInt8(ascii: "f"): return .bool(try literal("false", false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return .number(try number())
    }
  }

  /// Reads an object; `member` must read exactly one value each time.
  public mutating func object(depth: Int = 0, member: (inout JSONReader, String) throws -> Void) throws {
    guard depth < Self.depthLimit else { throw tooDeep() }
    try expect(UInt8(ascii: "{"))
    white()
    if take(UInt8(ascii: "}")) { return }
    while true {
      white()
      let key = try string()
      try expect(UInt8(ascii: ":"))
      try member(&self, key)
      white()
      if take(UInt8(ascii: ",")) { continue }
      try expect(UInt8(ascii: "}"))
      return
    }
  }

  /// Reads an array; `element` must read exactly one value each time.
  public mutating func array(depth: Int = 0, element: (inout JSONReader) throws -> Void) throws {
    guard depth < Self.depthLimit else { throw tooDeep() }
    try expect(UInt8(ascii: "["))
    white()
    if take(UInt8(ascii: "]")) { return }
    while true {
      try element(&self)
      white()
      if take(UInt8(ascii: ",")) { continue }
      try expect(UInt8(ascii: "]"))
      return
    }
  }

  /// Reads a string.
  public mutating func string() throws -> String {
    white()
    guard take(UInt8(ascii: "\"")) else {
      throw problem(Text(nl: "hier hoort een tekst te staan", en: "a string is due here"))
    }
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        let slice = UnsafeBufferPointer(rebasing: bytes[start..<offset])
        offset += 1
        return String(decoding: slice, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      if byte < 0x20 { throw problem(Text(nl: "stuurteken in een tekst", en: "control character in a string")) }
      offset += 1
    }
    throw unexpectedEnd()
  }

  /// Reads a number.
  public mutating func number() throws -> Double {
    white()
    let start = offset
    scan: while offset < bytes.count {
      switch bytes[offset] {
      case 48...57, 43, 45, 46, 69, 101: offset += 1
      default: break scan
      }
    }
    let slice = UnsafeBufferPointer(rebasing: bytes[start..<offset])
    guard let first = slice.first, first != 43, first != 46, slice.last != 46, let number = NumberText.parse(slice)
    else {
      offset = start
      throw problem(Text(nl: "hier hoort een waarde te staan", en: "a value is due here"))
    }
    return number
  }

  /// Passes over one value and returns the bytes it takes; only its brackets and strings are looked at.
  public mutating func skip() throws -> Range<Int> {
    white()
    let start = offset
    guard offset < bytes.count else { throw unexpectedEnd() }
    switch bytes[offset] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): try skipNested()
    case UInt8(ascii: "\""): try skipString()
    default:
      while offset < bytes.count, !Self.endsScalar(bytes[offset]) { offset += 1 }
      if offset == start { throw problem(Text(nl: "hier hoort een waarde te staan", en: "a value is due here")) }
    }
    return start..<offset
  }

  /// The first byte of the next token, or nil at the end.
  public mutating func peek() -> UInt8? {
    white()
    return offset < bytes.count ? bytes[offset] : nil
  }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x5D || byte == 0x7D || byte <= 0x20
  }

  private mutating func skipNested() throws {
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        try skipString()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth > Self.depthLimit { throw tooDeep() }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          offset += 1
          return
        }
      default: break
      }
      offset += 1
    }
    throw unexpectedEnd()
  }

  private mutating func skipString() throws {
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") { return }
      if byte == UInt8(ascii: "\\") { offset += 1 }
    }
    throw unexpectedEnd()
  }

  private mutating func escapedString(from start: Int) throws -> String {
    var units = Array(bytes[start..<offset])
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"): units.append(contentsOf: try escape())
      case 0..<0x20: throw problem(Text(nl: "stuurteken in een tekst", en: "control character in a string"))
      default: units.append(byte)
      }
    }
    throw unexpectedEnd()
  }

  private mutating func escape() throws -> [UInt8] {
    guard offset < bytes.count else { throw unexpectedEnd() }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if code & 0xFC00 == 0xD800, offset + 1 < bytes.count, bytes[offset] == 0x5C,
        bytes[offset + 1] == UInt8(ascii: "u")
      {
        let mark = offset
        offset += 2
        let low = try hexadecimal()
        if low & 0xFC00 == 0xDC00 {
          code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
        } else {
          offset = mark
        }
      }
      return Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
    default: throw problem(Text(nl: "onbekend teken na \\", en: "unknown character after \\"))
    }
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

  private mutating func literal<Result>(_ word: StaticString, _ result: Result) throws -> Result {
    for index in 0..<word.utf8CodeUnitCount {
      guard offset < bytes.count, bytes[offset] == word.utf8Start[index] else {
        throw problem(Text(nl: "hier hoort een waarde te staan", en: "a value is due here"))
      }
      offset += 1
    }
    return result
  }

  private mutating func white() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws {
    white()
    guard take(byte) else {
      if offset >= bytes.count { throw unexpectedEnd() }
      let sign = String(Unicode.Scalar(byte))
      throw problem(Text(nl: "hier hoort '\(sign)' te staan", en: "'\(sign)' is due here"))
    }
  }

  private func unexpectedEnd() -> Diagnostic {
    problem(Text(nl: "het bestand houdt te vroeg op", en: "the text ends too early"))
  }

  private func tooDeep() -> Diagnostic {
    let limit = Self.depthLimit
    return problem(Text(nl: "dieper genest dan \(limit) niveaus", en: "nested deeper than \(limit) levels"))
  }

  private func problem(_ text: Text) -> Diagnostic {
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    let column = offset - lineStart + 1
    return Diagnostic(
      "json.syntax",
      Text(nl: "geen geldige JSON: \(text.nl)", en: "not valid JSON: \(text.en)")
        + Text(nl: " (regel \(line), teken \(column))", en: " (line \(line), byte \(column))")
    )
  }
}
