import WorkbenchKit

/// What `plugin new --source` adds: a form of files of the plugin's own, small enough to be read in one go.
extension Scaffold {
  /// The end of the names of its files.
  var ending: String { String(name.word.filter { $0 != "-" }.prefix(16)) }

  var recordSource: Manifest.Source {
    Manifest.Source(
      name: "records", endings: [ending], schemes: [], magic: [],
      summary: Text(
        nl: "kaartjes: regels met een naam en een waarde, een lege regel ertussen",
        en: "cards: lines of a name and a value, an empty line between them"))
  }

  var sourceRegistration: String { hasSource ? "\n    registrar.add(RecordSource())" : "" }

  var sourceFiles: [(path: String, text: String)] {
    guard hasSource else { return [] }
    return [
      ("Sources/\(name.type)/RecordSource.swift", recordSourceText),
      ("Tests/\(name.type)Tests/RecordSourceTests.swift", recordSourceTestsText),
    ]
  }

  private var recordSourceText: String {
    #"""
    import WorkbenchKit

    /// Files of the ending `\#(ending)`: cards parted by an empty line, on each line `name: value`.
    ///
    /// What it gives passes the guard against personal data before anybody sees it; 'read', imports and all that takes a file
    /// know it by the manifest.
    struct RecordSource: TableSource {
      // As in Knowledge/manifest.json.
      let name = "records"

      func contents(of target: SourceTarget) throws -> [SourceItem] {
        let table = try table(target)
        return [
          SourceItem(
            target.file.name, kind: Text(nl: "kaartenbak", en: "card index"), rows: table.rowCount,
            columns: table.columns.count)
        ]
      }

      func open(_ target: SourceTarget, _ choice: SourceChoice) throws -> SourceContent {
        .table(SourcedTable(try table(target)))
      }

      private func table(_ target: SourceTarget) throws -> Table {
        var names: [String] = []
        var cards: [[String: String]] = []
        var isOpen = false
        let text = String(decoding: target.file.bytes, as: UTF8.self)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
          // A person who presses Ctrl-C is heard.
          if index % 10_000 == 0 { try target.checkInterrupt() }
          let line = line.last == "\r" ? line.dropLast() : line
          if line.isEmpty {
            isOpen = false
            continue
          }
          guard let colon = line.firstIndex(of: ":") else {
            throw Diagnostic(
              "records.line",
              Text(nl: "regel \(index + 1) heeft geen dubbele punt", en: "line \(index + 1) has no colon"),
              wayOut: Text(nl: "schrijf naam: waarde", en: "write name: value"))
          }
          let name = String(line[..<colon])
          if !names.contains(name) { names.append(name) }
          if !isOpen { cards.append([:]) }
          isOpen = true
          cards[cards.count - 1][name] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        return Table(columns: names.map { name in .texts(name, cards.map { $0[name] }) })
      }
    }

    """#
  }

  private var recordSourceTestsText: String {
    #"""
    import Testing
    import WorkbenchKit

    @testable import \#(name.type)

    /// The form of files that the plugin brings.
    @Suite struct RecordSourceTests {
      private func open(_ text: String) throws -> Table? {
        let target = SourceTarget(file: ReadFile(path: "x.\#(ending)", bytes: Array(text.utf8), sha256: ""))
        guard case .table(let sourced) = try RecordSource().open(target, SourceChoice()) else { return nil }
        return sourced.table
      }

      @Test func `cards become rows, and what one lacks is missing`() throws {
        let table = try #require(try open("name: one\nsize: 2\n\nname: two\n\n\n"))
        #expect(table.columnNames == ["name", "size"])
        #expect(table.column("name")?.texts == ["one", "two"])
        #expect(table.column("size")?.texts == ["2", nil])
      }

      @Test func `a line without a colon is told`() {
        let error = #expect(throws: Diagnostic.self) { try open("name: one\nsize 2\n") }
        #expect(error?.code == "records.line")
        #expect(error?.message.en == "line 2 has no colon")
      }

      @Test func `the program reads such a file`() throws {
        let run = try Program.run("read Tests/\#(name.type)Tests/nothing.\#(ending)")
        #expect(run.error == "file.missing")
      }
    }

    """#
  }
}
