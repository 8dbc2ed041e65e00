import WorkbenchKit

/// Makes text harmless for a terminal: what could be taken as an order is shown instead of sent.
///
/// C0 controls and DEL become their pictures (`␛`, `␡`), C1 controls and direction marks `\u{…}`.
/// Files keep their text: the CSV and JSON forms do not pass through here, the screen always does.
public enum Sanitizer {
  /// Returns a text for one line: line breaks and tabs too are shown as pictures (`␊`, `␉`).
  public static func line(_ text: String) -> String { harmless(text, keepsLayout: false) }

  /// Returns a text of several lines: line breaks and tabs stay, and CR LF is a line break.
  public static func lines(_ text: String) -> String { harmless(text, keepsLayout: true) }

  private static func harmless(_ text: String, keepsLayout: Bool) -> String {
    var text = text
    let shown = text.withUTF8 { bytes -> [UInt8]? in
      // What is harmless is copied by the stretch: most of a long text is.
      var shown: [UInt8] = []
      var (start, index) = (0, 0)
      while index < bytes.count {
        let byte = bytes[index]
        let isKept = byte >= 0x20 && byte < 0x7F || keepsLayout && (byte == 0x0A || byte == 0x09)
        guard !isKept, let unsafe = unsafe(bytes, at: index) else {
          index += 1
          continue
        }
        if start == 0, shown.isEmpty { shown.reserveCapacity(bytes.count + 16) }
        shown += bytes[start..<index]
        let isLineBreak = keepsLayout && byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        if !isLineBreak { shown += picture(of: unsafe.scalar).utf8 }
        index += unsafe.length
        start = index
      }
      if start == 0 { return nil }
      return shown + bytes[start...]
    }
    return shown.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  private static func picture(of scalar: Unicode.Scalar) -> String {
    let picture = scalar.value < 0x20 ? 0x2400 + scalar.value : scalar.value == 0x7F ? 0x2421 : nil
    if let picture = picture.flatMap(Unicode.Scalar.init(_:)) { return String(Character(picture)) }
    return "\\u{\(String(scalar.value, radix: 16))}"
  }

  /// The unsafe character that begins at a byte, and of how many bytes it is; nil where none does.
  @inline(__always)
  private static func unsafe(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = bytes[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3
    // All that are unsafe begin so: in valid UTF-8 nothing within a character does.
    guard first < 0x80 || first == 0xC2 || first == 0xD8 || first == 0xE2, index + length <= bytes.count else {
      return nil
    }
    var value = UInt32(first)
    if length > 1 {
      value = UInt32(first) & (length == 2 ? 0x1F : 0x0F)
      for byte in bytes[index + 1..<index + length] { value = value << 6 | UInt32(byte & 0x3F) }
    }
    return Unicode.Scalar(value).flatMap { $0.isUnsafeOnTerminal ? ($0, length) : nil }
  }
}
