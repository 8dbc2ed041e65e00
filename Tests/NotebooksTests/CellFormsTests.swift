import Testing
import WorkbenchKit

@testable import Notebooks

/// What is a cell, and what looks like one and is said to be none.
@Suite struct CellFormsTests {
  @Test(arguments: [
    "leerkring", "Leerkring", "LEERKRING", "{leerkring}", "{Leerkring}", "{leerkring, naam}", "{.leerkring}",
    "leerkring naam",
  ])
  func `these words open a cell`(_ word: String) throws {
    let notebook = try Notebook("```\(word)\nlet a = 1\n```\n", path: "n.md")
    #expect(notebook.cells.map(\.code) == [["let a = 1"]])
    #expect(notebook.notices.isEmpty)
  }

  @Test(arguments: ["leerkringen", "{leerkringen}", "{r}", "text leerkring", "", "{}"])
  func `these do not`(_ word: String) throws {
    let notebook = try Notebook("```\(word)\nlet a = 1\n```\n", path: "n.md")
    #expect(notebook.cells.isEmpty && notebook.notices.isEmpty)
  }

  @Test(arguments: [
    ("tekst\n\n> ```leerkring\n> let a = 1\n> ```\n", 3, "citaat"),
    ("> > ```{leerkring}\n> > x\n> > ```\n", 1, "citaat"),
    ("- een\n\n      ```leerkring\n      let a = 1\n      ```\n", 3, "lijst"),
    ("1. ```leerkring\n   let a = 1\n   ```\n", 1, "lijst"),
  ])
  func `a quotation and a list hold no cell, and that is said with the line`(
    _ text: String, _ line: Int, _ word: String
  )
    throws
  {
    let notebook = try Notebook(text + "\n```leerkring\nset title\n```\n", path: "n.md")
    #expect(notebook.cells.map(\.code) == [["set title"]])
    #expect(notebook.notices.count == 1)
    #expect(notebook.notices.first?.text.nl.hasPrefix("regel \(line):") == true)
    #expect(notebook.notices.first?.text.nl.contains(word) == true)
  }

  @Test func `what a fence or a comment of another kind holds is passed over in silence`() throws {
    let text = "````markdown\n> ```leerkring\n> x\n> ```\n````\n\n<!--\n> ```leerkring\n-->\n"
    #expect(try Notebook(text, path: "n.md").notices.isEmpty)
  }
}
