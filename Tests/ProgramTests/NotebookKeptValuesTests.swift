import Files
import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// `notebook run -p … --to FILE`: what was given stands in FILE, and all that is done with FILE holds for it.
@Suite struct NotebookKeptValuesTests {
  private static let head = """
    title: Blad
    language: en
    parameters:
      bron: {type: text, default: een.csv, about: waaruit}
      jaar: 2023
      drempel: {type: number, default: 1}
      wie: {type: text}
    """

  private func book(cell: String = "read $bron | where n > $drempel | derive j = $jaar") -> NotebookFixture {
    let book = NotebookFixture(head: Self.head, cells: [cell, "$wie"])
    book.folder.write("n\n1\n2\n", to: "een.csv")
    book.folder.write("n\n5\n6\n", to: "twee.csv")
    return book
  }

  @Test func `check, list and export hold for the values given`() throws {
    let book = book()
    let before = book.text
    let given = ["-p", "bron=twee.csv", "-p", "jaar=2024", "-p", "drempel=5,5", "-p", "wie=een: \"b\"\ntwee €"]
    let run = Leerkring.run(["notebook", "run", "n.md"] + given + ["--to", "uit.md"], folder: book.folder.path)
    #expect(run.code == 0, "\(run.errors)")
    #expect(book.text == before)
    let text = try #require(book.folder.text("uit.md"))
    #expect(text.contains("  bron: {type: text, default: twee.csv, about: waaruit}\n  jaar: 2024\n"))
    #expect(text.contains("  drempel: {type: number, default: 5.5}\n"))
    #expect(text.contains(#"  wie: {default: "een: \"b\"\ntwee €", type: text}"#))
    #expect(book.notebook("check", "uit.md").code == 0)
    #expect(book.notebook("check", "uit.md", "-p", "jaar=2023").code == 6)
    let export = book.notebook("export", "uit.md", "--to", "markdown", "--as-is")
    #expect(export.output.contains("2024") && !export.output.contains("2023"))
    #expect(!export.output.contains("stale"))
    let rows = try JSONLines.last(Leerkring.run(["--json", "-c", "notebook list"], folder: book.folder.path).output)?
      .rows
    #expect(rows?.first { $0["file"] == "uit.md" }?["stale"] == 0)
    #expect(rows?.first { $0["file"] == "uit.md" }?["parameters"]?.string?.contains("jaar=2024") == true)
    // Run from the file itself, it is what it was.
    #expect(book.notebook("run", "uit.md").code == 0)
    #expect(book.folder.text("uit.md") == text)
  }

  @Test func `seed and language are kept as well`() throws {
    let book = NotebookFixture(cells: ["read leeg.csv"])
    book.folder.write("een kolom\n1\n", to: "leeg.csv")
    #expect(book.notebook("run", "n.md", "--to", "uit.md", "--seed", "5", "--lang", "nl").code == 0)
    #expect(book.folder.text("uit.md")?.hasPrefix("---\nlanguage: nl\nseed: 5\n---\n") == true)
    #expect(book.notebook("check", "uit.md").code == 0)
  }

  @Test func `in another folder paths are those seen from there`() throws {
    let book = book()
    mkdir(book.folder("uit"), 0o755)
    mkdir(book.folder("uit/diep"), 0o755)
    let run = book.notebook("run", "n.md", "-p", "wie=ik", "--to", "uit/diep/blad.md")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("seen from the folder of 'uit/diep/blad.md': bron = ../../een.csv"))
    #expect(
      book.folder.text("uit/diep/blad.md")?.contains(#"bron: {type: text, default: "../../een.csv", about"#) == true)
    #expect(book.notebook("check", "uit/diep/blad.md").code == 0)
    let rows = try JSONLines.last(
      Leerkring.run(["--json", "-c", "notebook list uit/diep"], folder: book.folder.path).output)?.rows
    #expect(rows?.map { $0["stale"] } == [0])
  }

  @Test func `a path in a cell that leads nowhere from there is told`() throws {
    let book = book(cell: "read een.csv")
    mkdir(book.folder("uit"), 0o755)
    let run = book.notebook("run", "n.md", "-p", "wie=ik", "--to", "uit/blad.md")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("from the folder of 'uit/blad.md' its cells do not find: 'een.csv'"))
    #expect(book.notebook("check", "uit/blad.md").code == 6)
  }

  @Test func `what the notebook does not declare or cannot be is refused before a cell runs, and no file is made`() {
    let book = book(cell: "read een.csv | to csv spoor.csv")
    for given in [["-p", "bestaat_niet=1"], ["-p", "wie=ik", "-p", "jaar=veel"], []] {
      let run = Leerkring.run(["notebook", "run", "n.md"] + given + ["--to", "uit.md"], folder: book.folder.path)
      #expect(run.code == 2 && run.errors.contains("notebook.parameter"))
    }
    #expect(
      book.notebook("run", "n.md", "-p", "wie=jan@example.nl", "--to", "uit.md").errors.contains("personal.found"))
    #expect(book.folder.text("uit.md") == nil && book.folder.text("spoor.csv") == nil)
  }

  @Test func `a file whose outputs are those for other values than it says is told so`() {
    let book = book()
    let told = "the outputs are those for jaar = 2024, wie = ik, which the front matter does not say"
    let run = book.notebook("run", "n.md", "-p", "jaar=2024", "-p", "wie=ik")
    #expect(run.code == 0 && run.output.replacing("\n    ", with: " ").contains(told))
    #expect(book.text.contains("jaar: 2023"))
    let update = book.notebook("check", "n.md", "-p", "jaar=2024", "-p", "wie=jij", "--update")
    #expect(update.code == 0 && update.output.contains("wie = jij"))
    #expect(book.notebook("run", "n.md", "-p", "wie=ik", "--to", "uit.md").output.contains("front matter") == false)
  }

  @Test(.enabled(if: Places.hasCases && Places.hasRealData))
  func `the sheet of Hengelo filled in for 2024`() throws {
    let (cases, data) = (try #require(Places.cases), try #require(Places.realData))
    let folder = TemporaryFolder()
    for name in ["hengelo.md", "hengelo_2023.csv", "hengelo_2024.csv"] {
      folder.write(try DiskFiles().read("\(cases)/areas/\(name)", at: nil).bytes, to: name)
    }
    // Of the national file the rows of one municipality are enough, and quickly read.
    let national = try DiskFiles().read("\(data)/rivm_50090NED_2020_65plus.csv", at: nil).bytes
    let rows = national.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    let own = rows.prefix(1) + rows.filter { $0.contains("0164") }
    folder.write(own.joined(separator: "\n") + "\n", to: "rivm_50090NED_2020_65plus.csv")
    let run = Leerkring.run(
      [
        "notebook", "run", "hengelo.md", "-p", "kwb=hengelo_2024.csv", "-p", "jaar=2024", "-p",
        "gezond=rivm_50090NED_2020_65plus.csv",
        "--to",
        "out.md",
      ], folder: folder.path)
    #expect(run.code == 0, "\(run.errors)")
    #expect(Leerkring.run(["notebook", "check", "out.md"], folder: folder.path).code == 0)
    let page = Leerkring.run(["notebook", "export", "out.md", "--to", "markdown"], folder: folder.path).output
    #expect(page.contains("jaar = 2024") && page.contains("× inwoners 2024") && !page.contains("inwoners 2023"))
  }
}
