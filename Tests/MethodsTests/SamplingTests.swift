import Glibc
import Testing

@testable import Methods

@Suite struct SamplingTests {
  /// The mean and the variance of what is drawn.
  private func moments(_ count: Int, _ draw: () -> Double) -> (mean: Double, variance: Double) {
    var (mean, squares) = (0.0, 0.0)
    for index in 1...count {
      let value = draw()
      let difference = value - mean
      mean += difference / Double(index)
      squares += difference * (value - mean)
    }
    return (mean, squares / Double(count - 1))
  }

  @Test func `xoshiro256++ gives the numbers of its authors' program from state 1 2 3 4`() {
    var random = RandomStream(state: (1, 2, 3, 4))
    let expected: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386, 9_228_616_714_210_784_205,
      9_973_669_472_204_895_162, 14_011_001_112_246_962_877, 12_406_186_145_184_390_807, 15_849_039_046_786_891_736,
      10_450_023_813_501_588_000,
    ]
    #expect(expected.map { _ in random.next() } == expected)
  }

  @Test func `SplitMix64 gives the numbers of its authors' program from 1234567`() {
    var mixer = SplitMix64(state: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in mixer.next() } == expected)
  }

  @Test func `the same seed gives the same numbers, another seed or stream gives others`() {
    var (one, again, other) = (RandomStream(seed: 7), RandomStream(seed: 7), RandomStream(seed: 8))
    var (piece, next) = (RandomStream(seed: 7, stream: 0), RandomStream(seed: 7, stream: 1))
    let numbers = (0..<100).map { _ in one.next() }
    #expect(numbers == (0..<100).map { _ in again.next() })
    #expect(Set(numbers).isDisjoint(with: (0..<100).map { _ in other.next() }))
    let ofPiece = Set((0..<100).map { _ in piece.next() })
    #expect(ofPiece.isDisjoint(with: (0..<100).map { _ in next.next() }))
    #expect(ofPiece.isDisjoint(with: numbers))
  }

  @Test func `whole numbers below a bound are equally likely`() {
    var random = RandomStream(seed: 1)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[random.index(below: 6)] += 1 }
    // Chi-square with 5 degrees of freedom: 99.9 % stay below 20.515.
    let chi = counts.map { Double(($0 - 10_000) * ($0 - 10_000)) / 10_000 }.reduce(0, +)
    #expect(chi < 20.515)
    #expect(random.index(below: 1) == 0)
    #expect(random.index(below: 0) == 0)
  }

  @Test func `normal draws have the moments and the tails of the normal distribution`() {
    var random = RandomStream(seed: 2)
    let normal = NormalSampler()
    var (beyond, cubes, fourths) = (0, 0.0, 0.0)
    let count = 400_000
    let (mean, variance) = moments(count) {
      let value = normal.draw(&random)
      if abs(value) > 3.5 { beyond += 1 }
      cubes += value * value * value
      fourths += value * value * value * value
      return value
    }
    #expect(abs(mean) < 0.006)
    #expect(abs(variance - 1) < 0.009)
    #expect(abs(cubes / Double(count)) < 0.03)
    #expect(abs(fourths / Double(count) - 3) < 0.07)
    // 2·(1 - Φ(3.5)) = .00046526: 186 of 400,000, give or take 14.
    #expect(abs(beyond - 186) < 50)
  }

  @Test(arguments: [0.05, 0.7, 1, 4.5, 300])
  func `gamma draws have mean and variance of their shape`(shape: Double) {
    var random = RandomStream(seed: 3)
    let normal = NormalSampler()
    let (mean, variance) = moments(200_000) { random.gamma(shape: shape, normal: normal) }
    #expect(abs(mean - shape) < 5 * (shape / 200_000).squareRoot())
    #expect(abs(variance / shape - 1) < 0.12)
  }

  @Test func `beta draws have the moments of the beta distribution, and stay within 0 and 1 for tiny shapes`() {
    var random = RandomStream(seed: 4)
    let normal = NormalSampler()
    let (mean, variance) = moments(200_000) { random.beta(2, 6, normal: normal) }
    #expect(abs(mean - 0.25) < 0.0015)
    #expect(abs(variance - 2 * 6 / (64 * 9.0)) < 0.0004)
    let tiny = moments(20_000) { random.beta(1e-4, 3e-4, normal: normal) }
    #expect(abs(tiny.mean - 0.25) < 0.016)
  }

  @Test(arguments: [0.3, 4, 9.99, 10, 57.5, 12_345])
  func `Poisson draws have a variance equal to their mean`(mean: Double) {
    var random = RandomStream(seed: 5)
    let found = moments(200_000) { random.poisson(mean: mean) }
    #expect(abs(found.mean - mean) < 5 * (mean / 200_000).squareRoot())
    #expect(abs(found.variance / mean - 1) < 0.025)
  }

  @Test func `Poisson draws with mean 12 come as often as their chances say`() {
    var random = RandomStream(seed: 6)
    var counts = [Double](repeating: 0, count: 60)
    for _ in 0..<200_000 { counts[min(59, Int(random.poisson(mean: 12)))] += 1 }
    var chance = exp(-12.0)
    var chi = 0.0
    for count in 0...25 {
      if count > 0 { chance *= 12 / Double(count) }
      if count >= 3 {
        chi += (counts[count] - 200_000 * chance) * (counts[count] - 200_000 * chance) / (200_000 * chance)
      }
    }
    // 23 cells: 99.9 % stay below 49.7.
    #expect(chi < 49.7)
  }

  @Test(arguments: [(20.0, 0.1), (20, 0.9), (50, 0.4), (1_000, 0.03), (1_000, 0.97), (1e9, 0.25)])
  func `binomial draws have the mean and the variance of their trials`(trials: Double, probability: Double) {
    var random = RandomStream(seed: 7)
    let found = moments(100_000) { random.binomial(trials: trials, probability: probability) }
    let variance = trials * probability * (1 - probability)
    #expect(abs(found.mean - trials * probability) < 5 * (variance / 100_000).squareRoot())
    #expect(abs(found.variance / variance - 1) < 0.035)
  }

  @Test func `binomial draws with 40 trials and .5 come as often as their chances say`() {
    var random = RandomStream(seed: 8)
    var counts = [Double](repeating: 0, count: 41)
    for _ in 0..<200_000 { counts[Int(random.binomial(trials: 40, probability: 0.5))] += 1 }
    var chance = exp(-40 * log(2.0))
    var chi = 0.0
    for count in 0...40 {
      if count > 0 { chance *= Double(41 - count) / Double(count) }
      if (9...31).contains(count) {
        chi += (counts[count] - 200_000 * chance) * (counts[count] - 200_000 * chance) / (200_000 * chance)
      }
    }
    #expect(chi < 49.7)
  }

  @Test func `a triangular draw has the mean and the variance of its three points`() {
    var random = RandomStream(seed: 9)
    let (mean, variance) = moments(200_000) { random.triangular(low: 1, mode: 2, high: 6) }
    #expect(abs(mean - 3) < 0.013)
    #expect(abs(variance - (1 + 4 + 36 - 2 - 6 - 12) / 18.0) < 0.02)
    #expect(random.triangular(low: 2, mode: 2, high: 2) == 2)
  }

  @Test func `what cannot be drawn from gives NaN, not a trap`() {
    var random = RandomStream(seed: 10)
    let normal = NormalSampler()
    #expect(random.gamma(shape: 0, normal: normal).isNaN)
    #expect(random.gamma(shape: .infinity, normal: normal).isNaN)
    #expect(random.beta(-1, 2, normal: normal).isNaN)
    #expect(random.poisson(mean: -1).isNaN)
    #expect(random.poisson(mean: .nan).isNaN)
    #expect(random.binomial(trials: 10, probability: 1.1).isNaN)
    #expect(random.binomial(trials: .infinity, probability: 0.5).isNaN)
    #expect(random.triangular(low: 3, mode: 2, high: 6).isNaN)
    #expect(random.poisson(mean: 0) == 0)
    #expect(random.binomial(trials: 0, probability: 0.5) == 0)
    #expect(random.binomial(trials: 12, probability: 1) == 12)
  }
}
