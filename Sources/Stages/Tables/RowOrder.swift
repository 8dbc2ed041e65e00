import WorkbenchKit

/// The order of a table's rows by one or more columns. Rows that are equal stay as they stand; missing comes last, in
/// either direction; numbers by size, texts as `TextOrder` says, false before true.
struct RowOrder {
  struct Key {
    let column: Column
    let isDescending: Bool

    init(_ column: Column, descending: Bool = false) {
      self.column = column
      isDescending = descending
    }
  }

  private enum Ranks {
    case numbers([Double])
    case texts([TextOrder?])
    case booleans([Bool?])
  }

  private let keys: [(ranks: Ranks, isDescending: Bool)]
  private let count: Int

  init(_ keys: [Key], count: Int) {
    self.count = count
    self.keys = keys.map { key in
      let ranks: Ranks =
        switch key.column.open.storage {
        case .numbers(let values): .numbers(values)
        case .texts(let values): .texts(values.map { $0.map(TextOrder.init) })
        case .booleans(let values): .booleans(values)
        }
      return (ranks, key.isDescending)
    }
  }

  /// The numbers of the rows in their order.
  var rows: [Int] {
    (0..<count).sorted { left, right in
      for key in keys {
        let comes = Self.precedes(key.ranks, left, right, descending: key.isDescending)
        if let comes { return comes }
      }
      return left < right
    }
  }

  /// Whether the left row comes first; nil where the key does not part them.
  private static func precedes(_ ranks: Ranks, _ left: Int, _ right: Int, descending: Bool) -> Bool? {
    switch ranks {
    case .numbers(let values):
      let (one, other) = (values[left], values[right])
      if one.isNaN || other.isNaN { return one.isNaN == other.isNaN ? nil : other.isNaN }
      return one == other ? nil : (one < other) != descending
    case .texts(let values):
      guard let one = values[left], let other = values[right] else {
        return (values[left] == nil) == (values[right] == nil) ? nil : values[right] == nil
      }
      if one < other { return !descending }
      return other < one ? descending : nil
    case .booleans(let values):
      guard let one = values[left], let other = values[right] else {
        return (values[left] == nil) == (values[right] == nil) ? nil : values[right] == nil
      }
      return one == other ? nil : other != descending
    }
  }
}
