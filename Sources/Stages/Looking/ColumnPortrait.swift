import Methods
import WorkbenchKit

/// What a column holds, in figures; of withheld cells nothing but their number.
struct ColumnPortrait {
  private(set) var present = 0
  private(set) var missing: Int
  let withheld: Int
  private(set) var distinct = 0
  /// NaN where there are no numbers.
  private(set) var least = Double.nan
  private(set) var greatest = Double.nan
  var mean: Double { sum.map { DecimalArithmetic.quotient($0.value, Double(present)) } ?? .nan }
  /// Nil where there are no numbers.
  private var sum: DecimalSum?
  /// The first and the last text or date in order.
  private(set) var first: String?
  private(set) var last: String?

  /// - Parameter check: asked often; what it throws ends the work.
  init(_ column: Column, _ check: () throws -> Void) throws {
    let values = try ValueCodes(Column(column.name, column.open.storage), check)
    self.init(column, values)
    distinct = values.firstRows.count - (values.missing == nil ? 0 : 1)
  }

  /// What `distinct` is, it does not find out.
  private init(_ column: Column, _ values: ValueCodes) {
    withheld = column.withheld.count
    let storage = column.open.storage
    switch storage {
    case .numbers(let values):
      let known = values.filter { !$0.isNaN }
      present = known.count
      least = known.min() ?? .nan
      greatest = known.max() ?? .nan
      sum = known.isEmpty ? nil : DecimalSum(known)
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

  /// What columns hold of which rows come by some at a time, as many at a time as fit in memory.
  struct Series {
    private(set) var portrait: ColumnPortrait
    private var numbers: Set<Double> = []
    private var texts: Set<String> = []

    /// - Parameters:
    ///   - column: the first rows; nothing is withheld in it.
    ///   - check: asked often; what it throws ends the work.
    init(_ column: Column, _ check: () throws -> Void) throws {
      portrait = try ColumnPortrait(column.rows([]), check)
      try take(column, check)
    }

    mutating func take(_ column: Column, _ check: () throws -> Void) throws {
      let values = try ValueCodes(column, check)
      portrait.take(ColumnPortrait(column, values))
      for row in values.firstRows {
        switch column[row] {
        case .number(let number, _): numbers.insert(number)
        case .missing: break
        case let value: texts.insert(value.plain)
        }
      }
      portrait.distinct = numbers.count + texts.count
    }
  }

  /// Puts what was found of later rows behind what is known; `distinct` stays.
  private mutating func take(_ later: ColumnPortrait) {
    present += later.present
    missing += later.missing
    if let more = later.sum {
      if sum == nil { sum = DecimalSum() }
      sum?.add(more)
      least = least.isNaN ? later.least : min(least, later.least)
      greatest = greatest.isNaN ? later.greatest : max(greatest, later.greatest)
    }
    first = Self.outermost([first, later.first].compactMap(\.self)) { $0 < $1 }
    last = Self.outermost([last, later.last].compactMap(\.self)) { $1 < $0 }
  }
}
