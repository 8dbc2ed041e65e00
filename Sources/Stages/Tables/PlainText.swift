/// Texts whose bytes tell what they are: two of them are equal where their bytes are, and one comes before the other where its bytes
/// do. Of other texts two may be equal with other bytes (`é` as one sign, or as `e` with an accent behind it).
///
/// Plain are the letters and signs of ASCII, of Western and Central European alphabets (U+0080 to U+017F), and the dashes, quotation
/// marks and the euro sign: each is its own composed form, and none combines with what stands before it.
enum PlainText {
  /// Drawn anew in each run, so that no input can be made to which all texts are alike; what comes out does not hang on it.
  static let seed = UInt64.random(in: .min ... .max)
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// A number that equal plain texts share; nil where a text is not plain.
  static func hash(_ text: String) -> UInt64? {
    text.utf8.withContiguousStorageIfAvailable(hash) ?? nil
  }

  /// Of bytes.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard let start = bytes.baseAddress else { return mix(seed, 0) }
    let raw = UnsafeRawPointer(start)
    var (hash, seen, place) = (mix(seed, UInt64(bytes.count)), UInt64(0), 0)
    while place + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      hash = mix(hash, word)
      seen |= word
      place += 8
    }
    var word: UInt64 = 0
    while place < bytes.count {
      word = word << 8 | UInt64(bytes[place])
      place += 1
    }
    hash = mix(hash, word)
    seen |= word
    return seen & 0x8080_8080_8080_8080 == 0 || isPlain(bytes) ? hash : nil
  }

  /// A number out of two, of which each bit hangs on all of both.
  static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = (one ^ other ^ seed).multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }

  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case 0..<0x80: place += 1
      case 0xC2...0xC5: place += 2
      case 0xE2 where place + 2 < bytes.count:
        let (second, third) = (bytes[place + 1], bytes[place + 2])
        // U+2010 to U+203F, and the euro.
        guard second == 0x80 && third >= 0x90 || second == 0x82 && third == 0xAC else { return false }
        place += 3
      default: return false
      }
    }
    return true
  }
}
