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
    let lines = Sanitizer.lines(text).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { inline($0) }.joined(separator: "<br>")
  }

  private static func line(_ text: String) -> String {
    // Four blanks at the beginning would make code of it.
    let trimmed = text.drop { $0 == " " || $0 == "\t" }
    let escaped = inline(trimmed)
    let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
    let behind = trimmed.dropFirst(digits.count)
    if !digits.isEmpty, let mark = behind.first, mark == "." || mark == ")", behind.dropFirst().first ?? " " == " " {
      return digits + "\\" + escaped.dropFirst(digits.count)
    }
    guard let first = trimmed.first, "#+-=".contains(first) else { return escaped }
    return "\\" + escaped
  }

  private static func inline(_ text: Substring) -> String {
    let special: Set<Character> = ["\\", "`", "*", "_", "[", "]", "|", "~", "<", ">", "&", "$"]
    if !text.contains(where: special.contains) { return String(text) }
    var result = ""
    var index = text.startIndex
    var before: Character?
    while index < text.endIndex {
      let character = text[index]
      let next = text.index(after: index)
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "_" where isWord(before) && next < text.endIndex && isWord(text[next]): result.append(character)
      case _ where special.contains(character): result += "\\\(character)"
      default: result.append(character)
      }
      before = character
      index = next
    }
    return result
  }

  /// An underscore between letters or digits is no markup: `gm_naam`.
  private static func isWord(_ character: Character?) -> Bool { character.map { $0.isLetter || $0.isNumber } ?? false }
}
