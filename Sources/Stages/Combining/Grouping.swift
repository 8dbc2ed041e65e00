import WorkbenchKit

/// Which rows have equal values in all of some columns. Missing is equal to missing, and what is withheld to what is withheld under the
/// same sign.
struct Grouping {
  private struct Pair: Hashable {
    let before: Int
    let code: Int
  }

  /// The group of each row, from 0 in the order in which groups first come by.
  private(set) var groupOfRow: [Int]
  /// For each group its first row, and how many it has.
  private(set) var firstRows: [Int] = []
  private(set) var sizes: [Int] = []

  init(_ columns: [Column], rowCount: Int) {
    groupOfRow = [Int](repeating: 0, count: rowCount)
    for column in columns {
      let codes = Self.codes(column)
      var known: [Pair: Int] = [:]
      for row in 0..<rowCount {
        let pair = Pair(before: groupOfRow[row], code: codes[row])
        let next = known.count
        groupOfRow[row] = known[pair] ?? next
        if groupOfRow[row] == next { known[pair] = next }
      }
    }
    count()
  }

  /// Groups the rows of a table, of which each may stand for several.
  init(_ columns: [Column], of table: Table) {
    self.init(columns, rowCount: table.rowCount)
    guard let tallied = table.tallied else { return }
    sizes = [Int](repeating: 0, count: sizes.count)
    for (row, group) in groupOfRow.enumerated() { sizes[group] += tallied.sizes[row] }
  }

  /// Groups rows that have equal numbers.
  init(of numbers: [Int]) {
    var known: [Int: Int] = [:]
    groupOfRow = numbers.map { number in
      let group = known[number] ?? known.count
      known[number] = group
      return group
    }
    count()
  }

  private mutating func count() {
    for (row, group) in groupOfRow.enumerated() {
      if group == firstRows.count {
        firstRows.append(row)
        sizes.append(0)
      }
      sizes[group] += 1
    }
  }

  /// The columns that say what a group is, one row each. A screen may leave such a column out elsewhere: here its values are what
  /// the groups are called, unless the table has labels for them, which then stand beside it and are shown in its place.
  func names(_ keys: [Column], of table: Table) -> [Column] {
    keys.flatMap { key -> [Column] in
      let values = key.open.rows(firstRows)
      guard key.isDetail, let labels = Self.labels(of: key, in: table) else { return [values.asDetail(false)] }
      return keys.contains { $0.name == labels.name }
        ? [values.asDetail()] : [values.asDetail(), labels.rows(firstRows).asDetail(false)]
    }
  }

  /// The column that says what each value of a hidden column is called: `axis_label` for `axis`, `label` for the first word of a row;
  /// nil where there is none, or where a value would be called in two ways.
  private static func labels(of key: Column, in table: Table) -> Column? {
    guard let values = key.texts else { return nil }
    return ["\(key.name)_label", "label"].lazy.filter { $0 != key.name }.compactMap { table.column($0) }.first {
      column in
      guard let labels = column.texts, column.withheld.isEmpty else { return false }
      var known: [String?: String?] = [:]
      return zip(values, labels).allSatisfy { value, label in
        if let earlier = known[value] { return earlier == label }
        known[value] = .some(label)
        return label != nil || value == nil
      }
    }
  }

  private static func codes(_ column: Column) -> [Int] {
    var codes =
      switch column.open.storage {
      case .numbers(let values): codes(values.map { $0.isNaN ? nil : $0 })
      case .texts(let values): codes(values)
      case .booleans(let values): codes(values)
      }
    var signs: [String: Int] = [:]
    for (row, sign) in column.withheld where codes.indices.contains(row) {
      codes[row] = signs[sign] ?? -2 - signs.count
      signs[sign] = codes[row]
    }
    return codes
  }

  private static func codes<Element: Hashable>(_ values: [Element?]) -> [Int] {
    var known: [Element: Int] = [:]
    return values.map { value in
      guard let value else { return -1 }
      if let code = known[value] { return code }
      let code = known.count
      known[value] = code
      return code
    }
  }
}
