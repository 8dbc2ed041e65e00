/// Writes JSON as UTF-8 bytes, member by member, so that a caller chooses the order and large values need no tree.
public struct JSONWriter {
  /// What was written, in UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// Whether a comma is due before the next member or element.
  private var pending = false

  /// Makes a writer that has written nothing.
  public init() {}

  /// What was written.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Begins an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  /// Ends an object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Begins an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  /// Ends an array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes the name of a member.
  public mutating func key(_ key: String) {
    comma()
    quoted(key)
    bytes.append(UInt8(ascii: ":"))
    pending = false
  }

  /// Writes a string.
  public mutating func string(_ string: String) {
    comma()
    quoted(string)
    pending = true
  }

  /// Writes a number in its shortest form; what is not finite becomes null.
  public mutating func number(_ number: Double) {
    comma()
    if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 {
      append(whole)
    } else {
      bytes.append(contentsOf: (number.isFinite ? number.description : "null").utf8)
    }
    pending = true
  }

  /// Writes a boolean.
  public mutating func bool(_ bool: Bool) { raw(bool ? "true" : "false") }
  /// Writes null.
  public mutating func null() { raw("null") }

  /// Writes a value with the keys of its objects in order of their UTF-8 bytes.
  public mutating func value(_ value: JSON) {
    switch value {
    case .null: null()
    case .bool(let bool): self.bool(bool)
    case .number(let number): self.number(number)
    case .string(let string): self.string(string)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for name in members.keys.sorted() {
        key(name)
        if let member = members[name] { self.value(member) }
      }
      endObject()
    }
  }

  /// Writes bytes that are JSON already.
  public mutating func raw(_ json: some Sequence<UInt8>) {
    comma()
    bytes.append(contentsOf: json)
    pending = true
  }

  /// Writes white space between two tokens, such as a line break in a file that people compare.
  public mutating func space(_ white: StaticString) {
    white.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes the comma that is due now, so that white space can follow it.
  public mutating func separate() { comma() }

  private mutating func raw(_ json: StaticString) {
    comma()
    json.withUTF8Buffer { bytes.append(contentsOf: $0) }
    pending = true
  }

  private mutating func comma() {
    if pending { bytes.append(UInt8(ascii: ",")) }
    pending = false
  }

  private mutating func open(_ bracket: UInt8) {
    comma()
    bytes.append(bracket)
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    pending = true
  }

  private mutating func append(_ whole: Int64) {
    if whole >= 0, whole < 10 {
      bytes.append(UInt8(48 + whole))
    } else {
      bytes.append(contentsOf: String(whole).utf8)
    }
  }

  private mutating func quoted(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    var copy = string
    let plain = copy.withUTF8 { utf8 -> Bool in
      // C1 controls and direction overrides begin with these bytes; the slow path looks closer.
      for byte in utf8 {
        switch byte {
        case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xD8, 0xE2: return false
        default: continue
        }
      }
      bytes.append(contentsOf: utf8)
      return true
    }
    if !plain { escaped(copy) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escaped(_ string: String) {
    for scalar in string.unicodeScalars {
      switch scalar.value {
      case 0x22: bytes.append(contentsOf: "\\\"".utf8)
      case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      default:
        if scalar.isUnsafeOnTerminal {
          let digits = String(scalar.value, radix: 16)
          bytes.append(contentsOf: "\\u".utf8)
          for _ in digits.utf8.count..<4 { bytes.append(48) }
          bytes.append(contentsOf: digits.utf8)
        } else {
          bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether a terminal could take the character as an order: control characters, C1, and direction overrides.
  public var isUnsafeOnTerminal: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0x61C: true
    default: false
    }
  }
}

extension JSON {
  /// The canonical form on one line: sorted keys, shortest numbers, no blanks.
  public var canonical: String {
    var writer = JSONWriter()
    writer.value(self)
    return writer.text
  }
}
