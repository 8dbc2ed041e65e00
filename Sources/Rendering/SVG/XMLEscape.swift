/// Makes words stand in SVG and HTML as they are: none of them is read as markup, and nothing in them is a control character.
enum XMLEscape {
  /// Returns a text for one line, between tags or in an attribute with double quotes.
  static func words(_ text: String) -> String { escaped(Sanitizer.line(text)) }

  /// Returns a text whose line breaks stay.
  static func lines(_ text: String) -> String { escaped(Sanitizer.lines(text)) }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { isSpecial($0) }) || text.unicodeScalars.contains(where: isNoXML) else {
      return text
    }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: if isNoXML(scalar) { result += "\u{FFFD}" } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// Scalars that XML 1.0 has no place for.
  private static func isNoXML(_ scalar: Unicode.Scalar) -> Bool { scalar.value & 0xFFFE == 0xFFFE }
}
