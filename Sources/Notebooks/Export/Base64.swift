/// Bytes as text of 64 signs (RFC 4648, section 4).
public enum Base64 {
  private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Writes bytes, with `=` up to a multiple of four signs.
  public static func text(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let three = bytes[start..<min(start + 3, bytes.count)]
      var number = three.reduce(0) { $0 << 8 | Int($1) }
      number <<= 8 * (3 - three.count)
      for place in 0..<4 {
        result.append(place <= three.count ? signs[number >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Reads what `text` writes, over as many lines as it stands; nil for anything else.
  public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let given = text.utf8.filter { ![0x0A, 0x0D].contains($0) }
    guard given.count % 4 == 0 else { return nil }
    let filling = given.suffix(2).count { $0 == UInt8(ascii: "=") }
    var result: [UInt8] = []
    for start in stride(from: 0, to: given.count, by: 4) {
      let isLast = start + 4 == given.count
      var number = 0
      for (place, sign) in given[start..<start + 4].enumerated() {
        let isFilling = isLast && place >= 4 - filling
        guard let value = isFilling ? 0 : signs.firstIndex(of: sign) else { return nil }
        number = number << 6 | value
      }
      result += [UInt8(number >> 16), UInt8(number >> 8 & 255), UInt8(number & 255)]
    }
    return Array(result.dropLast(filling))
  }
}
