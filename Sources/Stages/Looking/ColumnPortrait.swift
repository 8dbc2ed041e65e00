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
  /// The first and the last text or date in order.
  private(set) var first: String?
  private(set) var last: String?

  /// - Parameter check: asked often; what it throws ends the work.
  init(_ column: Column, _ check: () throws -> Void) throws {
    withheld = column.withheld.count
    let storage = column.open.storage
    let values = try ValueCodes(Column(column.name, storage), check)
    distinct = values.firstRows.count - (values.missing == nil ? 0 : 1)
    switch storage {
    case .numbers(let values):
      let known = values.filter { !$0.isNaN }
      present = known.count
      least = known.min() ?? .nan
      greatest = known.max() ?? .nan
      mean = known.isEmpty ? .nan : DecimalArithmetic.quotient(DecimalSum(known).value, Double(known.count))
    case .texts(let texts):
      present = texts.count { $0 != nil }
      let different = values.firstRows.compactMap { texts[$0] }
      first = Self.outermost(different) { $0 < $1 }
      last = Self.outermost(different) { $1 < $0 }
    case .booleans(let values): present = values.count { $0 != nil }
    case .dates:
      let known = (column.open.dates ?? []).compactMap { $0 }
      present = known.count
      first = known.min()?.text
      last = known.max()?.text
    }
    missing = column.count - present - withheld
  }

  /// The text that comes before all others.
  private static func outermost(_ texts: [String], _ precedes: (TextOrder, TextOrder) -> Bool) -> String? {
    guard var found = texts.first else { return nil }
    var order = TextOrder(found)
    for text in texts.dropFirst() {
      let other = TextOrder(text)
      if precedes(other, order) { (found, order) = (text, other) }
    }
    return found
  }
}
