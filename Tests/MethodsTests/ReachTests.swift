import Methods
import Testing

/// The chance that a chain comes through, and where a figure comes to nought.
@Suite struct ReachTests {
  private typealias Link = ReachChance.Link

  @Test func `what two ways share counts once`() throws {
    let one = [Link(from: 0, to: 1, chance: 0.9), Link(from: 1, to: 2, chance: 0.6), Link(from: 2, to: 4, chance: 0.5)]
    #expect(abs(try #require(ReachChance.of(4, from: [0], links: one)) - 0.27) < 1e-12)
    let two = one + [Link(from: 1, to: 3, chance: 0.4), Link(from: 3, to: 4, chance: 0.5)]
    #expect(abs(try #require(ReachChance.of(4, from: [0], links: two)) - 0.396) < 1e-12)
  }

  @Test func `nothing, a start that is the goal, a cycle, and a chance that is none`() {
    #expect(ReachChance.of(1, from: [0], links: []) == 0)
    #expect(ReachChance.of(0, from: [0], links: []) == 1)
    #expect(
      ReachChance.of(1, from: [0], links: [Link(from: 0, to: 1, chance: 1), Link(from: 1, to: 0, chance: 1)]) == nil)
    #expect(ReachChance.of(1, from: [0], links: [Link(from: 0, to: 1, chance: 1.2)]) == nil)
    #expect(ReachChance.of(1, from: [0], links: [Link(from: 0, to: 1, chance: .nan)]) == nil)
  }

  @Test func `on random chains it is the sum over all ways in which links can hold or fail`() throws {
    var stream = RandomStream(seed: 11)
    for _ in 0..<150 {
      let nodes = 3 + stream.index(below: 4)
      var links: [Link] = []
      for from in 0..<nodes - 1 {
        for to in from + 1..<nodes where stream.uniform() < 0.5 && links.count < 11 {
          links.append(Link(from: from, to: to, chance: stream.uniform()))
        }
      }
      var expected = 0.0
      for mask in 0..<1 << links.count {
        var weight = 1.0
        var reached: Set = [0]
        for (place, link) in links.enumerated() {
          let holds = mask >> place & 1 == 1
          weight *= holds ? link.chance : 1 - link.chance
          // They stand in the order of their beginnings.
          if holds, reached.contains(link.from) { reached.insert(link.to) }
        }
        if reached.contains(nodes - 1) { expected += weight }
      }
      #expect(abs(try #require(ReachChance.of(nodes - 1, from: [0], links: links)) - expected) < 1e-9)
    }
  }

  @Test func `a straight line has its root, a parabola two, and a constant none`() {
    let line = RootSearch.roots(in: 0...100) { 6_000 * $0 - 42_000 }
    #expect(line.count == 1 && abs(line[0] - 7) < 1e-9)
    let two = RootSearch.roots(in: -5...5) { $0 * $0 - 2 }
    #expect(two.count == 2 && abs(two[0] + 2.0.squareRoot()) < 1e-12 && abs(two[1] - 2.0.squareRoot()) < 1e-12)
    #expect(RootSearch.roots(in: 0...1) { _ in 3 } == [])
    #expect(RootSearch.roots(in: 0...1) { _ in 0 } == [])
    #expect(RootSearch.roots(in: 0...1) { $0 - 2 } == [])
    #expect(RootSearch.roots(in: 0...1) { $0 } == [0])
    // Symmetric about the middle of the range, and no line.
    #expect(RootSearch.roots(in: -1...1) { $0 * $0 * $0 - $0 / 4 }.count == 3)
  }
}
