import Methods
import WorkbenchKit

/// What a column holds, in figures; of withheld cells nothing but their number.
struct ColumnPortrait {
  private(set) var present = 0
  let missing: Int
  let withheld: Int
  private(set) var distinct = 0
  /// NaN where there are no numbers.
  private(set) var least = Double.nan
  private(set) var greatest = Double.nan
  private(set) var mean = Double.nan
  /// The first and the last text in order.
  private(set) var first: String?
  private(set) var last: String?

  init(_ column: Column) {
    withheld = column.withheld.count
    switch column.open.storage {
    case .numbers(let values):
      let known = values.filter { !$0.isNaN }
      present = known.count
      distinct = Set(known).count
      least = known.min() ?? .nan
      greatest = known.max() ?? .nan
      mean = known.isEmpty ? .nan : DecimalArithmetic.quotient(DecimalSum(known).value, Double(known.count))
    case .texts(let values):
      let known = values.compactMap { $0 }
      let different = Set(known)
      present = known.count
      distinct = different.count
      first = different.min { TextOrder($0) < TextOrder($1) }
      last = different.max { TextOrder($0) < TextOrder($1) }
    case .booleans(let values):
      let known = values.compactMap { $0 }
      present = known.count
      distinct = Set(known).count
    }
    missing = column.count - present - withheld
  }
}
