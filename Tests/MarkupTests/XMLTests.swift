import Markup
import Testing
import WorkbenchKit

@Suite struct XMLTests {
  private func read(_ text: String) throws -> XMLElement { try XMLReader.root(of: Array(text.utf8), name: "reis.xml") }

  private func problem(_ text: String) -> Diagnostic? {
    do {
      _ = try read(text)
      return nil
    } catch { return error as? Diagnostic }
  }

  @Test func `elements, attributes, texts and namespaces are read`() throws {
    let root = try read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- a remark -->
      <a:reis xmlns:a="urn:a" xmlns="urn:b" naam="Guus &amp; co" a:soort="x">
        <stap nr="1">bellen <b>met</b> het loket &lt;3</stap>
        <stap nr="2"><![CDATA[<wachten>]]></stap>
      </a:reis>
      """)
    #expect(root.name == "reis")
    #expect(root.namespace == "urn:a")
    #expect(root["naam"] == "Guus & co")
    #expect(root["soort"] == nil)
    #expect(root.attributes.last == .init("soort", "x", namespace: "urn:a"))
    #expect(root.elements("stap").map(\.text) == ["bellen met het loket <3", "<wachten>"])
    #expect(root.elements("stap").map { $0["nr"] } == ["1", "2"])
    #expect(root.first("stap")?.namespace == "urn:b")
    #expect(root.elements.map(\.line) == [4, 5])
  }

  @Test func `UTF-16 and ISO 8859-1 are read as they say`() throws {
    let latin = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>caf".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(try XMLReader.root(of: latin, name: "a").text == "café")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in "<a>€</a>".utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try XMLReader.root(of: wide, name: "a").text == "€")
  }

  @Test func `what is written is read back as it was`() throws {
    let root = XMLElement(
      "reis", namespace: "urn:a",
      attributes: [.init("naam", "\"Guus\"\n<&>\t"), .init("taal", "nl", namespace: "urn:t")],
      nodes: [
        .element(XMLElement("stap", namespace: "urn:a", text: "  <bellen> & \r\n wachten ")),
        .element(XMLElement("leeg", namespace: "urn:b")),
        .element(XMLElement("diep", nodes: [.text("a"), .element(XMLElement("b", text: "c")), .text("d")])),
      ])
    let text = XMLWriter.document(root)
    let again = try read(text)
    #expect(again.attributes == root.attributes)
    #expect(again.first("stap")?.nodes == [.text("  <bellen> & \r\n wachten ")])
    #expect(again.first("leeg")?.namespace == "urn:b")
    #expect(again.first("diep")?.nodes.count == 3)
    #expect(again.first("diep")?.text == "acd")
    #expect(XMLWriter.document(again) != "")
    #expect(
      text.split(separator: "\n").prefix(2).joined(separator: "\n") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <reis xmlns="urn:a" naam="&quot;Guus&quot;&#10;&lt;&amp;&gt;&#9;" xmlns:n1="urn:t" n1:taal="nl">
        """)
  }

  @Test func `a control character that XML cannot hold does not break what is written`() throws {
    #expect(try read(XMLWriter.document(XMLElement("a", text: "x\u{1}\u{1B}y"))).text == "x\u{FFFD}\u{FFFD}y")
  }

  @Test(arguments: [
    ("", "xml.syntax"), ("dag", "xml.syntax"), ("<a>", "xml.syntax"), ("<a></b>", "xml.syntax"),
    ("<a/><b/>", "xml.syntax"), ("<a x='1' x='2'/>", "xml.syntax"), ("<p:a/>", "xml.syntax"),
    ("<a>&onbekend;</a>", "xml.syntax"), ("<?xml version='1.0' encoding='windows-1252'?><a/>", "xml.encoding"),
    ("<!DOCTYPE a><a/>", "xml.doctype"),
    ("<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxx'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>", "xml.doctype"),
    ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "xml.doctype"),
  ])
  func `what is not XML, or would fetch or expand, is one clear error`(text: String, code: String) throws {
    let found = try #require(problem(text))
    #expect(found.code == code)
    #expect(found.message.nl.contains("'reis.xml'"))
  }

  @Test func `an error names the line`() {
    #expect(
      problem("<a>\n<b>\n</a>")?.message
        == Text(
          nl: "'reis.xml' is geen welgevormde XML: begin en einde horen niet bij elkaar op regel 3",
          en: "'reis.xml' is not well-formed XML: beginning and end do not match on line 3"))
  }

  @Test func `a document of many levels is refused, not followed to the end of the stack`() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(problem(deep)?.code == "xml.deep")
  }
}
