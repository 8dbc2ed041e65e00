/// Writes elements as an XML document in UTF-8: two spaces a level, a text on the line of its element.
public enum XMLWriter {
  /// Returns the document, with its declaration; a namespace is declared where it changes.
  ///
  /// Characters that XML cannot hold (control characters) become U+FFFD.
  public static func document(_ root: XMLElement) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(root, within: "", indent: "", to: &text)
    return text
  }

  private static func write(_ element: XMLElement, within namespace: String, indent: String, to text: inout String) {
    text += "\(indent)<\(element.name)"
    if element.namespace != namespace { text += " xmlns=\"\(escaped(element.namespace, isAttribute: true))\"" }
    for (index, attribute) in element.attributes.enumerated() {
      // An attribute is in a namespace by a prefix only.
      if attribute.namespace.isEmpty {
        text += " \(attribute.name)"
      } else if attribute.namespace == "http://www.w3.org/XML/1998/namespace" {
        text += " xml:\(attribute.name)"
      } else {
        text += " xmlns:n\(index)=\"\(escaped(attribute.namespace, isAttribute: true))\" n\(index):\(attribute.name)"
      }
      text += "=\"\(escaped(attribute.value, isAttribute: true))\""
    }
    guard !element.nodes.isEmpty else {
      text += "/>\n"
      return
    }
    text += ">"
    // White space between elements may be added only where no text stands between them.
    let holdsText = element.nodes.contains { if case .text = $0 { true } else { false } }
    if !holdsText { text += "\n" }
    for node in element.nodes {
      switch node {
      case .text(let string): text += escaped(string, isAttribute: false)
      case .element(let inner):
        write(inner, within: element.namespace, indent: holdsText ? "" : indent + "  ", to: &text)
        if holdsText, text.hasSuffix("\n") { text.removeLast() }
      }
    }
    text += "\(holdsText ? "" : indent)</\(element.name)>\n"
  }

  private static func escaped(_ string: String, isAttribute: Bool) -> String {
    var text = ""
    text.reserveCapacity(string.utf8.count)
    for scalar in string.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"" where isAttribute: text += "&quot;"
      // A reader makes spaces of them in attributes, and of CR everywhere.
      case "\t" where isAttribute, "\n" where isAttribute, "\r": text += "&#\(scalar.value);"
      case "\t", "\n": text.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
