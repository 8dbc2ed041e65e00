import Glibc
import Methods
import Testing

/// What it is worth to know: by the cases of textbooks, by the table of the loss integral, and by what must hold.
@Suite struct InformationValueTests {
  private func close(_ left: Double, _ right: Double, _ error: Double) -> Bool { abs(left - right) <= error }

  /// A large plant, a small one or none, in a good or a bad market, as likely as each other.
  @Test func `Thompson Lumber (Render, Stair and Hanna, chapter 3) would pay 60,000 to know its market`() throws {
    let found = try #require(InformationValue([[200_000, 100_000, 0], [-180_000, -20_000, 0]], weights: [0.5, 0.5]))
    #expect(close(found.perfect, 60_000, 1e-9) && found.best == 1)
    #expect(zip(found.means, [10_000, 40_000, 0]).allSatisfy { close($0, $1, 1e-9) })
    #expect(close(found.chanceOfRegret, 1, 1e-12))
  }

  /// To drill for oil or to sell the land, with one chance in four of oil.
  @Test
  func `Goferbroke (Hillier and Lieberman, chapter on decision analysis) would pay 142.5 to know whether there is oil`()
    throws
  {
    let found = try #require(InformationValue([[700, 90], [-100, 90]], weights: [0.25, 0.75]))
    #expect(close(found.perfect, 142.5, 1e-9) && found.means == [100, 90])
  }

  @Test func `the loss integral is that of the table of Raiffa and Schlaifer`() {
    // G(u), to the digits that are printed there.
    let table = [
      (0.0, 0.3989, 5e-5), (0.1, 0.3509, 5e-5), (0.5, 0.1978, 5e-5), (1.0, 0.08332, 5e-6), (1.5, 0.02931, 5e-6),
      (2.0, 0.008491, 5e-7), (2.5, 0.002004, 5e-7), (3.0, 0.0003822, 5e-8),
    ]
    for (deviation, loss, error) in table { #expect(close(unitNormalLoss(deviation), loss, error), "\(deviation)") }
    // G(-u) = u + G(u).
    for deviation in [0.3, 1.2, 4] {
      #expect(close(unitNormalLoss(-deviation), deviation + unitNormalLoss(deviation), 1e-14))
    }
  }

  @Test(arguments: [(0.0, 1.0), (2.0, 4.0), (-30.0, 25.0), (5.0, 2.5)])
  func `between nought and a normal figure it is the loss integral, on draws to a thousandth`(
    mean: Double, spread: Double
  )
    throws
  {
    // One draw in each of as many equal parts: seeded, and a thousandth needs no million.
    var random = RandomStream(seed: 7)
    let count = 20_000
    let draws = (0..<count).map { place in
      mean + spread * normalQuantile((Double(place) + random.openUniform()) / Double(count))
    }
    let found = try #require(InformationValue(draws.map { [0, $0] }))
    #expect(close(found.perfect / spread, unitNormalLoss(abs(mean) / spread), 1e-3))
    #expect(found.best == (mean > 0 ? 1 : 0))
  }

  @Test func `to know one of two figures is worth what the formula says of it alone`() throws {
    // Nought against x + y, both normal: knowing x is worth the integral of its own spread (Raiffa and Schlaifer 5.3.3).
    let count = 160
    let z = (0..<count).map { normalQuantile((Double($0) + 0.5) / Double(count)) }
    let (mean, first, second) = (0.5, 2.0, 1.0)
    let states = (0..<count * count).map { (first: $0 / count, second: $0 % count) }
    let found = try #require(InformationValue(states.map { [0, mean + first * z[$0.first] + second * z[$0.second]] }))
    #expect(close(found.partial(states.map(\.first)) / first, unitNormalLoss(mean / first), 1e-3))
    #expect(close(found.partial(states.map(\.second)) / second, unitNormalLoss(mean / second), 1e-3))
    let both = (first * first + second * second).squareRoot()
    #expect(close(found.perfect / both, unitNormalLoss(mean / both), 2e-3))
  }

  @Test(arguments: 1...30)
  func `knowing a part is worth nought at least and never more than knowing all`(seed: Int) throws {
    var random = RandomStream(seed: UInt64(seed))
    let (states, options) = (1 + random.index(below: 12), 1 + random.index(below: 4))
    let payoffs = (0..<states).map { _ in (0..<options).map { _ in random.uniform() * 100 - 50 } }
    let weights = (0..<states).map { _ in random.openUniform() }
    let found = try #require(InformationValue(payoffs, weights: weights))
    // By the definition itself: the mean of the best less the best of the means.
    let sum = weights.reduce(0, +)
    let known = zip(payoffs, weights).reduce(0) { $0 + ($1.0.max() ?? 0) * $1.1 / sum }
    #expect(close(found.perfect, known - (found.means.max() ?? 0), 1e-9))
    let part = found.partial((0..<states).map { _ in random.index(below: 3) })
    #expect(part >= 0 && part <= found.perfect + 1e-9)
    #expect(close(found.partial(Array(0..<states)), found.perfect, 1e-9))
    #expect(close(found.partial([Int](repeating: 0, count: states)), 0, 1e-9))
    if options == 1 { #expect(found.perfect == 0 && found.chanceOfRegret == 0) }
  }

  @Test func `what does not fit together is refused`() {
    #expect(InformationValue([]) == nil && InformationValue([[]]) == nil)
    #expect(InformationValue([[1, 2], [1]]) == nil && InformationValue([[1], [2]], weights: [1]) == nil)
    #expect(InformationValue([[1], [2]], weights: [0, 0]) == nil && InformationValue([[.nan]]) == nil)
    #expect(InformationValue([[1], [2]], weights: [-1, 2]) == nil)
  }
}
