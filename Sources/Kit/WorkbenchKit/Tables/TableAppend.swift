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
    // Each is taken out of the one place that holds it, so that it grows where it stands; both in one tuple would hold it twice.
    if case .numbers(let more) = other, case .numbers(var values) = self {
      self = .numbers([])
      values += more
      self = .numbers(values)
    } else if case .texts(let more) = other, case .texts(var values) = self {
      self = .texts(Texts())
      values += more
      self = .texts(values)
    } else if case .booleans(let more) = other, case .booleans(var values) = self {
      self = .booleans([])
      values += more
      self = .booleans(values)
    } else if case .dates(let more) = other, case .dates(var values) = self {
      self = .dates([])
      values += more
      self = .dates(values)
    }
  }
}
