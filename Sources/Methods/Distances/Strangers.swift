extension Observations {
  /// Rows to set apart so that each two of the others have a trait that is known of both: those that have nothing in common
  /// with most others first, and of equals those of whom least is known.
  ///
  /// Work grows with the square of the number of different patterns of what is known, not with that of the rows.
  ///
  /// - Parameter poll: is called between patterns; what it throws ends the work.
  public func strangers(_ poll: () throws -> Void) rethrows -> [Int] {
    let words = (traits.count + 63) / 64
    var rowsOf: [[UInt64]: [Int]] = [:]
    for row in 0..<rowCount {
      var known = [UInt64](repeating: 0, count: words)
      for (place, trait) in traits.enumerated() where !trait.isMissing(row) { known[place / 64] |= 1 << (place % 64) }
      rowsOf[known, default: []].append(row)
    }
    // In the order of the rows, so that the same table always gives the same.
    var patterns = rowsOf.sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }
    func isStrange(_ one: [UInt64], _ other: [UInt64]) -> Bool { zip(one, other).allSatisfy { $0 & $1 == 0 } }
    var apart: [Int] = []
    var counts: [Int] = []
    for one in patterns {
      try poll()
      counts.append(patterns.reduce(0) { isStrange(one.key, $1.key) ? $0 + $1.value.count : $0 })
    }
    // Nothing known at all is strange to itself too, which matters from two rows on or beside anybody.
    while let worst = patterns.indices.max(by: { one, other in
      let (own, next) = (patterns[one].key.known, patterns[other].key.known)
      return (counts[one], -own) < (counts[other], -next)
    }), counts[worst] > 0, apart.count + 1 < rowCount {
      try poll()
      // One row at a time: of those who know the same, the last may be enough.
      let gone = patterns[worst].value.removeLast()
      apart.append(gone)
      for place in patterns.indices where isStrange(patterns[worst].key, patterns[place].key) { counts[place] -= 1 }
      if patterns[worst].value.isEmpty {
        patterns.remove(at: worst)
        counts.remove(at: worst)
      }
    }
    return apart.sorted()
  }
}

extension [UInt64] {
  fileprivate var known: Int { reduce(0) { $0 + $1.nonzeroBitCount } }
}
