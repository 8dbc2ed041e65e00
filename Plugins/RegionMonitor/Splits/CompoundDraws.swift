import Methods
import WorkbenchKit

/// The cost of clients who come by chance and cost by chance, drawn: of each municipality, and of all together.
struct CompoundDraws: Sendable {
  /// Of each municipality, and last of all together: the cost of each draw, the lowest first; euro.
  let sorted: [[Double]]

  /// - Parameters:
  ///   - clients: how many are expected in each municipality.
  ///   - cost: of one client, euro; what is drawn below nought counts as nought.
  ///   - draws: 1 or more.
  ///   - asking: is called now and then with how many draws are done; what it throws ends the work.
  init(
    _ clients: [Double], cost: DriverDistribution, draws: Int, seed: UInt64, asking: (_ done: Int) throws -> Void
  ) throws {
    let pieces = try Cores.inPieces(max(1, draws), of: 100, asking: asking) { range in
      range.map { draw in
        var random = RandomStream(seed: seed, stream: draw)
        var costs = clients.map { mean -> Double in
          let count = Int(random.poisson(mean: mean))
          var sum = 0.0
          for _ in 0..<count { sum += max(0, cost.quantile(random.openUniform())) }
          return sum
        }
        costs.append(costs.reduce(0, +))
        return costs
      }
    }
    let all = Array(pieces.joined())
    sorted = (0...clients.count).map { column in all.map { $0[column] }.sorted() }
  }

  /// The share of the draws above a limit.
  func above(_ limit: Double, at column: Int) -> Double {
    let values = sorted[column]
    return Double(values.count { $0 > limit }) / Double(max(1, values.count))
  }

  /// The mean of the highest part of the draws.
  func worst(_ part: Double, at column: Int) -> Double {
    let values = sorted[column]
    let count = max(1, Int((Double(values.count) * part).rounded()))
    return values.suffix(count).reduce(0, +) / Double(count)
  }
}

/// What is told of one risk.
struct RiskFigures: Sendable, Hashable {
  let expected: Double
  let deviation: Double
  let overspends: Double
  let reserve: Double

  init(_ risk: PoissonRisk, over share: Double) {
    expected = risk.mean * risk.cost
    deviation = risk.deviation
    overspends = risk.overspends(by: share)
    reserve = risk.reserve
  }

  /// Mean and deviation are exact, the tail is that of the draws.
  init(_ clients: Double, _ cost: DriverDistribution, _ draws: CompoundDraws, at column: Int, over share: Double) {
    expected = clients * cost.mean
    deviation = (clients * (cost.variance + cost.mean * cost.mean)).squareRoot()
    overspends = draws.above(expected * (1 + share), at: column)
    reserve = max(0, draws.worst(0.05, at: column) - expected)
  }
}
