import Methods
import Testing

/// A figure that was worked out stands on a threshold that it equals on paper.
@Suite struct StandingTests {
  @Test func whatDiffersByRoundingAloneIsOnIt() {
    let weights = [5.0, 10, 20].map { $0 / 35 }
    let mean = weights.reduce(0) { $0 + $1 * 0.6 }
    #expect(mean != 0.6 && Standing(of: mean, to: 0.6) == .on)
    #expect(Standing(of: 0.6 + 1e-9, to: 0.6) == .above && Standing(of: 0.6 - 1e-9, to: 0.6) == .below)
    #expect(Standing(of: 0, to: 0) == .on && Standing(of: -0.0, to: 0) == .on)
  }

  @Test func aDifferenceIsAsRoughAsWhatItIsTakenFrom() {
    #expect(Standing(of: 0.3 - 0.2 - 0.1, to: 0) == .below)
    #expect(Standing(of: 0.3 - 0.2 - 0.1, to: 0, size: 0.3) == .on)
    #expect(Standing(of: 1e-20, to: 0, size: 1e-30) == .above)
  }

  @Test(arguments: [1e-300, 1e-9, 1, 1e9, 1e300]) func atAnySizeOfTheNumbers(size: Double) {
    #expect(Standing(of: 3 * (size * 0.1), to: size * 0.3) == .on)
    #expect(Standing(of: size * (1 + 1e-11), to: size) == .above)
  }

  @Test func infiniteAndMissingFigures() {
    #expect(Standing(of: .infinity, to: 1e308) == .above && Standing(of: 1e308, to: .infinity) == .below)
    #expect(Standing(of: .infinity, to: .infinity) == .on && Standing(of: -.infinity, to: 0) == .below)
    #expect(Standing(of: .nan, to: 0) == .below && !Standing(of: .nan, to: 0).isAtLeast)
  }

  @Test func equalOnesStandInTheirOrderAndALargeOneMakesSmallOnesNoEquals() {
    let found = Ranks([0.3, 0.1 + 0.2, 0.30000000000000004, 0.5])
    #expect(found.order == [3, 0, 1, 2] && found.ranks == [2, 2, 2, 1])
    #expect(Ranks([1e15, 0.1, 0.2]).ranks == [1, 3, 2])
    #expect(Ranks([1e-17, 0]).ranks == [1, 2] && Ranks([1e-17, 0], size: 1).ranks == [1, 1])
  }

  /// Of tenths, hundredths and thousandths, each compared as whole numbers are.
  @Test func asWholeNumbersWouldBe() {
    var random = RandomStream(seed: 31)
    for _ in 0..<2000 {
      let (one, other, threshold) = (random.upTo(2000), random.upTo(2000), random.upTo(2000))
      let exact: Standing = one - other == threshold ? .on : one - other > threshold ? .above : .below
      let (a, b, t) = (Double(one) / 1000, Double(other) / 1000, Double(threshold) / 1000)
      #expect(Standing(of: a - b, to: t, size: max(a, b)) == exact)
    }
  }
}

extension RandomStream {
  fileprivate mutating func upTo(_ limit: Int) -> Int { Int(uniform() * Double(limit)) }
}
