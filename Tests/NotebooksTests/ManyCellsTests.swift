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

  @Test func `a word like ours of which there is no end costs no time`() throws {
    let page = try page("leerkringcel" + String(repeating: "x", count: 90_000) + "\n\n" + cells(1))
    #expect(numbers(page) == [1])
  }
}
