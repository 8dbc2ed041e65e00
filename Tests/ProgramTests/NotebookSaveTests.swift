import TestSupport
import Testing
import WorkbenchKit

@Suite struct NotebookSaveTests {
  private let folder = TemporaryFolder()

  private func session(_ lines: String, options: [String] = []) -> ChildProcess {
    Leerkring.run(["--bail", "off"] + options, input: lines, folder: folder.path)
  }

  @Test func `the session becomes a notebook without its errors, and that gives the same`() throws {
    let run = session(
      "let a = 5\nmis\n$a\nwzw demo\nhelp undo\nlet lang = wzw areas \\\n  --level wijk\n$lang | count\nnotebook save n.md\n"
    )
    #expect(run.output.contains("5 cells kept, 1 error left out, 0 personal data found"), "\(run.output)\(run.errors)")
    let text = folder.text("n.md") ?? ""
    #expect(text.contains("```leerkring\n$a\n```\n\n```output id="))
    #expect(text.contains("let lang = wzw areas \\\n  --level wijk\n"))
    #expect(!text.contains("mis"))
    #expect(!text.contains("help"))
    let check = Leerkring.run(["notebook", "check", "n.md"], folder: folder.path)
    #expect(check.code == 0, "\(check.output)\(check.errors)")
  }

  @Test func `paths are turned to those seen from the notebook's folder`() throws {
    folder.folder("boek")
    folder.folder("data")
    folder.write("a;b\n1;2\n", to: "data/blad.csv")
    folder.write("read data/blad.csv\n", to: "lees.lk")
    #expect(session("read data/blad.csv\nsource lees.lk\nnotebook save boek/n.md\n").code == 0)
    let text = folder.text("boek/n.md") ?? ""
    #expect(text.split(separator: "read ../data/blad.csv\n").count == 3)
    #expect(Leerkring.run(["notebook", "check", "boek/n.md"], folder: folder.path).code == 0)
  }

  @Test func `personal data stops it, and nothing is kept`() throws {
    for line in ["let wie = 'Jan 123456782'", "let mail = 'jan@voorbeeld.nl'", "let bel = '06-12345678'"] {
      let run = session("\(line)\nnotebook save n.md\n")
      #expect(run.code == 1)
      #expect(run.errors.contains("[personal.found]"), "\(line): \(run.output)")
      #expect(!run.errors.contains("123456782"))
      #expect(folder.names().isEmpty)
    }
    // A line that may be typed, since it compares with a number, is asked about when it is to be kept.
    folder.write("a;b\n1;2\n", to: "blad.csv")
    let line = "read blad.csv | where a > 123456782"
    #expect(session("\(line)\nnotebook save n.md\n").errors.contains("[personal.found]"))
    #expect(folder.text("n.md") == nil)
    #expect(session("\(line)\nnotebook save n.md --keep-personal\n").code == 0)
  }

  @Test func `hidden words stay out of it`() throws {
    _ = session(
      "redact add 'Jan Voorbeeld'\nlet wie = 'Jan Voorbeeld'\n$wie\nnotebook save n.md\n", options: ["-w", "w.json"])
    let text = folder.text("n.md") ?? ""
    #expect(text.contains("▇▇▇"))
    #expect(!text.contains("Voorbeeld"))
  }

  @Test func `a file that is there is not written over, and of nothing comes no notebook`() throws {
    folder.write("x", to: "n.md")
    #expect(session("let a = 1\nnotebook save n.md\n").errors.contains("[notebook.exists]"))
    #expect(folder.text("n.md") == "x")
    #expect(session("let a = 1\nnotebook save n.md --replace\n").code == 0)
    #expect(session("notebook save leeg.md\n").errors.contains("[notebook.empty]"))
  }

  @Test func `the steps that the workspace held stand before what the session did`() throws {
    #expect(session("set title Berflo\n", options: ["-w", "w.json"]).code == 0)
    let run = session("set title\nnotebook save n.md\n", options: ["-w", "w.json"])
    #expect(run.output.contains("2 cells kept"), "\(run.output)\(run.errors)")
    #expect(folder.text("n.md")?.contains("Berflo\n```") == true)
    #expect(Leerkring.run(["notebook", "check", "n.md"], folder: folder.path).code == 0)
  }

  @Test func `a transcript of a session with a notebook in it gives the same through standard input`() throws {
    let lines = "wzw demo\nlet x = wzw areas --level wijk\n$x | top 2\nset title Wilgendal\nset title\n"
    let first = session(lines, options: ["--log", "t.lk"])
    let again = session(folder.text("t.lk") ?? "")
    #expect(again.output == first.output)
    #expect(first.code == 0 && again.code == 0)
  }
}
