import TestSupport
import Testing

/// One notebook, two people, git between them.
@Suite struct NotebookMergeTests {
  private let book = NotebookFixture(
    cells: [
      "wzw demo", "let a = wzw areas --level wijk", "$a | count", "set title Een", "set title",
      "let b = wzw estimate BU99010101 --indicator Eenzaam --age 65+", "keep b", "why b | count", "let c = 4", "$c",
    ])

  private func git(_ words: String...) -> ChildProcess {
    ChildProcess.run(
      "/usr/bin/git", ["-c", "user.name=x", "-c", "user.email=x@example.nl"] + words,
      environment: Leerkring.environment(home: book.folder.path), folder: book.folder.path)
  }

  private func edited(_ branch: String, _ old: String, _ new: String) {
    #expect(git("checkout", "-q", "-b", branch, "main").code == 0)
    book.edit(old, new)
    #expect(book.notebook("run", "n.md").code == 0)
    #expect(git("commit", "-q", "-am", branch).code == 0)
  }

  @Test(.enabled(if: ChildProcess.run("/usr/bin/git", ["--version"]).code == 0))
  func `edits in the first and the last cell, both run, merge without conflict, and the whole is up to date`() throws {
    #expect(book.notebook("run", "n.md").code == 0)
    #expect(git("init", "-q", "-b", "main").code == 0)
    #expect(git("add", "n.md").code == 0)
    #expect(git("commit", "-q", "-m", "begin").code == 0)
    edited("een", "wzw demo", "wzw demo\nwzw areas --level gemeente")
    edited("twee", "$c\n", "$c\n$c\n")
    let merge = git("merge", "-q", "--no-edit", "een")
    #expect(merge.code == 0, "\(merge.output)\(merge.errors)")
    #expect(try book.stale() == 0)
    let check = book.notebook("check", "n.md")
    #expect(check.code == 0, "\(check.output)\(check.errors)")
  }

  @Test(.enabled(if: ChildProcess.run("/usr/bin/git", ["--version"]).code == 0))
  func `what one changed and the other used is told to be out of date after the merge`() throws {
    #expect(book.notebook("run", "n.md").code == 0)
    #expect(git("init", "-q", "-b", "main").code == 0)
    #expect(git("add", "n.md").code == 0)
    #expect(git("commit", "-q", "-m", "begin").code == 0)
    edited("een", "let a = wzw areas --level wijk", "let a = wzw areas --level buurt")
    edited("twee", "let c = 4", "let c = wzw areas --level buurt | count\nlet d = $a")
    #expect(git("merge", "-q", "--no-edit", "een").code == 0)
    #expect(try book.stale() >= 1)
    #expect(book.notebook("run", "n.md", "--stale").code == 0)
    #expect(try book.stale() == 0)
  }

  @Test func `a run by another, at another time and elsewhere, changes nothing in the file`() {
    #expect(book.notebook("run", "n.md").code == 0)
    let text = book.text
    #expect(book.notebook("run", "n.md", environment: ["SOURCE_DATE_EPOCH": "1895219200"]).code == 0)
    #expect(book.text == text)
    let other = NotebookFixture(text)
    #expect(other.notebook("run", "n.md").code == 0)
    #expect(other.text == text)
  }

  @Test func `a notebook with the marks of an older version opens, is checked, and gets new ones when it is run`()
    throws
  {
    #expect(book.notebook("run", "n.md").code == 0)
    let new = book.text
    // Before, a name that was written stood there without what it held, and an id hung on the cells before it.
    // That of a cell that hung on none before it was the same.
    var count = 0
    let old = new.replacing(/(writes=\S*)/) { match in
      match.output.1.split(separator: ",").map { $0.prefix { $0 != ":" } }.joined(separator: ",")
    }.replacing(/id=[0-9a-f]{12}/) { match in
      count += 1
      return count == 1 ? String(match.output) : "id=0123456789ab"
    }
    #expect(old != new)
    book.folder.write(old, to: "n.md")
    #expect(book.notebook("check", "n.md").code == 0)
    #expect(try book.stale() == 10)
    #expect(book.notebook("run", "n.md", "--stale").code == 0)
    #expect(try book.stale() == 0)
    #expect(book.text == new)
  }

  @Test func `a file that git could not put together is refused with its line`() {
    let text = "# Titel\n\n```leerkring\n<<<<<<< HEAD\nlet a = 1\n=======\nlet a = 2\n>>>>>>> twee\n```\n"
    let conflicted = NotebookFixture(text)
    for verb in ["run", "check", "present", "export"] {
      let run = conflicted.notebook(verb, "n.md", "--json")
      #expect(run.errorObject?["code"]?.string == "notebook.conflict", "\(verb)")
      #expect(run.errorObject?["line"]?.int == 4)
    }
    #expect(conflicted.text == text)
    // A row of equals signs under a heading is Markdown, and so are arrows that are quoted.
    #expect(NotebookFixture("Titel\n=======\n\n```leerkring\nset title\n```\n").notebook("run", "n.md").code == 0)
  }
}
