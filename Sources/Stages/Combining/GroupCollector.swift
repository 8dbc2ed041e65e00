import Methods
@_spi(Host) import WorkbenchKit

/// Keeps of rows that come by some at a time what `group` makes of them: the keys, and of each group its size and what its figures are
/// worked out of.
final class GroupCollector: RowCollector {
  /// What is kept of the values of one column, by group.
  private struct Values {
    let name: String
    /// Whether numbers are asked for, and not only how many values there are.
    let isOfNumbers: Bool
    /// The column without rows, once one came by.
    var column: Column?
    var present: [Int] = []
    var sums: [DecimalSum] = []
    var least: [Double] = []
    var most: [Double] = []

    mutating func take(_ column: Column, _ groupOfRow: [Int], _ groupCount: Int) {
      if self.column == nil { self.column = column.rows([]) }
      let more = groupCount - present.count
      present += [Int](repeating: 0, count: more)
      if isOfNumbers {
        sums += [DecimalSum](repeating: DecimalSum(), count: more)
        least += [Double](repeating: .nan, count: more)
        most += [Double](repeating: .nan, count: more)
      }
      guard isOfNumbers, let numbers = column.numbers else {
        for (row, group) in groupOfRow.enumerated() where !column.isMissing(row) { present[group] += 1 }
        return
      }
      for (number, group) in zip(numbers, groupOfRow) where !number.isNaN {
        present[group] += 1
        sums[group].add(number)
        least[group] = present[group] == 1 ? number : min(least[group], number)
        most[group] = present[group] == 1 ? number : max(most[group], number)
      }
    }
  }

  private let keys: [String]
  private let stage: (Output) throws -> Output
  private let check: () throws -> Void
  private var values: [Values]
  private var places: [[Value]: Int] = [:]
  private var found: [[Value]] = []
  private var keyColumns: [Column] = []
  private var sizes: [Int] = []

  /// - Parameters:
  ///   - stated: what is grouped; nil, and any other than a group whose rows count the same, gives no collector.
  ///   - stage: what `group` makes of a table.
  ///   - check: asked often; what it throws ends the work.
  init?(
    _ stated: SourceStage?, _ stage: @escaping (Output) throws -> Output, _ check: @escaping () throws -> Void
  ) {
    guard case .group(let grouping)? = stated, grouping.weight == nil else { return nil }
    keys = grouping.keys
    self.stage = stage
    self.check = check
    values = Set(grouping.figures.map(\.column)).sorted().map { name in
      Values(
        name: name, isOfNumbers: grouping.figures.contains { $0.column == name && $0.kind != .count })
    }
  }

  func take(_ rows: Table) throws -> Bool {
    let columns = keys.compactMap(rows.column)
    let figured = values.compactMap { rows.column($0.name) }
    guard columns.count == keys.count, figured.count == values.count else { return false }
    // Of what is no number the stage says so itself.
    guard zip(values, figured).allSatisfy({ !$0.isOfNumbers || $1.numbers != nil }) else { return false }
    if keyColumns.isEmpty { keyColumns = columns.map { $0.rows([]) } }
    let groups = try Grouping(columns, rowCount: rows.rowCount, check)
    let place = groups.firstRows.map { row in self.place(of: columns.map { $0[row] }) }
    for (group, size) in groups.sizes.enumerated() { sizes[place[group]] += size }
    let groupOfRow = groups.groupOfRow.map { place[$0] }
    for index in values.indices {
      try check()
      values[index].take(figured[index], groupOfRow, found.count)
    }
    return true
  }

  private func place(of key: [Value]) -> Int {
    if let place = places[key] { return place }
    places[key] = found.count
    found.append(key)
    sizes.append(0)
    return found.count - 1
  }

  func output(_ input: Output) throws -> Output { try stage(input.replacing(table())) }

  /// The groups, with what `group` needs to know of their rows.
  func table() -> Table {
    let count = found.count
    var table = Table(
      columns: keyColumns.enumerated().map { place, column in
        var column = column
        column.storage = column.storage(of: found.map { $0[place] })
        return column
      })
    var tallied = TalliedRows(sizes: sizes)
    for values in values {
      tallied.columns[values.name] = TalliedRows.Values(
        present: values.present, sums: values.sums.map { $0.decimal ?? "" }, least: values.least, most: values.most)
      guard table.column(values.name) == nil, var column = values.column else { continue }
      column.storage = column.storage(of: [Value](repeating: .missing, count: count))
      table.set(column)
    }
    table.tallied = tallied
    return table
  }
}

extension Column {
  /// Values as a column of this type holds them.
  fileprivate func storage(of values: [Value]) -> Storage {
    switch storage {
    case .numbers: .numbers(values.map { $0.number ?? .nan })
    case .texts: .texts(values.map(\.text))
    case .booleans: .booleans(values.map(\.boolean))
    case .dates: .dates(values.map { $0.date.map { Int32($0.dayNumber) } })
    }
  }
}
