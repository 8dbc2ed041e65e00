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
    if !isSuspect(text, keepsLayout: keepsLayout) { return text }
    // What is harmless is copied by the stretch: most of a long text is.
    let scalars = text.unicodeScalars
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if scalar.isUnsafeOnTerminal, !(keepsLayout && (scalar == "\n" || scalar == "\t")) {
        result += text[start..<index]
        let isLineBreak = keepsLayout && scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
        if !isLineBreak { show(scalar, in: &result) }
        start = next
      }
      index = next
    }
    result += text[start...]
    return result
  }

  private static func show(_ scalar: Unicode.Scalar, in result: inout String) {
    let picture = scalar.value < 0x20 ? 0x2400 + scalar.value : scalar.value == 0x7F ? 0x2421 : nil
    if let picture = picture.flatMap(Unicode.Scalar.init(_:)) {
      result.unicodeScalars.append(picture)
    } else {
      result += "\\u{\(String(scalar.value, radix: 16))}"
    }
  }

  /// Whether an unsafe character may stand in the text, told by the first two bytes of each.
  private static func isSuspect(_ text: String, keepsLayout: Bool) -> Bool {
    var copy = text
    return copy.withUTF8 { bytes in
      var before: UInt8 = 0
      for byte in bytes {
        switch (before, byte) {
        case (_, 0x09), (_, 0x0A): if !keepsLayout { return true }
        case (_, 0..<0x20), (_, 0x7F), (0xC2, 0x80...0x9F), (0xD8, 0x9C), (0xE2, 0x80...0x81): return true
        default: break
        }
        before = byte
      }
      return false
    }
  }
}
