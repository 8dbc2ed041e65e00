import TestSupport
import Testing
import WorkbenchKit

/// Pages for paper as forms of a plugin: found, named, refused and exported as the forms of any other.
@Suite struct PaperProgramTests {
  private let surroundings = PluginSurroundings()
  private static let bare = ["PATH": "/nonexistent"]

  private func file() -> String {
    surroundings.folder.write("a;b\n1;2\n", to: "t.csv")
    return surroundings.folder("t.csv")
  }

  @Test(arguments: [("pdf", "chromium"), ("docx", "pandoc librsvg2-bin"), ("odt", "pandoc librsvg2-bin")])
  func `without the program a line says which, and two ways out`(form: String, package: String) throws {
    let run = surroundings.run(
      ["read '\(file())' | to \(form) '\(surroundings.folder("o"))'"], environment: Self.bare)
    let error = try #require(run.errorObject)
    #expect(run.code == 1 && error["code"] == "to.program", "\(run.errors)")
    let wayOut = error["way_out"]?.string ?? run.errors
    #expect(wayOut.contains("apt-get install \(package)") && wayOut.contains("to html"))
    #expect(surroundings.folder.read("o") == nil)
  }

  @Test func `the list of plugins says which programs are looked for, and which are not there`() throws {
    let row = surroundings.json("plugin list", environment: Self.bare).first?.rows.first { $0["name"] == "paperforms" }
    #expect(row?["libraries"] == "Chromium, pandoc, rsvg-convert")
    #expect(row?["libraries_missing"] == "Chromium, pandoc, rsvg-convert")
    let info = surroundings.run(["plugin info paperforms", "plugin info tablefiles"]).output
    #expect(info.contains("to docx, to odt, to pdf") && info.contains("to geojson, to gpkg, to ods, to xlsx"))
    #expect(info.contains(".dbf") && info.contains(".gpkg"))
  }

  @Test func `help names the forms of plugins, and a page of each`() throws {
    let help = surroundings.run(["help to"], options: ["--lang", "en"])
    for form in ["pdf", "docx", "odt", "xlsx", "gpkg", "geojson"] {
      #expect(help.output.contains("\"to \(form)\""), "\(form)")
      #expect(surroundings.run(["help to \(form)"]).code == 0)
    }
    #expect(surroundings.run(["read '\(file())' | to pfd x"]).errorObject?["suggestion"] == "pdf")
  }

  @Test func `without plugins there is no form for paper, and the others are named`() throws {
    let run = surroundings.run(["read '\(file())' | to pdf x"], options: ["--safe"])
    #expect(run.errorObject?["code"] == "argument.choice")
    #expect(run.errors.contains("html"))
  }

  @Test func `a notebook is exported in the forms of plugins that write pages, and in no others`() throws {
    let book = NotebookFixture(cells: ["let a = 5"])
    let missing = book.notebook("export", "n.md", "--to", "docx", "n.docx", environment: Self.bare)
    #expect(missing.code != 0 && missing.errors.contains("to.program"), "\(missing.errors)")
    let nowhere = book.notebook("export", "n.md", "--to", "odt")
    #expect(nowhere.code == 2 && nowhere.errors.contains("to.file"))
    for form in ["xlsx", "word", "pfd"] {
      let wrong = book.notebook("export", "n.md", "--to", form, "n.out", "--lang", "en")
      #expect(wrong.code == 2 && wrong.errors.contains("argument.choice"), "\(form): \(wrong.errors)")
      #expect(wrong.errors.contains("html, ipynb, markdown, crate, docx, odt, pdf"), "\(wrong.errors)")
    }
    #expect(book.folder.names() == ["n.md"])
  }
}
