import TestSupport
import Testing

/// The check itself finds what it is there for.
@Suite struct PageFaultsTests {
  private func page(_ body: String, lang: String = "nl") -> String {
    "<!DOCTYPE html>\n<html lang=\"\(lang)\"><head><title>A</title></head><body><main><h1>A</h1>\(body)</main></body></html>"
  }

  @Test func `a sound page has none`() {
    let body =
      "<nav aria-label=\"Inhoud\"><a href=\"#b\">B</a></nav><h2 id=\"b\">B</h2><table><tr><th scope=\"col\">x</th></tr></table>"
    #expect(PageFaults(page(body)).faults == [])
  }

  @Test(arguments: [
    ("<h3>te diep</h3>", "h3 under h1"), ("<h1>twee</h1>", "headings begin with [1, 1]"),
    ("<table><tr><th>x</th></tr></table>", "th without scope: x"), ("<img src=\"data:,\">", "img without a text"),
    ("<svg viewBox=\"0 0 1 1\"></svg>", "svg without a role and a name"),
    ("<p id=\"a\"></p><p id=\"a\"></p>", "two of the id a"), ("<a href=\"#weg\">x</a>", "nothing has the id weg"),
    ("<section aria-label=\"A\"></section><section aria-label=\"A\"></section>", "two landmarks: region A"),
    ("<div role=\"group\" tabindex=\"0\"></div>", "group without a name"), ("<main></main>", "2 main landmarks"),
  ])
  func `what is wrong is named`(body: String, fault: String) {
    #expect(PageFaults(page(body)).faults == [fault])
  }

  @Test func `a page without a language`() {
    #expect(PageFaults(page("", lang: "")).faults == ["no language"])
  }
}
