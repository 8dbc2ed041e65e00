/// Whether a count follows from others by adding and subtracting.
///
/// Each group is the sum of its units; a count follows exactly where its group is a linear combination of groups that show.
/// (The exact audit for sums: Willenborg & De Waal, Elements of Statistical Disclosure Control, 2001, chapter 6.)
struct Derivability {
  /// The remainders modulo a prime are exact where fractions would round.
  private static let prime: UInt64 = 2_147_483_647

  /// Rows in echelon form, each by the unit it begins with.
  private var rows: [Int: [Int: UInt64]] = [:]

  /// - Parameter shown: of each count that shows, its units.
  init(shown: [[Int]]) {
    var alone: Set<Int> = []
    var rest = shown
    // A unit that shows by itself adds nothing to any other: without those, few remain.
    while true {
      let found = rest.filter { $0.count == 1 }.compactMap(\.first).filter { !alone.contains($0) }
      if found.isEmpty { break }
      alone.formUnion(found)
      rest = rest.map { $0.filter { !alone.contains($0) } }.filter { !$0.isEmpty }
    }
    for unit in alone { rows[unit] = [unit: 1] }
    for units in rest { insert(units) }
  }

  /// Whether the count of these units follows from those that show.
  func tells(_ units: [Int]) -> Bool { reduced(units).isEmpty }

  private mutating func insert(_ units: [Int]) {
    var row = reduced(units)
    guard let lead = row.keys.min(), let factor = row[lead] else { return }
    let inverse = Self.power(factor, Self.prime - 2)
    for (unit, value) in row { row[unit] = value * inverse % Self.prime }
    rows[lead] = row
  }

  private func reduced(_ units: [Int]) -> [Int: UInt64] {
    var row = Dictionary(units.map { ($0, UInt64(1)) }, uniquingKeysWith: { first, _ in first })
    var done: Set<Int> = []
    while let lead = row.keys.filter({ !done.contains($0) }).min() {
      done.insert(lead)
      guard let pivot = rows[lead], let factor = row[lead] else { continue }
      for (unit, value) in pivot {
        let sum = (row[unit] ?? 0) + Self.prime - factor * value % Self.prime
        row[unit] = sum % Self.prime == 0 ? nil : sum % Self.prime
      }
    }
    return row
  }

  private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var result: UInt64 = 1
    var factor = base
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * factor % prime }
      factor = factor * factor % prime
      rest >>= 1
    }
    return result
  }
}
