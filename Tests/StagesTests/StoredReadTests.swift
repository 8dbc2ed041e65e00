import TestSupport
import Testing
import WorkbenchKit

/// Of a large file the bytes stay where they are, and nobody can tell from what comes out.
@Suite struct StoredReadTests {
  private static let rows = "naam;n\nNoord;1,5\nZuid;2\n"
  private static let files: [String: String] = [
    "t.csv": rows, "t": rows, "t.dat": rows, "t.txt": "titel\n\n" + rows + "Bron: CBS\n",
    "list.json": #"[{"naam":"Noord","n":1},{"naam":"Zuid","n":2}]"#, "list": "\n [{\"naam\":\"Noord\",\"n\":1}]",
    "one.dat": #"{"columns":[{"name":"n","type":"number"}],"rows":[[1],[2]]}"#,
    "lines.jsonl": "{\"naam\":\"Noord\",\"n\":1}\n{\"naam\":\"Zuid\",\"n\":2}\n", "lines": "{\"n\":1}\n{\"n\":2}\n",
    "over.jsonl": "{\"n\":\n1}\n{\"n\":2}\n", "wrong.jsonl": "{\"n\":1}\n{\"n\":}\n", "wrong.csv": "a;b\n1;\"2\n",
    "ragged.csv": "a;b\n1\n", "empty.csv": "", "persons.csv": "respondent;wijk\nr1;Noord\nr2;Zuid\n",
    "mail.csv": "mail;n\na@voorbeeld.nl;1\nb@voorbeeld.nl;2\n",
  ]

  private static let ways = [
    "", " --columns n", " --where 'n > 1'", " --drop naam", " --encoding cp1252", " --decimal comma", " --format csv",
    " --format jsonl", " --format json", " --persons yes", " | count", " | group naam --sum n",
    " | where n > 1 | select naam",
  ]

  /// A table with its facts and remarks, or the error.
  private func told(_ line: String, _ lines: TableLines) -> [String] {
    do {
      let output = try lines.output(line)
      return output.blocks.map { block in
        guard case .table(let table) = block else { return "\(block)" }
        return "\(TableLines.sheet(table)) \(table.columns) \(String(describing: table.origin)) \(table.persons != nil)"
      }
    } catch {
      let problem = error as? Diagnostic
      return ["\(problem?.code ?? "") \(problem?.message.nl ?? "") \(problem?.place?.column ?? 0)"]
    }
  }

  @Test(arguments: files.keys.sorted())
  func `a stored file is read as one in memory, whatever it is called`(name: String) throws {
    for way in Self.ways {
      let (held, stored) = (try TableLines(Self.files), try TableLines(Self.files))
      stored.files.areStored = true
      let line = "read \(name)\(way)"
      #expect(told(line, stored) == told(line, held), "\(line)")
    }
  }

  @Test func `texts and lines stay where they are, and what cannot is read whole`() throws {
    let lines = try TableLines(Self.files)
    lines.files.areStored = true
    for name in ["t.csv", "t", "t.dat", "t.txt", "lines.jsonl"] { _ = try lines.output("read \(name)") }
    #expect(lines.files.readWhole == [])
    // A document is read whole, and so is what is left out or renamed in and what is in another encoding.
    for line in ["list.json", "list", "t.csv --drop naam", "t.csv --encoding cp1252"] {
      _ = try lines.output("read \(line)")
    }
    #expect(lines.files.readWhole == ["list.json", "list", "t.csv", "t.csv"])
  }
}
