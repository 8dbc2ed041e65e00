import Methods
import Testing

/// How far observers and judges agree: Krippendorff's alpha and Kendall's W.
@Suite struct AgreementTests {
  /// Krippendorff's reliability data "C": four observers, twelve units; nil where nothing was said.
  private static let observers: [[Double?]] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
    [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
  ]
  private static let units = (0..<12).map { unit in observers.compactMap { $0[unit] } }

  @Test(arguments: [
    (KrippendorffAlpha.Metric.nominal, 0.7434211), (.ordinal, 0.8153875), (.interval, 0.8491071), (.ratio, 0.7974028),
  ])
  func `the alphas of Krippendorff's reliability data C`(metric: KrippendorffAlpha.Metric, expected: Double) throws {
    let found = KrippendorffAlpha(Self.units, metric: metric)
    #expect(abs(try #require(found.alpha) - expected) < 5e-8, "\(String(describing: found.alpha))")
    #expect(found.pairable == 40)
  }

  @Test func `four roles on four statements, one of them silent on the first, make 21 pairs`() throws {
    let units: [[Double]] = [[2, 4, 5], [4, 4, 4, 3], [2, 5, 4, 4], [3, 5, 5, 4]]
    let found = KrippendorffAlpha(units, metric: .ordinal)
    #expect(abs(try #require(found.alpha) - -0.2080849) < 5e-8)
    #expect(found.pairs == 21)
  }

  @Test func `what does not vary, or stands alone, has no alpha`() {
    #expect(KrippendorffAlpha([[3, 3], [3, 3]], metric: .ordinal).alpha == nil)
    #expect(KrippendorffAlpha([[3], [4]], metric: .ordinal).alpha == nil)
    #expect(KrippendorffAlpha([], metric: .nominal) == KrippendorffAlpha([[1]], metric: .nominal))
    #expect(KrippendorffAlpha([[1, 1], [4, 4, 4]], metric: .ordinal).alpha == 1)
  }

  /// The mean distance within units against the mean distance of any two pairable values, pair by pair.
  private static func byPairs(_ units: [[Double]], _ metric: KrippendorffAlpha.Metric) -> Double? {
    let paired = units.filter { $0.count > 1 }
    let all = paired.flatMap(\.self)
    func apart(_ a: Double, _ b: Double) -> Double {
      if a == b { return 0 }
      switch metric {
      case .nominal: return 1
      case .interval: return (a - b) * (a - b)
      case .ratio: return ((a - b) / (a + b)) * ((a - b) / (a + b))
      case .ordinal:
        let inside = all.filter { $0 > min(a, b) && $0 < max(a, b) }.count
        let ends = all.filter { $0 == a || $0 == b }.count
        let steps = Double(inside) + Double(ends) / 2
        return steps * steps
      }
    }
    var within = 0.0
    for unit in paired {
      var sum = 0.0
      for (i, a) in unit.enumerated() { for (j, b) in unit.enumerated() where i != j { sum += apart(a, b) } }
      within += sum / Double(unit.count - 1)
    }
    var any = 0.0
    for (i, a) in all.enumerated() { for (j, b) in all.enumerated() where i != j { any += apart(a, b) } }
    guard any > 0 else { return nil }
    return 1 - (within / Double(all.count)) / (any / Double(all.count * (all.count - 1)))
  }

  @Test(arguments: KrippendorffAlpha.Metric.allCases)
  func `on random answers alpha is what the pairs give, in any order of units and observers`(
    metric: KrippendorffAlpha.Metric
  ) throws {
    var stream = RandomStream(seed: 7)
    for _ in 0..<200 {
      let units = (0..<Int.random(in: 1...6, using: &stream)).map { _ in
        (0..<Int.random(in: 0...5, using: &stream)).map { _ in Double(Int.random(in: 1...5, using: &stream)) }
      }
      let found = KrippendorffAlpha(units, metric: metric).alpha
      let expected = Self.byPairs(units, metric)
      #expect((found == nil) == (expected == nil), "\(units)")
      if let found, let expected { #expect(abs(found - expected) < 1e-9, "\(units)") }
      let turned = KrippendorffAlpha(units.reversed().map { $0.reversed() }, metric: metric).alpha
      if let found, let turned { #expect(abs(found - turned) < 1e-9) }
    }
  }

  // MARK: Kendall

  @Test func `three judges on six applicants (Siegel 1956, table 9.6)`() throws {
    let found = KendallW(scores: [[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]])
    #expect(found.rankSums == [8, 14, 11, 11, 11, 8] && found.spread == 25.5)
    #expect(abs(try #require(found.concordance) - 0.1619048) < 5e-8)
  }

  @Test func `the same order is 1, ties or not, and one judge or nothing told apart is none`() throws {
    #expect(abs(try #require(KendallW(scores: [[1, 2, 2, 5], [3, 4, 4, 9]]).concordance) - 1) < 1e-12)
    #expect(KendallW(scores: [[1, 2, 3]]).concordance == nil)
    #expect(KendallW(scores: [[4, 4], [1, 1]]).concordance == nil)
    #expect(KendallW(scores: []).concordance == nil)
    #expect(KendallW(scores: [[1, 2], [2, 1]]).concordance == 0)
  }

  @Test func `without ties it follows from the mean of Spearman's coefficients over the pairs of judges`() throws {
    var stream = RandomStream(seed: 3)
    for _ in 0..<200 {
      let (judges, things) = (Int.random(in: 2...6, using: &stream), Int.random(in: 2...7, using: &stream))
      let scores = (0..<judges).map { _ in (0..<things).map(Double.init).shuffled(using: &stream) }
      var sum = 0.0
      for one in 0..<judges {
        for other in 0..<one {
          let squares = (0..<things).reduce(0.0) {
            $0 + (scores[one][$1] - scores[other][$1]) * (scores[one][$1] - scores[other][$1])
          }
          sum += 1 - 6 * squares / Double(things * things * things - things)
        }
      }
      let mean = sum / Double(judges * (judges - 1) / 2)
      let expected = (Double(judges - 1) * mean + 1) / Double(judges)
      #expect(abs(try #require(KendallW(scores: scores).concordance) - expected) < 1e-9)
    }
  }
}
