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
