import Glibc

/// What it is worth to know something before one of several options is chosen.
///
/// Source: Raiffa & Schlaifer, Applied Statistical Decision Theory (1961), 4.5 and 5.4. Without knowing, the option is chosen that is best
/// on average; who knows chooses in each state the best one. The difference is the expected value of perfect information; it is an
/// upper bound to what finding out may cost.
public struct InformationValue: Sendable, Hashable {
  /// Of each option what it gives on average.
  public let means: [Double]
  /// The option that is best on average; the first of equals.
  public let best: Int
  /// What it is worth to know everything.
  public let perfect: Double
  /// How likely it is that another option than `best` turns out better.
  public let chanceOfRegret: Double

  private let payoffs: [[Double]]
  private let weights: [Double]

  /// - Parameters:
  ///   - payoffs: of each state what each option gives, finite, more being better; at least one state and one option.
  ///   - weights: how likely each state is, in any unit; nil where all are alike, as with draws.
  /// - Returns: nil where these do not fit together.
  public init?(_ payoffs: [[Double]], weights: [Double]? = nil) {
    let given = weights ?? payoffs.map { _ in 1 }
    let sum = given.reduce(0, +)
    guard let options = payoffs.first?.count, options > 0, given.count == payoffs.count, sum > 0, sum.isFinite,
      given.allSatisfy({ $0 >= 0 }), payoffs.allSatisfy({ $0.count == options && $0.allSatisfy(\.isFinite) })
    else { return nil }
    let chances = given.map { $0 / sum }
    let means = (0..<options).map { option in zip(payoffs, chances).reduce(0) { $0 + $1.0[option] * $1.1 } }
    let best = means.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 }
    self.means = means
    self.best = best
    self.payoffs = payoffs
    self.weights = chances
    // As the mean of what is lost by not knowing: two large means would not be taken from each other.
    perfect = zip(payoffs, chances).reduce(0) { $0 + ((($1.0.max() ?? 0) - $1.0[best]) * $1.1) }
    chanceOfRegret = zip(payoffs, chances).reduce(0) { ($1.0.max() ?? 0) > $1.0[best] ? $0 + $1.1 : $0 }
  }

  /// Returns what it is worth to know in which group of states the true one is: the value of knowing one figure, where a group is all
  /// states in which it is the same.
  ///
  /// - Parameter groups: of each state its group.
  public func partial(_ groups: [Int]) -> Double {
    var sums: [Int: [Double]] = [:]
    for (state, group) in zip(payoffs.indices, groups) {
      let before = sums[group] ?? [Double](repeating: 0, count: means.count)
      sums[group] = zip(before, payoffs[state]).map { $0 + ($1 - payoffs[state][best]) * weights[state] }
    }
    return sums.keys.sorted().reduce(0) { $0 + max(0, sums[$1]?.max() ?? 0) }
  }
}

/// Returns the unit normal linear loss integral `G(u) = φ(u) - u (1 - Φ(u))`: by it the expected value of perfect information is worked
/// out where two options differ by a normal figure (Raiffa & Schlaifer 1961, 5.3.3 and table).
///
/// - Parameter deviation: how many standard deviations the mean lies from where both options are worth the same.
public func unitNormalLoss(_ deviation: Double) -> Double {
  let density = exp(-deviation * deviation / 2) / (2 * Double.pi).squareRoot()
  return density - deviation * 0.5 * erfc(deviation / 2.0.squareRoot())
}
