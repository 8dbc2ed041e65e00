import Testing

@testable import Methods

/// What several cores work out is what one works out, to the bit.
@Suite struct CoreCountTests {
  @Test(arguments: [(1, 1), (1, 40), (3, 16), (127, 17), (128, 16), (129, 15), (700, 33)])
  func `ranks out of draws, few items and many`(items: Int, draws: Int) throws {
    var random = RandomStream(seed: UInt64(items * 1_000 + draws))
    let values = (0..<items * draws).map { _ in Float(random.index(below: 50)) + Float(random.uniform()) }
    let one = try DrawnRanks(values: values, items: items, cores: 1)
    for cores in [2, 3, 8] {
      let several = try DrawnRanks(values: values, items: items, cores: cores)
      #expect(several.intervals == one.intervals && several.errors == one.errors)
    }
  }

  @Test(arguments: [1, 2, 40]) func `sets of ranks`(items: Int) throws {
    var random = RandomStream(seed: UInt64(items))
    let values = (0..<items).map { _ in random.uniform() * 10 }
    let errors = (0..<items).map { _ in random.uniform() }
    let one = try RankSets(values: values, errors: errors, draws: 500, random: random, cores: 1)
    for cores in [2, 3, 8] {
      let several = try RankSets(values: values, errors: errors, draws: 500, random: random, cores: cores)
      #expect(several.intervals == one.intervals && several.alike == one.alike)
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 100]) func `distances of all pairs`(rows: Int) throws {
    var random = RandomStream(seed: UInt64(rows))
    let numbers = (0..<rows).map { $0 % 9 == 4 ? .nan : random.uniform() }
    let kinds = (0..<rows).map { _ in random.index(below: 4) }
    let gower = Gower(Observations([.numeric(numbers), .categorical(kinds, levels: 4)]))
    let one = try gower.matrix(cores: 1)
    for cores in [2, 3, 8] { #expect(try gower.matrix(cores: cores) == one) }
  }

  @Test(arguments: [1, 2, 3, 8]) func `the first pair of strangers, and how many there are`(cores: Int) {
    let known = (0..<60).map { $0 == 20 || $0 == 41 ? Double.nan : Double($0) }
    let kinds = (0..<60).map { $0 == 20 || $0 == 41 ? 0 : -1 }
    let gower = Gower(Observations([.numeric(known), .categorical(kinds, levels: 1)]))
    #expect(throws: NothingInCommon(first: 0, second: 20, pairs: 2 * 58)) { try gower.matrix(cores: cores) }
  }

  @Test func `each can be stopped at its first moment and at a later one`() throws {
    struct Stop: Error {}
    let values = (0..<600 * 200).map { Float($0 % 977) }
    let gower = Gower(Observations([.numeric((0..<900).map(Double.init))]))
    for moment in [1, 2] {
      var asked = 0
      func ask() throws {
        asked += 1
        if asked == moment { throw Stop() }
      }
      #expect(throws: Stop.self) { try DrawnRanks(values: values, items: 600, beforeDraw: { _ in try ask() }) }
      asked = 0
      #expect(throws: Stop.self) { _ = try gower.matrix(cores: 1, beforeRow: { _ in try ask() }) }
      asked = 0
      #expect(throws: Stop.self) {
        try RankSets(
          values: (0..<3_000).map(Double.init), errors: [Double](repeating: 1, count: 3_000), draws: 100,
          random: RandomStream(seed: 1), cores: 1, beforeDraw: ask)
      }
    }
  }
}
