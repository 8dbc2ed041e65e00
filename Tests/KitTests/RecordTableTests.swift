import Testing

@testable import WorkbenchKit

/// Records of which hardly any has the names of another are no table, from a million cells and one in a hundred filled.
@Suite struct RecordTableTests {
  /// So many rows and names, of which the first so many cells hold something, a name after a name.
  private func records(_ rows: Int, _ names: Int, filled: Int) -> RecordTable {
    var records = RecordTable()
    for row in 0..<rows {
      records.begin()
      for name in 0..<names {
        let isFilled = row * names + name < filled
        if row == 0 || isFilled { records.set("n\(name)", isFilled ? .number(1) : .null) }
      }
    }
    return records
  }

  @Test func `a million cells are a table however empty`() throws {
    let table = try records(1_000, 1_000, filled: 1).table()
    #expect(table.rowCount == 1_000 && table.columns.count == 1_000)
  }

  @Test func `beyond that a cell in a hundred must hold something`() throws {
    #expect(try records(1_000, 1_001, filled: 10_010).table().columns.count == 1_001)
    let error = #expect(throws: Diagnostic.self) { try records(1_000, 1_001, filled: 10_009).table() }
    #expect(error?.code == "table.wide")
    #expect(error?.message.nl.contains("10.009") == true && error?.wayOut != nil)
  }

  @Test func `cells that lack are missing wherever they lack, and a name without a value is of numbers`() throws {
    var records = RecordTable()
    for (name, value) in [("a", JSON.number(1)), ("b", .bool(true)), ("c", .null), ("d", .array([.number(1)]))] {
      records.begin()
      records.set(name, value)
    }
    let table = try records.table()
    #expect(table.columns.map(\.type) == ["number", "boolean", "number", "text"])
    #expect(table.columns.map { column in (0..<4).filter { !column[$0].isMissing } } == [[0], [1], [], [3]])
    #expect(records.nested == ["d"])
  }
}
