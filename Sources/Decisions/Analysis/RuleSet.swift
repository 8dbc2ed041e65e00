/// A set of rules, a bit for each.
struct RuleSet: Sendable, Hashable {
  private var words: [UInt64]

  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  /// Rules 0 up to the count.
  static func all(_ count: Int) -> RuleSet {
    var set = RuleSet(count: count)
    for rule in 0..<count { set.insert(rule) }
    return set
  }

  mutating func insert(_ rule: Int) { words[rule >> 6] |= 1 << UInt64(rule & 63) }

  mutating func remove(_ rule: Int) { words[rule >> 6] &= ~(1 << UInt64(rule & 63)) }

  func contains(_ rule: Int) -> Bool { words[rule >> 6] & 1 << UInt64(rule & 63) != 0 }

  func intersection(_ other: RuleSet) -> RuleSet {
    var both = self
    for index in words.indices { both.words[index] &= other.words[index] }
    return both
  }

  /// How many rules are in both.
  func intersectionCount(_ other: RuleSet) -> Int {
    var count = 0
    for index in words.indices { count += (words[index] & other.words[index]).nonzeroBitCount }
    return count
  }

  func isSubset(of other: RuleSet) -> Bool {
    for index in words.indices where words[index] & ~other.words[index] != 0 { return false }
    return true
  }

  func isDisjoint(with other: RuleSet) -> Bool {
    for index in words.indices where words[index] & other.words[index] != 0 { return false }
    return true
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The rules in it, in order.
  var members: [Int] {
    var found: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        found.append(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return found
  }
}
