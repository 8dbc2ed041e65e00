import CEditline
import CUtf8proc
import Glibc

/// Text as libedit has it: one `wchar_t` for each Unicode scalar.
enum WideText {
  /// Sees to it that characters beyond ASCII have a width; returns whether they do.
  @discardableResult static func allowUTF8() -> Bool { editline_use_utf8() != 0 }

  /// Returns the scalars with a 0 behind them.
  static func terminated(_ text: String) -> [wchar_t] {
    text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
  }

  static func string(_ characters: UnsafeBufferPointer<wchar_t>) -> String {
    var text = String.UnicodeScalarView()
    for character in characters { text.append(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}") }
    return String(text)
  }

  /// The columns that a text takes on a terminal.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + max(0, Int(editline_width(wchar_t(bitPattern: $1.value)))) }
  }

  /// Whether a scalar takes no room but joins with the one before it.
  static func combines(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && editline_width(wchar_t(bitPattern: scalar.value)) == 0
  }

  /// Returns the one scalar that two make together, if there is one: `e` and U+0301 give `é`.
  static func composed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    let both = Array((String(base) + String(mark)).utf8CString)
    return both.withUnsafeBufferPointer { characters -> Unicode.Scalar? in
      guard let start = characters.baseAddress else { return nil }
      let composed = start.withMemoryRebound(to: UInt8.self, capacity: both.count) { utf8proc_NFC($0) }
      guard let composed else { return nil }
      defer { free(composed) }
      let scalars = String(cString: composed).unicodeScalars
      return scalars.count == 1 ? scalars.first : nil
    }
  }

  /// Returns in which row and column of the screen the cursor is after a text, both from 0.
  static func position(after text: String, columns: Int) -> (row: Int, column: Int) {
    var row = 0
    var column = 0
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        row += 1
        column = 0
        continue
      }
      // A control character is shown as ^X.
      let width = scalar.value < 0x20 ? 2 : max(0, Int(editline_width(wchar_t(bitPattern: scalar.value))))
      if column + width > columns {
        row += 1
        column = 0
      }
      column += width
      if column >= columns {
        row += 1
        column = 0
      }
    }
    return (row, column)
  }
}
