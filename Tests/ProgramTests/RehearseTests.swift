import TestSupport
import Testing
import WorkbenchKit

/// Which slides of a notebook do not fit on a screen.
@Suite struct RehearseTests {
  private let folder = TemporaryFolder()

  private func rehearse(_ text: String, _ more: [String] = [], json: Bool = false) -> ChildProcess {
    folder.write(text, to: "n.md")
    return Leerkring.run(
      ["notebook", "rehearse", "n.md"] + more + ["--lang", "nl"] + (json ? ["--json"] : []), folder: folder.path)
  }

  private func rows(_ run: ChildProcess) throws -> [[String: JSON]] {
    try JSONReader.parse(run.output.split(separator: "\n").first.map(String.init) ?? "").rows
  }

  /// Prose of so many lines before a cell that gives one.
  private func book(_ lines: Int) -> String {
    (0..<lines).map { "- regel \($0)\n" }.joined() + "\n```leerkring\nlet a = 5\n$a\n```\n"
  }

  @Test func `exactly the rows of the screen fit, and one more does not`() throws {
    // Ten lines of prose, an empty one, two of code, an empty one and one of output; four are the screen's.
    #expect(rehearse(book(10), ["--size", "80x19"]).code == 0)
    let over = rehearse(book(10), ["--size", "80x18"], json: true)
    #expect(over.code == 6 && over.errors.contains("notebook.unfit"), "\(over.errors)")
    let row = try #require(try rows(over).first)
    #expect(row["cell"] == 1 && row["rows"] == 19 && row["columns"] == 20)
    #expect(rehearse(book(10)).output.contains("Alles past op 80x24."))
    #expect(rehearse(book(16)).code == 6)
  }

  @Test func `exactly the columns that a table needs fit, and one less does not`() throws {
    folder.write("naam;bedrag\nEenlangewoordzonderblank;12345\n", to: "t.csv")
    let text = "```leerkring\nread t.csv\n```\n"
    let needed = try #require(try rows(rehearse(text, ["--size", "20x24"], json: true)).first?["columns"]?.int)
    #expect(needed > 20 && needed < 40, "\(needed)")
    #expect(rehearse(text, ["--size", "\(needed)x24"]).code == 0)
    let narrow = rehearse(text, ["--size", "\(needed - 1)x24"])
    #expect(narrow.code == 6)
    // The measure is that of the screen itself: on it no column falls away, and on a narrower one it does.
    for (columns, isWhole) in [(needed, true), (needed - 1, false)] {
      let shown = Leerkring.run(
        ["--lang", "nl", "-c", "read t.csv"], environment: ["COLUMNS": "\(columns)"], folder: folder.path)
      #expect(shown.output.contains("te smal voor") != isWhole, "\(shown.output)")
    }
  }

  @Test func `code in the prose is not cut, and what stands behind the last cell counts as well`() throws {
    let code = String(repeating: "x", count: 100)
    let run = rehearse("```leerkring\nlet a = 5\n```\n\n```\n\(code)\n```\n", json: true)
    #expect(run.code == 6)
    let row = try #require(try rows(run).first)
    #expect(row["cell"] == .null && row["columns"] == 103)
    #expect(rehearse("```leerkring\nlet a = 5\n```\n\n```\n\(code)\n```\n", ["--size", "103x24"]).code == 0)
  }

  @Test func `an empty notebook fits, one that fails says so, and a screen that is none is refused`() {
    #expect(rehearse("# Leeg\n").code == 0)
    let failing = rehearse("```leerkring\nmis\n```\n")
    #expect(failing.code == 3 && failing.errors.contains("command.unknown"), "\(failing.errors)")
    for size in ["80", "80x", "x24", "80x6", "19x24", "80x24x2", "-80x24", "80x1001", "groot", "8e1x24"] {
      #expect(rehearse("# Leeg\n", ["--size=\(size)"]).errors.contains("[size.form]"), "\(size)")
    }
  }
}
