import TestSupport
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

  /// Names that can be taken for one another, and how each may be spelled.
  private static let spellings: [(name: String, spelled: [String])] = [
    ("a", ["a", "\\u0061"]), ("ab", ["ab"]), ("a\"b", ["a\\\"b"]), ("a\\", ["a\\\\"]),
    ("é", ["é", "\\u00e9", "e\u{301}"]), ("", [""]),
    ("een lange naam van een kolom", ["een lange naam van een kolom"]), ("a\tb", ["a\\tb"]),
  ]
  private static let values: [(spelled: String, value: Value?)] = [
    ("1", .number(1)), ("-2.5e3", .number(-2_500)), ("9007199254740993", .text("9007199254740993")),
    ("\"x\"", .text("x")),
    ("\"\"", .text("")),
    ("\"regel\\nregel twee, langer dan vijftien\"", .text("regel\nregel twee, langer dan vijftien")),
    ("true", .boolean(true)), ("null", nil), ("[1,{\"b\":2}]", .text("[1,{\"b\":2}]")),
  ]

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `records are read as each of them by itself, whatever the order and spelling of their names`(seed: UInt64) throws
  {
    var generator = SeededGenerator(seed)
    // Some files hold values of one type only, as most do.
    let values =
      seed % 3 == 0
      ? [Self.values[0], Self.values[1]] : seed % 3 == 1 ? [Self.values[3], Self.values[5]] : Self.values
    var (names, cells): ([String], [String: [Int: Value]]) = ([], [:])
    var lines: [String] = []
    let count = Int.random(in: 1...12, using: &generator)
    for row in 0..<count {
      var members: [String] = []
      let chosen = Self.spellings.filter { _ in Int.random(in: 0..<4, using: &generator) > 0 }
      for name in Bool.random(using: &generator) ? chosen : chosen.shuffled(using: &generator) {
        let value = values.randomElement(using: &generator) ?? values[0]
        members.append("\"\(name.spelled.randomElement(using: &generator) ?? "")\" : \(value.spelled)")
        if !names.contains(name.name) { names.append(name.name) }
        if let value = value.value { cells[name.name, default: [:]][row] = value }
      }
      lines.append("{" + members.joined(separator: ",") + " }")
    }
    let isArray = Bool.random(using: &generator)
    let text = isArray ? "[" + lines.joined(separator: ",\n") + "]" : lines.joined(separator: "\n")
    let table = try JSONTableReader(name: "t", asLines: !isArray, isStrict: true).read(Array(text.utf8)).table
    #expect(table.columns.map(\.name) == names && table.rowCount == (names.isEmpty ? 0 : count))
    for column in table.columns {
      let expected = Column.guessed(
        column.name, (0..<count).map { cells[column.name]?[$0] ?? .missing })
      #expect(column == expected, "\(column.name)")
    }
  }

  @Test(arguments: [
    #"{"a":1,"a":2}"#, #"{"a":1,"b":1}{"a":1,"\u0061":2}"#, #"{"é":1}{"é":1,"e\u0301":2}"#,
    #"{"b":1}{"a":1,"b":2,"a":3}"#,
  ])
  func `a name that comes by twice in a record is an error with its place`(text: String) {
    let error = #expect(throws: Diagnostic.self) {
      try JSONTableReader(name: "t", asLines: true, isStrict: true).read(Array(text.utf8))
    }
    #expect(error?.code == "json.doubled" && error?.message.nl.contains("regel 1") == true)
  }

  @Test func `quotes that do not close a name are no name`() {
    // The name of the first record is a"b; bare bytes that look like it are no JSON.
    let text = "{\"a\\\"b\":1}{\"a\"b\":2}"
    let error = #expect(throws: Diagnostic.self) {
      try JSONTableReader(name: "t", asLines: true, isStrict: true).read(Array(text.utf8))
    }
    #expect(error?.code == "json.syntax")
  }
}
