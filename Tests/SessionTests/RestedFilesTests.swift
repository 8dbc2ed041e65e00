import Session
import Testing
import WorkbenchKit

/// On which files something rests, as the steps tell.
@Suite struct RestedFilesTests {
  private func digest(_ letter: Character) -> String { String(repeating: letter, count: 64) }

  private func input(_ letter: Character) -> InputFile { InputFile(path: "\(letter).csv", sha256: digest(letter)) }

  private func step(_ inputs: [Character], basis: [Int] = [], _ changes: [String: JSON]) -> Operation {
    .step(
      Step.Record(line: "x", time: "2026-01-01T00:00:00Z", plugin: "p", inputs: inputs.map(input), basis: basis),
      changes: Dictionary(
        uniqueKeysWithValues: changes.compactMap { name, json in PartName(name).map { ($0, Part(json)) } }))
  }

  private func branch(_ operations: [Operation]) throws -> Branch {
    try operations.reduce(Workspace(lineage: "0")) { try $0.applying($1) }.current
  }

  private func files(_ branch: Branch, reading reads: [String: Int], own: [Character] = []) -> [String] {
    var provenance = Provenance()
    provenance.reads = reads
    provenance.inputs = own.map(input)
    return RestedFiles(branch).files(of: provenance).map(\.path)
  }

  @Test func `a table brings the files of the step that made it, and no others`() throws {
    let branch = try branch([step(["a"], ["tables/x": 1]), step(["b"], basis: [1], ["tables/y": 1])])
    #expect(files(branch, reading: ["tables/x": 1]) == ["a.csv"])
    #expect(files(branch, reading: ["tables/y": 2]) == ["b.csv"])
    #expect(files(branch, reading: ["tables/x": 1, "tables/y": 2], own: ["c"]) == ["c.csv", "a.csv", "b.csv"])
  }

  @Test func `a table that was worked out brings what it was worked out from`() throws {
    let branch = try branch([step(["a"], ["tables/x": 1]), step([], basis: [1], ["tables/y": 1])])
    #expect(files(branch, reading: ["tables/y": 2]) == ["a.csv"])
  }

  @Test func `what a plugin brought in and read again it accounts for itself`() throws {
    let register: JSON = ["files": [.string(digest("a")), .string(digest("b"))]]
    let branch = try branch([
      step(["a"], ["tables/x": 1, "documents/p/imports": register]),
      step(["b"], basis: [1], ["tables/y": 1, "documents/p/imports": register]),
    ])
    // It read the register and both tables, and noted one file.
    let reads = ["documents/p/imports": 2, "tables/x": 1, "tables/y": 2]
    #expect(files(branch, reading: reads, own: ["a"]) == ["a.csv"])
    // Somebody else read the table alone.
    #expect(files(branch, reading: ["tables/y": 2]) == ["b.csv"])
  }

  @Test func `a document that grew brings the files of all steps that it grew by`() throws {
    let branch = try branch([
      step(["a"], ["documents/p/set": 1]), step(["b"], basis: [1], ["documents/p/set": 2]),
      step(["c"], ["tables/z": 1]),
    ])
    #expect(files(branch, reading: ["documents/p/set": 2]) == ["a.csv", "b.csv"])
    #expect(files(branch, reading: ["documents/p/set": 1]) == ["a.csv"])
  }

  @Test func `a result that took up another rests on what that one rests on`() throws {
    let kept: JSON = [
      "blocks": [], "command": "x", "provenance": ["inputs": [["file": "a.csv", "sha256": .string(digest("a"))]]],
    ]
    let branch = try branch([step([], ["results/r": kept])])
    #expect(files(branch, reading: ["results/r": 1]) == ["a.csv"])
  }

  @Test func `a digest is known by its beginning, and not by less than eight digits of it`() {
    let source = RecalledSource(name: "a", digests: [digest("a")])
    #expect(source.isRecalled(String(digest("a").prefix(12))))
    #expect(source.isRecalled(String(digest("a").prefix(8))))
    #expect(!source.isRecalled(String(digest("a").prefix(7))))
    #expect(!source.isRecalled(""))
    #expect(RecalledSource(source.json) == source)
  }

  @Test func `a page carries its files once, and tells them again`() {
    let page = "<!DOCTYPE html>\n<head>\n<meta name=\"generator\" content=\"leerkring\">\n<title>x</title>"
    let files = [(name: "/home/jan/a & \"b\".csv", sha256: digest("a")), (name: "c.csv", sha256: digest("c"))]
    let marked = PageFiles.marked(page, resting: files + files)
    #expect(PageFiles.read(marked).map(\.name) == ["a & \"b\".csv", "c.csv"])
    #expect(PageFiles.read(marked).map(\.sha256) == [digest("a"), digest("c")])
    #expect(!marked.contains("/home"))
    #expect(PageFiles.marked(marked, resting: files) == marked)
    #expect(PageFiles.marked("<!DOCTYPE html>\n<head></head>", resting: files) == "<!DOCTYPE html>\n<head></head>")
  }
}
