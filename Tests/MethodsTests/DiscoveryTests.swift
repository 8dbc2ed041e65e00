import Methods
import Testing

/// How many to hear, and whether pairs rose.
@Suite struct DiscoveryTests {
  @Test func `of two hundred with ten faults fifty-one are enough and fifty are not`() {
    let sample = DiscoverySample(population: 200, share: 0.05)
    #expect(sample.faulty == 10 && sample.fewest(sure: 0.95) == 51)
    #expect(abs(sample.chance(hearing: 51) - 0.9513792) < 1e-7 && sample.chance(hearing: 50) < 0.95)
  }

  /// Hald, Statistical Theory of Sampling Inspection by Attributes (1981): the complement is `C(N - D, n) / C(N, n)`.
  @Test func `the chance is what binomial coefficients give`() {
    for population in 1...14 {
      for faulty in 0...population {
        let sample = DiscoverySample(population: population, faulty: faulty)
        for count in 0...population {
          let expected = 1 - Self.choose(population - faulty, count) / Self.choose(population, count)
          #expect(abs(sample.chance(hearing: count) - expected) < 1e-12, "\(population) \(faulty) \(count)")
        }
        let fewest = sample.fewest(sure: 0.9)
        let tried = (0...population).first { sample.chance(hearing: $0) >= 0.9 }
        #expect(fewest == tried, "\(population) \(faulty)")
      }
    }
  }

  private static func choose(_ all: Int, _ some: Int) -> Double {
    some > all ? 0 : (0..<some).reduce(1.0) { $0 * Double(all - $1) / Double($1 + 1) }
  }

  @Test func `a share that is whole on paper is not rounded up, and any other is`() {
    #expect(DiscoverySample(population: 100, share: 0.07).faulty == 7)
    #expect(DiscoverySample(population: 100, share: 0.0701).faulty == 8)
    #expect(DiscoverySample(population: 400, share: 0.0001).faulty == 1)
    #expect(DiscoverySample(population: 5, share: 1).fewest(sure: 1) == 1)
    #expect(DiscoverySample(population: 5, faulty: 0).fewest(sure: 0.5) == nil)
    #expect(DiscoverySample(population: 10, faulty: 1).fewest(sure: 1) == 10)
    let large = DiscoverySample(population: 10_000_000, faulty: 1_000)
    let fewest = large.fewest(sure: 0.95) ?? 0
    #expect(large.chance(hearing: fewest) >= 0.95 && large.chance(hearing: fewest - 1) < 0.95)
  }

  @Test func `signs of pairs, with the median`() {
    let test = SignTest([1, 2, 0, 1, 1, 1, 3, -1, 1])
    #expect(test.up == 7 && test.down == 1 && test.same == 1 && test.median == 1)
    // 2 (1 + 8) / 256.
    #expect(abs(test.probability - 0.0703125) < 1e-12)
    #expect(SignTest([1, 2]).median == 1.5 && SignTest([]).median.isNaN && SignTest([]).probability == 1)
  }
}
