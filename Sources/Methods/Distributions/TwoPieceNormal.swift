import Glibc

/// A normal distribution with a spread of its own on either side of its mode: a range that lies unevenly around what is most
/// likely.
///
/// The density is continuous at the mode, below which lies the part `below / (below + above)` of the probability. Sources:
/// John, Communications in Statistics: Theory and Methods 11 (1982); Wallis, Statistical Science 29 (2014).
public struct TwoPieceNormal: Sendable, Hashable {
  public let mode: Double
  /// The spreads of the lower and the upper side, nought or more.
  public let below: Double
  public let above: Double
  /// The probability below the mode.
  private let turn: Double

  /// - Parameters:
  ///   - below: nought or more, likewise above.
  public init(mode: Double, below: Double, above: Double) {
    self.mode = mode
    self.below = below
    self.above = above
    turn = below + above > 0 ? below / (below + above) : 0.5
  }

  /// The distribution of which each end of a range cuts off half of what the level leaves.
  ///
  /// Both ends are kept, however unevenly they lie; the mode may be one of them. Nil where the numbers are out of order or not
  /// finite.
  ///
  /// - Parameters:
  ///   - mode: from low through high.
  ///   - low: at most the mode.
  ///   - high: at least the mode.
  ///   - level: above 0 and below 1.
  public init?(mode: Double, low: Double, high: Double, level: Double = 0.95) {
    guard low <= mode, mode <= high, (high - low).isFinite, level > 0, level < 1 else { return nil }
    let tail = (1 - level) / 2
    guard low < high else {
      self.init(mode: mode, below: 0, above: 0)
      return
    }
    /// How many spreads an end lies from the mode where its side has this part of the probability.
    func deviates(_ part: Double) -> Double { -normalQuantile(min(tail / (2 * part), 0.5)) }
    if mode == low {
      let above = (high - mode) / deviates(1 - tail)
      self.init(mode: mode, below: above * tail / (1 - tail), above: above)
      return
    }
    if mode == high {
      let below = (mode - low) / deviates(1 - tail)
      self.init(mode: mode, below: below, above: below * tail / (1 - tail))
      return
    }
    // The lower side's part of the probability is the one for which the spreads are in that proportion.
    var (least, most) = (tail, 1 - tail)
    for _ in 0..<100 {
      let part = (least + most) / 2
      let (left, right) = ((mode - low) / deviates(part), (high - mode) / deviates(1 - part))
      if left * (1 - part) > right * part { least = part } else { most = part }
    }
    let part = (least + most) / 2
    self.init(mode: mode, below: (mode - low) / deviates(part), above: (high - mode) / deviates(1 - part))
  }

  public var mean: Double { mode + (2 / Double.pi).squareRoot() * (above - below) }

  /// Whether both sides are alike but for rounding: then it is a normal distribution.
  public var isEven: Bool { abs(above - below) <= 1e-9 * max(above, below) }

  /// Returns the value with this probability below it.
  ///
  /// - Parameter probability: above 0 and below 1.
  public func quantile(_ probability: Double) -> Double {
    probability < turn
      ? mode + below * normalQuantile(probability / (2 * turn))
      : mode - above * normalQuantile((1 - probability) / (2 * (1 - turn)))
  }

  /// Returns the value times a factor of nought or more.
  public func times(_ factor: Double) -> TwoPieceNormal {
    TwoPieceNormal(mode: mode * factor, below: below * factor, above: above * factor)
  }

  /// Returns a draw.
  @inline(__always)
  public func draw(_ random: inout RandomStream, _ normal: NormalSampler) -> Double {
    let isBelow = random.uniform() < turn
    let distance = abs(normal.draw(&random))
    return isBelow ? mode - below * distance : mode + above * distance
  }
}
