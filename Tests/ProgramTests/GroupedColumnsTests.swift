import TestSupport
import Testing
import WorkbenchKit

/// Every table that a command gives, grouped by each of its columns: a screen leaves some of them out, and a count without what it
/// counts says nothing.
@Suite struct GroupedColumnsTests {
  @Test(arguments: ShippedCommands.names)
  func `a count stands beside what it counts`(_ command: String) throws {
    for example in try ShippedCommands.page(command).examples where example.failsWith == nil {
      let room = try ExampleRoom(for: command)
      // What the next stage gets is the main table, which need not be the first; a line that is no table has none.
      let named = ["let g = \(example.line)", "$g | describe"]
      let found = room.run(["--json"], room.lines + named)
      guard found.code == 0, let answer = try JSONLines.last(found.output) else { continue }
      let described = answer.blocks("table").last { $0["columns"]?.array?.first?["name"]?.string == "column" }
      let rows = described?["rows"]?.array ?? []
      let names = rows.compactMap { $0.array?.first?.string }.filter { !$0.isEmpty && !$0.contains("`") }
      guard !names.isEmpty else { continue }
      let lines = room.lines + ["let g = \(example.line)"] + names.map { "$g | group `\($0)`" }
      let grouped = room.run(["--lang", "en"], lines, workspace: "q.json")
      #expect(grouped.code == 0, "\(example.line): \(grouped.errors)")
      // Where the key is left out, the heading of the count stands alone.
      let headings = grouped.output.split(separator: "\n").map { $0.drop { $0 == " " } }
        .filter { $0.hasSuffix("number of rows") }
      #expect(headings.count == names.count, "\(example.line): \(grouped.output)")
      #expect(!headings.contains("number of rows"), "\(example.line): \(grouped.output)")
    }
  }
}
