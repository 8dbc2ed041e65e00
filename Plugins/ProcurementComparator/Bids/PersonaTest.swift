import Methods

/// How a bid works out for each persona along the stages of a journey.
struct PersonaTest: Sendable {
  struct Score: Sendable {
    let bidder: String
    let persona: String
    let stage: String
    /// 0 through 1.
    let value: Double
  }

  /// One bid for one persona.
  struct Line: Sendable, Hashable {
    let bidder: String
    let persona: String
    let stages: Int
    let mean: Double
    /// The stage where it works least, of equals the first.
    let lowest: Double
    let lowestStage: String
    /// Whether the lowest lies just on the threshold.
    let isOnThreshold: Bool
    /// Whether no stage falls below the threshold: one that fails spoils the journey, whatever the mean.
    let works: Bool
  }

  let lines: [Line]

  /// - Parameter threshold: what each stage has to reach, 0 through 1.
  init(_ scores: [Score], threshold: Double) {
    var order: [[String]] = []
    var grouped: [[String]: [Score]] = [:]
    for score in scores {
      let key = [score.bidder, score.persona]
      if grouped[key] == nil { order.append(key) }
      grouped[key, default: []].append(score)
    }
    lines = order.map { key in
      let own = grouped[key] ?? []
      let least = own.map(\.value).min() ?? 0
      return Line(
        bidder: key[0], persona: key[1], stages: own.count,
        mean: own.reduce(0) { $0 + $1.value } / Double(max(own.count, 1)), lowest: least,
        lowestStage: own.first { $0.value == least }?.stage ?? "",
        isOnThreshold: Standing(of: least, to: threshold) == .on, works: Standing(of: least, to: threshold).isAtLeast)
    }
  }
}
