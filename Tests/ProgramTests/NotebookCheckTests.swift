import TestSupport
import Testing
import WorkbenchKit

@Suite struct NotebookCheckTests {
  private func filled(_ cells: [String]) -> NotebookFixture {
    let book = NotebookFixture(cells: cells)
    #expect(book.notebook("run", "n.md").code == 0)
    return book
  }

  @Test func `a difference is told as a unified diff with the lines of the cell, and ends with 6`() throws {
    let book = filled(["let a = 5", "$a", "let b = 6\n$b"])
    book.edit("\n  6\n", "\n  7\n")
    let before = book.text
    let run = book.notebook("check", "n.md")
    #expect(run.code == 6)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0] == "--- n.md")
    #expect(lines[1] == "+++ n.md (run now)")
    #expect(lines[2].hasSuffix("@@ cell 3, line 21"), "\(lines[2])")
    #expect(run.output.contains("\n-  7\n+  6\n"))
    #expect(run.errors.hasPrefix("n.md:21:1: error: one cell of 'n.md' gives something else [notebook.differs]"))
    #expect(book.text == before)
  }

  @Test func `patch takes the difference, and then nothing differs`() throws {
    let book = filled(["help undo", "let a = 5\n$a", "help redo"])
    book.edit("\n  5\n", "\n  vijf\n  en meer\n")
    book.edit("take the last step back", "iets anders")
    let run = book.notebook("check", "n.md")
    #expect(run.code == 6)
    book.folder.write(run.output, to: "d.patch")
    let patch = ChildProcess.run(
      "/usr/bin/patch", ["-s", "n.md", "d.patch"], environment: Leerkring.environment(), folder: book.folder.path)
    guard patch.code != 127 else {
      print("skipped: there is no /usr/bin/patch")
      return
    }
    #expect(patch.code == 0, "\(patch.output)\(patch.errors)")
    #expect(book.notebook("check", "n.md").code == 0)
  }

  @Test func `wildcards stand for what may differ, and are kept`() throws {
    let book = filled(["help undo"])
    book.edit("take the last step back", "take [..] back")
    #expect(book.notebook("check", "n.md").code == 0)
    let text = book.text
    #expect(book.notebook("run", "n.md").code == 0)
    #expect(book.notebook("check", "n.md", "--update").code == 0)
    #expect(book.text == text)
    let start = text.firstRange(of: "  take [..]")
    let end = text.firstRange(of: "\n```", after: "  take [..]")
    if let start, let end { book.folder.write(String(text[..<start.lowerBound] + "..." + text[end...]), to: "n.md") }
    #expect(book.text.contains("\n...\n```"))
    #expect(book.notebook("check", "n.md").code == 0)
  }

  @Test func `an update takes over what differs and leaves what suits`() throws {
    let book = filled(["let a = 5\n$a", "help undo"])
    book.edit("\n  5\n", "\n  6\n")
    book.edit("take the last step back", "take [..] back")
    let run = book.notebook("check", "n.md", "--update")
    #expect(run.code == 0)
    #expect(run.output.contains("1 output taken over · n.md"))
    #expect(book.text.contains("\n  5\n"))
    #expect(book.text.contains("take [..] back"))
    #expect(book.notebook("check", "n.md").code == 0)
  }

  @Test func `a notebook that was never run differs, and one that fails as well`() throws {
    let bare = NotebookFixture(cells: ["let a = 5\n$a"])
    #expect(bare.notebook("check", "n.md").code == 6)
    let failing = NotebookFixture(cells: ["mis"])
    let run = failing.notebook("check", "n.md")
    #expect(run.code == 6)
    #expect(run.errors.contains("'mis' is not a command"))
    #expect(!failing.text.contains("output"))
  }

  @Test func `in a script a difference is an error of its line`() throws {
    let book = filled(["let a = 5\n$a"])
    book.edit("\n  5\n", "\n  6\n")
    let run = Leerkring.run(["--json"], input: "notebook check n.md\nhelp\n", folder: book.folder.path)
    #expect(run.code == 3)
    #expect(run.errorObject?["code"]?.string == "notebook.differs")
    #expect(try JSONLines.all(run.output).first?.blocks("text").first?["text"]?.string?.contains("-  6\n+  5") == true)
  }

  @Test func `a check in the midst of a session leaves it as it was`() throws {
    let book = filled(["set title Anders\nlet a = 5\n$a"])
    let run = Leerkring.run(
      ["--json"], input: "let a = 1\nset title Mijn\nnotebook check n.md\n$a\nset title\nhistory\n",
      folder: book.folder.path)
    #expect(run.code == 0, "\(run.errors)")
    let lines = try JSONLines.all(run.output)
    #expect(lines[3].blocks("paragraph").first?["text"]?.string == "1")
    #expect(lines[4].facts["title"]?.string == "Mijn")
    #expect(lines[5].rows.count == 1)
  }
}

extension String {
  /// The beginning of a text behind another one.
  fileprivate func firstRange(of text: String, after earlier: String) -> String.Index? {
    guard let start = firstRange(of: earlier) else { return nil }
    return self[start.upperBound...].firstRange(of: text)?.lowerBound
  }

  private var asking: String {
    """
    parameters:
      cijfers: {type: file, default: cijfers.csv, about: de cijfers, from: "CBS, tabel 1"}
    """
  }

  @Test func `a file that a notebook asks for and that is not there is skipped with where it is to be had`() {
    let book = NotebookFixture(head: asking, cells: ["read $cijfers | count"])
    let check = book.notebook("check", "n.md")
    #expect(check.code == 0)
    #expect((check.output + check.errors).contains("skipped: 'cijfers.csv' is not there (CBS, tabel 1)"))
    // Whoever runs it, or names a file of their own, wants an answer.
    let run = book.notebook("run", "n.md")
    #expect(run.code == 2 && run.errors.contains("[notebook.file]") && run.errors.contains("-p cijfers="))
    let named = book.notebook("check", "n.md", "-p", "cijfers=ook-niet.csv")
    #expect(named.code == 2 && named.errors.contains("'ook-niet.csv' is not there (CBS, tabel 1)"))
    #expect(book.notebook("run", "n.md", "-p", "cijfers=").errors.contains("[notebook.file]"))
  }

  @Test func `with the file there it is run and checked, and other figures are a difference`() {
    let book = NotebookFixture(head: asking, cells: ["read $cijfers | count"])
    book.folder.write("a,b\n1,2\n3,4\n", to: "cijfers.csv")
    #expect(book.notebook("run", "n.md").code == 0)
    #expect(book.text.contains("number of rows:  2"))
    #expect(book.notebook("check", "n.md").code == 0)
    book.folder.write("a,b\n1,2\n", to: "cijfers.csv")
    #expect(book.notebook("check", "n.md").code == 6)
  }
}
