/// What is believed of a share that is published with a range of 95 percent: a distribution that gives the range back.
///
/// It is the beta distribution with the share as its mean where that keeps both ends of the range, and else the two-piece normal
/// distribution, cut off at 0 and 1, whose mode is the share and which always keeps them.
public enum UncertainShare: Sendable, Hashable {
  case beta(BetaShapes)
  case twoPiece(TwoPieceNormal)

  /// How far an end of the range may be missed, as a part of it (or of what it lacks of 1, or of the range where it is 0 or 1).
  static let tolerance = 0.005

  /// - Parameters:
  ///   - share: from low through high.
  ///   - low: 0 or more.
  ///   - high: 1 or less.
  /// - Returns: nil where there is nothing uncertain (low is high), or the numbers are out of order.
  public init?(share: Double, low: Double, high: Double) {
    guard 0 <= low, low <= share, share <= high, high <= 1, low < high else { return nil }
    if let shapes = betaShapes(mean: share, low: low, high: high), Self.keeps(shapes, low, high) {
      self = .beta(shapes)
    } else if let pieces = TwoPieceNormal(mode: share, low: low, high: high) {
      self = .twoPiece(pieces)
    } else {
      return nil
    }
  }

  /// Whether an end so near to each bound as the tolerance allows has its tail on either side.
  private static func keeps(_ shapes: BetaShapes, _ low: Double, _ high: Double) -> Bool {
    func holds(_ bound: Double, _ probability: Double) -> Bool {
      let inside = min(bound, 1 - bound)
      let slack = tolerance * (inside > 0 ? inside : high - low)
      let below = regularizedBeta(max(bound - slack, 0), alpha: shapes.alpha, beta: shapes.beta)
      let above = regularizedBeta(min(bound + slack, 1), alpha: shapes.alpha, beta: shapes.beta)
      return below <= probability && probability <= above
    }
    return holds(low, 0.025) && holds(high, 0.975)
  }

  /// Returns draws, 0 through 1, in any order: one out of each of as many parts of equal probability as there are draws, so that
  /// already a thousand give the range back.
  ///
  /// Source: McKay, Beckman & Conover, Technometrics 21 (1979).
  public func draws(_ count: Int, _ random: inout RandomStream) -> [Double] {
    var near = 0.5
    var drawn = (0..<max(count, 0)).map { part in
      let probability = (Double(part) + random.openUniform()) / Double(count)
      switch self {
      case .beta(let shapes):
        near = shapes.quantile(probability, near: near)
        return near
      case .twoPiece(let pieces): return min(max(pieces.quantile(probability), 0), 1)
      }
    }
    drawn.shuffle(using: &random)
    return drawn
  }
}
