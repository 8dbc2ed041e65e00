/// The places that things can have where of each only a lowest and a highest value are known.
///
/// A place is one more than the number of those with a larger value, so that equal ones share the better place.
public struct RankBounds: Sendable, Hashable {
  /// The best and the worst place of each, from 1 through their number.
  public let places: [ClosedRange<Int>]
  /// Of each pair that is sure, the larger and the smaller: whatever the values are, the one is above the other.
  public let surePairs: [Pair]

  /// Two things of which the one is surely above the other.
  public struct Pair: Sendable, Hashable {
    public let above: Int
    public let below: Int

    public init(above: Int, below: Int) { (self.above, self.below) = (above, below) }
  }

  /// - Parameter values: what each can be; the largest is first.
  public init(_ values: [ClosedRange<Double>]) {
    places = values.map { own in
      let surely = values.count { $0.lowerBound > own.upperBound }
      let possibly = values.count { $0.upperBound > own.lowerBound }
      // It is among those that may lie above its own lowest value, unless it can be nothing else.
      return 1 + surely...max(1 + surely, possibly + (own.upperBound > own.lowerBound ? 0 : 1))
    }
    var pairs: [Pair] = []
    for (one, range) in values.enumerated() {
      for (other, below) in values.enumerated() where range.lowerBound > below.upperBound {
        pairs.append(Pair(above: one, below: other))
      }
    }
    surePairs = pairs
  }
}
