import TestSupport
import Testing

@testable import Session

/// Groups of persons that follow from groups that were shown.
@Suite struct PersonSumsTests {
  private func set(_ range: ClosedRange<Int>) -> [Int] { Array(range) }

  @Test(arguments: [(5, true), (4, false), (1, false)])
  func `a group of its own is shown from the least number on`(size: Int, isShown: Bool) {
    var sums = PersonSums()
    #expect(sums.take([set(1...size)], threshold: 5).isEmpty == isShown)
  }

  @Test func `nobody is no group`() {
    var sums = PersonSums()
    #expect(sums.take([[]], threshold: 5).isEmpty)
  }

  @Test(arguments: [(96, true), (99, true), (95, false), (100, false)])
  func `all less most gives few: the later answer is held back, in either order`(part: Int, isHeld: Bool) {
    for order in [[100, part], [part, 100]] {
      var sums = PersonSums()
      #expect(sums.take([set(1...order[0])], threshold: 5).isEmpty)
      #expect(sums.take([set(1...order[1])], threshold: 5).isEmpty == !isHeld)
      // Again the same: what was shown stays, what was held back stays back.
      #expect(sums.take([set(1...order[0])], threshold: 5).isEmpty)
      #expect(sums.take([set(1...order[1])], threshold: 5).isEmpty == !isHeld)
    }
  }

  @Test func `two groupings that differ by few`() {
    var sums = PersonSums()
    // By district, and then by district with three persons moved to another.
    #expect(sums.take([set(1...20), set(21...40)], threshold: 5).isEmpty)
    #expect(sums.take([set(1...17), set(18...40)], threshold: 5) == [set(1...17), set(18...40)])
    // Six moved are enough.
    #expect(sums.take([set(1...14), set(15...40)], threshold: 5).isEmpty)
  }

  @Test func `what follows from three answers`() {
    var sums = PersonSums()
    #expect(sums.take([set(1...30)], threshold: 5).isEmpty)
    #expect(sums.take([set(1...14)], threshold: 5).isEmpty)
    #expect(sums.take([set(15...27)], threshold: 5) == [set(15...27)])
    #expect(sums.take([set(15...25)], threshold: 5).isEmpty)
  }

  @Test func `no small group can be put together of what shows, by trying every combination`() {
    var generator = SeededGenerator(53)
    var (holds, shows) = (0, 0)
    for _ in 0..<120 {
      let count = Int.random(in: 6...9, using: &generator)
      var sums = PersonSums()
      var shown: [[Int]] = []
      for _ in 0..<5 {
        let group = (0..<count).filter { _ in Bool.random(using: &generator) }
        if sums.take([group], threshold: 3).isEmpty, !group.isEmpty {
          shown.append(group)
          shows += 1
        } else {
          holds += 1
        }
      }
      for number in 1..<1 << count {
        let group = (0..<count).filter { number >> $0 & 1 == 1 }
        if group.count < 3 { #expect(!Rational.spans(shown, group, count), "\(shown) tell \(group)") }
      }
    }
    #expect(holds > 100 && shows > 200)
  }

  @Test func `many groups that part each other are looked at at once`() {
    var sums = PersonSums()
    let tens = Set((0..<300).map { set($0 * 10...$0 * 10 + 9) })
    let sevens = Set((0..<400).map { set($0 * 7...$0 * 7 + 6) })
    #expect(sums.take(tens, threshold: 5).isEmpty)
    _ = sums.take(sevens, threshold: 5)
    #expect(sums.take([set(0...2999)], threshold: 5).isEmpty)
  }
}

/// Elimination in fractions of whole numbers, independent of what is tested.
private enum Rational {
  /// Whether the group is a combination of the others.
  static func spans(_ groups: [[Int]], _ group: [Int], _ count: Int) -> Bool {
    rank(groups, count) == rank(groups + [group], count)
  }

  private static func rank(_ groups: [[Int]], _ count: Int) -> Int {
    var rows = groups.map { group in (0..<count).map { group.contains($0) ? 1 : 0 } }
    var rank = 0
    for column in 0..<count {
      guard let pivot = (rank..<rows.count).first(where: { rows[$0][column] != 0 }) else { continue }
      rows.swapAt(rank, pivot)
      for row in rows.indices where row > rank && rows[row][column] != 0 {
        let (one, other) = (rows[rank][column], rows[row][column])
        rows[row] = (0..<count).map { rows[row][$0] * one - rows[rank][$0] * other }
      }
      rank += 1
      if rank == rows.count { break }
    }
    return rank
  }
}
