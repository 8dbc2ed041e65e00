/// Collects records into columns, in the order in which their names first come by.
struct RecordTable {
  private var places: [String: Int] = [:]
  private var names: [String] = []
  private var values: [[Value]] = []
  private(set) var count = 0
  /// Names of columns in which something was nested.
  private(set) var nested: [String] = []

  mutating func begin() { count += 1 }

  /// Puts a value in the row that was begun last; the reader lets no name come by twice in it.
  mutating func set(_ name: String, _ json: JSON) {
    let column: Int
    if let known = places[name] {
      column = known
    } else {
      column = names.count
      places[name] = column
      names.append(name)
      values.append([])
    }
    let row = count - 1
    while values[column].count < row { values[column].append(.missing) }
    values[column].append(value(json, name))
  }

  private mutating func value(_ json: JSON, _ name: String) -> Value {
    switch json {
    case .null: return .missing
    case .bool(let bool): return .boolean(bool)
    case .number(let number): return .number(number)
    case .string(let string): return .text(string)
    case .array, .object:
      if !nested.contains(name) { nested.append(name) }
      return .text(json.canonical)
    }
  }

  /// A column without any value is one of numbers.
  var table: Table {
    Table(
      columns: zip(names, values).map { name, values in
        let padded = values + [Value](repeating: .missing, count: count - values.count)
        return Column.guessed(name, padded)
      })
  }
}

extension Column {
  /// Returns a column of what the values are; without any value it is one of numbers.
  static func guessed(_ name: String, _ values: [Value]) -> Column {
    if values.allSatisfy(\.isMissing) { return .numbers(name, [Double](repeating: .nan, count: values.count)) }
    return Column(name, values: values)
  }
}
