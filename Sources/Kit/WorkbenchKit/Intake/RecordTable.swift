/// Collects records into columns, in the order in which their names first come by.
///
/// A record that lacks a name costs nothing until the table is made: records that each have names of their own are many rows
/// and many columns, and hardly a cell of them is filled.
struct RecordTable {
  /// The values of one name, with the rows they stand in.
  private struct Member {
    let name: String
    var rows: [Int] = []
    var values: [Value] = []
    var isNested = false
  }

  private var places: [String: Int] = [:]
  private var members: [Member] = []
  private var valueCount = 0
  private(set) var count = 0

  /// Names of columns in which something was nested.
  var nested: [String] { members.filter(\.isNested).map(\.name) }

  mutating func begin() { count += 1 }

  /// Puts a value in the row that was begun last; the reader lets no name come by twice in it.
  mutating func set(_ name: String, _ json: JSON) {
    let place: Int
    if let known = places[name] {
      place = known
    } else {
      place = members.count
      places[name] = place
      members.append(Member(name: name))
    }
    guard let value = Self.value(json) else { return }
    valueCount += 1
    members[place].rows.append(count - 1)
    members[place].values.append(value)
    switch json {
    case .array, .object: members[place].isNested = true
    case .null, .bool, .number, .string: break
    }
  }

  private static func value(_ json: JSON) -> Value? {
    switch json {
    case .null: nil
    case .bool(let bool): .boolean(bool)
    case .number(let number): .number(number)
    case .string(let string): .text(string)
    case .array, .object: .text(json.canonical)
    }
  }

  /// The table; a column without any value is one of numbers.
  ///
  /// - Throws: `table.wide` where it would hardly hold anything.
  func table() throws -> Table {
    try TableWidth.check(rows: count, names: members.count, values: valueCount)
    return Table(columns: members.map(column))
  }

  private func column(_ member: Member) -> Column {
    var cells = [Value](repeating: .missing, count: count)
    for (row, value) in zip(member.rows, member.values) { cells[row] = value }
    return Column.guessed(member.name, cells)
  }
}

extension Column {
  /// Returns a column of what the values are; without any value it is one of numbers.
  static func guessed(_ name: String, _ values: [Value]) -> Column {
    if values.allSatisfy(\.isMissing) { return .numbers(name, [Double](repeating: .nan, count: values.count)) }
    return Column(name, values: values)
  }
}
