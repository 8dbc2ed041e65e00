/// How large the share of people who have several traits together can be, when only the share of each is known.
struct JointShare: Sendable, Hashable {
  /// The least and the most there can be: the bounds of Fréchet and Hoeffding (Fréchet, Fundamenta Mathematicae 25, 1935).
  var low: Double
  var high: Double
  /// What it would be if the traits had nothing to do with each other.
  var independent: Double

  /// - Parameter shares: 0 through 1 each; NaN makes all NaN.
  init(_ shares: [Double]) {
    guard !shares.isEmpty, !shares.contains(where: \.isNaN) else {
      (low, high, independent) = (.nan, .nan, .nan)
      return
    }
    low = max(0, shares.reduce(0, +) - Double(shares.count - 1))
    high = shares.min() ?? 0
    independent = shares.reduce(1, *)
  }

  /// Returns a share that is published of all together, brought within what the single shares allow: whoever has all has each.
  func bounded(_ published: Double) -> Double {
    low.isNaN || published.isNaN ? published : min(max(published, low), high)
  }

  /// Narrows the lower bound of two traits that, with others, make a union of this share: `p + q - union`.
  mutating func narrow(union: Double, _ shares: [Double]) {
    guard shares.count == 2, !union.isNaN, !low.isNaN else { return }
    low = min(max(low, shares[0] + shares[1] - union), high)
    independent = min(max(independent, low), high)
  }
}
