import Methods
import Testing

/// Rank intervals out of draws.
@Suite struct DrawnRanksTests {
  @Test func `what is apart in every draw has one rank, and the largest is first`() throws {
    let ranks = try DrawnRanks(values: [5, 6, 7, 1, 1, 1, 9, 9, 9], items: 3)
    #expect(ranks.intervals.map(\.low) == [2, 3, 1] && ranks.intervals.map(\.high) == [2, 3, 1])
  }

  @Test func `equal values share the mean of their ranks`() throws {
    let ranks = try DrawnRanks(values: [4, 4, 4, 1], items: 4)
    #expect(ranks.intervals.map(\.low) == [2, 2, 2, 4])
  }

  @Test func `two that change places have both ranks`() throws {
    let ranks = try DrawnRanks(values: [1, 2, 1, 2, 2, 1, 2, 1], items: 2)
    #expect(ranks.intervals == [Interval(low: 1, high: 2), Interval(low: 1, high: 2)])
  }

  @Test func `many items are ranked as few are: counting gives what sorting does`() throws {
    var random = RandomStream(seed: 7)
    let items = 700
    let draws = 40
    let values = (0..<items * draws).map { _ in Float(random.index(below: 300)) }
    let counted = try DrawnRanks(values: values, items: items)
    for item in stride(from: 0, to: items, by: 97) {
      var ranks: [Double] = []
      for draw in 0..<draws {
        let own = values[item * draws + draw]
        let column = (0..<items).map { values[$0 * draws + draw] }
        let above = column.count { $0 > own }
        let same = column.count { $0 == own }
        ranks.append(Double(above) + Double(same + 1) / 2)
      }
      ranks.sort()
      #expect(counted.intervals[item] == Interval(low: ranks[1], high: ranks[38]))
    }
  }

  @Test func `ranks of fractions, and of numbers far apart, stay within the number of items`() throws {
    var random = RandomStream(seed: 9)
    for scale in [1.0, 1e-6, 1e9] {
      let values = (0..<600 * 10).map { _ in Float(random.uniform() * scale) }
      for interval in try DrawnRanks(values: values, items: 600).intervals {
        #expect(1 <= interval.low && interval.low <= interval.high && interval.high <= 600)
      }
    }
    #expect(try DrawnRanks(values: [], items: 0).intervals.isEmpty)
  }
}
