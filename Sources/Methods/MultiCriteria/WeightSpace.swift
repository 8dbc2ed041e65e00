/// Weights that are not known but for their order: all that are nought or more, add up to 1, and keep to it.
///
/// It is a simplex, so a draw from it is a mixture of its corners with weights from the flat Dirichlet distribution, that
/// is, exponential draws over their sum: no draw is thrown away.
public struct WeightSpace: Sendable, Hashable {
  public let criteria: Int
  /// From most to least important; those in one group weigh the same. Criteria that are in none are free.
  public let order: [[Int]]
  let free: [Int]

  /// Returns nil where a criterion stands in the order twice, is not there, or a group is empty.
  ///
  /// - Parameter criteria: how many there are; 1 or more.
  public init?(criteria: Int, order: [[Int]] = []) {
    let named = order.flatMap { $0 }
    guard criteria > 0, Set(named).count == named.count, named.allSatisfy({ (0..<criteria).contains($0) }),
      order.allSatisfy({ !$0.isEmpty })
    else { return nil }
    self.criteria = criteria
    self.order = order
    free = (0..<criteria).filter { !named.contains($0) }
  }

  /// Draws weights.
  ///
  /// - Parameter weights: as long as there are criteria; filled, and not yet brought to a sum of 1.
  /// - Returns: their sum.
  @inline(__always)
  func draw(_ weights: UnsafeMutableBufferPointer<Double>, _ random: inout RandomStream) -> Double {
    var sum = 0.0
    for criterion in free {
      let weight = random.exponential()
      weights[criterion] = weight
      sum += weight
    }
    if order.isEmpty { return sum }
    // A corner of the order is the first groups with equal weights: each criterion gets the part of every corner it is in.
    var size = order.reduce(0) { $0 + $1.count }
    var share = 0.0
    for group in order.reversed() {
      let part = random.exponential()
      sum += part
      share += part / Double(size)
      size -= group.count
      for criterion in group { weights[criterion] = share }
    }
    return sum
  }
}
