/// Makes words stand in Markdown as they are: no character of theirs is read as markup, HTML or an order to a terminal.
enum MarkdownEscape {
  /// Returns a text for a paragraph; line breaks are kept.
  static func prose(_ text: String) -> String {
    let lines = Sanitizer.lines(text).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line(String($0)) }.joined(separator: "\n")
  }

  /// Returns a text for one line: a heading, an item.
  static func words(_ text: String) -> String {
    line(Sanitizer.lines(text).split(separator: "\n").joined(separator: " "))
  }

  /// Returns a text that does not begin a line; line breaks become blanks.
  static func inner(_ text: String) -> String {
    inline(Sanitizer.lines(text).split(separator: "\n").joined(separator: " ")[...])
  }

  /// Returns a text for a cell of a table; line breaks become `<br>`.
  static func cell(_ text: String) -> String {
    let safe = Sanitizer.lines(text)
    guard safe.utf8.contains(UInt8(ascii: "\n")) else { return inline(safe[...]) }
    return safe.split(separator: "\n", omittingEmptySubsequences: false).map(inline).joined(separator: "<br>")
  }

  private static func line(_ text: String) -> String {
    // Four blanks at the beginning would make code of it.
    let trimmed = text.drop { $0 == " " || $0 == "\t" }
    let escaped = inline(trimmed)
    let digits = trimmed.prefix { ("0"..."9").contains($0) }
    let behind = trimmed.dropFirst(digits.count)
    if !digits.isEmpty, let mark = behind.first, mark == "." || mark == ")", behind.dropFirst().first ?? " " == " " {
      return digits + "\\" + escaped.dropFirst(digits.count)
    }
    guard let first = trimmed.unicodeScalars.first, "#+-=".unicodeScalars.contains(first) else { return escaped }
    return "\\" + escaped
  }

  private static func inline(_ text: Substring) -> String {
    if !text.utf8.contains(where: isSpecial) { return String(text) }
    var result = ""
    // By scalars: a bar with an accent on it parts cells like any other.
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "_" where isInsideWord(scalars, index): result += "_"
      default:
        if scalar.isASCII, isSpecial(UInt8(truncatingIfNeeded: scalar.value)) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"),
      UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  /// An underscore between letters or digits is no markup: `gm_naam`.
  private static func isInsideWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    return [scalars[index - 1], scalars[index + 1]].allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
    }
  }
}
