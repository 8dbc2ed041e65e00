/// Which counts a printed percentage can come from: of a small group not every percentage is possible (GRIM).
///
/// Source: Brown and Heathers, Social Psychological and Personality Science 8 (2017).
public struct ShareConsistency: Sendable, Hashable {
  /// The least whole count that rounds to the percentage; above `high` where none does.
  public let low: Int
  /// The greatest whole count that rounds to the percentage.
  public let high: Int

  /// Whether any count gives the percentage.
  public var isPossible: Bool { low <= high }
  /// All counts that give it.
  public var counts: [Int] { isPossible ? Array(low...high) : [] }

  /// Finds the counts; a half may have been rounded either way.
  ///
  /// - Parameters:
  ///   - digits: the percentage as a whole number without its decimal mark: 415 for 41.5; nought through a hundred.
  ///   - decimals: how many of the digits are decimals, 0 through 6.
  ///   - size: of how many it is a share, 1 through 1e9.
  public init(digits: Int, decimals: Int, of size: Int) {
    let decimals = min(max(decimals, 0), 6)
    let size = min(max(size, 1), 1_000_000_000)
    var scale = 200
    for _ in 0..<decimals { scale *= 10 }
    let digits = min(max(digits, 0), scale / 2)
    let middle = 2 * digits * size
    low = max(0, Self.quotientUp(middle - size, scale))
    high = min(size, (middle + size) / scale)
  }

  private static func quotientUp(_ number: Int, _ divisor: Int) -> Int {
    number > 0 ? (number - 1) / divisor + 1 : number / divisor
  }
}
