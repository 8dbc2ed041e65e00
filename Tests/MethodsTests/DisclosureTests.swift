import Methods
import Testing

/// What of a table of few may show: everything that a reader can know is tried.
@Suite struct DisclosureTests {
  /// What a reader sees: sizes, counts that show, and signs.
  private static func seen(_ counts: [[Int]], _ held: HeldCells) -> [String] {
    let sums = counts[0].indices.map { kind in counts.reduce(0) { $0 + $1[kind] } }
    func words(_ values: [Int], _ cells: [HeldCells.Cell]) -> String {
      zip(values, cells).map { value, cell in
        cell == .shown ? "\(value)" : cell == .small ? "<" : "•"
      }.joined(separator: " ")
    }
    let rows = counts.indices.map { row in
      held.isListed[row] ? "\(counts[row].reduce(0, +)): \(words(counts[row], held.rows[row]))" : "-"
    }
    return rows + [held.showsSize ? "\(sums.reduce(0, +)): \(words(sums, held.whole))" : "-"]
  }

  private static func divisions(_ sum: Int, into parts: Int) -> [[Int]] {
    parts == 1 ? [[sum]] : (0...sum).flatMap { first in divisions(sum - first, into: parts - 1).map { [first] + $0 } }
  }

  /// Every table that there can be, by what a reader sees of it: who knows how it is done knows no more than that it is one of these.
  @Test(arguments: [(5, 3, 14), (5, 4, 12)])
  func `of one row no small count follows, even for who knows the rule`(threshold: Int, kinds: Int, most: Int) {
    for sum in 1...most {
      var worlds: [[String]: [[Int]]] = [:]
      for counts in Self.divisions(sum, into: kinds) {
        worlds[Self.seen([counts], HeldCells([counts], threshold: threshold)), default: []].append(counts)
      }
      for (seen, alike) in worlds {
        for counts in alike {
          for kind in counts.indices where counts[kind] > 0 && counts[kind] < threshold {
            #expect(Set(alike.map { $0[kind] }).count > 1, "\(threshold) \(seen) \(counts)")
          }
        }
      }
    }
  }

  @Test func `of two and three rows no small count follows from what shows, by trying all tables`() {
    var random = RandomStream(seed: 5)
    for _ in 0..<60 {
      let rows = 2 + random.index(below: 2)
      let (kinds, threshold) = (rows == 2 ? 2 + random.index(below: 2) : 2, 3)
      let counts = (0..<rows).map { _ in (0..<kinds).map { _ in random.index(below: 5) } }
      let held = HeldCells(counts, threshold: threshold)
      guard held.showsSize else { continue }
      var found = Array(repeating: Array(repeating: Set<Int>(), count: kinds), count: rows)
      var totals = Array(repeating: Set<Int>(), count: kinds)
      Self.each(counts, held, threshold) { world in
        for row in 0..<rows { for kind in 0..<kinds { found[row][kind].insert(world[row][kind]) } }
        for kind in 0..<kinds { totals[kind].insert(world.reduce(0) { $0 + $1[kind] }) }
      }
      for row in 0..<rows {
        for kind in 0..<kinds where counts[row][kind] > 0 && counts[row][kind] < threshold {
          #expect(found[row][kind].count > 1, "\(counts) \(Self.seen(counts, held))")
        }
      }
      for kind in 0..<kinds {
        let sum = counts.reduce(0) { $0 + $1[kind] }
        if sum > 0 && sum < threshold { #expect(totals[kind].count > 1, "\(counts) \(Self.seen(counts, held))") }
      }
    }
  }

  /// Calls for every table that fits what shows, the signs and the sizes.
  private static func each(
    _ counts: [[Int]], _ held: HeldCells, _ threshold: Int, _ body: ([[Int]]) -> Void
  ) {
    let sums = counts[0].indices.map { kind in counts.reduce(0) { $0 + $1[kind] } }
    let left = counts.indices.filter { !held.isListed[$0] }
    let leftSize = left.reduce(0) { $0 + counts[$1].reduce(0, +) }
    func fits(_ values: [Int], _ truth: [Int], _ cells: [HeldCells.Cell]) -> Bool {
      // Where one shows, a nought would.
      let (speaks, tellsNoughts) = (cells.contains(.small), cells.contains(.shown))
      return values.indices.allSatisfy { kind in
        switch cells[kind] {
        case .shown: values[kind] == truth[kind]
        case .small: values[kind] > 0 && values[kind] < threshold
        case .complement: values[kind] >= (speaks ? threshold : tellsNoughts ? 1 : 0)
        }
      }
    }
    func extend(_ row: Int, _ world: [[Int]]) {
      guard row < counts.count else {
        let leftHere = left.reduce(0) { $0 + world[$1].reduce(0, +) }
        let totals = counts[0].indices.map { kind in world.reduce(0) { $0 + $1[kind] } }
        if leftHere == leftSize, fits(totals, sums, held.whole) { body(world) }
        return
      }
      let size = counts[row].reduce(0, +)
      let sizes = held.isListed[row] ? size...size : 0...leftSize
      for size in sizes {
        for values in divisions(size, into: counts[row].count)
        where !held.isListed[row] || fits(values, counts[row], held.rows[row]) {
          extend(row + 1, world + [values])
        }
      }
    }
    extend(0, [])
  }

  @Test func `four stricter of sixty: the thirteen milder go too, and what was the same stays`() {
    let held = HeldCells([[13, 4, 43]], threshold: 5)
    #expect(held.whole == [.complement, .small, .shown] && held.rows == [held.whole])
    #expect(HeldCells([[13, 5, 42]], threshold: 5).whole == [.shown, .shown, .shown])
    #expect(HeldCells([[13, 0, 47]], threshold: 5).whole == [.shown, .shown, .shown])
    #expect(HeldCells([[13, 4, 43]], threshold: 0).whole == [.shown, .shown, .shown])
    #expect(HeldCells([[13, 4, 43]], threshold: 4).whole == [.shown, .shown, .shown])
    // Where none is small nothing is hidden, whatever the signs would tell.
    #expect(HeldCells([[13, 4, 43], [5, 0, 9]], threshold: 2).rows.allSatisfy { $0 == [.shown, .shown, .shown] })
    #expect(HeldCells([[9, 1, 8], [5, 0, 9]], threshold: 2).rows[0] == [.complement, .complement, .complement])
  }

  @Test func `two of four that are eight together would be known, so a third goes`() {
    #expect(HeldCells([[4, 4, 20]], threshold: 5).whole == [.small, .small, .complement])
    // One and five make six: the signs would tell, so they say nothing.
    #expect(HeldCells([[1, 5]], threshold: 5).whole == [.complement, .complement])
    #expect(HeldCells([[2, 1]], threshold: 5).showsSize == false && HeldCells([[0, 0]], threshold: 5).showsSize)
  }

  @Test func `a row of few shows in the whole only, and not by taking the others away`() {
    let held = HeldCells([[10, 20], [9, 8], [3, 0]], threshold: 5)
    #expect(held.isListed == [true, false, false] && held.whole == [.shown, .shown])
    #expect(HeldCells([[10, 20], [9, 8]], threshold: 5).isListed == [true, true])
    #expect(HeldCells([[10, 20], [9, 8]], listed: [true, false], threshold: 5).isListed == [false, false])
    let several = HeldCells([[10, 20], [9, 8], [3, 0], [0, 3], [2, 0]], threshold: 5)
    #expect(several.isListed == [true, true, false, false, false])
  }

  @Test func `a count follows where its group is a combination of those that show`() {
    let told = LinearDisclosure(shown: [[0, 1, 2, 3], [0, 1], [2]]) {}
    #expect(told.tells([3]) && told.tells([2, 3]) && told.tells([0, 1]) && !told.tells([0]) && !told.tells([1, 2]))
    // Around a ring of even length the sums leave one free; of odd length none.
    let even = LinearDisclosure(shown: [[0, 1], [1, 2], [2, 3], [3, 0]]) {}
    let none = LinearDisclosure(shown: []) {}
    let odd = LinearDisclosure(shown: [[0, 1], [1, 2], [2, 0]]) {}
    #expect(!even.tells([0]) && odd.tells([0]) && none.tells([]))
  }

  @Test func `combinations of groups are told, and of random groups no more than the rank says`() {
    var random = RandomStream(seed: 3)
    for _ in 0..<60 {
      let shown = (0..<4).map { _ in (0..<6).filter { _ in random.index(below: 2) == 1 } }
      let told = LinearDisclosure(shown: shown) {}
      let rank = Self.rank(shown)
      for mask in 1..<64 {
        let group = (0..<6).filter { mask >> $0 & 1 == 1 }
        #expect(told.tells(group) == (Self.rank(shown + [group]) == rank), "\(shown) \(group)")
      }
    }
  }

  /// By fractions, the plain way.
  private static func rank(_ groups: [[Int]]) -> Int {
    var rows = groups.map { group in (0..<6).map { group.contains($0) ? 1.0 : 0 } }
    var rank = 0
    for column in 0..<6 {
      guard let pivot = rows.indices.dropFirst(rank).first(where: { abs(rows[$0][column]) > 1e-9 }) else { continue }
      rows.swapAt(rank, pivot)
      for row in rows.indices where row != rank {
        let factor = rows[row][column] / rows[rank][column]
        for place in 0..<6 { rows[row][place] -= factor * rows[rank][place] }
      }
      rank += 1
    }
    return rank
  }
}
