/// Writes a text of a cell of an open document: a paragraph a line, with blanks that would else fall together.
enum ParagraphPen {
  static func write(_ text: String, to xml: inout XMLBytes) {
    // Line by line; a return sign ends a line as well, and is one sign with the line feed behind it.
    for line in text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" })
    {
      xml.raw("<text:p>")
      write(line: line, to: &xml)
      xml.raw("</text:p>")
    }
  }

  private static func write(line: Substring, to xml: inout XMLBytes) {
    var rest = line.unicodeScalars[...]
    while !rest.isEmpty {
      let plain = rest.prefix { $0 != " " && $0 != "\t" }
      if !plain.isEmpty { xml.attribute(String(plain)) }
      rest = rest.dropFirst(plain.count)
      let blanks = rest.prefix { $0 == " " }
      rest = rest.dropFirst(blanks.count)
      // One between words stays one; others are counted.
      if blanks.count == 1, !plain.isEmpty, !rest.isEmpty {
        xml.raw(" ")
      } else if !blanks.isEmpty {
        xml.raw("<text:s text:c=\"\(blanks.count)\"/>")
      }
      if rest.first == "\t" {
        xml.raw("<text:tab/>")
        rest = rest.dropFirst()
      }
    }
  }
}
