import Testing

@testable import TableFiles

@Suite struct XMLBytesTests {
  private func text(_ text: String) -> String {
    var xml = XMLBytes()
    xml.text(text)
    return String(decoding: xml.bytes, as: UTF8.self)
  }

  private func attribute(_ text: String) -> String {
    var xml = XMLBytes()
    xml.attribute(text)
    return String(decoding: xml.bytes, as: UTF8.self)
  }

  private func number(_ number: Double) -> String {
    var xml = XMLBytes()
    xml.number(number)
    return String(decoding: xml.bytes, as: UTF8.self)
  }

  @Test func `marks of XML are escaped`() {
    #expect(text("<5 & \"x\" > 'y'") == "&lt;5 &amp; &quot;x&quot; &gt; 'y'")
    #expect(text("€ ë 👩‍👩‍👧") == "€ ë 👩‍👩‍👧")
    #expect(text("") == "")
  }

  @Test func `signs that XML cannot hold become the form of spreadsheets`() {
    #expect(text("\0\u{1}\u{8}\u{B}\u{1F}") == "_x0000__x0001__x0008__x000B__x001F_")
    #expect(text("a\r\nb\tc") == "a_x000D_\nb\tc")
    #expect(text("\u{7F}\u{FFFD}") == "\u{7F}\u{FFFD}")
    #expect(text("a\u{FFFE}b\u{FFFF}c") == "abc")
  }

  @Test func `what looks like such a form already is escaped itself`() {
    #expect(text("_x0041_") == "_x005F_x0041_")
    #expect(text("_x004_ _x0041 x0041_ _X00fF_ __x0041_") == "_x004_ _x0041 x0041_ _x005F_X00fF_ __x005F_x0041_")
  }

  @Test func `in a name controls are left out`() {
    #expect(attribute("a\u{1}\n<\"b\"") == "a &lt;&quot;b&quot;")
  }

  @Test func `numbers have the fewest digits that read back to the same bits`() {
    #expect(number(1.0 / 7) == "0.14285714285714285")
    #expect(number(0.1 + 0.2) == "0.30000000000000004")
    #expect(number(1e300) == "1e+300")
    #expect(number(-0.0) == "-0.0")
    #expect(number(0) == "0")
    #expect(number(-9_007_199_254_740_991) == "-9007199254740991")
    for value in [
      1e15, 1e16, 123_456.789, 9_007_199_254_740_994, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -1.5,
    ] {
      #expect(Double(number(value))?.bitPattern == value.bitPattern)
    }
  }
}
