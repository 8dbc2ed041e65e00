import Methods

/// The synthetic method: people times rate, summed over cells of age, sex and household; and what chance does to it.
///
/// A rate that has an interval is drawn from a distribution that gives the interval back (`UncertainShare`). It is drawn once for all areas, since
/// what is wrong with it is wrong everywhere. How many people there are then is binomial with the mean rate of the area, whose
/// variance is never below that of the cells apart (Hoeffding, Annals of Mathematical Statistics 27, 1956).
enum SyntheticMethod {
  /// People times rate, summed.
  static func estimate(people: [Double], rates: [Double]) -> Double {
    var sum = 0.0
    for (count, rate) in zip(people, rates) { sum += count * rate }
    return sum
  }

  /// People of some ages, and the rate that holds for them.
  struct Piece {
    let people: Double
    var rate: Double
    /// Which cell of the group's rates; nil where a percentage of the area itself took its place.
    var cell: Int?
  }

  /// The drawn rates of a group: of each cell as many as there are draws.
  struct Rates {
    let draws: Int
    private let drawn: [[Double]]

    init(_ cells: [RateCell], draws: Int, seed: UInt64, stream: Int) {
      self.draws = draws
      var random = RandomStream(seed: seed, stream: stream)
      drawn = cells.map { cell in
        cell.uncertain?.draws(draws, &random) ?? [Double](repeating: cell.rate, count: draws)
      }
    }

    /// How many people of these pieces each draw expects.
    func expected(_ pieces: [Piece]) -> [Double] {
      var sums = [Double](repeating: 0, count: draws)
      for piece in pieces where piece.people != 0 {
        guard let cell = piece.cell else {
          for draw in 0..<draws { sums[draw] += piece.people * piece.rate }
          continue
        }
        for draw in 0..<draws { sums[draw] += piece.people * drawn[cell][draw] }
      }
      return sums
    }
  }

  /// Draws a count for each expected number, out of so many people.
  static func counts(expected: [Double], people: Double, seed: UInt64, stream: Int) -> [Float] {
    var random = RandomStream(seed: seed, stream: stream)
    let trials = people.rounded()
    return expected.map { mean in
      guard trials > 0, people > 0 else { return 0 }
      return Float(random.binomial(trials: trials, probability: min(max(mean / people, 0), 1)))
    }
  }

  /// The range that holds the middle 95 percent of draws, without the digits that so few draws leave open.
  static func interval(_ draws: [Float]) -> DrawnInterval {
    guard !draws.isEmpty else { return .none }
    let sorted = draws.sorted()
    let cut = Int((0.025 * Double(sorted.count)).rounded(.down))
    let (low, high) = (cut, sorted.count - 1 - cut)
    return DrawnInterval(
      low: Double(sorted[low]), high: Double(sorted[high]), lowError: MonteCarlo.error(ofPlace: low, in: sorted),
      highError: MonteCarlo.error(ofPlace: high, in: sorted))
  }

  /// The number of a stream of draws that belongs to some words: the same wherever they are asked for (FNV-1a).
  static func stream(_ words: String...) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words {
      for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0x1F) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: hash)
  }
}

/// A range out of draws, each end with the error that it has because no more were made.
struct DrawnInterval {
  let low: Double
  let high: Double
  let lowError: Double
  let highError: Double

  static let none = DrawnInterval(low: .nan, high: .nan, lowError: .nan, highError: .nan)

  init(low: Double, high: Double, lowError: Double, highError: Double) {
    self.low = MonteCarlo.rounded(low, error: lowError, unit: 1)
    self.high = MonteCarlo.rounded(high, error: highError, unit: 1)
    self.lowError = lowError
    self.highError = highError
  }
}
