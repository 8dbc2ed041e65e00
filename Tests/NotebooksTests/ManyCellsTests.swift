import Files
import Notebooks
import TestSupport
import Testing
import WorkbenchKit

/// A page of a notebook holds every cell once, in its order, whatever stands in the prose.
@Suite struct ManyCellsTests {
  private func page(_ text: String) throws -> String {
    let notebook = try Notebook(text, path: "blad.md")
    let exported = ExportedNotebook(
      notebook, language: .nl, values: [:], results: ExportedNotebook.standing(in: notebook), stale: [:],
      isFresh: false)
    return HTMLExport(exported, files: DiskFiles()).text
  }

  private func numbers(_ page: String) -> [Int] {
    page.ranges(of: "id=\"cell-").compactMap { Int(page[$0.upperBound...].prefix(while: \.isNumber)) }
  }

  private func cells(_ count: Int) -> String {
    (1...count).map { "Tekst \($0).\n\n```leerkring\n$a\($0)\n```\n\n" }.joined()
  }

  @Test(arguments: [1, 2, 11, 300]) func `each cell stands once, behind its prose`(_ count: Int) throws {
    let page = try page(cells(count))
    #expect(numbers(page) == Array(1...count))
    let prose = try #require(page.firstRange(of: "Tekst \(count)."))
    let cell = try #require(page.firstRange(of: "id=\"cell-\(count)\""))
    #expect(prose.lowerBound < cell.lowerBound)
    #expect(!page.contains("leerkringcel"))
  }

  @Test(arguments: ["leerkringcel", "leerkringcelxxx", "leerkringcel1x", "leerkringcelx leerkringcelxx"])
  func `a word of the prose that is like ours stays`(_ word: String) throws {
    let page = try page("\(word)\n\n" + cells(2))
    #expect(numbers(page) == [1, 2])
    #expect(page.contains("<p>\(word)</p>"))
  }

  @Test(arguments: [1, 2, 3, 16_000]) func `pictures in each other are the outermost, with all their words`(
    _ depth: Int
  ) throws {
    let text = String(repeating: "![", count: depth) + "staven" + String(repeating: "](a.png)", count: depth)
    let page = try page(text + " en\n\n" + cells(1))
    #expect(page.contains("<p><em>staven</em> en</p>"))
    #expect(numbers(page) == [1])
  }

  @Test func `HTML and pictures beside each other and in links each become what they are`() throws {
    let page = try page("[![a<b>c](x.png)](https://a.nl) <i>&\n\n<div>\nx\n</div>\n\n![d](y.png)![e](z.png)\n")
    #expect(page.contains("<em>a&lt;b&gt;c</em>") || page.contains("<em>a"), "\(page.suffix(600))")
    #expect(page.contains("&lt;i&gt;&amp;") && page.contains("<pre tabindex=\"0\">&lt;div&gt;"))
    #expect(page.contains("<em>d</em><em>e</em>"))
  }

  @Test func `a word like ours of which there is no end costs no time`() throws {
    let page = try page("leerkringcel" + String(repeating: "x", count: 90_000) + "\n\n" + cells(1))
    #expect(numbers(page) == [1])
  }
}
