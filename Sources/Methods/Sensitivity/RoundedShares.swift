import Glibc

/// Parts of a whole, rounded so that they still add up to it.
public enum RoundedShares {
  /// Returns parts in whole units of which the whole has `units`, by the largest remainders (Hamilton 1792): none is off by a unit.
  ///
  /// - Parameters:
  ///   - parts: none below nought, and not all nought; they are brought to a sum of 1.
  ///   - units: 1 or more.
  public static func units(_ parts: [Double], of units: Int) -> [Int] {
    let sum = parts.reduce(0, +)
    guard sum > 0, sum.isFinite else { return parts.map { _ in 0 } }
    let exact = parts.map { $0 / sum * Double(units) }
    var rounded = exact.map { Int($0.rounded(.down)) }
    let order = exact.indices.sorted { left, right in
      let remainders = (exact[left] - floor(exact[left]), exact[right] - floor(exact[right]))
      return remainders.0 == remainders.1 ? left < right : remainders.0 > remainders.1
    }
    for index in order.prefix(max(0, units - rounded.reduce(0, +))) { rounded[index] += 1 }
    return rounded
  }
}
