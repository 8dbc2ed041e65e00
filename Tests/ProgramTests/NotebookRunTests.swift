import Files
import TestSupport
import Testing
import WorkbenchKit

@Suite struct NotebookRunTests {
  private let demo = [
    "wzw demo", "let eenzaam = wzw estimate --level buurt --indicator Eenzaam --age 65+",
    "$eenzaam | sort estimate desc | top 3", "keep eenzaam\nwhy eenzaam",
  ]

  @Test func `a second run changes no byte, and the check finds no difference`() {
    let book = NotebookFixture(head: "title: Wilgendal\nparameters:\n  aantal: 3", cells: demo)
    let first = book.notebook("run", "n.md", "-p", "aantal=2")
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.output.contains("4 cells run, 3 outputs changed · n.md"))
    let text = book.text
    #expect(text.contains("Oude Kern"))
    #expect(book.notebook("run", "n.md", "-p", "aantal=2").code == 0)
    #expect(book.text == text)
    #expect(book.notebook("check", "n.md").code == 0)
  }

  @Test func `what stands in it is the same on a screen of any width and in any language`() {
    let book = NotebookFixture(head: "language: nl", cells: demo + ["$eenzaam | top 2 | to table"])
    #expect(book.notebook("run", "n.md").code == 0)
    let run = book.notebook("check", "n.md", environment: ["COLUMNS": "132", "LANG": "nl_NL.UTF-8"])
    #expect(run.code == 0, "\(run.output)")
  }

  @Test(arguments: [
    (["-p", "aantl=3"], "'aantl'"), ([], "'verplicht'"), (["-p", "verplicht=1", "-p", "aantal=drie"], "'drie'"),
    (["-p", "verplicht=1", "-p", "verplicht=2"], "'verplicht'"), (["-p", "verplicht"], "verplicht"),
    (["--bestaat-niet"], "--bestaat-niet"),
  ])
  func `a parameter that is unknown, missing or ill-typed ends with 2, and nothing has run`(
    _ arguments: [String], _ words: String
  ) {
    let book = NotebookFixture(
      head: "parameters:\n  aantal: {type: integer, default: 3}\n  verplicht: {type: text}",
      cells: ["wzw demo", "wzw areas | to csv uit.csv"])
    let before = book.text
    let run = Leerkring.run(["notebook", "run", "n.md"] + arguments, folder: book.folder.path)
    #expect(run.code == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(book.text == before)
    #expect(book.folder.names() == ["n.md"])
  }

  @Test func `a parameter is a name in the cells, and a text of digits stays a text`() {
    let book = NotebookFixture(
      head: "parameters:\n  code: {type: text}\n  deel: {type: number, default: \"12,5\"}",
      cells: ["$code", "$deel"])
    #expect(book.notebook("run", "n.md", "-p", "code=007,5", "--to", "uit.md").code == 0)
    let out = book.folder.text("uit.md") ?? ""
    #expect(out.contains("\n  007,5\n"))
    #expect(out.contains("\n  12.5\n"))
    #expect(!book.text.contains("output"))
  }

  @Test func `a cell that fails keeps what was before it and marks the rest as not run`() {
    let book = NotebookFixture(cells: ["let a = 1", "$a", "bestaatniet", "let b = 2", "$b"])
    let run = book.notebook("run", "n.md", "--json")
    #expect(run.code == 3)
    #expect(run.errorObject?["code"]?.string == "command.unknown")
    #expect(run.errorObject?["source"]?.string == "n.md")
    #expect(run.errorObject?["line"]?.int == 16)
    let text = book.text
    #expect(text.contains("\n  1\n```"))
    #expect(text.contains("```output failed id="))
    #expect(text.contains("cell 3:1:1: error: 'bestaatniet' is not a command"))
    #expect(text.split(separator: "```output not-run\n```").count == 3)
    #expect(book.notebook("run", "n.md").code == 3)
    #expect(book.text == text)
    // What was there before it failed stays, under its mark.
    book.edit("bestaatniet", "$a")
    #expect(book.notebook("run", "n.md").code == 0)
    #expect(!book.text.contains("not-run"))
    book.edit("```leerkring\n$a\n```", "```leerkring\nweer mis\n```")
    #expect(book.notebook("run", "n.md").code == 3)
    #expect(book.text.contains("  2\n```"))
    #expect(book.text.contains("```output not-run id="))
  }

  @Test func `paths are those seen from the notebook's folder`() {
    let book = NotebookFixture(cells: ["help"])
    let folder = TemporaryFolder()
    folder.write("a;b\n1;2\n", to: "blad.csv")
    folder.write("read blad.csv\n", to: "lees.lk")
    folder.write("```leerkring\nread blad.csv\nsource lees.lk\nread blad.csv | to csv kopie.csv\n```\n", to: "m.md")
    let run = Leerkring.run(["notebook", "run", folder("m.md")], folder: book.folder.path)
    #expect(run.code == 0, "\(run.errors)")
    #expect(folder.text("kopie.csv") == "a,b\n1,2\n")
    #expect(folder.text("m.md")?.contains("inputs=blad.csv:") == true)
    #expect(folder.text("m.md")?.contains("lees.lk:") == true)
  }

  @Test func `it writes in its own folder and nowhere else, unless that is allowed`() {
    let book = NotebookFixture(cells: ["wzw demo\nwzw areas | top 1 | to csv ../uit.csv"])
    let other = TemporaryFolder()
    book.folder.write("```leerkring\nwzw demo\nwzw areas | top 1 | to csv \(other("uit.csv"))\n```\n", to: "o.md")
    for name in ["n.md", "o.md"] {
      let run = book.notebook("run", name, "--json")
      #expect(run.code == 3)
      #expect(run.errorObject?["code"]?.string == "notebook.outside")
    }
    #expect(other.names().isEmpty)
    #expect(book.notebook("run", "o.md", "--allow-write", other.path).code == 0)
    #expect(other.names() == ["uit.csv"])
  }

  @Test(arguments: ["n.md", "./n.md", "link.md", "sub/../n.md"])
  func `no cell writes over the notebook itself`(name: String) {
    let book = NotebookFixture(cells: ["wzw demo\nwzw areas | top 1 | to markdown \(name)"])
    #expect(ChildProcess.run("/bin/ln", ["-s", "n.md", book.folder("link.md")]).code == 0)
    book.folder.folder("sub")
    let before = book.text
    #expect(book.notebook("run", "n.md", "--json").errorObject?["code"]?.string == "notebook.itself")
    #expect(book.notebook("check", "n.md", "--json").errorObject?["code"]?.string == "notebook.itself")
    // What went wrong stands under its cell; all that the notebook had is there.
    #expect(before.split(separator: "\n").allSatisfy { book.text.contains($0) })
  }

  @Test func `a link in its folder that leads out of it is no way out`() {
    let other = TemporaryFolder()
    let book = NotebookFixture(cells: ["wzw demo\nwzw areas | top 1 | to csv weg/uit.csv"])
    #expect(ChildProcess.run("/bin/ln", ["-s", other.path, book.folder("weg")]).code == 0)
    #expect(book.notebook("run", "n.md", "--json").errorObject?["code"]?.string == "notebook.outside")
    #expect(other.names().isEmpty)
  }

  @Test(arguments: ["open w.json", "new w.json", "save-as w.json", "exit", "notebook run n.md", "plugin new x"])
  func `what would leave its workspace has no place in it`(_ line: String) {
    let book = NotebookFixture(cells: [line])
    #expect(book.notebook("run", "n.md", "--json").errorObject?["code"]?.string == "notebook.command")
    #expect(book.folder.names() == ["n.md"])
  }

  @Test func `it runs in a fresh workspace, or in the one that is given`() {
    let book = NotebookFixture(cells: ["set title"])
    #expect(Leerkring.run(["-w", book.folder("w.json"), "-c", "set title Berflo"]).code == 0)
    #expect(book.notebook("run", "n.md", "--workspace", "w.json").code == 0)
    #expect(book.text.contains("Berflo"))
    #expect(book.notebook("check", "n.md", "--workspace", "w.json").code == 0)
    #expect(Leerkring.run(["-w", "w.json", "notebook", "check", "n.md"], folder: book.folder.path).code == 0)
    #expect(book.notebook("check", "n.md").code == 6)
    #expect(book.notebook("check", "n.md", "--workspace", "weg.json").code == 5)
  }

  @Test func `a plugin that it asks for has to be there, in a version that suits`() {
    for (wanted, code) in [("woonzorgwijzer: \"0.1\"", 0), ("woonzorgwijzer: \"9\"", 3), ("ontbreekt: \"*\"", 3)] {
      let book = NotebookFixture(head: "requires:\n  \(wanted)", cells: ["let a = 1"])
      let run = book.notebook("run", "n.md")
      #expect(run.code == Int32(code))
      if code != 0 { #expect(run.errors.hasPrefix("n.md:3:1: error: the notebook asks for ")) }
    }
  }

  @Test func `the seed of the front matter holds, and an option goes before it`() {
    let book = NotebookFixture(
      head: "seed: 7", cells: ["read rij.csv | rank smaa --draws 500 --weights-order 'a>b' | to csv"])
    book.folder.write("naam,a,b\nx,1,5\ny,3,4\nz,5,1\n", to: "rij.csv")
    let first = book.notebook("run", "n.md")
    #expect(first.code == 0, "\(first.errors)")
    let text = book.text
    #expect(book.notebook("run", "n.md").code == 0)
    #expect(book.text == text)
    #expect(text.contains("settings/seed"))
    #expect(book.notebook("check", "n.md", "--seed", "8").code == 6)
  }

  @Test(arguments: ["geen.md", "map", "geen/n.md"])
  func `a notebook that is not there ends with 2`(_ name: String) {
    let book = NotebookFixture(cells: ["help"])
    book.folder.folder("map")
    let run = book.notebook("run", name)
    #expect(run.code == 2)
    #expect(run.errors.contains("'\(name)'"))
  }

  @Test func `bad front matter ends with 3 and names its line`() {
    let book = NotebookFixture("---\ntitle: a\nseed: veel\n---\n```leerkring\nhelp\n```\n")
    let run = book.notebook("check", "n.md")
    #expect(run.code == 3)
    #expect(run.errors.hasPrefix("n.md:3:7: error: 'veel' does not suit 'seed'"))
  }

  @Test func `options of the program stand before the word or behind it, and help is help`() {
    let book = NotebookFixture(cells: ["help zxcvb"])
    let before = Leerkring.run(["--lang", "nl", "notebook", "run", "n.md"], folder: book.folder.path)
    let behind = book.notebook("run", "n.md", "--lang=nl")
    #expect(before.errors == behind.errors)
    #expect(before.errors.contains("fout: "))
    #expect(book.notebook("run", "--help").output.contains("--allow-write"))
    #expect(book.notebook("rnu", "n.md").errors.contains("'run'"))
    #expect(book.notebook().code == 2)
  }
}
