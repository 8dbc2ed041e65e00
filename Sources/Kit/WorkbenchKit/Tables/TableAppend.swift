extension Table {
  /// Puts the rows of another table behind these, whose columns are called the same and are of the same types.
  ///
  /// - Parameter more: the rows; of its columns nothing but values is looked at.
  /// - Returns: false where the columns are others: then nothing has happened.
  @_spi(Host) public mutating func append(_ more: Table) -> Bool {
    guard columnNames == more.columnNames, zip(columns, more.columns).allSatisfy({ $0.type == $1.type }) else {
      return false
    }
    let rows = rowCount
    if let other = more.origin { origin?.append(other, behind: rows, more.rowCount) }
    for (index, column) in more.columns.enumerated() { append(column, to: index) }
    return true
  }
}

extension Column.Storage {
  /// Puts the rows of one of the same kind behind these.
  mutating func append(_ other: Column.Storage) {
    // Values that are held once are not copied.
    switch (self, other) {
    case (.numbers(var values), .numbers(let more)):
      self = .numbers([])
      values += more
      self = .numbers(values)
    case (.texts(var values), .texts(let more)):
      self = .texts([])
      values += more
      self = .texts(values)
    case (.booleans(var values), .booleans(let more)):
      self = .booleans([])
      values += more
      self = .booleans(values)
    case (.dates(var values), .dates(let more)):
      self = .dates([])
      values += more
      self = .dates(values)
    default: break
    }
  }
}
