import WorkbenchKit

/// A value as YAML reads it back: numbers and yes or no bare, so that they stay what they are; words in quotes, unless nothing else
/// could be made of them.
enum YAMLScalar {
  /// Words that are no text, here or to another reader of YAML.
  private static let taken: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

  static func written(_ value: Value) -> String {
    switch value {
    case .number, .boolean: value.plain
    default: isPlain(value.plain) ? value.plain : quoted(value.plain)
    }
  }

  /// Whether it is a letter with letters, digits, `_`, `-`, `.` and `/` behind it.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
    guard let first = bytes.first, isLetter(first), !taken.contains(text.lowercased()) else { return false }
    return bytes.allSatisfy { isLetter($0) || (48...57).contains($0) || "_-./".utf8.contains($0) }
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.isUnsafeOnTerminal || scalar.properties.isNoncharacterCodePoint || scalar.value == 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        result +=
          (digits.count > 4 ? "\\U" : "\\u") + String(repeating: "0", count: (digits.count > 4 ? 8 : 4) - digits.count)
          + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
