/// What a session has shown of one table of persons: sets of persons of whom figures stood on the screen.
///
/// A group is told where counts that show add up to it, with sums and differences of any number of them. So what no set parts is
/// taken as one piece, and a small group is told where the sum of its pieces is a combination of what shows (the exact audit for
/// sums: Willenborg & De Waal, Elements of Statistical Disclosure Control, 2001, chapter 6). Groups of up to four pieces are
/// looked for, and with counts below five there are no others. Bounds, such as that a count cannot be negative, are not used.
struct PersonSums {
  /// More pieces of few persons than this are looked at alone and in pairs only.
  private static let mostSmall = 300
  /// An answer of many groups is taken in so many parts at most: one that would tell is held back whole.
  private static let mostParts = 32

  private var shown: [[Int]] = []
  private var known: Set<[Int]> = []
  /// Of each person the sets that were shown.
  private var sets: [Int: [Int]] = [:]

  /// Takes up sets that may be shown beside what was.
  ///
  /// - Parameters:
  ///   - sets: of persons, ascending; small ones among them are none that may.
  ///   - threshold: how many persons are few.
  /// - Returns: those that may not.
  mutating func take(_ sets: Set<[Int]>, threshold: Int) -> Set<[Int]> {
    let small = sets.filter { !$0.isEmpty && $0.count < threshold }
    let open = sets.subtracting(small).subtracting(known).filter { !$0.isEmpty }
    let least = max(1, open.count / Self.mostParts)
    return small.union(taking(open.sorted(by: Self.comesFirst), atLeast: least, threshold: threshold))
  }

  private static func comesFirst(_ one: [Int], _ other: [Int]) -> Bool {
    one.count == other.count ? one.lexicographicallyPrecedes(other) : one.count < other.count
  }

  /// Takes as many as may be shown together, the largest groups first.
  private mutating func taking(_ open: [[Int]], atLeast least: Int, threshold: Int) -> Set<[Int]> {
    guard !open.isEmpty else { return [] }
    if !Self.tell(around(open) + open, threshold: threshold) {
      for set in open {
        for person in set { sets[person, default: []].append(shown.count) }
        shown.append(set)
        known.insert(set)
      }
      return []
    }
    guard open.count > least else { return Set(open) }
    let middle = open.count / 2
    let held = taking(Array(open[middle...]), atLeast: least, threshold: threshold)
    return held.union(taking(Array(open[..<middle]), atLeast: least, threshold: threshold))
  }

  /// The sets that hang together with some new ones through the persons in them: of others nothing new follows.
  private func around(_ open: [[Int]]) -> [[Int]] {
    var found: Set<Int> = []
    var seen: Set<Int> = []
    var due = open
    while let set = due.popLast() {
      for person in set where seen.insert(person).inserted {
        for number in sets[person] ?? [] where found.insert(number).inserted { due.append(shown[number]) }
      }
    }
    return found.sorted().map { shown[$0] }
  }

  /// Whether a small group follows from sets that show.
  private static func tell(_ sets: [[Int]], threshold: Int) -> Bool {
    var standing: [Int: [Int]] = [:]
    for (number, set) in sets.enumerated() { for person in set { standing[person, default: []].append(number) } }
    var pieces: [[Int]: Int] = [:]
    var sizes: [Int] = []
    var rows = [[Int]](repeating: [], count: sets.count)
    for (_, numbers) in standing {
      if let piece = pieces[numbers] {
        sizes[piece] += 1
      } else {
        pieces[numbers] = sizes.count
        for number in numbers { rows[number].append(sizes.count) }
        sizes.append(1)
      }
    }
    let small = sizes.indices.filter { sizes[$0] < threshold }
    guard !small.isEmpty else { return false }
    let weights = NullVector(rows, count: sizes.count).values
    return Small(small.map { (sizes[$0], weights[$0]) }, threshold: threshold, isMany: small.count > mostSmall).isTold
  }
}

/// Pieces of few persons, each with its place in a vector that every combination of what shows is perpendicular to: the sum of
/// such places is nought where a group follows, and hardly ever where it does not.
private struct Small {
  private let pieces: [(size: Int, weight: UInt64)]
  private let threshold: Int
  private let isMany: Bool
  private let places: [UInt64: [Int]]

  init(_ pieces: [(size: Int, weight: UInt64)], threshold: Int, isMany: Bool) {
    self.pieces = pieces
    self.threshold = threshold
    self.isMany = isMany
    places = Dictionary(grouping: pieces.indices, by: { pieces[$0].weight })
  }

  var isTold: Bool {
    pieces.contains { $0.weight == 0 } || pieces.indices.contains { one in completes([one]) }
      || !isMany && (hasThree || hasFour)
  }

  private var hasThree: Bool { pairs { completes([$0, $1]) } }

  private var hasFour: Bool {
    var sums: [UInt64: [(Int, Int)]] = [:]
    return pairs { one, other in
      let sum = Modular.sum(pieces[one].weight, pieces[other].weight)
      if (sums[Modular.negative(sum)] ?? []).contains(where: { isSmall([one, other, $0.0, $0.1]) }) { return true }
      sums[sum, default: []].append((one, other))
      return false
    }
  }

  private func pairs(_ isTold: (Int, Int) -> Bool) -> Bool {
    for one in pieces.indices {
      for other in pieces.indices where other > one && isSmall([one, other]) { if isTold(one, other) { return true } }
    }
    return false
  }

  /// Whether one more piece makes a group of these that follows.
  private func completes(_ chosen: [Int]) -> Bool {
    let sum = chosen.reduce(0) { Modular.sum($0, pieces[$1].weight) }
    return (places[Modular.negative(sum)] ?? []).contains { isSmall(chosen + [$0]) }
  }

  private func isSmall(_ chosen: [Int]) -> Bool {
    Set(chosen).count == chosen.count && chosen.reduce(0) { $0 + pieces[$1].size } < threshold
  }
}

/// A vector drawn among those that are perpendicular to each of some rows of noughts and ones.
private struct NullVector {
  let values: [UInt64]

  /// - Parameters:
  ///   - rows: of each row where its ones stand.
  ///   - count: how long a row is.
  init(_ rows: [[Int]], count: Int) {
    var echelon: [Int: [Int: UInt64]] = [:]
    for row in rows {
      var rest = Dictionary(row.map { ($0, UInt64(1)) }, uniquingKeysWith: { first, _ in first })
      while let lead = rest.keys.min(), let factor = rest[lead] {
        guard let pivot = echelon[lead] else {
          let inverse = Modular.inverse(factor)
          echelon[lead] = rest.mapValues { Modular.product($0, inverse) }
          break
        }
        for (place, value) in pivot {
          let next = Modular.sum(rest[place] ?? 0, Modular.negative(Modular.product(factor, value)))
          rest[place] = next == 0 ? nil : next
        }
      }
    }
    // The same for the same rows, so that a session can be run again.
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    var values = (0..<count).map { _ in Modular.draw(&state) }
    for (lead, row) in echelon.sorted(by: { $0.key > $1.key }) {
      let sum = row.reduce(0) { $1.key == lead ? $0 : Modular.sum($0, Modular.product($1.value, values[$1.key])) }
      values[lead] = Modular.negative(sum)
    }
    self.values = values
  }
}

/// Whole numbers modulo a prime: exact where fractions would round.
private enum Modular {
  private static let prime: UInt64 = (1 << 61) - 1

  static func sum(_ one: UInt64, _ other: UInt64) -> UInt64 { (one + other) % prime }
  static func negative(_ value: UInt64) -> UInt64 { value == 0 ? 0 : prime - value }

  static func product(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let (high, low) = one.multipliedFullWidth(by: other)
    return prime.dividingFullWidth((high, low)).remainder
  }

  static func inverse(_ value: UInt64) -> UInt64 {
    var (result, factor, rest) = (UInt64(1), value, prime - 2)
    while rest > 0 {
      if rest & 1 == 1 { result = product(result, factor) }
      factor = product(factor, factor)
      rest >>= 1
    }
    return result
  }

  /// The next of a stream of numbers (SplitMix64: Steele, Lea & Flood, 2014).
  static func draw(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var next = state
    next = (next ^ (next >> 30)) &* 0xBF58_476D_1CE4_E5B9
    next = (next ^ (next >> 27)) &* 0x94D0_49BB_1331_11EB
    return (next ^ (next >> 31)) % prime
  }
}
