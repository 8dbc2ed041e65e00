import WorkbenchKit

/// Which rows have equal values in all of some columns. Missing is equal to missing, and what is withheld to what is withheld under the
/// same sign.
struct Grouping {
  /// The group of each row, from 0 in the order in which groups first come by.
  private(set) var groupOfRow: [Int]
  /// For each group its first row, and how many it has.
  private(set) var firstRows: [Int] = []
  private(set) var sizes: [Int] = []

  /// - Parameter check: asked often; what it throws ends the work.
  init(_ columns: [Column], rowCount: Int, _ check: () throws -> Void) throws {
    groupOfRow = []
    var groupCount = 1
    for (index, column) in columns.enumerated() {
      let codes = try ValueCodes(column, check)
      if index == 0, column.withheld.isEmpty {
        (groupOfRow, groupCount) = (codes.codes, codes.firstRows.count)
      } else {
        if index == 0 { groupOfRow = [Int](repeating: 0, count: rowCount) }
        groupCount = try part(groupCount, by: codes.codes, codes.firstRows.count, check)
      }
    }
    if columns.isEmpty { groupOfRow = [Int](repeating: 0, count: rowCount) }
    try count(groupCount, check)
  }

  /// Groups the rows of a table, of which each may stand for several.
  init(_ columns: [Column], of table: Table, _ check: () throws -> Void) throws {
    try self.init(columns, rowCount: table.rowCount, check)
    guard let tallied = table.tallied else { return }
    sizes = [Int](repeating: 0, count: sizes.count)
    for (row, group) in groupOfRow.enumerated() { sizes[group] += tallied.sizes[row] }
  }

  /// Parts the groups that there are by numbers of their rows.
  ///
  /// - Parameters:
  ///   - before: how many groups there are.
  ///   - width: how many numbers.
  /// - Returns: how many groups there are then.
  private mutating func part(_ before: Int, by codes: [Int], _ width: Int, _ check: () throws -> Void) throws -> Int {
    var (known, next) = (NumberedKeys(), 0)
    // Where there are not many pairs, each has a place of its own.
    let isNarrow = before * width <= 65_536 + 4 * groupOfRow.count
    var places = [Int32](repeating: -1, count: isNarrow ? before * width : 0)
    for row in groupOfRow.indices {
      if row & 0xFFFF == 0 { try check() }
      let pair = groupOfRow[row] * width + codes[row]
      if places.isEmpty {
        groupOfRow[row] = known.number(ValueCodes.scramble(UInt64(pair))) { _ in true }
      } else {
        if places[pair] < 0 {
          places[pair] = Int32(next)
          next += 1
        }
        groupOfRow[row] = Int(places[pair])
      }
    }
    return max(next, known.count)
  }

  /// Groups the rows that are in one group of both.
  init(_ one: Grouping, _ other: Grouping, _ check: () throws -> Void) throws {
    groupOfRow = one.groupOfRow
    try count(part(one.sizes.count, by: other.groupOfRow, other.sizes.count, check), check)
  }

  /// Of so few groups each piece of the rows keeps counts of its own.
  private static let fewGroups = 1_024

  /// - Parameter groupCount: how many groups there are, or more.
  private mutating func count(_ groupCount: Int, _ check: () throws -> Void) throws {
    guard groupCount <= Self.fewGroups else {
      for (row, group) in groupOfRow.enumerated() {
        if row & 0xFFFF == 0 { try check() }
        if group == firstRows.count {
          firstRows.append(row)
          sizes.append(0)
        }
        sizes[group] += 1
      }
      return
    }
    let none = (firsts: [Int](), sizes: [Int](repeating: 0, count: groupCount))
    let pieces = try Cores.inPieces(
      groupOfRow.count, of: 32_768, asking: { _ throws in try check() },
      { rows in
        // Groups that come by for the first time do so in the order of their numbers; others come by in any.
        var (firsts, sizes) = none
        for row in rows {
          let group = groupOfRow[row]
          if sizes[group] == 0 { firsts.append(row) }
          sizes[group] += 1
        }
        return (firsts: firsts, sizes: sizes)
      })
    sizes = none.sizes
    for piece in pieces {
      for row in piece.firsts where groupOfRow[row] == firstRows.count { firstRows.append(row) }
      for group in sizes.indices { sizes[group] += piece.sizes[group] }
    }
    sizes.removeLast(sizes.count - firstRows.count)
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
}
