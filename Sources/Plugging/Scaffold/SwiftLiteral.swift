/// Words as they stand in Swift code.
enum SwiftLiteral {
  /// Returns the words between quotation marks.
  static func quoted(_ word: String) -> String {
    var literal = "\""
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\"", "\\": literal += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
