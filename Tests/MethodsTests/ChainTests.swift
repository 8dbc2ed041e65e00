import Methods
import Testing

/// Chains that end, and counts of what comes true by chance.
@Suite struct ChainTests {
  @Test func `steps passed by .6 .5 .7 .4, where half of the lost come again`() throws {
    let chain = try #require(AbsorbingChain.steps([0.6, 0.5, 0.7, 0.4], returning: 0.5))
    #expect(abs(chain.ends[0][0] - 0.1549815) < 5e-8 && abs(chain.visits[0][0] - 1.845018) < 5e-7)
    #expect(abs(chain.ends[0][0] + chain.ends[0][1] - 1) < 1e-12)
  }

  @Test func `the drunkard's walk between two doors ends as the books say`() throws {
    // Kemeny and Snell: five corners, a step either way; from the middle either end is as likely, after four steps.
    let moves = [[0, 0.5, 0], [0.5, 0, 0.5], [0, 0.5, 0]]
    let chain = try #require(AbsorbingChain(moves: moves, absorbed: [[0.5, 0], [0, 0], [0, 0.5]]))
    for (row, (end, steps)) in [(0.75, 3.0), (0.5, 4), (0.25, 3)].enumerated() {
      #expect(abs(chain.ends[row][0] - end) < 1e-14 && abs(chain.visits[row].reduce(0, +) - steps) < 1e-13)
    }
  }

  @Test func `on random steps it is the closed form`() throws {
    var stream = RandomStream(seed: 4)
    for _ in 0..<200 {
      let steps = (0..<Int.random(in: 1...6, using: &stream)).map { _ in Double.random(in: 0...1, using: &stream) }
      let returning = Double.random(in: 0...0.99, using: &stream)
      let through = steps.reduce(1, *)
      let rounds = 1 / (1 - (1 - through) * returning)
      let chain = try #require(AbsorbingChain.steps(steps, returning: returning))
      #expect(abs(chain.visits[0][0] - rounds) < 1e-9 * rounds && abs(chain.ends[0][0] - through * rounds) < 1e-9)
    }
  }

  @Test func `what goes round for ever, or is no chain, gives none`() {
    #expect(AbsorbingChain.steps([0], returning: 1) == nil && AbsorbingChain.steps([], returning: 0.5) == nil)
    #expect(AbsorbingChain(moves: [[0.5]], absorbed: [[0.6]]) == nil)
    #expect(AbsorbingChain(moves: [[1.5]], absorbed: [[-0.5]]) == nil)
    #expect(AbsorbingChain(moves: [[0, 1]], absorbed: [[0]]) == nil)
    #expect(abs((AbsorbingChain.steps([0.2], returning: 1)?.ends[0][0] ?? 0) - 1) < 1e-14)
  }

  // MARK: Counts

  @Test func `six or more of eight at .3 and .5`() {
    #expect(abs(ChanceCount(of: 8, each: 0.3).atLeast(6) - 0.0112922) < 5e-8)
    #expect(abs(ChanceCount(of: 8, each: 0.5).atLeast(6) - 0.1445313) < 5e-8)
  }

  @Test func `one by one it is the binomial, and it adds up to 1`() {
    for count in [0, 1, 7, 40] {
      for share in [0, 0.03, 0.5, 1] {
        let (one, all) = (
          ChanceCount([Double](repeating: share, count: count)), ChanceCount(of: count, each: share)
        )
        #expect(zip(one.chances, all.chances).allSatisfy { abs($0 - $1) < 1e-12 } && one.chances.count == count + 1)
        #expect(abs(all.chances.reduce(0, +) - 1) < 1e-12 && all.atLeast(0) == 1 && all.atLeast(count + 1) == 0)
      }
    }
    #expect(ChanceCount([0.5, 0.5]).quantile(0.75) == 1 && ChanceCount([]).quantile(0.5) == 0)
  }

  @Test func `what follows from uncertain quantities has their spread`() {
    let drawn = DrawnOutcomes(
      of: [.uniform(low: 0, high: 1), .constant(2)], draws: 20_000, seed: 9, asking: { (_: Int) throws(Never) in },
      outcome: { values, _ in [values[0] * values[1], values[0] < 0.5 ? .nan : 1] })
    #expect(abs(drawn.mean(0) - 1) < 0.02 && abs(drawn.quantile(0, 0.05) - 0.1) < 0.02)
    #expect(abs(drawn.quantile(0, 0.95) - 1.9) < 0.02 && drawn.quantile(1, 0.5) == 1)
  }
}
