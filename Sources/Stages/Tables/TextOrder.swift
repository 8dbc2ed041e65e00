import CUtf8proc
import Glibc

/// A text as it is put in order: capitals and small letters together, then by code point, so that `é` stands after `z`
/// and nothing depends on the machine's language; texts that differ in capitals only are ordered by code point.
///
/// What is compared are the bytes of composed forms. The standard library finds neither of two texts the smaller where one is not
/// composed and the composed form of one begins the other's (`e` with an accent behind it, and `éa`).
struct TextOrder: Comparable {
  /// In small letters.
  let folded: String
  let text: String

  init(_ text: String) {
    self.text = Self.composed(text)
    folded = Self.composed(text.lowercased())
  }

  static func == (left: TextOrder, right: TextOrder) -> Bool { compare(left.text, right.text) == 0 }

  static func < (left: TextOrder, right: TextOrder) -> Bool {
    let order = compare(left.folded, right.folded)
    return order == 0 ? compare(left.text, right.text) < 0 : order < 0
  }

  /// The sign of the first difference between the bytes of two texts.
  static func compare(_ left: String, _ right: String) -> Int {
    let order = left.utf8.withContiguousStorageIfAvailable { one in
      right.utf8.withContiguousStorageIfAvailable { other -> Int in
        guard let start = one.baseAddress, let otherStart = other.baseAddress else { return one.count - other.count }
        let order = memcmp(start, otherStart, min(one.count, other.count))
        return order == 0 ? one.count - other.count : Int(order)
      }
    }
    if let order = order ?? nil { return order }
    if left.utf8.elementsEqual(right.utf8) { return 0 }
    return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
  }

  /// Returns a text in its composed form (NFC).
  private static func composed(_ text: String) -> String {
    if PlainText.hash(text) != nil { return text }
    var text = text
    return text.withUTF8 { bytes in
      var made: UnsafeMutablePointer<UInt8>?
      let options = utf8proc_option_t(UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue)
      let length = utf8proc_map(bytes.baseAddress, bytes.count, &made, options)
      defer { free(made) }
      guard length >= 0, let made else { return String(decoding: bytes, as: UTF8.self) }
      return String(decoding: UnsafeBufferPointer(start: made, count: length), as: UTF8.self)
    }
  }
}
