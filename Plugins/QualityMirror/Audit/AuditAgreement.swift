import Methods
import WorkbenchKit

/// How far auditors who looked at the same norm in the same place agree.
struct AuditAgreement {
  /// Two auditors on one norm in one place, the one whose pseudonym comes first before the other.
  struct Pair {
    let norm: String
    let auditors: [String]
    let scores: (AuditScore, AuditScore)
  }

  /// Cohen's kappa of each two auditors; of several twos their mean (Light 1971).
  struct Kappa {
    let kappa: Double
    let observed: Double
    let byChance: Double
  }

  /// Of a norm how many pairs find it met both, one of them, none of them.
  struct Line {
    let norm: String
    let both: Int
    let one: Int
    let none: Int
    let kappa: Double
    /// How far two auditors lie apart on average, 0 through 1.
    let apart: Double
  }

  let pairs: [Pair]
  /// Krippendorff's alpha over all, for an ordered scale; NaN where there is none.
  let alpha: Double
  /// Whether some norms are valued in yes and no and others in figures: then all count as met or not.
  let isMixed: Bool
  private let least: Int
  private let weights: WeightedKappa.Weights

  /// - Parameters:
  ///   - least: from which value on a norm is met.
  ///   - weights: what a disagreement weighs.
  ///   - poll: is called between places; what it throws ends the work.
  init(_ judgements: [Judgement], least: Int, weights: WeightedKappa.Weights, poll: () throws -> Void) rethrows {
    (self.least, self.weights) = (least, weights)
    isMixed = Set(judgements.map(\.score.isYesNo)).count > 1
    let isMixed = isMixed
    struct Unit: Hashable { let norm, place: String }
    let units = Dictionary(grouping: judgements) { Unit(norm: $0.key.norm, place: $0.key.place) }
      .sorted { ($0.key.norm, $0.key.place) < ($1.key.norm, $1.key.place) }
    var pairs: [Pair] = []
    for (unit, found) in units {
      try poll()
      let sorted = found.sorted { $0.key.auditor < $1.key.auditor }
      for (place, one) in sorted.enumerated() {
        for other in sorted[(place + 1)...] {
          pairs.append(
            Pair(norm: unit.norm, auditors: [one.key.auditor, other.key.auditor], scores: (one.score, other.score)))
        }
      }
    }
    self.pairs = pairs
    let values = units.map { $0.value.map { isMixed ? ($0.score.isMet(from: least) ? 1 : 0) : $0.score.number } }
    alpha = KrippendorffAlpha(values, metric: .ordinal).alpha ?? .nan
  }

  /// Of all norms together; nil where no two auditors looked at the same.
  var kappa: Kappa? { kappa(of: pairs) }

  private func kappa(of pairs: [Pair]) -> Kappa? {
    let tables = Dictionary(grouping: pairs, by: \.auditors).sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .compactMap { WeightedKappa(table($0.value), weights: weights) }
    guard !tables.isEmpty else { return nil }
    func mean(_ values: [Double]) -> Double { values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count) }
    return Kappa(
      kappa: mean(tables.compactMap(\.kappa)), observed: mean(tables.map(\.observed)),
      byChance: mean(tables.map(\.byChance)))
  }

  /// How often the two chose which categories: two where there are yes and no, else five.
  private func table(_ pairs: [Pair]) -> [[Double]] {
    let isBinary = isMixed || pairs.allSatisfy { $0.scores.0.isYesNo }
    let size = isBinary ? 2 : 5
    func category(_ score: AuditScore) -> Int {
      isBinary ? (score.isMet(from: least) ? 0 : 1) : Int(score.number) - 1
    }
    var table = Array(repeating: Array(repeating: 0.0, count: size), count: size)
    for pair in pairs { table[category(pair.scores.0)][category(pair.scores.1)] += 1 }
    return table
  }

  /// Of each norm, those on which auditors differ most first.
  var lines: [Line] {
    Dictionary(grouping: pairs, by: \.norm).map { norm, pairs in
      let met = pairs.map { [$0.scores.0, $0.scores.1].count { $0.isMet(from: least) } }
      let apart = pairs.map { pair in
        abs(pair.scores.0.number - pair.scores.1.number) / (pair.scores.0.isYesNo ? 1 : 4)
      }
      return Line(
        norm: norm, both: met.count { $0 == 2 }, one: met.count { $0 == 1 }, none: met.count { $0 == 0 },
        kappa: kappa(of: pairs)?.kappa ?? .nan, apart: apart.reduce(0, +) / Double(pairs.count))
    }.sorted { (-$0.apart, $0.norm) < (-$1.apart, $1.norm) }
  }
}
