import WorkbenchKit

/// What became of one column of a file; every column has an account, so that none vanishes.
struct ColumnAccount: Sendable, Hashable {
  enum Fate: String, Sendable, CaseIterable {
    /// Kept whole.
    case taken
    /// Says which row it is: a code, a name, a period.
    case key
    /// Kept, but for cells that hold no usable number.
    case partly
    /// Holds nothing for the rows that were taken.
    case empty
    /// Holds words where figures are due.
    case words
    /// No part of a table of this kind.
    case unused
    /// Figures beside outlines, which come along where they are asked for.
    case offered
    /// Figures of which nothing says of which year they are, beside others that say it.
    case timeless
    /// Lists or objects, which are no cells.
    case nested
  }

  let name: String
  var fate: Fate
  /// How many cells were not taken over.
  var cells = 0
  /// One of these.
  var example: String?

  /// Accounts of a table of which some columns are read and all others are none of it.
  ///
  /// - Parameter used: the places of the columns that are read.
  static func all(_ text: DelimitedText, used: [Int?]) -> [ColumnAccount] {
    let used = Set(used.compactMap { $0 })
    return text.header.indices.map { column in
      if used.contains(column) { return ColumnAccount(name: text.header[column], fate: .taken) }
      let isEmpty = text.texts(column: column).allSatisfy { $0 == nil }
      return ColumnAccount(name: text.header[column], fate: isEmpty ? .empty : .unused)
    }
  }

  /// The accounts of the columns of a file that was turned before it was read.
  ///
  /// - Parameters:
  ///   - read: of the table that it became.
  ///   - into: the file's own columns, each with the column that it went into or what else became of it.
  static func turned(_ read: [ColumnAccount], into: [(name: String, column: String?, fate: Fate)]) -> [ColumnAccount] {
    let accounts = Dictionary(read.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var told: Set<String> = []
    return into.map { name, column, fate in
      guard let column, let account = accounts[column] else { return ColumnAccount(name: name, fate: fate) }
      // The cells of several years are counted with the first.
      let isFirst = told.insert(column).inserted
      return ColumnAccount(
        name: name, fate: account.fate, cells: isFirst ? account.cells : 0, example: isFirst ? account.example : nil)
    }
  }

  /// One list out of those of several tables of a file: taken is what one of them took.
  static func merged(_ lists: [[ColumnAccount]]) -> [ColumnAccount] {
    var merged: [ColumnAccount] = lists.first ?? []
    for list in lists.dropFirst() {
      for (place, other) in list.enumerated() {
        guard merged.indices.contains(place), merged[place].name == other.name else { continue }
        merged[place] = merged[place].with(other)
      }
    }
    return merged
  }

  private func with(_ other: ColumnAccount) -> ColumnAccount {
    let order: [Fate] = [.partly, .taken, .key]
    var both = self
    both.cells += other.cells
    both.example = example ?? other.example
    both.fate = order.first { [fate, other.fate].contains($0) } ?? fate
    return both
  }
}
