import Methods

/// Regions by how many conditions they worked out, as far as that is known: bounds of places, and what is surely above what.
struct OrderBounds: Sendable, Hashable {
  /// Of each region the fewest and the most that it can have worked out.
  let counts: [ClosedRange<Int>]
  /// The places that each can have; equal ones share the better place.
  let places: [ClosedRange<Int>]
  /// How many pairs are sure by the number of conditions.
  let surePairs: Int
  /// Of each region those that it is surely above in every condition: it has all that the other can have, and surely more.
  let dominated: [Set<Int>]

  var pairs: Int { counts.count * (counts.count - 1) / 2 }

  /// - Parameter answers: of each region and condition whether it is worked out; nil where it is not known.
  init(_ answers: [[Bool?]]) {
    counts = answers.map { row in
      let (yes, no) = (row.count { $0 == true }, row.count { $0 == false })
      return yes...row.count - no
    }
    let ranks = RankBounds(counts.map { Double($0.lowerBound)...Double($0.upperBound) })
    places = ranks.places
    surePairs = ranks.surePairs.count
    dominated = answers.indices.map { one in
      Set(answers.indices.filter { other in one != other && Self.isAbove(answers[one], answers[other]) })
    }
  }

  /// Whether the place of a region says anything: not where its bounds span more than half of all places.
  func isRankable(_ region: Int) -> Bool {
    2 * (places[region].upperBound - places[region].lowerBound) <= counts.count - 1
  }

  private static func isAbove(_ one: [Bool?], _ other: [Bool?]) -> Bool {
    let pairs = zip(one, other)
    return pairs.allSatisfy { $0 == true || $1 == false } && pairs.contains { $0 == true && $1 == false }
  }

  /// The pairs of dominance that do not follow from others (the Hasse diagram), the one above first.
  var covers: [(above: Int, below: Int)] {
    dominated.indices.flatMap { one in
      let between = dominated[one].reduce(into: Set<Int>()) { $0.formUnion(dominated[$1]) }
      return dominated[one].subtracting(between).sorted().map { (one, $0) }
    }
  }

  /// How many stand above each in the longest chain of dominance: its level in the picture.
  var levels: [Int] {
    var levels = [Int](repeating: 0, count: dominated.count)
    // Whoever is above others has more below it than they have, so this order meets everyone after those above it.
    for one in dominated.indices.sorted(by: { (dominated[$0].count, $1) > (dominated[$1].count, $0) }) {
      for other in dominated[one] { levels[other] = max(levels[other], levels[one] + 1) }
    }
    return levels
  }
}
