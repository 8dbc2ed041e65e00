import Methods
import TestSupport
import Testing

@Suite struct StrangersTests {
  private func observations(_ rows: [[Double?]]) -> Observations {
    let count = rows.first?.count ?? 0
    return Observations((0..<count).map { trait in .numeric(rows.map { $0[trait] ?? .nan }) })
  }

  @Test func `of rows that all share something nobody is set apart`() {
    #expect(observations([[1, nil], [2, 3], [4, 5]]).strangers {} == [])
    #expect(observations([[1], [2]]).strangers {} == [] && observations([]).strangers {} == [])
  }

  @Test func `who knows nothing is apart, and of two strangers the one with fewer friends`() {
    #expect(observations([[1, 1], [nil, nil], [2, 2]]).strangers {} == [1])
    #expect(observations([[1, nil], [2, nil], [nil, 3]]).strangers {} == [2])
    #expect(observations([[nil, nil], [nil, nil]]).strangers {} == [1])
  }

  @Test func `of random tables what is left has something in common, two by two, and no row goes in vain`() {
    var generator = SeededGenerator(7)
    for _ in 0..<300 {
      let (count, traits) = (Int.random(in: 1...12, using: &generator), Int.random(in: 1...5, using: &generator))
      let rows = (0..<count).map { _ in
        (0..<traits).map { _ in Int.random(in: 0..<3, using: &generator) == 0 ? 1.0 : nil }
      }
      let apart = observations(rows).strangers {}
      let kept = rows.indices.filter { !apart.contains($0) }
      func share(_ one: Int, _ other: Int) -> Bool { zip(rows[one], rows[other]).contains { $0 != nil && $1 != nil } }
      #expect(!kept.isEmpty)
      for one in kept { for other in kept where other > one { #expect(share(one, other)) } }
      // Each that went is a stranger to somebody.
      for gone in apart { #expect(rows.indices.contains { $0 != gone && !share(gone, $0) }) }
    }
  }

  @Test func `more than sixty-four traits are looked at to the last`() {
    var first = [Double?](repeating: nil, count: 70)
    var second = first
    (first[69], second[69]) = (1, 2)
    #expect(observations([first, second]).strangers {} == [])
    second[69] = nil
    second[3] = 1
    #expect(observations([first, second]).strangers {}.count == 1)
  }
}
