import TestSupport
import Testing

/// Notebooks as other programs and other hands wrote them.
@Suite struct NotebookFormsTests {
  @Test func `the program says it once, and runs the rest`() {
    let book = NotebookFixture("> ```leerkring\n> mis\n> ```\n\n```{leerkring}\nlet a = 5\n$a\n```\n")
    let run = book.notebook("run", "n.md", "--lang", "nl")
    #expect(run.code == 0 && run.errors.contains("regel 1: dit blok staat in een citaat"))
    #expect(book.text.contains("\n  5\n"))
    #expect(book.notebook("check", "n.md").code == 0)
  }

  @Test func `what other programs keep in the front matter stays there`() throws {
    let head =
      "title: T\nauthor: A. de Wit\ntags: [wonen, zorg]\ndate: 2026-01-01\nkeywords:\n  - een\nparameters:\n  n: 1"
    let book = NotebookFixture(head: head, cells: ["$n"])
    #expect(book.notebook("run", "n.md", "-p", "n=3", "--to", "uit.md").code == 0)
    let out = book.folder.text("uit.md") ?? ""
    #expect(
      out.contains("author: A. de Wit\ntags: [wonen, zorg]\ndate: 2026-01-01\nkeywords:\n  - een\nparameters:\n  n: 3"))
    #expect(book.notebook("check", "uit.md").code == 0)
    // A slip of the pen in one of our own words is still told.
    let slip = NotebookFixture(head: "langauge: nl", cells: ["set title"]).notebook("run", "n.md", "--json")
    #expect(slip.errorObject?["suggestion"]?.string == "language")
  }

  @Test func `a presentation without a terminal writes its transcript cell by cell, and over nothing`() {
    let book = NotebookFixture(cells: ["let a = 5", "$a", "mis"])
    book.folder.write("van een ander\n", to: "bezet.lk")
    let refused = book.notebook("present", "n.md", "--log", "bezet.lk", "--json")
    #expect(refused.errorObject?["code"]?.string == "log.exists")
    #expect(book.folder.text("bezet.lk") == "van een ander\n")
    #expect(book.notebook("present", "n.md", "--log", "t.lk").code == 3)
    #expect(
      book.folder.text("t.lk")?.hasPrefix("# n\n# cell 1\nlet a = 5\n# cell 2\n$a\n#   5\n# cell 3\n# ! mis\n") == true)
  }
}
