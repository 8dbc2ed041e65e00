/// The codes of Statistics Netherlands as people write them: `GM0164`, `gm 0164`, `0164`, `164`, `WK 0164 00`.
public enum RegionCode {
  /// How many signs follow the letters: 4 of a municipality, 6 of a district, 8 of a neighbourhood.
  private static let lengths = ["GM": 4, "WK": 6, "BU": 8]

  /// Returns the code that a word can be read as; nil where it is none.
  ///
  /// Without letters in front the number of signs tells what it is of; a nought in front may be missing, as a spreadsheet drops
  /// it: `164` is GM0164, `16405` is WK016405 and `1640501` is BU01640501.
  public static func reading(of word: String) -> String? {
    var signs: [UInt8] = []
    for byte in word.uppercased().utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): signs.append(byte)
      // Blanks and their like between the parts; the last two are a no-break space.
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), 0xC2, 0xA0:
        continue
      default: return nil
      }
    }
    let text = String(decoding: signs, as: UTF8.self)
    let letters = String(text.prefix(2))
    if letters == "NL" { return ["NL", "NL00", "NL01"].contains(text) ? "NL00" : nil }
    guard let length = lengths[letters] else { return unlettered(text) }
    return filled(String(text.dropFirst(2)), to: length).map { letters + $0 }
  }

  private static func unlettered(_ text: String) -> String? {
    let letters = text.utf8.count <= 4 ? "GM" : text.utf8.count <= 6 ? "WK" : "BU"
    return filled(text, to: lengths[letters] ?? 0).map { letters + $0 }
  }

  /// The signs with noughts in front; nil where these are no signs of a code.
  private static func filled(_ text: String, to length: Int) -> String? {
    let count = text.utf8.count
    guard count > 0, count <= length, count == length || length == 4 || count == length - 1 else { return nil }
    let whole = String(repeating: "0", count: length - count) + text
    // The municipality is a number; a district and a neighbourhood may have letters.
    guard whole.utf8.prefix(4).allSatisfy({ (48...57).contains($0) }) else { return nil }
    return whole
  }
}
