import Methods
import WorkbenchKit

/// Which of several forms has the least of something, and whether that is more than chance.
struct FormComparison {
  /// Those that have the least, in their order; alike but for rounding.
  let least: [Int]
  /// The next one, with how much more it has; nil where all have the same.
  let next: Int?
  let difference: Double
  /// What the difference is off by at most because no more draws were made: the forms share their draws, so that it is no
  /// more than both errors together.
  let error: Double

  var areAllEqual: Bool { next == nil }
  /// Whether the draws cannot tell the two apart.
  var isChance: Bool { next != nil && difference <= 2 * error }

  /// - Parameters:
  ///   - values: by form.
  ///   - errors: the standard error of each.
  ///   - size: how large the amounts are that the values are worked out of.
  init(_ values: [Double], errors: [Double], size: Double) {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    let lowest = order.first.map { values[$0] } ?? 0
    // Sums of many draws round at a billionth of the amounts.
    let isLike = { (value: Double) in value - lowest <= 1e-9 * max(size, 1) }
    let least = order.filter { isLike(values[$0]) }.sorted()
    let other = order.first { !isLike(values[$0]) }
    self.least = least
    next = other
    difference = other.map { values[$0] - lowest } ?? 0
    error = other.map { next in errors[next] + (least.map { errors[$0] }.max() ?? 0) } ?? 0
  }
}
