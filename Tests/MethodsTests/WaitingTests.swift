import Methods
import Testing

/// What is still to come as time goes on (Kaplan-Meier).
@Suite struct WaitingTests {
  private func waits(_ words: String) -> [KaplanMeier.Wait] {
    words.split(separator: " ").map { word in
      KaplanMeier.Wait(time: Double(word.filter { $0 != "+" }) ?? 0, hasCome: !word.hasSuffix("+"))
    }
  }

  @Test func `10 20 30+ 40 60+ leaves .8 .6 .3, and half has come by 40`() {
    let found = KaplanMeier(waits("10 20 30+ 40 60+"))
    #expect(found.steps.map(\.time) == [10, 20, 40] && found.steps.map(\.atRisk) == [5, 4, 2])
    for (step, share) in zip(found.steps, [0.8, 0.6, 0.3]) { #expect(abs(step.share - share) < 1e-12) }
    #expect(found.median == 40)
  }

  @Test func `6-MP of Freireich 1963: shares, errors and ends as in Kalbfleisch and Prentice`() throws {
    let found = KaplanMeier(waits("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"))
    let published = [
      (6.0, 0.857, 0.0764, 0.620, 0.952), (7, 0.807, 0.0869, 0.563, 0.923), (10, 0.753, 0.0963, 0.503, 0.889),
      (13, 0.690, 0.1068, 0.432, 0.849), (16, 0.627, 0.1141, 0.368, 0.805), (22, 0.538, 0.1282, 0.268, 0.747),
      (23, 0.448, 0.1346, 0.188, 0.680),
    ]
    #expect(found.steps.map(\.time) == published.map(\.0))
    for (step, (_, share, error, low, high)) in zip(found.steps, published) {
      #expect(abs(step.share - share) < 5.1e-4 && abs(step.share * step.greenwood.squareRoot() - error) < 5.1e-5)
      let ends = try #require(step.interval)
      #expect(abs(ends.low - low) < 5.1e-4 && abs(ends.high - high) < 5.1e-4)
    }
    #expect(KaplanMeier(waits("1 2")).steps.map { $0.interval == nil } == [false, true])
  }

  @Test
  func `nothing that came leaves nothing, half on the dot is half, and what is still to come at a moment counts then`()
  {
    #expect(KaplanMeier([]).steps == [] && KaplanMeier(waits("5+ 6+")).median == nil)
    #expect(KaplanMeier(waits("1 2 3 4")).median == 2)
    #expect(KaplanMeier(waits("3 3+")).steps.map(\.atRisk) == [2])
    #expect(KaplanMeier(waits("0 0")).steps.map(\.share) == [0])
  }

  /// Efron's redistribution to the right: what has not come yet gives its weight to all that come later.
  private func redistributed(_ waits: [KaplanMeier.Wait]) -> [Double: Double] {
    let sorted = waits.sorted { ($0.time, $0.hasCome ? 0 : 1) < ($1.time, $1.hasCome ? 0 : 1) }
    var weights = [Double](repeating: 1 / Double(max(sorted.count, 1)), count: sorted.count)
    var share = 1.0
    var found: [Double: Double] = [:]
    for place in sorted.indices {
      if sorted[place].hasCome {
        share -= weights[place]
        found[sorted[place].time] = share
      } else {
        let later = place + 1..<sorted.count
        for other in later { weights[other] += weights[place] / Double(later.count) }
      }
    }
    return found
  }

  @Test func `on random waits it is what redistribution to the right gives (Efron 1967), and never rises`() {
    var stream = RandomStream(seed: 5)
    for _ in 0..<300 {
      let waits = (0..<Int.random(in: 1...9, using: &stream)).map { _ in
        KaplanMeier.Wait(time: Double(Int.random(in: 0...6, using: &stream)), hasCome: Bool.random(using: &stream))
      }
      let steps = KaplanMeier(waits).steps
      let other = redistributed(waits)
      #expect(steps.count == other.count)
      for step in steps { #expect(abs(step.share - (other[step.time] ?? 9)) < 1e-9, "\(waits)") }
      for (one, next) in zip(steps, steps.dropFirst()) { #expect(next.share <= one.share) }
    }
  }
}
