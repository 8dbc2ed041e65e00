import Methods
import WorkbenchKit

/// How many of a hundred signals get through the steps of a situation, now and as it should be.
struct ChainOutcome {
  let situation: Situation
  let now: [ShareSummary]
  let wanted: [ShareSummary]

  init(_ situation: Situation, _ chain: LightChain) {
    self.situation = situation
    now = situation.steps.map { ShareSummary(chain.now[$0.id]) }
    wanted = situation.steps.map { ShareSummary(chain.wanted[$0.id]) }
  }

  /// How many are left after each step; no number from the first step on of which nobody said anything.
  static func reached(_ shares: [Double]) -> [Double] {
    var left = 100.0
    return shares.map { share in
      left *= share
      return left
    }
  }

  var reachedNow: [Double] { Self.reached(now.map(\.median)) }
  var reachedWanted: [Double] { Self.reached(wanted.map(\.median)) }
  var endNow: Double { reachedNow.last ?? .nan }
  var endWanted: Double { reachedWanted.last ?? .nan }

  /// How many end with help where one step alone is brought to what is wanted.
  var alone: [Double] {
    now.indices.map { step in
      now.indices.reduce(100.0) { $0 * ($1 == step ? wanted[$1].median : now[$1].median) }
    }
  }

  /// The step that helps most when it alone is brought to what is wanted; the first of equals, none where no step helps.
  var best: Int? {
    let alone = alone
    guard let most = alone.filter({ !$0.isNaN }).max(), most > endNow + 1e-9 else { return nil }
    return alone.firstIndex { $0 >= most - 1e-9 }
  }

  /// How many are lost at each step.
  static func lost(_ reached: [Double]) -> [Double] { zip([100] + reached, reached).map { $0 - $1 } }

  /// The steps of which nobody gave a share.
  func silent(_ summaries: [ShareSummary]) -> [SituationStep] {
    zip(situation.steps, summaries).filter { $0.1.values.isEmpty }.map(\.0)
  }

  /// The share that is reached in the end where a lost signal comes back with a chance, and how many rounds a signal makes on average; nil
  /// where a share is missing, or where signals go round for ever.
  func rounds(returning: Double) -> (eventually: Double, rounds: Double)? {
    let passing = now.map(\.median)
    guard !passing.contains(where: \.isNaN), let chain = AbsorbingChain.steps(passing, returning: returning) else {
      return nil
    }
    return (min(1, chain.ends[0][0]), chain.visits[0][0])
  }
}
