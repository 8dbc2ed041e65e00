import TestSupport
import Testing
import WorkbenchKit

@Suite struct NotebookStaleTests {
  private let chain = NotebookFixture(
    cells: [
      "let a = 1", "let b = 2", "$a", "$b", "set title Een", "set title", "wzw demo", "wzw areas | count",
    ])

  @Test func `editing a cell marks it and those after it that use its names, and no others`() throws {
    #expect(chain.notebook("run", "n.md").code == 0)
    #expect(try chain.stale() == 0)
    chain.edit("let a = 1", "let a = 5")
    #expect(try chain.stale() == 2)
    let run = chain.notebook("run", "n.md", "--stale", "--json")
    #expect(run.code == 0)
    let facts = try JSONLines.last(run.output)?.facts
    #expect(facts?["shown"]?.int == 2)
    #expect(facts?["changed"]?.int == 1)
    // Silently before it: the cells up to the last that is out of date.
    #expect(facts?["run"]?.int == 3)
    #expect(try chain.stale() == 0)
    #expect(chain.notebook("check", "n.md").code == 0)
  }

  @Test func `editing a cell marks those that read the parts of the workspace which it changed`() throws {
    #expect(chain.notebook("run", "n.md").code == 0)
    chain.edit("set title Een", "set title Twee")
    #expect(try chain.stale() == 2)
    #expect(chain.notebook("run", "n.md", "--stale").code == 0)
    #expect(chain.text.contains("Twee\n```"))
    chain.edit("wzw demo", "wzw demo\n")
    // Blank lines make a text another; its areas are read by the last cell.
    #expect(try chain.stale() == 2)
  }

  @Test func `what hangs on it by way of another is out of date too`() throws {
    let book = NotebookFixture(
      cells: ["wzw demo", "let x = wzw areas", "let y = $x | top 2", "$y | count", "let z = 4", "$z"])
    #expect(book.notebook("run", "n.md").code == 0)
    book.edit("let x = wzw areas", "let x = wzw areas --level buurt")
    #expect(try book.stale() == 3)
  }

  @Test func `an input file that changed makes the cell out of date that read it`() throws {
    let book = NotebookFixture(cells: ["let t = read blad.csv", "$t | count", "let u = 1"])
    book.folder.write("a;b\n1;2\n", to: "blad.csv")
    #expect(book.notebook("run", "n.md").code == 0)
    #expect(try book.stale() == 0)
    book.folder.write("a;b\n1;2\n3;4\n", to: "blad.csv")
    #expect(try book.stale() == 2)
    #expect(book.notebook("run", "n.md", "--stale").code == 0)
    #expect(try book.stale() == 0)
    #expect(book.text.contains("2\n```"))
  }

  @Test func `a plugin of another version makes the cells out of date in which it took part`() throws {
    #expect(chain.notebook("run", "n.md").code == 0)
    let text = chain.text
    #expect(text.contains("plugins=woonzorgwijzer:0.1.0"))
    chain.folder.write(text.replacing("plugins=woonzorgwijzer:0.1.0", with: "plugins=woonzorgwijzer:0.0.9"), to: "n.md")
    #expect(try chain.stale() == 2)
  }

  @Test func `a cell put between, taken out or moved is seen`() throws {
    let book = NotebookFixture(cells: ["let a = 1", "$a", "let c = 3"])
    #expect(book.notebook("run", "n.md").code == 0)
    book.edit("Deel 2.", "```leerkring\nlet a = 9\n```\n\nDeel 2.")
    #expect(try book.stale() == 2)
    #expect(book.notebook("run", "n.md", "--stale").code == 0)
    #expect(book.text.contains("\n  9\n"))
    let text = book.text
    let start = text.firstRange(of: "```leerkring\nlet a = 9")
    let end = text.firstRange(of: "Deel 2.")
    if let start, let end {
      book.folder.write(String(text[..<start.lowerBound] + text[end.lowerBound...]), to: "n.md")
    }
    #expect(try book.stale() == 1)
    #expect(book.notebook("run", "n.md", "--stale").code == 0)
    #expect(book.text.contains("\n  1\n"))
  }

  @Test func `another value of a parameter or another seed makes out of date what asks for it`() throws {
    let book = NotebookFixture(head: "seed: 3\nparameters:\n  n: 2", cells: ["$n", "let b = 4", "$b", "set seed"])
    #expect(book.notebook("run", "n.md").code == 0)
    book.edit("n: 2", "n: 3")
    #expect(try book.stale() == 1)
    book.edit("seed: 3", "seed: 4")
    #expect(try book.stale() == 2)
  }

  @Test func `what was not run, or not to its end, is out of date`() throws {
    let book = NotebookFixture(cells: ["let a = 1", "mis", "let b = 2"])
    #expect(try book.stale() == 3)
    #expect(book.notebook("run", "n.md").code == 3)
    #expect(try book.stale() == 2)
    book.edit("mis", "$a")
    #expect(book.notebook("run", "n.md", "--stale").code == 0)
    #expect(try book.stale() == 0)
  }

  @Test func `a file that a cell wrote and another read ties them`() throws {
    let book = NotebookFixture(
      cells: ["wzw demo", "wzw areas | top 2 | to csv stuk.csv", "read stuk.csv | count", "let a = 1"])
    #expect(book.notebook("run", "n.md").code == 0)
    book.edit("top 2", "top 3")
    #expect(try book.stale() == 2)
  }
}
