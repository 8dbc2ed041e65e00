import TestSupport

/// A notebook in a folder of its own, and the program run on it.
struct NotebookFixture {
  let folder = TemporaryFolder()

  init(_ text: String, name: String = "n.md") { folder.write(text, to: name) }

  /// Cells with prose between them, and a front matter.
  init(head: String = "", cells: [String]) {
    let front = head.isEmpty ? "" : "---\n\(head)\n---\n\n"
    self.init(
      front + cells.enumerated().map { "Deel \($0 + 1).\n\n```leerkring\n\($1)\n```\n" }.joined(separator: "\n"))
  }

  var text: String { folder.text("n.md") ?? "" }

  /// `leerkring notebook …`, in the folder.
  func notebook(_ arguments: String..., input: String = "", environment: [String: String] = [:]) -> ChildProcess {
    Leerkring.run(["notebook"] + arguments, input: input, environment: environment, folder: folder.path)
  }

  func edit(_ old: String, _ new: String) {
    guard let range = text.firstRange(of: old) else { return }
    folder.write(text.replacingCharacters(in: range, with: new), to: "n.md")
  }

  /// The numbers of the cells that are out of date, as `notebook list` counts them and `run --stale` shows them.
  func stale() throws -> Int {
    let run = Leerkring.run(["--json", "-c", "notebook list"], folder: folder.path)
    return try JSONLines.last(run.output)?.rows.first { $0["file"]?.string == "n.md" }?["stale"]?.int ?? -1
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
