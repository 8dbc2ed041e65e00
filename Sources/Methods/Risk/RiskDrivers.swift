/// What the cost of support depends on: how many clients, how much each gets, what a unit costs.
public struct RiskDrivers: Sendable, Hashable {
  public enum Driver: Int, Sendable, Hashable, CaseIterable {
    case clients, intensity, cost
  }

  public var clients: DriverDistribution
  public var intensity: DriverDistribution
  public var cost: DriverDistribution
  /// Whether the units are drawn for each client; else one number, drawn once, holds for all clients of a draw.
  public var isIntensityPerClient = false
  /// Where units are drawn for each client, what those of all clients are multiplied by together; nil for nothing.
  public var commonIntensity: DriverDistribution?
  /// Correlations of the normal scores behind the three (a Gaussian copula), each -1 through 1.
  public var clientsIntensity = 0.0
  public var clientsCost = 0.0
  public var intensityCost = 0.0

  public init(clients: DriverDistribution, intensity: DriverDistribution, cost: DriverDistribution) {
    self.clients = clients
    self.intensity = intensity
    self.cost = cost
  }

  public func distribution(_ driver: Driver) -> DriverDistribution {
    switch driver {
    case .clients: clients
    case .intensity: intensity
    case .cost: cost
    }
  }

  /// What one draw has for all clients: the intensity itself, or what it is multiplied by.
  var sharedIntensity: DriverDistribution { isIntensityPerClient ? commonIntensity ?? .constant(1) : intensity }

  /// How many units a client gets on average.
  public var meanIntensity: Double {
    isIntensityPerClient ? ClientMean(intensity).mean * (commonIntensity?.mean ?? 1) : intensity.mean
  }

  var isCorrelated: Bool { clientsIntensity != 0 || clientsCost != 0 || intensityCost != 0 }

  /// Whether all distributions are valid, and the three correlations can go together.
  public var isValid: Bool {
    clients.isValid && intensity.isValid && cost.isValid && sharedIntensity.isValid && ScoreMixture(self) != nil
  }

  /// Whether the correlations can go together.
  public var correlationsFit: Bool { ScoreMixture(self) != nil }
}

/// Makes three correlated normal scores of three independent ones: the Cholesky factor of a matrix of three, written out
/// because a correlation of 1 or -1 has none by the general way.
struct ScoreMixture: Sendable {
  private let second: (Double, Double)
  private let third: (Double, Double, Double)

  init?(_ drivers: RiskDrivers) {
    let (one, two, three) = (drivers.clientsIntensity, drivers.clientsCost, drivers.intensityCost)
    guard [one, two, three].allSatisfy({ (-1...1).contains($0) }) else { return nil }
    let rest = (1 - one * one).squareRoot()
    let shared = three - one * two
    guard rest > 1e-9 || abs(shared) < 1e-9 else { return nil }
    let inner = rest > 1e-9 ? shared / rest : 0
    let last = 1 - two * two - inner * inner
    guard last > -1e-9 else { return nil }
    second = (one, rest)
    third = (two, inner, max(last, 0).squareRoot())
  }

  @inline(__always)
  func mix(_ first: Double, _ other: Double, _ last: Double) -> (Double, Double, Double) {
    (first, second.0 * first + second.1 * other, third.0 * first + third.1 * other + third.2 * last)
  }
}

/// Draws of the three drivers, batch by batch; each driver has a stream of its own, so that what is drawn of the one does
/// not hang on how the others are distributed.
struct DriverDraws {
  private let drivers: RiskDrivers
  private let mixture: ScoreMixture?
  /// Where units are drawn for each client.
  private let own: ClientMean?
  private let normal = NormalSampler()
  private var streams: [RandomStream]
  /// How many draws of clients or intensity fell below nought and were cut off there, and how many costs are below it.
  private(set) var cut = 0
  private(set) var negativeCosts = 0

  init(_ drivers: RiskDrivers, seed: UInt64) {
    self.drivers = drivers
    mixture = drivers.isCorrelated ? ScoreMixture(drivers) : nil
    own = drivers.isIntensityPerClient ? ClientMean(drivers.intensity) : nil
    streams = (0..<4).map { RandomStream(seed: seed, stream: $0) }
  }

  /// Fills the first places of three buffers.
  mutating func fill(
    _ clients: UnsafeMutableBufferPointer<Double>, _ intensity: UnsafeMutableBufferPointer<Double>,
    _ cost: UnsafeMutableBufferPointer<Double>, count: Int
  ) {
    let shared = drivers.sharedIntensity
    if let mixture {
      for place in 0..<count {
        let scores = mixture.mix(normal.draw(&streams[0]), normal.draw(&streams[1]), normal.draw(&streams[2]))
        clients[place] = drivers.clients.value(score: scores.0)
        intensity[place] = shared.value(score: scores.1)
        cost[place] = drivers.cost.value(score: scores.2)
      }
    } else {
      fill(clients, drivers.clients, 0, count)
      fill(intensity, shared, 1, count)
      fill(cost, drivers.cost, 2, count)
    }
    var below = 0
    for place in 0..<count {
      if clients[place] < 0 {
        clients[place] = 0
        below += 1
      }
      if intensity[place] < 0 {
        intensity[place] = 0
        below += 1
      }
      if cost[place] < 0 { negativeCosts += 1 }
    }
    cut += below
    if let own {
      for place in 0..<count { intensity[place] *= own.draw(clients[place], &streams[3], normal) }
    }
  }

  private mutating func fill(
    _ values: UnsafeMutableBufferPointer<Double>, _ distribution: DriverDistribution, _ stream: Int, _ count: Int
  ) {
    var random = streams[stream]
    switch distribution {
    case .constant(let value): for place in 0..<count { values[place] = value }
    // The usual ones without asking at each draw which it is.
    case .normal(let mean, let deviation):
      for place in 0..<count { values[place] = mean + deviation * normal.draw(&random) }
    case .uniform(let low, let high): for place in 0..<count { values[place] = low + (high - low) * random.uniform() }
    default: for place in 0..<count { values[place] = distribution.draw(&random, normal) }
    }
    streams[stream] = random
  }
}
