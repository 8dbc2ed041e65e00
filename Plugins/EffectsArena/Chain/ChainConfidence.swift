import Methods

/// The ways to an effect, and how sure it is that one of them holds.
struct ChainConfidence {
  /// A way from where a chain begins to the effect.
  struct Way: Hashable {
    let steps: [String]
    /// The product over its links; nil where nobody said anything of one of them.
    let confidence: Double?
  }

  /// More are not listed.
  private static let mostWays = 200

  let ways: [Way]
  /// Whether there are more ways than are listed.
  let isCut: Bool
  /// That at least one way holds, links that ways share counted once; nil where something is unknown.
  let joined: Double?
  /// The same with what is unknown taken as nought, and as sure.
  let bounds: ClosedRange<Double>?
  /// All links on these ways.
  let links: [SheetLink]

  init(_ sheet: Sheet, to effect: String) {
    let ancestors = sheet.origins(of: effect)
    links = sheet.links.filter { ancestors.contains($0.from) && ancestors.contains($0.to) }
    let incoming = Dictionary(grouping: links, by: \.to)
    let begins = Set(ancestors.filter { incoming[$0] == nil && $0 != effect })
    var found: [Way] = []
    var isCut = false
    // Backwards from the effect; a chain has no way that comes back.
    func walk(_ node: String, _ steps: [String], _ confidence: Double?) {
      guard found.count < Self.mostWays else {
        isCut = true
        return
      }
      guard let before = incoming[node] else {
        if steps.count > 1 { found.append(Way(steps: steps.reversed(), confidence: confidence)) }
        return
      }
      for link in before {
        let known = confidence.flatMap { confidence in link.confidence.map { confidence * $0 } }
        walk(link.from, steps + [link.from], known)
      }
    }
    walk(effect, [effect], 1)
    ways = found
    self.isCut = isCut
    let places = Dictionary(uniqueKeysWithValues: ancestors.sorted().enumerated().map { ($1, $0) })
    let all = links
    func chance(_ unknown: Double) -> Double? {
      guard let goal = places[effect], !begins.isEmpty else { return nil }
      let links = all.compactMap { link -> ReachChance.Link? in
        guard let from = places[link.from], let to = places[link.to] else { return nil }
        return ReachChance.Link(from: from, to: to, chance: link.confidence ?? unknown)
      }
      return ReachChance.of(goal, from: Set(begins.compactMap { places[$0] }), links: links)
    }
    let low = chance(0)
    let high = chance(1)
    let isKnown = links.allSatisfy { $0.confidence != nil }
    joined = isKnown ? low : nil
    bounds = low.flatMap { low in high.map { min(low, $0)...max(low, $0) } }
  }

  /// The links of which nobody said how sure they are.
  var silent: [SheetLink] { links.filter { $0.confidence == nil } }

  /// The link of which people are least sure; nil where nobody said anything.
  var weakest: SheetLink? {
    links.filter { $0.confidence != nil }.min { ($0.confidence ?? 1) < ($1.confidence ?? 1) }
  }
}

extension SheetLink {
  /// The roles that are less sure of it than the middle.
  var doubters: [String] {
    guard let middle = confidence else { return [] }
    return sure.filter { $0.value.number.map { $0 < middle } ?? false }.keys.sorted()
  }
}
