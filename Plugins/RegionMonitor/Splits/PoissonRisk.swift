import Methods

/// The cost of clients who come by chance, each of whom costs the same: how far it may go over what is expected.
///
/// Their number has a Poisson distribution, so that it varies by the root of its mean. Source of the reserve: Acerbi & Tasche, Journal of
/// Banking & Finance 26 (2002).
struct PoissonRisk: Sendable, Hashable {
  /// How many are expected.
  let mean: Double
  /// What each costs, euro.
  let cost: Double

  var deviation: Double { cost * mean.squareRoot() }

  /// The chance that it is more than so much over what is expected.
  ///
  /// - Parameter share: `0.2` for twenty percent.
  func overspends(by share: Double) -> Double {
    // A count that is the limit exactly is not over it.
    atLeast((mean * (1 + share) + 1e-9).rounded(.down) + 1)
  }

  /// The chance of so many clients or more.
  func atLeast(_ count: Double) -> Double {
    if count <= 0 { return 1 }
    return mean > 0 ? RegularizedGamma(shape: count, value: mean).lower : 0
  }

  /// The mean cost of the worst five percent, less what is expected (ES95 less the mean), euro.
  var reserve: Double { cost * max(0, worst(0.05) - mean) }

  /// The mean number in the worst part; the number on its edge counts for as much as is left.
  func worst(_ part: Double) -> Double {
    guard mean > 0 else { return 0 }
    let edge = edge(part)
    // n p(n) is mean p(n-1).
    return (mean * atLeast(edge) + edge * (part - atLeast(edge + 1))) / part
  }

  /// The smallest number that is exceeded with no more than this chance.
  private func edge(_ part: Double) -> Double {
    var (low, high) = (-1.0, (mean + 10 * mean.squareRoot() + 20).rounded(.up))
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if atLeast(middle + 1) <= part { high = middle } else { low = middle }
    }
    return high
  }

  /// What is expected for all clients from this one on, euro: the bare premium of a reinsurance.
  ///
  /// - Parameter client: 1 for all.
  func premium(from client: Int) -> Double {
    let before = Double(client - 1)
    return max(0, cost * (mean * atLeast(before) - before * atLeast(before + 1)))
  }
}
