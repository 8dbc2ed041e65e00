import WorkbenchKit

/// The order of a table's rows by one or more columns. Rows that are equal stay as they stand; missing comes last, in
/// either direction; numbers by size, dates by time, texts as `TextOrder` says, false before true.
struct RowOrder {
  struct Key {
    let column: Column
    let isDescending: Bool

    init(_ column: Column, descending: Bool = false) {
      self.column = column
      isDescending = descending
    }
  }

  private let keys: [Key]
  private let count: Int
  private let check: () throws -> Void

  /// - Parameter check: asked often while rows are ordered; what it throws ends the work.
  init(_ keys: [Key], count: Int, _ check: @escaping () throws -> Void) {
    self.keys = keys
    self.count = count
    self.check = check
  }

  /// The numbers of all rows in their order.
  func rows() throws -> [Int] {
    var items = (0..<Int32(count)).map(\.self)
    var radix = RadixOrder()
    // By the last column first: what later columns leave equal stays as the earlier ones put it.
    for key in keys.reversed() {
      let column = try OrderKeys.keys(key.column, descending: key.isDescending, check)
      var ordered = items.map { column[Int($0)] }
      try radix.sort(&ordered, &items, in: items.indices, check)
    }
    return items.map(Int.init)
  }

  /// The numbers of the first rows in their order, as many as there are.
  func first(_ wanted: Int) throws -> [Int] {
    guard let key = keys.first, keys.count == 1, wanted > 0, wanted < count / 8 else {
      return Array(try rows().prefix(wanted))
    }
    let column = try OrderKeys.keys(key.column, descending: key.isDescending, check)
    return FirstRows(column, wanted).rows
  }
}

/// The rows with the smallest keys, of equal ones those that stand first: kept while the rows come by.
private struct FirstRows {
  private(set) var rows: [Int] = []
  private let keys: [UInt64]
  private let wanted: Int

  init(_ keys: [UInt64], _ wanted: Int) {
    self.keys = keys
    self.wanted = wanted
    // As long as there are not enough, any key is small enough.
    var largest: UInt64?
    for row in keys.indices where largest.map({ keys[row] < $0 }) ?? true {
      rows.append(row)
      if rows.count == wanted * 2 {
        cut()
        largest = rows.last.map { keys[$0] }
      }
    }
    cut()
  }

  private mutating func cut() {
    rows.sort { (keys[$0], $0) < (keys[$1], $1) }
    rows.removeLast(max(0, rows.count - wanted))
  }
}

extension Table {
  /// Returns the rows with the highest values of a column, the highest in front.
  ///
  /// - Parameters:
  ///   - count: how many rows, if there are as many.
  ///   - index: where the column stands.
  ///   - check: asked often; what it throws ends the work.
  func highest(_ count: Int, by index: Int, _ check: @escaping () throws -> Void) throws -> Table {
    rows(try RowOrder([.init(columns[index], descending: true)], count: rowCount, check).first(count))
  }
}
