import Glibc

/// How many of a group to hear so that a fault that some of them have is met at least once (discovery sampling).
///
/// Nobody is heard twice: the chance is that of the hypergeometric distribution. Source: Cochran, Sampling Techniques (1977),
/// section 3.6, for the distribution.
public struct DiscoverySample: Sendable, Hashable {
  /// How many there are.
  public let population: Int
  /// How many of them have the fault.
  public let faulty: Int

  /// - Parameters:
  ///   - population: one or more.
  ///   - faulty: nought through the population.
  public init(population: Int, faulty: Int) {
    self.population = max(1, population)
    self.faulty = min(max(0, faulty), self.population)
  }

  /// Takes a share of a group that has the fault, rounded up to whole ones.
  ///
  /// - Parameters:
  ///   - population: one or more.
  ///   - share: 0 through 1; one that is whole on paper stays whole, although 0.07 of 100 is a hair above 7 here.
  public init(population: Int, share: Double) {
    let exact = Double(population) * share
    self.init(population: population, faulty: Int((exact - 1e-9 * max(1, exact)).rounded(.up)))
  }

  /// Returns the chance that at least one with the fault is among so many.
  public func chance(hearing count: Int) -> Double {
    guard count > 0, faulty > 0 else { return 0 }
    guard count <= population - faulty else { return 1 }
    // Of each of the faulty the chance not to be among those that are heard, given that those before were not.
    let few = min(count, faulty)
    let many = max(count, faulty)
    return -expm1((0..<few).reduce(0) { $0 + log1p(-Double(many) / Double(population - $1)) })
  }

  /// Returns the fewest to hear so that the chance is at least so high; nil where nobody has the fault.
  ///
  /// - Parameter sure: above 0 through 1.
  public func fewest(sure: Double) -> Int? {
    guard faulty > 0 else { return nil }
    var (low, high) = (1, population - faulty + 1)
    while low < high {
      let middle = (low + high) / 2
      if chance(hearing: middle) >= sure - 1e-12 { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
