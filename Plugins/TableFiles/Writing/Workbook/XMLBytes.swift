/// XML that is written byte by byte and is always well-formed: what XML cannot hold is written as spreadsheets do, or left out.
struct XMLBytes {
  /// What was written.
  private(set) var bytes: [UInt8] = []

  init() {}

  /// Begins with the first line of every part.
  static func part(_ body: String) -> XMLBytes {
    var xml = XMLBytes()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    xml.raw(body)
    return xml
  }

  /// Forgets what was written and keeps the room.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Adds XML as it stands.
  mutating func raw(_ xml: String) { bytes.append(contentsOf: xml.utf8) }
  /// Adds bytes of XML as they stand.
  mutating func raw(_ xml: [UInt8]) { bytes.append(contentsOf: xml) }

  /// Adds a whole number.
  mutating func number(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(48 + rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Adds a number with the fewest digits that read back to the same one; a zero keeps its sign.
  mutating func number(_ number: Double) {
    if number.magnitude < 9_007_199_254_740_992, number == number.rounded(.towardZero) {
      // With a point, for readers take `-0` for a whole number, which has no sign.
      if number == 0, number.sign == .minus { raw("-0.0") } else { self.number(Int(number)) }
    } else {
      raw(number.description)
    }
  }

  /// Adds a text of a cell: signs that XML cannot hold become `_x0001_`, and what looks like such a form already is escaped itself
  /// (ECMA-376 part 1, 22.9.2.19).
  mutating func text(_ text: String) { add(text, escapesControls: true) }

  /// Adds a text between double quotes, or one that is no cell: signs that XML cannot hold are left out.
  mutating func attribute(_ text: String) { add(text, escapesControls: false) }

  private mutating func add(_ text: String, escapesControls: Bool) {
    var text = text
    text.withUTF8 { source in
      var done = 0
      for index in source.indices {
        let byte = source[index]
        // Letters, digits and most signs in one look.
        guard
          byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x5F || byte == 0xEF
        else { continue }
        guard let (form, length) = Self.form(source, index, escapesControls) else { continue }
        bytes.append(contentsOf: source[done..<index])
        bytes.append(contentsOf: form.utf8)
        done = index + length
      }
      bytes.append(contentsOf: source[done...])
    }
  }

  /// What stands in the place of a sign, and how many bytes it takes in the source; nil where it stays.
  private static func form(_ source: UnsafeBufferPointer<UInt8>, _ index: Int, _ escapesControls: Bool) -> (
    String, Int
  )? {
    switch source[index] {
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "\""): return ("&quot;", 1)
    case UInt8(ascii: "_"): return escapesControls && isEscape(source, index) ? ("_x005F_", 1) : nil
    // U+FFFE and U+FFFF.
    case 0xEF:
      guard index + 2 < source.count, source[index + 1] == 0xBF, source[index + 2] >= 0xBE else { return nil }
      return ("", 3)
    case 0x09, 0x0A: return escapesControls ? nil : (" ", 1)
    // A carriage return would be read as a line feed.
    case let control:
      guard escapesControls else { return ("", 1) }
      let digits = String(control, radix: 16, uppercase: true)
      return ("_x00\(control < 16 ? "0" : "")\(digits)_", 1)
    }
  }

  private static func isEscape(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 6 < source.count, source[index + 1] | 0x20 == UInt8(ascii: "x"),
      source[index + 6] == UInt8(ascii: "_")
    else { return false }
    return source[index + 2..<index + 6].allSatisfy { (48...57).contains($0) || (97...102).contains($0 | 0x20) }
  }
}
