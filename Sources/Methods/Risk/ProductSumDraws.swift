/// Draws of sums of products: between which ends each lies, and how often it is below nought.
public struct ProductSumDraws: Sendable, Hashable {
  /// What was drawn of one sum.
  public struct Outcome: Sendable, Hashable {
    /// The mean of the draws.
    public let mean: Double
    /// The standard deviation of the draws.
    public let deviation: Double
    /// The value with the lower tail below it.
    public let low: Double
    /// The value with the upper tail above it.
    public let high: Double
    /// The part of the draws below nought.
    public let belowZero: Double
  }

  /// Of each sum, in their order.
  public let outcomes: [Outcome]
  /// How often was drawn.
  public let draws: Int

  private static let batch = 4096

  /// Draws.
  ///
  /// - Parameters:
  ///   - sums: with valid distributions.
  ///   - draws: 1 or more.
  ///   - tail: what lies beyond each end, above 0 and below a half.
  ///   - beforeBatch: is called now and then with the number of draws done; what it throws ends the work.
  /// - Throws: what `beforeBatch` throws.
  public init(
    _ sums: ProductSums, draws: Int, seed: UInt64, tail: Double = 0.05, beforeBatch: (Int) throws -> Void = { _ in }
  ) rethrows {
    let draws = max(draws, 1)
    self.draws = draws
    let sums = sums.folded
    let varying = sums.terms.filter { !$0.factors.isEmpty }
    let used = Set(varying.flatMap(\.factors)).sorted()
    let base = (0..<sums.count).map { place in
      sums.terms.reduce(0) { $1.factors.isEmpty ? $0 + ($1.weights[place] ?? 0) : $0 }
    }
    let moving = Set(varying.flatMap(\.weights.keys)).sorted()
    var totals = moving.map { [Double](repeating: base[$0], count: draws) }
    let rowOf = Dictionary(uniqueKeysWithValues: moving.enumerated().map { ($1, $0) })
    // Each input has a stream of its own: what is drawn of one does not hang on how the others are distributed.
    var streams = sums.inputs.indices.map { RandomStream(seed: seed, stream: $0) }
    let normal = NormalSampler()
    var values = [Int: [Double]](
      uniqueKeysWithValues: used.map { ($0, [Double](repeating: 0, count: Self.batch)) })
    var product = [Double](repeating: 0, count: Self.batch)
    var done = 0
    while done < draws {
      try beforeBatch(done)
      let count = min(Self.batch, draws - done)
      for input in used {
        Self.fill(&values[input, default: []], sums.inputs[input], &streams[input], normal, count)
      }
      for term in varying {
        for place in 0..<count { product[place] = 1 }
        for factor in term.factors {
          values[factor]?.withUnsafeBufferPointer { drawn in for place in 0..<count { product[place] *= drawn[place] } }
        }
        for (sum, weight) in term.weights where weight != 0 {
          guard let row = rowOf[sum] else { continue }
          totals[row].withUnsafeMutableBufferPointer { total in
            product.withUnsafeBufferPointer { drawn in
              for place in 0..<count { total[done + place] += weight * drawn[place] }
            }
          }
        }
      }
      done += count
    }
    var found = base.map { Outcome(mean: $0, deviation: 0, low: $0, high: $0, belowZero: Self.isBelow($0, 0) ? 1 : 0) }
    for (row, sum) in moving.enumerated() {
      try beforeBatch(draws)
      let size = sums.terms.reduce(0) { most, term in
        max(most, abs(term.weights[sum] ?? 0) * term.factors.reduce(1) { $0 * abs(sums.inputs[$1].mean) })
      }
      found[sum] = Self.outcome(&totals[row], size: size, tail: tail)
    }
    outcomes = found
  }

  /// A sum of which rounding leaves a trace is not below nought.
  private static func isBelow(_ value: Double, _ size: Double) -> Bool { value < -1e-9 * max(1, size) }

  private static func fill(
    _ values: inout [Double], _ distribution: DriverDistribution, _ stream: inout RandomStream,
    _ normal: NormalSampler, _ count: Int
  ) {
    values.withUnsafeMutableBufferPointer { values in
      var random = stream
      switch distribution {
      case .normal(let mean, let deviation):
        for place in 0..<count { values[place] = mean + deviation * normal.draw(&random) }
      case .uniform(let low, let high):
        for place in 0..<count { values[place] = low + (high - low) * random.uniform() }
      default: for place in 0..<count { values[place] = distribution.draw(&random, normal) }
      }
      stream = random
    }
  }

  private static func outcome(_ totals: inout [Double], size: Double, tail: Double) -> Outcome {
    let count = Double(totals.count)
    let mean = totals.reduce(0, +) / count
    let spread = totals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let below = totals.count { isBelow($0, size) }
    let deviation = (spread / max(1, count - 1)).squareRoot()
    let edge = Int((count * tail).rounded(.down))
    let low = totals.selecting(edge)
    let high = totals.selecting(totals.count - 1 - edge)
    return Outcome(mean: mean, deviation: deviation, low: low, high: high, belowZero: Double(below) / count)
  }
}

extension ProductSums {
  /// With all that is known multiplied into the weights.
  fileprivate var folded: ProductSums {
    var copy = self
    copy.terms = terms.map { term in
      let known = term.factors.filter { inputs[$0].isConstant }
      let factor = known.reduce(1) { $0 * inputs[$1].mean }
      return Term(factors: term.factors.filter { !known.contains($0) }, weights: term.weights.mapValues { $0 * factor })
    }
    return copy
  }
}

extension [Double] {
  /// Puts the number that has this place in the order of all onto that place, and returns it (Hoare 1961).
  fileprivate mutating func selecting(_ place: Int) -> Double {
    withUnsafeMutableBufferPointer { numbers in
      var (least, most) = (0, numbers.count - 1)
      while least < most {
        let pivot = numbers[(least + most) / 2]
        var (left, right) = (least, most)
        while left <= right {
          while numbers[left] < pivot { left += 1 }
          while numbers[right] > pivot { right -= 1 }
          if left <= right {
            numbers.swapAt(left, right)
            left += 1
            right -= 1
          }
        }
        if place <= right { most = right } else if place >= left { least = left } else { break }
      }
      return numbers[place]
    }
  }
}
