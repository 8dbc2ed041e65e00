import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Holding back small counts, and what they would follow from.
@Suite struct DisclosureTests {
  /// Counts of groups, each with its units.
  private func hidden(_ counts: [Double], _ units: [[Int]], below threshold: Int = 5) -> (small: [Int], other: [Int]) {
    let held = Disclosure([counts], nesting: { Nesting(units) }, threshold: threshold)
    return (held.small.sorted(), held.complements.sorted())
  }

  @Test func `a small part takes the smallest of the others with it`() {
    let held = hidden([60, 3, 20, 37], [[1, 2, 3], [1], [2], [3]])
    #expect(held.small == [1] && held.other == [2])
  }

  @Test func `where two small parts are still few together, a third goes with them`() {
    #expect(hidden([60, 1, 2, 20, 37], [[1, 2, 3, 4], [1], [2], [3], [4]]).other == [3])
    #expect(hidden([60, 4, 3, 20, 33], [[1, 2, 3, 4], [1], [2], [3], [4]]).other == [])
  }

  @Test func `where the total is not shown, or not all its parts, nothing follows`() {
    #expect(hidden([3, 20, 37], [[1], [2], [3]]).other == [])
    #expect(hidden([60, 3, 20], [[1, 2, 3], [1], [2]]).other == [])
  }

  @Test func `four are held back and five are not; a bound and a rate of a row go with its count`() {
    let counts = SmallCounts(threshold: 5)
    let held = Disclosure([[4, 5, 0, 60]], beside: [3], threshold: 5)
    #expect(held.small == [0] && held.complements == [3])
    let marks = { (values: [Double], kind: SmallCounts.Kind) in
      counts.column("people", values, held: held, as: kind).withheld
    }
    #expect(counts.column("people", [4, 5, 0, 60]).withheld == [0: "<5"])
    #expect(marks([4, 5, 0, 60], .counts) == [0: "<5", 3: "•"])
    #expect(marks([0, 5, 0, 0], .counts) == [:])
    #expect(marks([0, 2, 0, 52], .bounds) == [0: "•", 3: "•"])
    #expect(marks([0.2, 0.3, 0, .nan], .rates) == [0: "•"])
    #expect(counts.mark(of: 5, isHeld: true) == "•" && counts.mark(of: 4, isHeld: true) == "<5")
    #expect(counts.mark(of: 0, isHeld: true) == nil && counts.mark(of: 4, isHeld: false) == nil)
  }

  @Test func `two small parts that make exactly the limit need no third`() {
    #expect(hidden([60, 1, 3, 20, 36], [[1, 2, 3, 4], [1], [2], [3], [4]]).other == [3])
    #expect(hidden([60, 2, 3, 20, 35], [[1, 2, 3, 4], [1], [2], [3], [4]]).other == [])
  }

  @Test func `nobody is no secret and hides nothing; without a limit nothing is hidden`() {
    let held = hidden([60, 0, 3, 57], [[1, 2, 3], [1], [2], [3]])
    #expect(held.small == [2] && held.other == [3])
    #expect(hidden([60, 3, 57], [[1, 2], [1], [2]], below: 0).small == [])
  }

  @Test func `a wijk that is held back takes one of its buurten with it, down the tree`() {
    // Municipality 0 of wijken 1 (buurten 3, 4) and 2 (buurten 5, 6); wijk 2 has few people.
    let units = [[3, 4, 5, 6], [3, 4], [5, 6], [3], [4], [5], [6]]
    let held = hidden([104, 100, 4, 30, 70, 1, 3], units)
    #expect(held.small == [2, 5, 6] && held.other == [1, 3])
  }

  @Test func `a wijk of one buurt is held back with it`() {
    #expect(hidden([60, 3, 3, 57], [[1, 2], [1], [1], [2]]).small == [1, 2])
    let held = hidden([60, 20, 20, 3, 37], [[1, 2, 3], [1], [1], [2], [3]])
    #expect(held.small == [3] && held.other == [1, 2])
  }

  @Test func `own areas that overlap tell by their difference`() {
    // A of units 1, 2, 3 and B of 2, 3, 4; the buurten 1 and 4 show: B - 4 + 1 = A is no news, but A - B - 1 + 4 is nought.
    let units = [[1, 2, 3], [2, 3, 4], [1], [4], [3]]
    let held = hidden([43, 60, 3, 20, 30], units)
    #expect(held.small == [2])
    #expect(!held.other.isEmpty)
    #expect(!follows(2, shown: [0, 1, 2, 3, 4].filter { !(held.small + held.other).contains($0) }, units))
  }

  @Test func `counts of one row go together, for a rate beside them gives one from the other`() {
    let held = Disclosure(
      [[60, 3, 20, 37], [600, 300, 100, 200]], nesting: { Nesting([[1, 2, 3], [1], [2], [3]]) }, threshold: 5)
    #expect(held.hidden == [1, 2])
    // By the second count alone row 1 is not small, and yet hidden: so it must not follow there either.
    let second = Disclosure(
      [[0, 3, 0, 0], [600, 300, 100, 200]], nesting: { Nesting([[1, 2, 3], [1], [2], [3]]) }, threshold: 5)
    #expect(second.hidden == [1, 2])
  }

  @Test func `no hidden count follows, whatever is added and subtracted: 400 random nestings, all combinations`() {
    var random = Draws(state: 7)
    var complements = 0
    for round in 0..<400 {
      let unitCount = 3 + random.below(4)
      let values = (0..<unitCount).map { _ in Double([0, 1, 2, 3, 4, 6, 9, 30, 50][random.below(9)]) }
      var units = (0..<unitCount).map { [$0] }
      // Half of the rounds nest wijken in a municipality; the others let own areas overlap as they like.
      if round % 2 == 0 {
        let cut = 1 + random.below(unitCount - 1)
        units += [Array(0..<cut), Array(cut..<unitCount), Array(0..<unitCount)]
      } else {
        for _ in 0..<3 {
          let some = (0..<unitCount).filter { _ in random.below(2) == 0 }
          if !some.isEmpty { units.append(some) }
        }
      }
      if random.below(3) == 0 { units.remove(at: random.below(units.count)) }
      let counts = units.map { $0.reduce(0) { $0 + values[$1] } }
      let held = Disclosure([counts], nesting: { Nesting(units) }, threshold: 5)
      complements += held.complements.count
      let shown = units.indices.filter { !held.hidden.contains($0) }
      for row in held.hidden {
        #expect(!follows(row, shown: shown, units), "row \(row) of \(units) = \(counts)")
      }
    }
    #expect(complements > 100)
  }

  /// Whether a sum and difference of shown groups is the group, tried out in full.
  private func follows(_ row: Int, shown: [Int], _ units: [[Int]]) -> Bool {
    let size = (units.joined().max() ?? 0) + 1
    let vectors = shown.map { group in (0..<size).map { units[group].contains($0) ? 1 : 0 } }
    let target = (0..<size).map { units[row].contains($0) ? 1 : 0 }
    var sums: Set<[Int]> = [[Int](repeating: 0, count: size)]
    for vector in vectors {
      var more = sums
      for sum in sums {
        more.insert(zip(sum, vector).map { $0 + $1 })
        more.insert(zip(sum, vector).map { $0 - $1 })
      }
      sums = more
      if sums.contains(target) { return true }
    }
    return sums.contains(target)
  }

  /// Numbers that look drawn, the same each time.
  private struct Draws {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }
}
