extension Word {
  /// Returns a text as it is typed to be one word: in quotes where it holds more than letters, digits and plain signs.
  public static func quoted(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "-_./:+%=,<€@^".contains($0) }
    if isPlain { return text }
    if !text.contains("'") { return "'\(text)'" }
    let escaped = text.flatMap { character -> [Character] in
      switch character {
      case "\\", "\"": ["\\", character]
      case "$": Array("\\u{24}")
      case "\n": ["\\", "n"]
      case "\t": ["\\", "t"]
      default: [character]
      }
    }
    return "\"" + String(escaped) + "\""
  }
}
