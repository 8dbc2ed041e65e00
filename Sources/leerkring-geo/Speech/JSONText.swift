/// A JSON object under way.
struct JSONText {
  private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]

  /// Makes an object of these members.
  static func object(_ build: (inout JSONText) -> Void) -> JSONText {
    var text = JSONText()
    build(&text)
    text.bytes.append(UInt8(ascii: "}"))
    return text
  }

  mutating func number(_ name: String, _ value: Int) {
    key(name)
    bytes += String(value).utf8
  }

  /// - Parameter value: bytes up to a NUL, as C has them; nothing of it where there is none.
  mutating func text(_ name: String, _ value: UnsafePointer<CChar>?, isRaw: Bool = false) {
    guard let value else { return }
    let all = UnsafeBufferPointer(start: value, count: length(of: value)).map { UInt8(bitPattern: $0) }
    key(name)
    // A byte that is no UTF-8 goes as the letter of its number: nothing is lost where all of them do.
    write(
      isRaw ? String(String.UnicodeScalarView(all.map { Unicode.Scalar($0) })) : String(decoding: all, as: UTF8.self))
  }

  mutating func text(_ name: String, _ value: String) {
    key(name)
    write(value)
  }

  mutating func list(_ name: String, _ objects: [JSONText]) {
    key(name)
    bytes.append(UInt8(ascii: "["))
    for (place, object) in objects.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += object.bytes
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func key(_ name: String) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    write(name)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func length(of text: UnsafePointer<CChar>) -> Int {
    var count = 0
    while text[count] != 0 { count += 1 }
    return count
  }
}
