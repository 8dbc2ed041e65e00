/// Whether the size of a group follows from the sizes of others by adding and taking away.
///
/// Each group is a set of pieces that no group parts; one follows exactly where it is a combination of groups that show. (The exact
/// audit for sums: Willenborg & De Waal, Elements of Statistical Disclosure Control, 2001, chapter 6.)
public struct LinearDisclosure: Sendable {
  /// Remainders modulo a prime are exact where fractions would round.
  private static let prime: UInt64 = 2_147_483_647

  /// Rows in echelon form, each by the piece it begins with.
  private var rows: [Int: [Int: UInt64]] = [:]

  /// Takes up the groups that show.
  ///
  /// - Parameters:
  ///   - shown: of each group its pieces, by number, each once.
  ///   - poll: is called between groups; what it throws ends the work.
  public init(shown: [[Int]], poll: () throws -> Void) rethrows {
    var alone: Set<Int> = []
    var rest = shown
    // A piece that shows by itself adds nothing to any other: without those, few remain.
    while true {
      let found = rest.filter { $0.count == 1 }.compactMap(\.first)
      if found.isEmpty { break }
      alone.formUnion(found)
      try poll()
      rest = rest.map { $0.filter { !alone.contains($0) } }.filter { !$0.isEmpty }
    }
    for piece in alone { rows[piece] = [piece: 1] }
    // The small ones first: they leave little of the large ones.
    for group in rest.sorted(by: { $0.count < $1.count }) {
      try poll()
      let row = reduced(group)
      guard let lead = row.keys.min(), let factor = row[lead] else { continue }
      let inverse = Self.power(factor, Self.prime - 2)
      rows[lead] = row.mapValues { $0 * inverse % Self.prime }
    }
  }

  /// Whether the size of this group follows.
  public func tells(_ group: [Int]) -> Bool { reduced(group).isEmpty }

  private func reduced(_ group: [Int]) -> [Int: UInt64] {
    var row = Dictionary(group.map { ($0, UInt64(1)) }, uniquingKeysWith: { first, _ in first })
    var kept: [Int: UInt64] = [:]
    while let lead = row.keys.min(), let factor = row[lead] {
      guard let pivot = rows[lead] else {
        kept[lead] = factor
        row[lead] = nil
        continue
      }
      for (piece, value) in pivot {
        let sum = (row[piece] ?? 0) + Self.prime - factor * value % Self.prime
        row[piece] = sum % Self.prime == 0 ? nil : sum % Self.prime
      }
    }
    return kept
  }

  private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var (result, factor, rest) = (UInt64(1), base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result * factor % prime }
      factor = factor * factor % prime
      rest >>= 1
    }
    return result
  }
}
