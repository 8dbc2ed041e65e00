import Glibc

/// How long a plan takes where the durations of its activities are not sure: draws of all of them, each worked out by its critical path.
///
/// Source of the idea: Van Slyke, Operations Research 11 (1963).
public struct NetworkSimulation: Sendable, Hashable {
  /// When all was done, the earliest first: one for each draw.
  public let durations: [Double]
  /// The share of the draws in which each activity was critical.
  public let criticality: [Double]

  /// The mean of the durations.
  public var mean: Double { durations.reduce(0, +) / Double(max(durations.count, 1)) }

  /// The share of the draws in which all was done by a moment.
  public func share(by moment: Double) -> Double {
    var (low, high) = (0, durations.count)
    while low < high {
      let middle = (low + high) / 2
      if durations[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return Double(low) / Double(max(durations.count, 1))
  }

  /// After so many draws it is asked whether to go on.
  private static let pause = 1_024

  /// - Parameters:
  ///   - network: which activity comes after which.
  ///   - durations: of each activity, valid; what is drawn below nought counts as nought.
  ///   - draws: 1 or more.
  ///   - random: what is drawn from.
  ///   - beforeDraws: is called now and then with the number of draws done; what it throws ends the work.
  /// - Returns: nil where there are more or fewer durations than activities.
  public init?(
    _ network: ActivityNetwork, durations: [DriverDistribution], draws: Int, random: RandomStream,
    beforeDraws: (Int) throws -> Void = { _ in }
  ) throws {
    guard durations.count == network.count, durations.allSatisfy(\.isValid), draws > 0 else { return nil }
    var stream = random
    let normal = NormalSampler()
    var ends: [Double] = []
    var critical = [Int](repeating: 0, count: network.count)
    ends.reserveCapacity(draws)
    for draw in 0..<draws {
      if draw % Self.pause == 0 { try beforeDraws(draw) }
      let drawn = durations.map { max(0, $0.draw(&stream, normal)) }
      guard let path = CriticalPath(network, durations: drawn) else { return nil }
      ends.append(path.duration)
      for activity in 0..<network.count where path.isCritical(activity) { critical[activity] += 1 }
    }
    self.durations = ends.sorted()
    criticality = critical.map { Double($0) / Double(draws) }
  }
}

/// The duration of activities one after the other by three estimates of each, as it is worked out by hand: too hopeful where ways run
/// beside each other.
///
/// Source: Malcolm, Roseboom, Clark & Fazar, Operations Research 7 (1959).
public struct ThreePointSum: Sendable, Hashable {
  public let mean: Double
  public let variance: Double

  /// - Parameter estimates: of each activity the least, the likeliest and the most that it takes.
  public init(_ estimates: [(least: Double, likeliest: Double, most: Double)]) {
    mean = estimates.reduce(0) { $0 + ($1.least + 4 * $1.likeliest + $1.most) / 6 }
    variance = estimates.reduce(0) { sum, one in
      let deviation = (one.most - one.least) / 6
      return sum + deviation * deviation
    }
  }

  /// The chance that it is done by a moment, by the normal distribution; 0 or 1 where nothing varies.
  public func probability(by moment: Double) -> Double {
    guard variance > 0 else { return moment >= mean ? 1 : 0 }
    return 0.5 * erfc(-(moment - mean) / (2 * variance).squareRoot())
  }
}
