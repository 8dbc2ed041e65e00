import Methods
import Testing

/// Sets of the ranks that are possible, by Mogstad, Romano, Shaikh and Wilhelm.
@Suite struct RankSetTests {
  /// Scores in mathematics of PISA 2018 and their standard errors, as OECD published them and the R package csranks uses them.
  private static let scores: [(country: String, score: Double, error: Double)] = [
    ("Australia", 491.3600, 1.9398),
    ("Austria", 498.9423, 2.9710),
    ("Belgium", 508.0703, 2.2627),
    ("Canada", 512.0169, 2.3575),
    ("Chile", 417.4066, 2.4159),
    ("Colombia", 390.9323, 2.9896),
    ("Czech Republic", 499.4677, 2.4607),
    ("Denmark", 509.3984, 1.7350),
    ("Estonia", 523.4146, 1.7436),
    ("Finland", 507.3014, 1.9679),
    ("France", 495.4076, 2.3202),
    ("Germany", 500.0438, 2.6471),
    ("Greece", 451.3703, 3.0912),
    ("Hungary", 481.0826, 2.3196),
    ("Iceland", 495.1874, 1.9531),
    ("Ireland", 499.6329, 2.1986),
    ("Israel", 463.0345, 3.4986),
    ("Italy", 486.5899, 2.7800),
    ("Japan", 526.9733, 2.4715),
    ("Korea", 525.9330, 3.1214),
    ("Latvia", 496.1263, 1.9628),
    ("Lithuania", 481.1912, 1.9533),
    ("Luxembourg", 483.4215, 1.0976),
    ("Mexico", 408.8015, 2.4932),
    ("Netherlands", 519.2310, 2.6323),
    ("New Zealand", 494.4897, 1.7059),
    ("Norway", 500.9638, 2.2190),
    ("Poland", 515.6479, 2.6021),
    ("Portugal", 492.4874, 2.6846),
    ("Slovak Republic", 486.1649, 2.5556),
    ("Slovenia", 508.8975, 1.3639),
    ("Spain", 481.3926, 1.4624),
    ("Sweden", 502.3877, 2.6543),
    ("Switzerland", 515.3147, 2.9080),
    ("Turkey", 453.5078, 2.2604),
    ("United Kingdom", 501.7699, 2.5644),
    ("United States", 478.2447, 3.2354),
  ]

  private func sets(_ item: String? = nil, level: Double = 0.95, draws: Int = 4000) throws -> [String: ClosedRange<Int>]
  {
    let scores = Self.scores
    let sets = try RankSets(
      values: scores.map(\.score), errors: scores.map(\.error),
      item: item.flatMap { name in scores.firstIndex { $0.country == name } }, level: level, draws: draws,
      random: RandomStream(seed: 101))
    return Dictionary(
      uniqueKeysWithValues: zip(scores, sets.intervals).map { ($0.country, Int($1.low)...Int($1.high)) })
  }

  /// The vignette of csranks 1.2.2: the United Kingdom, 13th, from 8 through 23.
  @Test func `the United Kingdom by itself can be 8th through 23rd`() throws {
    #expect(try sets("United Kingdom")["United Kingdom"] == 8...23)
  }

  /// The same: the sets of Chile, Mexico and Colombia overlap with those of no other, and Germany's and Korea's share rank 7.
  @Test func `of all at once Chile, Mexico and Colombia are last, and Germany and Korea cannot be parted`() throws {
    let sets = try sets()
    let last = ["Chile", "Mexico", "Colombia"]
    for (country, range) in sets where !last.contains(country) { #expect(range.upperBound <= 34, "\(country)") }
    for country in last { #expect((sets[country]?.lowerBound ?? 0) >= 35, "\(country)") }
    #expect(sets["Germany"]?.lowerBound == 7 && sets["Korea"]?.upperBound == 7)
  }

  @Test func `without errors the sets are the ranks, and equal values are alike`() throws {
    let sets = try RankSets(values: [3, 1, 2, 2], errors: [0, 0, 0, 0], random: RandomStream(seed: 1))
    #expect(sets.intervals.map(\.low) == [1, 4, 2, 2] && sets.intervals.map(\.high) == [1, 4, 3, 3])
    #expect(sets.alike == [0, 0, 1, 1])
  }

  @Test func `one item has rank 1, none has none, and what is far apart is told apart`() throws {
    #expect(try RankSets(values: [], errors: [], random: RandomStream(seed: 1)).intervals.isEmpty)
    let one = try RankSets(values: [5], errors: [2], random: RandomStream(seed: 1))
    #expect(one.intervals.map(\.low) == [1] && one.intervals.map(\.high) == [1] && one.alike == [0])
    let far = try RankSets(values: [0, 100, 200], errors: [1, 1, 1], random: RandomStream(seed: 1))
    #expect(far.alike == [0, 0, 0] && far.intervals.map(\.low) == [3, 2, 1])
  }

  /// Two items: the difference exceeds 1,96 standard errors of itself one time in twenty.
  @Test func `of two items the limit is that of one difference`() throws {
    let (inside, outside) = (1.90 * 2.0.squareRoot(), 2.02 * 2.0.squareRoot())
    let near = try RankSets(values: [0, inside], errors: [1, 1], draws: 40_000, random: RandomStream(seed: 3))
    let far = try RankSets(values: [0, outside], errors: [1, 1], draws: 40_000, random: RandomStream(seed: 3))
    #expect(near.alike == [1, 1] && far.alike == [0, 0])
  }

  /// All true ranks lie in their sets in at least 95 of 100 rounds, within what 400 rounds leave to chance.
  @Test func `the sets hold all true ranks as often as they say`() throws {
    var random = RandomStream(seed: 11)
    let normal = NormalSampler()
    let truth = (0..<12).map { Double($0) * 0.7 }
    let errors = (0..<12).map { 0.5 + Double($0 % 4) * 0.4 }
    let ranks = truth.map { value in 1 + truth.count { $0 > value } }
    var held = 0
    for round in 0..<400 {
      let seen = zip(truth, errors).map { $0 + $1 * normal.draw(&random) }
      let sets = try RankSets(values: seen, errors: errors, draws: 400, random: RandomStream(seed: UInt64(round)))
      if zip(ranks, sets.intervals).allSatisfy({ Double($0) >= $1.low && Double($0) <= $1.high }) { held += 1 }
    }
    #expect(held >= 400 * 95 / 100 - 13, "\(held)")
  }
}
