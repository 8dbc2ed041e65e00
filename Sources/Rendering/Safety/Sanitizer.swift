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
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var pendingReturn = false
    for scalar in text.unicodeScalars {
      if pendingReturn, scalar != "\n" { result += "␍" }
      pendingReturn = keepsLayout && scalar == "\r"
      if pendingReturn { continue }
      if scalar.isUnsafeOnTerminal, !(keepsLayout && (scalar == "\n" || scalar == "\t")) {
        show(scalar, in: &result)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    if pendingReturn { result += "␍" }
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

  /// Whether a byte stands in the text with which an unsafe character begins.
  private static func isSuspect(_ text: String, keepsLayout: Bool) -> Bool {
    var copy = text
    return copy.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case 0x09, 0x0A: if !keepsLayout { return true }
        case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2: return true
        default: continue
        }
      }
      return false
    }
  }
}
