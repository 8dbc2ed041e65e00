import Methods
import Testing

@Suite struct RobustnessTests {
  @Test func theFirstStaysFirstDownToTheCriticalWeight() {
    let ranges = weightRanges(Matrix([[0.9, 0.4], [0.5, 0.7]]), weights: [0.6, 0.4])
    #expect(abs(ranges[0].low - 3.0 / 7) < 1e-12 && ranges[0].high == 1)
    #expect(ranges[0].atLow == .init(above: 0, below: 1) && ranges[0].atHigh == nil)
    #expect(ranges[1].low == 0 && abs(ranges[1].high - 4.0 / 7) < 1e-12)
  }

  @Test func whatIsBestOnAllStaysFirstEverywhere() {
    for range in weightRanges(Matrix([[1, 1, 1], [0.2, 1, 0], [0, 0.9, 0.3]]), weights: [0.2, 0.5, 0.3]) {
      #expect(range.low == 0 && range.high == 1)
    }
  }

  @Test func atTheEndsOfARangeTheOrderTurns() {
    let utilities = Matrix([[0.9, 0.2, 0.4], [0.3, 0.8, 0.5], [0.5, 0.5, 0.9], [0.1, 0.4, 0.2]])
    let weights = [0.5, 0.3, 0.2]
    let before = Ranks(weightedSum(utilities, weights: weights)).order
    for places in 1...3 {
      for (criterion, range) in weightRanges(utilities, weights: weights, keeping: places).enumerated() {
        #expect(range.low <= weights[criterion] && weights[criterion] <= range.high)
        for (weight, holds) in [
          (range.low + 1e-6, true), (range.high - 1e-6, true), (range.low - 1e-6, false), (range.high + 1e-6, false),
        ] where (0...1).contains(weight) {
          let moved = weights.indices.map { other in
            other == criterion ? weight : weights[other] * (1 - weight) / (1 - weights[criterion])
          }
          let after = Ranks(weightedSum(utilities, weights: moved)).order
          #expect((after.prefix(places) == before.prefix(places)) == holds, "\(places) \(criterion) \(weight)")
        }
      }
    }
  }

  @Test func allTheWeightOnOneCriterionHasARangeToo() {
    let ranges = weightRanges(Matrix([[1, 0], [0, 1]]), weights: [1, 0])
    #expect(ranges[0].low == 0.5 && ranges[0].high == 1)
  }

  @Test func leavingOneOutTurnsTwoOthersRound() throws {
    // Relative to the best price: Q .4/.65/.1, P 80/180/30, 60/40.
    let quality = [0.4, 0.65, 0.1]
    let price = [80.0, 180, 30]
    let found = rankReversals(3) { kept in
      let lowest = kept.map { price[$0] }.min() ?? 1
      return kept.map { 0.6 * quality[$0] + 0.4 * lowest / price[$0] }
    }
    #expect(found.contains(RankReversal(dropped: 2, above: 1, below: 0)))
    #expect(rankReversals(3) { kept in kept.map { quality[$0] } }.isEmpty)
  }
}
