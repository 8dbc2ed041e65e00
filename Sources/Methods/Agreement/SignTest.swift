/// Whether numbers that go in pairs rose more often than they fell, exactly and two-sided; those that stayed tell nothing.
///
/// Source: Dixon and Mood, Journal of the American Statistical Association 41 (1946).
public struct SignTest: Sendable, Hashable {
  /// How many rose.
  public let up: Int
  /// How many fell.
  public let down: Int
  /// How many stayed.
  public let same: Int
  /// The median of the differences; NaN without any.
  public let median: Double
  /// The chance of at least so uneven a division where rising and falling are equally likely; 1 where all stayed.
  public let probability: Double

  /// - Parameter differences: of each pair the later less the earlier, finite.
  public init(_ differences: [Double]) {
    up = differences.count { $0 > 0 }
    down = differences.count { $0 < 0 }
    same = differences.count - up - down
    let sorted = differences.sorted()
    let middle = sorted.count / 2
    median =
      sorted.isEmpty ? .nan : sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    probability = McNemarExact(there: up, back: down).probability
  }
}
