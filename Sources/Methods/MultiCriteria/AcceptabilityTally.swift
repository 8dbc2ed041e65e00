/// What is counted while weights are drawn; nothing is allocated in a draw.
struct AcceptabilityTally {
  /// How often each alternative had each rank, an alternative after the other.
  private(set) var counts: [Int]
  private let alternatives: Int
  private let criteria: Int
  /// Criterion after criterion, so that the inner loop runs along the alternatives.
  private let utilities: [Double]
  private let spreads: [Double]?
  /// The largest utility, by which a difference between scores is rounding.
  private let size: Double
  /// The sums of the weights with which each alternative was first, each with the sum of its squares behind it; an alternative
  /// after the other.
  private var winning: [Double]

  private static let batch = 4096

  init(_ utilities: Matrix, spreads: Matrix?) {
    alternatives = utilities.rowCount
    criteria = utilities.columnCount
    self.utilities = (0..<utilities.columnCount).flatMap(utilities.column)
    self.spreads = spreads.map { spreads in (0..<spreads.columnCount).flatMap(spreads.column) }
    size = utilities.largest
    counts = [Int](repeating: 0, count: utilities.rowCount * utilities.rowCount)
    winning = [Double](repeating: 0, count: 2 * utilities.rowCount * utilities.columnCount)
  }

  mutating func draw(
    _ draws: Int, from space: WeightSpace, _ random: inout RandomStream, beforeBatch: (Int) throws -> Void
  ) throws {
    var scores = [Double](repeating: 0, count: alternatives)
    var weights = [Double](repeating: 0, count: criteria)
    var done = 0
    while done < draws {
      try beforeBatch(done)
      let batch = min(Self.batch, draws - done)
      drawBatch(batch, space, &random, &scores, &weights)
      done += batch
    }
  }

  private mutating func drawBatch(
    _ draws: Int, _ space: WeightSpace, _ random: inout RandomStream, _ scores: inout [Double],
    _ weights: inout [Double]
  ) {
    let (alternatives, criteria, spreads) = (alternatives, criteria, spreads)
    let rounding = Standing.tolerance * size
    var stream = random
    scores.withUnsafeMutableBufferPointer { scores in
      weights.withUnsafeMutableBufferPointer { weights in
        utilities.withUnsafeBufferPointer { utilities in
          counts.withUnsafeMutableBufferPointer { counts in
            winning.withUnsafeMutableBufferPointer { winning in
              for _ in 0..<draws {
                let scale = 1 / space.draw(weights, &stream)
                if let spreads {
                  scoreUncertain(utilities, spreads, weights, scores, &stream)
                } else {
                  score(utilities, weights, scores)
                }
                // The weights have not been divided by their sum yet.
                let hair = rounding / scale
                for one in 0..<alternatives {
                  let equal = scores[one] + hair
                  var rank = 0
                  for other in 0..<alternatives { rank &+= scores[other] > equal ? 1 : 0 }
                  counts[one &* alternatives &+ rank] &+= 1
                  if rank == 0 {
                    for criterion in 0..<criteria {
                      let weight = weights[criterion] * scale
                      let place = 2 &* (one &* criteria &+ criterion)
                      winning[place] += weight
                      winning[place &+ 1] += weight * weight
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    random = stream
  }

  /// The mean of the weights with which it was first, each with its standard error; nil where it never was.
  func centralWeights(of alternative: Int) -> [(mean: Double, error: Double)]? {
    let wins = counts[alternative * alternatives]
    guard wins > 0 else { return nil }
    let count = Double(wins)
    return (0..<criteria).map { criterion in
      let place = 2 * (alternative * criteria + criterion)
      let mean = winning[place] / count
      // One win says nothing of how the weights vary: they lie between 0 and 1.
      let variance = wins > 1 ? max(winning[place + 1] - count * mean * mean, 0) / (count - 1) : 1.0 / 12
      return (mean, (variance / count).squareRoot())
    }
  }

  /// How often an alternative is first with these weights.
  func confidence(
    of alternative: Int, weights: [Double], draws: Int, _ random: inout RandomStream, beforeBatch: (Int) throws -> Void
  ) throws -> Double {
    var scores = [Double](repeating: 0, count: alternatives)
    var weights = weights
    var wins = 0
    var stream = random
    for draw in 0..<draws {
      if draw % Self.batch == 0 { try beforeBatch(draw) }
      scores.withUnsafeMutableBufferPointer { scores in
        weights.withUnsafeMutableBufferPointer { weights in
          utilities.withUnsafeBufferPointer { utilities in
            if let spreads {
              scoreUncertain(utilities, spreads, weights, scores, &stream)
            } else {
              score(utilities, weights, scores)
            }
          }
        }
      }
      let equal = scores[alternative] + Standing.tolerance * size
      if scores.allSatisfy({ $0 <= equal }) { wins += 1 }
    }
    random = stream
    return Double(wins) / Double(draws)
  }
}

@inline(__always)
private func score(
  _ utilities: UnsafeBufferPointer<Double>, _ weights: UnsafeMutableBufferPointer<Double>,
  _ scores: UnsafeMutableBufferPointer<Double>
) {
  let alternatives = scores.count
  for alternative in 0..<alternatives { scores[alternative] = 0 }
  var start = 0
  for criterion in 0..<weights.count {
    let weight = weights[criterion]
    for alternative in 0..<alternatives { scores[alternative] += weight * utilities[start &+ alternative] }
    start &+= alternatives
  }
}

@inline(__always)
private func scoreUncertain(
  _ utilities: UnsafeBufferPointer<Double>, _ spreads: [Double], _ weights: UnsafeMutableBufferPointer<Double>,
  _ scores: UnsafeMutableBufferPointer<Double>, _ random: inout RandomStream
) {
  let alternatives = scores.count
  for alternative in 0..<alternatives { scores[alternative] = 0 }
  var start = 0
  for criterion in 0..<weights.count {
    let weight = weights[criterion]
    for alternative in 0..<alternatives {
      let place = start &+ alternative
      let utility = utilities[place] + spreads[place] * (2 * random.uniform() - 1)
      scores[alternative] += weight * utility
    }
    start &+= alternatives
  }
}
