import Glibc

/// One climb of expectation maximisation.
struct LatentClassFit {
  private(set) var shares: [Double]
  private(set) var logLikelihood = -Double.infinity
  private(set) var converged = false
  /// `k * width`: the probability of each level of each item in each class.
  private var levelShares: [Double]

  /// Starts from answers that are drawn at random for each class.
  init(_ patterns: AnswerPatterns, k: Int, using stream: inout RandomStream) {
    shares = [Double](repeating: 1 / Double(k), count: k)
    levelShares = [Double](repeating: 0, count: k * patterns.width)
    for group in 0..<k {
      for (item, count) in patterns.levels.enumerated() where count > 0 {
        let draws = (0..<count).map { _ in stream.uniform() + 0.05 }
        let sum = draws.reduce(0, +)
        let start = group * patterns.width + patterns.offsets[item]
        for (level, draw) in draws.enumerated() { levelShares[start + level] = draw / sum }
      }
    }
  }

  func probabilities(_ group: Int, _ patterns: AnswerPatterns) -> [[Double]] {
    patterns.levels.enumerated().map { item, count in
      let start = group * patterns.width + patterns.offsets[item]
      return Array(levelShares[start..<start + count])
    }
  }

  mutating func climb(_ patterns: AnswerPatterns, rounds: Int, beforeRounds: () throws -> Void) throws {
    var posteriors = [Double](repeating: 0, count: patterns.count * shares.count)
    for round in 0..<rounds where !converged {
      if round % 20 == 0 { try beforeRounds() }
      let found = expect(patterns, &posteriors)
      maximise(patterns, posteriors)
      converged = found - logLikelihood < 1e-9 * max(1, abs(found)) && found.isFinite && logLikelihood.isFinite
      logLikelihood = found
    }
  }

  /// The probability of each class for each pattern, `patterns * k`.
  func posteriors(_ patterns: AnswerPatterns) -> [Double] {
    var posteriors = [Double](repeating: 0, count: patterns.count * shares.count)
    _ = expect(patterns, &posteriors)
    return posteriors
  }

  /// Returns the log-likelihood.
  private func expect(_ patterns: AnswerPatterns, _ posteriors: inout [Double]) -> Double {
    let k = shares.count
    let logs = levelShares.map { log($0) }
    let logShares = shares.map { log($0) }
    var total = 0.0
    for pattern in 0..<patterns.count {
      var largest = -Double.infinity
      for group in 0..<k {
        var sum = logShares[group]
        let start = group * patterns.width
        for item in 0..<patterns.items {
          let answer = patterns.answers[pattern * patterns.items + item]
          if answer >= 0 { sum += logs[start + patterns.offsets[item] + answer] }
        }
        posteriors[pattern * k + group] = sum
        largest = max(largest, sum)
      }
      var sum = 0.0
      for group in 0..<k {
        let value = largest.isFinite ? exp(posteriors[pattern * k + group] - largest) : 1
        posteriors[pattern * k + group] = value
        sum += value
      }
      for group in 0..<k { posteriors[pattern * k + group] /= sum }
      total += patterns.weights[pattern] * (largest + log(sum))
    }
    return total
  }

  private mutating func maximise(_ patterns: AnswerPatterns, _ posteriors: [Double]) {
    let k = shares.count
    var counts = [Double](repeating: 0, count: levelShares.count)
    var sizes = [Double](repeating: 0, count: k)
    for pattern in 0..<patterns.count {
      for group in 0..<k {
        let weight = patterns.weights[pattern] * posteriors[pattern * k + group]
        sizes[group] += weight
        let start = group * patterns.width
        for item in 0..<patterns.items {
          let answer = patterns.answers[pattern * patterns.items + item]
          if answer >= 0 { counts[start + patterns.offsets[item] + answer] += weight }
        }
      }
    }
    let total = sizes.reduce(0, +)
    for group in 0..<k {
      shares[group] = sizes[group] / total
      for (item, count) in patterns.levels.enumerated() {
        let range =
          group * patterns.width + patterns.offsets[item]..<group * patterns.width + patterns.offsets[item] + count
        let sum = counts[range].reduce(0, +)
        // A class to which nobody who answered belongs keeps what it had.
        if sum > 0 { for place in range { levelShares[place] = counts[place] / sum } }
      }
    }
  }
}
