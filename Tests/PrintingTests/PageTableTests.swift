import TestSupport
import Testing
import WorkbenchKit

@testable import Printing

/// Tables of a page as a word processor gets them.
@Suite struct PageTableTests {
  @Test func `a column is as wide as what stands in it, and numbers stand to the right`() {
    let made = PageTables.sized(
      """
      <p>x</p><table>
      <caption>k</caption><thead><tr><th scope="col" style="min-width:7em">naam</th><th class="number">n</th></tr></thead>
      <tbody><tr><th scope="row">A &amp; B &#39;en&#39; zo</th><td class="number">1.234</td></tr></tbody></table><p>y</p>
      """)
    // 13 signs and 3 of 80, 5 and 3 of 80; what names a row is a cell as any other.
    #expect(
      made.contains("</caption><colgroup><col style=\"width:20.0%\" /><col style=\"width:10.0%\" /></colgroup><thead>"))
    #expect(made.contains("<tr><td>A &amp; B &#39;en&#39; zo</td>"))
    #expect(made.contains("<td style=\"text-align:right\">1.234</td>") && made.hasPrefix("<p>x</p>"))
    #expect(made.hasSuffix("</table><p>y</p>"))
  }

  @Test func `what does not fit has room for its longest word, and no page is wider than itself`() {
    let words = PageTables.shares([["randvoorwaarde", String(repeating: "woord ", count: 40), "n"]])
    #expect(words.reduce(0, +) <= 1 + 1e-9 && words[0] * 80 >= 17 - 1e-9 && words[1] > words[0])
    let wide = PageTables.shares([(0..<40).map { "kolomnaam\($0)" }])
    #expect(abs(wide.reduce(0, +) - 1) < 1e-9)
    #expect(PageTables.shares([]) == [] && PageTables.shares([[]]) == [])
    #expect(PageTables.shares([["a"], ["b", "c"]]).count == 2)
  }

  @Test func `what cannot be measured stays, and a list of figures becomes a table`() {
    for table in ["<table><tr><td colspan=\"2\">x</td></tr></table>", "<table></table>", "<table><tr><td>", "geen"] {
      #expect(PageTables.sized(table) == table)
    }
    let list = PageTables.sized(
      "<dl class=\"tiles\">\n<div><dt>inwoners</dt><dd>2.150 <small>personen</small></dd></div>\n</dl>")
    #expect(list.contains("<tr><td>inwoners</td><td>2.150 <small>personen</small></td></tr>"))
    #expect(list.contains("<col style=\"width:13.8%\" />") && !list.contains("<dl"))
  }

  @Test func `all that stands in the document that pages are made after is listed in it`() {
    let text = String(decoding: ReferenceDocument.bytes(.odt), as: UTF8.self)
    for part in ["styles.xml", "meta.xml"] {
      #expect(text.contains("manifest:full-path=\"\(part)\"") && text.components(named: part) >= 2, "\(part)")
    }
  }
}

extension String {
  fileprivate func components(named part: String) -> Int { ranges(of: part).count }
}
