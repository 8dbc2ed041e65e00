import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// A hidden name, number and day through the program: in no form that any command gives, on screen or on disk, in both
/// languages and at every width; and nothing that is worked out with them changes.
@Suite struct RedactedOutputTests {
  private let folder = TemporaryFolder()
  private var environment: [String: String] { ["XDG_STATE_HOME": folder("state")] }

  private static let sheet = """
    naam,aantal,groep,sinds,x,y
    Karel Klaassen,123456782,1,12-03-1950,52.1,5.1
    Piet,123456783,1,13-03-2021,52.2,5.2
    Dirk,23456,2,14-03-2021,52.3,5.3
    "Een lange tekst over Karel\u{A0}Klaassen, zo lang dat hij op geen scherm op één regel past, ook niet op 120 tekens breed",99999,2,1950-03-12,52.4,5.4

    """

  private static let hiding = ["redact add 123456782", "redact add 'Karel Klaassen' 12-03-1950"]

  /// Lines that show or write a table, a picture or a remark in some form.
  private static let lines: [String] =
    [
      "let t = read k.csv", "$t", "$t | sort aantal desc", "$t | top 1 --by aantal", "$t | describe",
      "$t | where aantal > 5",
    ]
    + ["table", "csv", "json", "jsonl", "markdown", "html"].flatMap { ["$t | to \($0)", "$t | to \($0) t.\($0)"] }
    + ["bar", "line", "histogram", "scatter"].flatMap { kind -> [String] in
      let across = kind == "histogram" ? "--x aantal" : kind == "bar" ? "--x naam --y aantal" : "--x x --y aantal"
      let chart = "$t | chart \(kind) \(across)"
      return [
        chart, chart + " | to svg", chart + " | to svg \(kind).svg", chart + " | to html", chart + " | to markdown",
      ]
    }
    + [
      "$t | chart scatter --x aantal --y x", "$t | select naam aantal | rename aantal '123456782'",
      "$t | derive z = \"nr \" + text(aantal)", "$t | where naam = 'Karel Klaassen' | to json",
      "$t | pivot groep --values aantal --max",
      "$t | group naam --max aantal", "$t | rank saw --id naam --criteria aantal,x",
      "keep t", "show t", "show t --full", "results", "why t", "let s = 'dag Karel Klaassen'", "$s", "keep s", "show s",
      "set title 'Over Karel%20Klaassen en 12 maart 1950'", "set title", "workspace diff", "workspace show", "history",
      "branch new zij", "keep t --as u", "branch use main", "compare main zij", "branch diff zij", "redact check",
      "redact list",
      "$t | to markdown --full", "more", "why s", "help term 'Karel Klaassen'", "help term 123456782",
      "procure timeline --start 2027-01-01 --term 2+1+1", "undo", "redo", "read 'Karel Klaassen.csv'",
      "help 'Karel Klaassen'",
    ]

  private func run(_ lines: [String], _ options: [String], columns: Int = 80) -> ChildProcess {
    Leerkring.run(
      options, input: lines.joined(separator: "\n") + "\n",
      environment: environment.merging(["COLUMNS": String(columns)]) { $1 }, folder: folder.path)
  }

  /// The letters and digits of a text, so that no mark, gap or line break hides what stands in it.
  private func bare(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }

  private func expectNothing(_ texts: [(String, String)]) {
    for (place, text) in texts {
      let bare = bare(text)
      for needle in ["karelklaassen", "karel20klaassen", "123456782", "12031950", "19500312", "12maart1950"] {
        #expect(!bare.contains(needle), "\(needle) in \(place)")
      }
    }
  }

  private func files(besides inputs: Set<String>) -> [(String, String)] {
    folder.everything().filter { !inputs.contains($0.path) }.map {
      ($0.path, String(decoding: $0.bytes, as: UTF8.self))
    }
  }

  @Test(arguments: [60, 80, 120], ["nl", "en"])
  func `nothing hidden is in any form on the screen or on disk`(columns: Int, language: String) {
    folder.write(Self.sheet, to: "k.csv")
    for form in [[], ["--json"]] {
      // The second process goes on behind the transcript of the first.
      let options = ["-w", "w.json", "--bail", "off", "--echo", "--log-append", "log.lk", "--lang", language] + form
      let first = run(Self.hiding + Self.lines + ["save"], options, columns: columns)
      #expect(first.output.contains("▇▇▇"))
      expectNothing([("output", first.output), ("errors", first.errors)] + files(besides: ["k.csv"]))
      // The next process has the digests and the seals only.
      let next = run(["show t", "$t | sort aantal", "history", "show s", "set title"], options, columns: columns)
      expectNothing([("output", next.output), ("errors", next.errors)] + files(besides: ["k.csv"]))
      #expect(next.output.contains("▇▇▇"))
      unlink(folder("w.json"))
      unlink(folder("w.json.journal"))
    }
  }

  @Test(arguments: ["nl", "en"], ["html", "markdown", "ipynb"])
  func `nothing hidden is in a notebook or what is exported of it`(language: String, form: String) {
    folder.write(Self.sheet, to: "k.csv")
    folder.write(
      """
      ---
      title: Over Karel Klaassen
      parameters:
        wie: Karel Klaassen
      ---

      # Over Karel Klaassen

      Hij is geboren op 12 maart 1950 en heeft nummer 123.456.782.

      ```leerkring
      redact add 123456782 'Karel Klaassen' 12-03-1950
      let t = read k.csv
      $t
      ```

      ```leerkring
      $t | chart bar --x naam --y aantal | to svg p.svg
      $t | where naam = "$wie"
      $t | chart bar --x naam --y aantal
      ```

      """, to: "n.md")
    let inputs: Set = ["n.md", "k.csv"]
    let lines = [
      "notebook run n.md --to out.md", "notebook check n.md", "notebook export n.md --to \(form) uit.\(form)",
      "notebook export n.md --to \(form)", "notebook export out.md --as-is --to \(form) ook.\(form)",
    ]
    let run = run(Self.hiding + lines, ["--bail", "off", "--lang", language])
    expectNothing([("output", run.output), ("errors", run.errors)] + files(besides: inputs))
    #expect(folder.text("uit.\(form)")?.contains("Piet") == true, "\(run.errors)")
    #expect(folder.text("out.md")?.contains("Piet") == true)
    #expect(folder.text("out.md")?.contains("title: Over ▇▇▇") == true)
  }

  @Test(arguments: ["nl", "en"])
  func `nothing hidden is in a workbook or a package of layers, which another session opens`(language: String) {
    folder.write(Self.sheet, to: "Karel Klaassen.csv")
    let lines = ["xlsx", "gpkg", "geojson"].flatMap { form in
      [
        "read 'Karel Klaassen.csv' | derive z = text(aantal) | to \(form) t.\(form)",
        "read 'Karel Klaassen.csv' | rename naam '12 maart 1950' | to \(form) u.\(form)",
      ]
    }
    let written = run(Self.hiding + lines, ["--bail", "off", "--lang", language])
    // 'read' of the whole file cannot have been refused: the forms are there.
    for name in ["t.xlsx", "u.xlsx", "t.gpkg", "u.gpkg", "t.geojson", "u.geojson"] {
      #expect(folder.read(name) != nil, "\(written.errors)")
    }
    expectNothing(
      [("output", written.output), ("errors", written.errors)] + files(besides: ["Karel Klaassen.csv"]))
    // A session that knows of nothing hidden reads what stands in them.
    let reading = Leerkring.run(
      ["--bail", "off", "--lang", language],
      input: ["t", "u"].flatMap { name in
        [
          "read \(name).xlsx!1 | to csv", "read \(name).xlsx!2 --header none | to csv", "read \(name).gpkg | to csv",
          "contents \(name).xlsx", "contents \(name).gpkg",
        ]
      }.joined(separator: "\n") + "\n", environment: ["XDG_STATE_HOME": folder("other")], folder: folder.path)
    #expect(reading.output.contains("123456783") && reading.output.contains("Piet"), "\(reading.errors)")
    expectNothing([("read again", reading.output)])
  }

  @Test func `a session that is saved as a notebook holds nothing hidden, and is a notebook`() {
    folder.write(Self.sheet, to: "k.csv")
    let lines =
      Self.hiding + [
        "redact add Title leerkring", "let t = read k.csv", "$t | where naam = 'Karel Klaassen'",
        "$t | where aantal = 123456782",
        "notebook save s.md --keep-personal", "notebook check s.md",
      ]
    let run = run(lines, ["-w", "w.json", "--bail", "off"])
    expectNothing([("output", run.output), ("errors", run.errors)] + files(besides: ["k.csv"]))
    #expect(folder.text("s.md")?.contains("```leerkring") == true && folder.text("s.md")?.contains("title:") == true)
  }

  @Test func `a hidden word of ours breaks neither pages nor results, documents and settings`() throws {
    folder.write(Self.sheet, to: "k.csv")
    let lines = [
      "redact add Title table html kind name columns value svg", "let t = read k.csv", "keep t", "$t | to html t.html",
      "$t | chart bar --x naam --y aantal | to svg t.svg", "set title 'mijn titel'", "wzw demo",

      "rules export regiestijl regels.dmn", "save",
    ]
    _ = run(lines, ["-w", "w.json", "--bail", "off"])
    let page = try #require(folder.text("t.html"))
    #expect(page.contains("<title>") && page.contains("</table>") && page.contains("</html>"))
    #expect(folder.text("t.svg")?.contains("<title") == true)
    let next = run(["show t", "set title", "wzw areas --level wijk", "results"], ["-w", "w.json", "--json"])
    #expect(next.code == 0, "\(next.errors)")
    #expect(next.output.contains("Piet") && next.output.contains("mijn titel"))
  }

  @Test func `a hidden number leaves what is kept readable, and a ranking as it was`() throws {
    folder.write(Self.sheet, to: "k.csv")
    let open = run(["let t = read k.csv", "$t | select groep aantal | sort aantal desc"], ["--json"])
    let lines = ["redact add 123456782 123456783", "let t = read k.csv", "keep t", "save"]
    #expect(run(lines, ["-w", "w.json"]).code == 0)
    let kept = run(["$t | select groep aantal | sort aantal desc", "results", "forget t"], ["-w", "w.json", "--json"])
    #expect(kept.code == 0, "\(kept.errors)")
    func groups(_ run: ChildProcess, line: Int) throws -> [JSON?] {
      let objects = try run.output.split(separator: "\n").map { try JSONReader.parse(String($0)) }
      return try #require(objects.first { $0["line"]?.int == line }).rows.map { $0["groep"] }
    }
    #expect(try groups(kept, line: 1) == groups(open, line: 2))
    for (place, text) in [("output", kept.output), ("w.json", folder.text("w.json") ?? "")] {
      #expect(!bare(text).contains("12345678"), "\(place)")
    }
    // What is hidden no more is there again.
    #expect(run(["keep t"], ["-w", "x.json"]).code != 0)
    _ = run(["redact add 123456782", "let t = read k.csv", "keep t"], ["-w", "y.json"])
    let shown = run(["redact remove 123456782", "show t"], ["-w", "y.json", "--json"])
    #expect(shown.output.contains("123456782"))
  }

  @Test func `elsewhere, without the key, what is kept can be read but for what is hidden`() {
    folder.write(Self.sheet, to: "k.csv")
    _ = run(Self.hiding + ["let t = read k.csv", "keep t", "save"], ["-w", "w.json"])
    let elsewhere = Leerkring.run(
      ["-w", "w.json", "-c", "show t", "-c", "$t | sort aantal"], environment: ["XDG_STATE_HOME": folder("other")],
      folder: folder.path)
    #expect(elsewhere.code == 0, "\(elsewhere.errors)")
    #expect(elsewhere.output.contains("▇▇▇") && elsewhere.output.contains("Piet"))
    expectNothing([("output", elsewhere.output)])
  }

  @Test func `names and numbers that stood there before are told by check in every spelling, and sealed by clean`()
    throws
  {
    let spellings = [
      "Karel Klaassen", "Karel\u{A0}Klaassen", "Karel\u{2011}Klaassen", "Karel%20Klaassen", "Karel Klaas\u{AD}sen",
      "KAREL klaassen",
      "12 maart 1950", "1950-03-12", "nr 54.321", "nr 54,321",
    ]
    let lines = spellings.enumerated().flatMap { ["let v\($0) = 'over \($1)'", "keep v\($0)"] }
    let run = run(
      lines + [
        "redact add 'Karel Klaassen' 12-03-1950 54321", "redact check", "redact clean", "redact check", "show v0",
      ],
      ["-w", "w.json", "--json"])
    #expect(run.code == 0, "\(run.errors)")
    let objects = try run.output.split(separator: "\n").map { try JSONReader.parse(String($0)) }
    let first = try #require(objects.first { $0["line"]?.int == lines.count + 2 })
    let places = first.rows.compactMap { $0["place"]?.string }
    for number in spellings.indices { #expect(places.contains("results/v\(number)"), "\(spellings[number])") }
    let after = try #require(objects.first { $0["line"]?.int == lines.count + 4 }).rows.compactMap {
      $0["place"]?.string
    }
    #expect(!after.contains { $0.hasPrefix("results/") }, "\(after)")
    #expect(objects.last?["ok"] == true)
  }

  @Test(arguments: ["7", "-7", "x", "é"]) func `what is too small to hide is refused in words`(word: String) {
    let run = run(["redact add '\(word)'"], ["--json"])
    #expect(run.errorObject?["code"]?.string == "redact.word")
  }

  @Test(arguments: ["30", "1,5", "-30", "0.25", "12-03-1950"]) func `whatever is larger is hidden`(word: String) {
    folder.write("a,b,d\n30,1.5,12-03-1950\n-30,0.25,x\n31,1.6,13-03-2021\n", to: "s.csv")
    let run = run(["redact add '\(word)'", "read s.csv"], [])
    #expect(run.output.contains("▇▇▇"), "\(run.errors)")
  }
}
