import Methods
import Testing

/// Places out of bounds, and the smallest choice that covers all.
@Suite struct ChoiceTests {
  @Test func `five regions of which part is not known`() {
    let bounds = RankBounds([8...8, 5...7, 3...7, 4...4, 0...8])
    #expect(bounds.places == [1...1, 2...4, 2...5, 3...5, 1...5])
    #expect(bounds.surePairs.count == 4)
    #expect(bounds.surePairs.contains(.init(above: 1, below: 3)))
    #expect(!bounds.surePairs.contains(.init(above: 1, below: 2)))
  }

  @Test func `equal ones share the better place, and one by itself is first`() {
    #expect(RankBounds([2...2, 2...2, 1...1]).places == [1...1, 1...1, 3...3])
    #expect(RankBounds([0...9]).places == [1...1] && RankBounds([]).places.isEmpty)
  }

  @Test func `places are the least and the most that any values give`() {
    var random = RandomStream(seed: 3)
    for _ in 0..<60 {
      let ranges = (0..<4).map { _ in
        let low = random.index(below: 4)
        return low...(low + random.index(below: 3))
      }
      var seen = [Set<Int>](repeating: [], count: 4)
      func go(_ values: [Int]) {
        guard values.count < 4 else {
          for (one, value) in values.enumerated() { seen[one].insert(1 + values.count { $0 > value }) }
          return
        }
        for value in ranges[values.count] { go(values + [value]) }
      }
      go([])
      let bounds = RankBounds(ranges.map { Double($0.lowerBound)...Double($0.upperBound) })
      for one in 0..<4 { #expect(bounds.places[one] == (seen[one].min() ?? 0)...(seen[one].max() ?? 0)) }
    }
  }

  @Test func `the smallest covers are those of all choices tried one by one`() throws {
    var random = RandomStream(seed: 9)
    for _ in 0..<60 {
      let sets = (0..<7).map { _ in Set((0..<6).filter { _ in random.index(below: 3) == 0 }) }
      let elements = Set(0..<6)
      let able = sets.reduce(into: Set<Int>()) { $0.formUnion($1) }
      var best: [[Int]] = []
      for choice in 0..<(1 << 7) {
        let chosen = (0..<7).filter { choice >> $0 & 1 == 1 }
        guard chosen.reduce(into: Set<Int>(), { $0.formUnion(sets[$1]) }) == able else { continue }
        if let size = best.first?.count, chosen.count > size { continue }
        if let size = best.first?.count, chosen.count < size { best = [] }
        best.append(chosen)
      }
      let found = try SetCoverExact(sets, covering: elements)
      #expect(Set(found.choices) == Set(best) && !found.hasMore)
      #expect(found.uncoverable == elements.subtracting(able).sorted())
    }
  }

  @Test func `nothing to cover needs nothing, and more than are asked for are said to be there`() throws {
    #expect(try SetCoverExact([[1], [2]], covering: []).choices == [[]])
    let none = try SetCoverExact([], covering: [1, 2])
    #expect(none.choices == [[]] && none.uncoverable == [1, 2])
    let many = try SetCoverExact([[1], [1], [1]], covering: [1], limit: 2)
    #expect(many.choices.count == 2 && many.hasMore)
    #expect(try !SetCoverExact([[1], [1]], covering: [1], limit: 2).hasMore)
  }

  @Test func `a search can be stopped`() {
    struct Stop: Error {}
    let sets = (0..<40).map { one in Set((0..<60).filter { ($0 * 7 + one * 11) % 9 < 2 }) }
    var asked = 0
    #expect(throws: Stop.self) {
      try SetCoverExact(sets, covering: Set(0..<60)) {
        asked += 1
        if asked == 3 { throw Stop() }
      }
    }
  }
}
