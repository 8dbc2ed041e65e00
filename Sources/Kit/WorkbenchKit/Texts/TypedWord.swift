/// How a text is typed on a line.
public enum TypedWord {
  /// Returns a text as it is typed to be one word: in quotes where it holds more than letters, digits and plain signs.
  public static func quoted(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "-_./:+%=,<€@^!".contains($0) }
    if isPlain { return text }
    if !text.contains("'") { return "'\(text)'" }
    return "\"\(escaped(text))\""
  }

  /// Returns a text as it stands between double quotes.
  public static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\", "\"", "$": result += "\\\(character)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.append(character)
      }
    }
  }
}
