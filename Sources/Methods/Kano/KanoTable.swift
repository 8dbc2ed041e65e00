/// What a feature is to people, by how they feel with it and without it.
public enum KanoCategory: String, Sendable, Hashable, CaseIterable {
  /// Must be there: missed, not noticed.
  case mustBe = "M"
  /// The more the better.
  case oneDimensional = "O"
  /// Not expected, and liked.
  case attractive = "A"
  case indifferent = "I"
  /// Better left out.
  case reverse = "R"
  /// The two answers contradict each other.
  case questionable = "Q"

  /// The category of a pair of answers, each 1 (I like it), 2 (I expect it), 3 (neutral), 4 (I can live with it) or 5 (I dislike
  /// it); nil where one is something else. Source: Kano 1984; the table by Matzler & Hinterhuber, Technovation 18 (1998).
  public init?(functional: Int, dysfunctional: Int) {
    guard (1...5).contains(functional), (1...5).contains(dysfunctional) else { return nil }
    switch (functional, dysfunctional) {
    case (1, 1), (5, 5): self = .questionable
    case (1, 5): self = .oneDimensional
    case (1, _): self = .attractive
    case (5, _), (_, 1): self = .reverse
    case (_, 5): self = .mustBe
    default: self = .indifferent
    }
  }
}

/// How many people hold a feature to be what.
public struct KanoTally: Sendable, Hashable {
  public private(set) var counts: [KanoCategory: Int] = [:]

  public init(_ counts: [KanoCategory: Int] = [:]) { self.counts = counts }

  public mutating func add(_ category: KanoCategory) { counts[category, default: 0] += 1 }

  public subscript(category: KanoCategory) -> Int { counts[category] ?? 0 }

  public var total: Int { counts.values.reduce(0, +) }

  /// The categories held most often.
  public var leading: [KanoCategory] {
    let most = counts.values.max() ?? 0
    // What weighs most for the product stands first: M > O > A > I (Matzler & Hinterhuber 1998).
    let order: [KanoCategory] = [.mustBe, .oneDimensional, .attractive, .indifferent, .reverse, .questionable]
    return most > 0 ? order.filter { self[$0] == most } : []
  }

  /// The category held most often; of equals the one that weighs most for what is offered: M, O, A, I, R, Q.
  public var category: KanoCategory? { leading.first }

  /// By how much satisfaction can rise with the feature: `(A + O) / (A + O + M + I)`, 0 through 1; nil where nobody holds any of
  /// these. Source: Berger and others, Center for Quality Management Journal 2 (1993).
  public var better: Double? { share(self[.attractive] + self[.oneDimensional]) }

  /// By how much it falls without: `-(O + M) / (A + O + M + I)`, -1 through 0.
  public var worse: Double? { share(self[.oneDimensional] + self[.mustBe]).map { $0 == 0 ? 0 : -$0 } }

  private func share(_ count: Int) -> Double? {
    let base = self[.attractive] + self[.oneDimensional] + self[.mustBe] + self[.indifferent]
    return base > 0 ? Double(count) / Double(base) : nil
  }
}
