import Notebooks
import Testing
import WorkbenchKit

@Suite struct FormatTests {
  private let sample = """
    ---
    title: Eenzaam in de buurt
    language: nl
    seed: 7
    parameters:
      gemeente: {type: text, default: GM0164}
      drempel: {type: number, default: "12,5", about: hoeveel}
      aantal: {type: integer}
      soort: {choices: [buurt, wijk], default: buurt}
      los: true
    requires:
      woonzorgwijzer: "0.1"
    ---

    # Kop

    Tekst met `code`.

    ```leerkring
    let a = 1
    $a
    ```

    ```output id=12 reads=$a,tables/x%2Cy
      1
    ```

    ````markdown
    ```leerkring
    dit is een voorbeeld
    ```
    ````

    <!--
    ```leerkring
    dit is weggelaten
    ```
    -->

      ~~~leerkring

      help
      ~~~
    Slot zonder regeleinde
    """

  @Test func `cells are found, and what only looks like one is not`() throws {
    let notebook = try Notebook(sample, path: "map/n.md")
    #expect(notebook.cells.map(\.code) == [["let a = 1", "$a"], ["", "help"]])
    #expect(notebook.cells.map(\.line) == [19, 40])
    #expect(notebook.cells[0].output?.body == ["  1"])
    #expect(notebook.cells[0].output?.line == 25)
    #expect(notebook.cells[0].output?.mark.identity == "12")
    #expect(notebook.cells[0].output?.mark.reads == ["$a", "tables/x,y"])
    #expect(notebook.cells[1].output == nil)
    #expect(notebook.prose(before: 1) == "\n# Kop\n\nTekst met `code`.\n")
    #expect(notebook.prose(before: 3) == "Slot zonder regeleinde")
  }

  @Test func `the front matter gives title, language, seed, parameters and requirements`() throws {
    let head = try Notebook(sample, path: "n.md").head
    #expect(head.title == "Eenzaam in de buurt")
    #expect(head.language == .nl)
    #expect(head.seed == 7)
    #expect(head.parameters.map(\.name) == ["gemeente", "drempel", "aantal", "soort", "los"])
    #expect(head.parameters.map(\.kind) == [.text, .number, .integer, .text, .boolean])
    #expect(head.parameters[1].fallback == .number(12.5))
    #expect(head.parameters[2].fallback == nil)
    #expect(head.requirements.map(\.plugin) == ["woonzorgwijzer"])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `what is no output comes back to the byte`(_ ending: String) throws {
    let text = sample.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending)
    let notebook = try Notebook(text, path: "n.md")
    #expect(Array(notebook.source.utf8) == Array(text.utf8))
    let output = CellOutput(mark: OutputMark(identity: "ab"), body: ["  ``` staat hier", "x"])
    let changed = notebook.source(with: [1: output, 2: output])
    let again = try Notebook(changed, path: "n.md")
    #expect(again.cells.map { $0.output?.body } == [output.body, output.body])
    // Taking the outputs out of both leaves the same text.
    let bare = notebook.source(with: [1: nil, 2: nil])
    #expect(Array(again.source(with: [1: nil, 2: nil]).utf8) == Array(bare.utf8))
    #expect(Array(again.source(with: [1: output]).utf8) == Array(changed.utf8))
    #expect(ending == "\n" || !again.source.utf8.elementsEqual(again.source.utf8.filter { $0 != 13 }))
  }

  @Test func `bytes that are not touched stay: a mark, tabs, blanks at the end, no line break at the end`() throws {
    for text in [
      "", "\u{FEFF}---\ntitle: x\n---\n# A  \n\t\n", "geen regeleinde", "a\r\nb\nc", "```leerkring\nhelp\n```",
    ] {
      #expect(Array(try Notebook(text, path: "n.md").source.utf8) == Array(text.utf8))
    }
    let open = try Notebook("```leerkring\nhelp\n```", path: "n.md")
    #expect(open.source(with: [1: CellOutput(body: ["x"])]) == "```leerkring\nhelp\n```\n\n```output\nx\n```\n")
  }

  @Test func `a cell that shows nothing has a remark that a reader does not see`() throws {
    let notebook = try Notebook("```leerkring\nlet a = 1\n```\nverder\n", path: "n.md")
    let mark = OutputMark(identity: "ab", writes: ["$a"])
    let text = notebook.source(with: [1: CellOutput(mark: mark)])
    #expect(text == "```leerkring\nlet a = 1\n```\n\n<!-- output id=ab writes=$a -->\nverder\n")
    #expect(try Notebook(text, path: "n.md").cells[0].output?.mark == mark)
  }

  @Test func `pictures stand as links under the cell, those of the writer are left alone`() throws {
    let picture = CellOutput.Picture(alternative: "staven [a] \\ b", path: "een map/staven.svg")
    let notebook = try Notebook("```leerkring\nx\n```\n![eigen](foto.png)\n", path: "n.md")
    let text = notebook.source(with: [1: CellOutput(body: ["  ok"], pictures: [picture])])
    #expect(text.contains("\n![staven \\[a\\] \\\\ b](<een map/staven.svg> \"output\")\n\n![eigen](foto.png)\n"))
    let again = try Notebook(text, path: "n.md")
    #expect(again.cells[0].output?.pictures == [picture])
    #expect(again.source(with: [1: nil]).contains("![eigen](foto.png)"))
  }

  @Test(arguments: [
    ("---\ntitle: x\n", 1, "nergens"), ("---\ntitel: x\n---\n", 2, "'titel'"),
    ("---\ntitle: [a\n---\n", 3, "YAML"), ("---\ntitle: a\ntitle: b\n---\n", 3, "twee keer"),
    ("---\nseed: -1\n---\n", 2, "'-1'"), ("---\nlanguage: de\n---\n", 2, "'de'"),
    ("---\nparameters:\n  a: {type: tekst}\n---\n", 3, "'tekst'"),
    ("---\nparameters:\n  a: {type: number, default: veel}\n---\n", 3, "'veel'"),
    ("---\nparameters:\n  a: {type: text, from: CBS}\n---\n", 3, "'from'"),
    ("---\nparameters:\n  1a: 5\n---\n", 3, "'1a'"), ("---\nparameters: 5\n---\n", 2, "'parameters'"),
    ("---\nrequires:\n  wzw: nieuw\n---\n", 3, "'nieuw'"), ("---\n- a\n---\n", 2, "de kop"),
    ("---\na: &x [*x, *x]\n---\n", 2, "te diep"),
    ("---\ntitle: t\na: " + String(repeating: "[", count: 1001) + "\n---\n", 3, "te diep"),
    ("---\ntitle: \u{1}\n---\n", 2, "YAML"),
  ])
  func `bad front matter is one error that names line and word`(_ text: String, _ line: Int, _ words: String) throws {
    let error = #expect(throws: Diagnostic.self) { try Notebook(text, path: "n.md") }
    #expect(error?.code == "notebook.head")
    #expect(error?.place?.line == line)
    #expect(error?.message.nl.contains(words) == true, "\(error?.message.nl ?? "")")
  }

  @Test func `a table whose rows lack more cells than anybody leaves out is refused before it fills the memory`() throws
  {
    func notebook(columns: Int, rows: Int) throws -> Notebook {
      let bar = { (cell: String) in String(repeating: cell, count: columns) + "|\n" }
      return try Notebook("Tekst.\n\n" + bar("|a") + bar("|-") + String(repeating: "|x|\n", count: rows), path: "n.md")
    }
    // A row of `|x|` has two bars, and the columns one more bar than there are.
    #expect(try notebook(columns: 1001, rows: 50).cells.isEmpty)
    let error = #expect(throws: Diagnostic.self) { try notebook(columns: 1001, rows: 51) }
    #expect(error?.code == "notebook.table" && error?.place?.line == 4)
    #expect(try notebook(columns: 20, rows: 2000).cells.isEmpty)
    // What stands behind a blank line is no row.
    #expect(try Notebook("|a|\n|-|\n\n" + String(repeating: "x\n", count: 60_000), path: "n.md").cells.isEmpty)
  }

  @Test func `a table has at most so many columns, in its heading, its rule and every row`() throws {
    let bars = { (cell: String, columns: Int) in String(repeating: cell, count: columns) + "\n" }
    let widest = 2_000
    func line(_ heading: Int, _ rule: Int, _ row: Int) -> Int? {
      let text = "Tekst.\n\n" + bars("|a", heading) + bars("|-", rule) + bars("|b", row)
      do { _ = try Notebook(text, path: "n.md") } catch let error as Diagnostic {
        #expect(error.code == "notebook.table" && error.wayOut?.nl.contains("2.000") == true)
        return error.place?.line
      } catch {}
      return nil
    }
    #expect(line(widest, widest, widest) == nil)
    #expect(line(widest + 1, widest, widest) == 3)
    #expect(line(widest, widest + 1, widest) == 4)
    #expect(line(2, 2, widest + 1) == 5)
    // Bars that are no table cost nothing.
    #expect(try Notebook(bars("|a", 40_000), path: "n.md").cells.isEmpty)
  }

  @Test(arguments: ["```leerkring\nhelp\n", "```leerkring\nhelp\n```\n```output\n  x\n"])
  func `a block that is not closed is an error`(_ text: String) {
    #expect(throws: Diagnostic.self) { try Notebook(text, path: "n.md") }
  }

  @Test func `what is hidden is found over the lines of a paragraph and of an output`() {
    let text = "# Jan\nVoorbeeld en Jan\nVoorbeeld\n\n```leerkring\nhelp\n```\n```output\n  Jan\n  Voorbeeld\n```\n"
    let hidden = Notebook.withheld(text) { words in
      words.replacing(#/Jan(\s+)Voorbeeld/#) { "▇\($0.output.1)▇" }
    }
    #expect(hidden == "# ▇\n▇ en ▇\n▇\n\n```leerkring\nhelp\n```\n```output\n  ▇\n  ▇\n```\n")
  }

  @Test func `parameters are checked: unknown, missing, ill-typed, twice`() throws {
    let head = try Notebook(sample, path: "n.md").head
    func values(_ given: (String, String)...) throws -> [String: Value] {
      try head.values(given.map { ($0.0, $0.1, nil) })
    }
    let good = try values(("aantal", "3"), ("drempel", "40%"), ("los", "nee"))
    #expect(good["aantal"] == .number(3))
    #expect(good["drempel"] == .number(40, unit: .percent))
    #expect(good["gemeente"] == .text("GM0164"))
    #expect(good["los"] == .boolean(false))
    let wrong: [[(String, String)]] = [
      [], [("aantal", "3"), ("gemente", "x")], [("aantal", "3,5")], [("aantal", "drie")],
      [("aantal", "3"), ("aantal", "4")], [("aantal", "3"), ("soort", "straat")], [("aantal", "3"), ("los", "1")],
    ]
    for given in wrong {
      let error = #expect(throws: Diagnostic.self) { try head.values(given.map { ($0.0, $0.1, nil) }) }
      #expect(error?.code == "notebook.parameter")
    }
  }

  @Test(arguments: [
    ("0.1", "0.1.7", true), ("0.1", "0.10.0", false), ("0.1", "0.2.0", false), (">=0.1", "0.2.0", true),
    (">=0.2.1", "0.2.0", false), ("*", "9", true), ("1.2.3", "1.2.3", true), (">= 1", "1.0.0-beta", true),
  ])
  func `a version suits or does not`(_ range: String, _ version: String, _ suits: Bool) {
    #expect(VersionRange(range)?.contains(version) == suits)
  }
}
