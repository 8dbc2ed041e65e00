import Notebooks
import Session
import Testing
import WorkbenchKit

/// The cells of a notebook that rest on a file, by what stands under them.
@Suite struct RestingCellsTests {
  private let recalled = RecalledSource(name: "rivm.csv", digests: [String(repeating: "ab", count: 32)])

  private func cells(_ marks: [String], of recalled: RecalledSource? = nil) throws -> [Int] {
    let text = marks.map { "```leerkring\nx\n```\n\n```output \($0)\n" }.map {
      $0.contains("\n```\n\n```output") ? $0 + "```\n" : $0
    }
    let notebook = try Notebook(text.joined(separator: "\n"), path: "n.md")
    return RestingCells.all(in: notebook, of: recalled ?? self.recalled).map(\.cell)
  }

  @Test func `those that read it, and those that take up what these gave a name`() throws {
    #expect(
      try cells([
        "id=1 writes=$x:1 inputs=data/rivm.csv:abababababab", "id=2 reads=$x writes=results/r:2",
        "id=3 reads=results/r",
        "id=4 inputs=kwb.csv:cdcdcdcdcdcd", "id=5 reads=$y",
      ]) == [1, 2, 3])
  }

  @Test func `a name that is given anew without it rests on it no more`() throws {
    #expect(
      try cells([
        "id=1 writes=$x:1 inputs=rivm.csv:abababababab", "id=2 writes=$x:2 inputs=kwb.csv:cdcdcdcdcdcd",
        "id=3 reads=$x",
      ]) == [1])
  }

  @Test func `a document of imports is read by all, and a table that was brought in by who reads its register`() throws
  {
    let imports = "documents/wzw/imports"
    #expect(
      try cells([
        "id=1 writes=\(imports):1,tables/rivm:2 inputs=rivm.csv:abababababab", "id=2 reads=\(imports),tables/rivm",
        "id=3 reads=\(imports),tables/rivm inputs=rivm.csv:abababababab", "id=4 reads=tables/rivm",
        "id=5 reads=tables/r*", "id=6 reads=\(imports)",
      ]) == [1, 3, 4, 5])
  }

  @Test func `those that cite a publication, though its title is broken over lines`() throws {
    let text =
      "```leerkring\nx\n```\n\n```output id=1\n  [1] Gezondheid per wijk\n      en buurt 2020 · RIVM\n```\n\n```leerkring\ny\n```\n\n```output id=2\n  iets\n```\n"
    let source = RecalledSource(name: "Gezondheid per wijk en buurt 2020", publications: ["rivm"])
    #expect(RestingCells.all(in: try Notebook(text, path: "n.md"), of: source).map(\.cell) == [1])
  }

  @Test func `a beginning that is too short is nobody's`() throws {
    #expect(try cells(["id=1 inputs=rivm.csv:ab"]) == [])
  }
}
