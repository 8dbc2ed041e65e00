/// Reads JSON (RFC 8259) from UTF-8 bytes: whole trees, or member by member with what is not needed skipped.
///
/// Where the standard leaves it open nothing is changed or dropped in silence: a name that stands twice in an object
/// (`json.doubled`), a number that no double holds (`json.number`), half a surrogate pair, bytes that are not UTF-8 and
/// nesting beyond the limit (`json.syntax`) are refused.
public struct JSONReader {
  /// How many arrays and objects may stand in each other.
  public static let depthLimit = 256

  let bytes: UnsafeBufferPointer<UInt8>
  /// The byte at which the next token is sought.
  public internal(set) var offset: Int

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - bytes: must outlive the reader.
  ///   - offset: where it begins.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Reads one document: a value and nothing after it but white space. A byte order mark is passed over.
  ///
  /// - Throws: `json.syntax`, `json.doubled`, `json.number`.
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
      var count = 0
      try eachMember(depth) { reader, key, place in
        members[key] = try reader.value(depth: depth + 1)
        count += 1
        if members.count < count { throw reader.doubled(key, at: place.lowerBound) }
      }
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [JSON] = []
      try array(depth: depth) { reader in elements.append(try reader.value(depth: depth + 1)) }
      return .array(elements)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"):
      try literal("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try literal("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try literal("null")
      return .null
    default:
      if let number = shortNumber() { return .number(number) }
      var end = self
      guard end.passNumber() else { throw noValue() }
      let digits = UnsafeBufferPointer(rebasing: bytes[offset..<end.offset])
      guard Self.isBeyondWhole(digits) else { return .number(try number()) }
      offset = end.offset
      return .string(String(decoding: digits, as: UTF8.self))
    }
  }

  /// Reads an object; `member` must read exactly one value each time.
  ///
  /// - Throws: `json.syntax`; `json.doubled` before a member whose name stood there already.
  public mutating func object(depth: Int = 0, member: (inout JSONReader, String) throws -> Void) throws {
    var names = NamesSeen()
    try eachMember(depth) { reader, key, place in
      let spelling = UnsafeBufferPointer(rebasing: reader.bytes[place.lowerBound + 1..<place.upperBound - 1])
      guard names.isNew(key, spelled: spelling) else { throw reader.doubled(key, at: place.lowerBound) }
      try member(&reader, key)
    }
  }

  /// Passes over a string of exactly these bytes, in quotes; false, with nothing passed over, for any other.
  mutating func take(quoted text: [UInt8]) -> Bool {
    let end = offset + text.count + 1
    guard end < bytes.count, bytes[offset] == UInt8(ascii: "\""), bytes[end] == UInt8(ascii: "\"") else { return false }
    for index in text.indices where bytes[offset + 1 + index] != text[index] { return false }
    offset = end + 1
    return true
  }

  /// Reads an object, each member with its name and where that stands, quotes included.
  private mutating func eachMember(
    _ depth: Int, _ member: (inout JSONReader, String, Range<Int>) throws -> Void
  ) throws {
    guard depth < Self.depthLimit else { throw tooDeep() }
    try expect(UInt8(ascii: "{"))
    white()
    if take(UInt8(ascii: "}")) { return }
    while true {
      white()
      let start = offset
      let key = try string()
      let end = offset
      try expect(UInt8(ascii: ":"))
      try member(&self, key, start..<end)
      white()
      if take(UInt8(ascii: ",")) { continue }
      return try expect(UInt8(ascii: "}"))
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
      return try expect(UInt8(ascii: "]"))
    }
  }

  /// Passes over one value and returns the bytes it takes; its grammar is checked, and nothing is built of it.
  public mutating func skip() throws -> Range<Int> {
    white()
    let start = offset
    try pass(depth: 0)
    return start..<offset
  }

  private mutating func pass(depth: Int) throws {
    white()
    guard offset < bytes.count else { throw unexpectedEnd() }
    switch bytes[offset] {
    case UInt8(ascii: "{"): try passItems(depth, until: UInt8(ascii: "}"))
    case UInt8(ascii: "["): try passItems(depth, until: UInt8(ascii: "]"))
    case UInt8(ascii: "\""): try passString()
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    default: if !passNumber() { throw noValue() }
    }
  }

  private mutating func passItems(_ depth: Int, until close: UInt8) throws {
    guard depth < Self.depthLimit else { throw tooDeep() }
    offset += 1
    white()
    if take(close) { return }
    while true {
      if close == UInt8(ascii: "}") {
        white()
        try passString()
        try expect(UInt8(ascii: ":"))
      }
      try pass(depth: depth + 1)
      white()
      if take(UInt8(ascii: ",")) { continue }
      return try expect(close)
    }
  }

  /// The first byte of the next token, or nil at the end.
  public mutating func peek() -> UInt8? {
    white()
    return offset < bytes.count ? bytes[offset] : nil
  }

  mutating func white() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws {
    white()
    guard take(byte) else {
      if offset >= bytes.count { throw unexpectedEnd() }
      let sign = String(Unicode.Scalar(byte))
      throw problem(Text(nl: "hier hoort '\(sign)' te staan", en: "'\(sign)' is due here"))
    }
  }

  func unexpectedEnd() -> Diagnostic {
    problem(Text(nl: "het bestand houdt te vroeg op", en: "the text ends too early"))
  }

  private func tooDeep() -> Diagnostic {
    let limit = Self.depthLimit
    return problem(Text(nl: "dieper genest dan \(limit) niveaus", en: "nested deeper than \(limit) levels"))
  }

  func noValue() -> Diagnostic {
    problem(Text(nl: "hier hoort een waarde te staan", en: "a value is due here"))
  }

  func doubled(_ name: String, at start: Int) -> Diagnostic {
    let shown = JSON.string(name).canonical
    return Diagnostic(
      "json.doubled",
      Text(nl: "\(shown) staat twee keer in een object", en: "\(shown) stands twice in an object") + place(of: start),
      wayOut: Text(
        nl: "laat één van de twee weg, of geef ze verschillende namen",
        en: "leave one of the two out, or give them different names"))
  }

  /// The error that the bytes are no JSON where the reader stands.
  func problem(_ text: Text) -> Diagnostic {
    Diagnostic(
      "json.syntax",
      Text(nl: "geen geldige JSON: \(text.nl)", en: "not valid JSON: \(text.en)") + place(of: offset))
  }

  /// The line and the byte in it, both from 1, in brackets.
  func place(of offset: Int) -> Text {
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    let column = offset - lineStart + 1
    return Text(nl: " (regel \(line), teken \(column))", en: " (line \(line), byte \(column))")
  }
}
