import Methods
import Testing

@Suite struct GowerTests {
  @Test func `the flowers lie as far apart as in R's daisy(flower) (cluster, reference output)`() throws {
    let matrix = try Gower(ClusterSamples.flower).matrix()
    let first = [
      0.8875408, 0.5272467, 0.3517974, 0.4115605, 0.2269199, 0.2876225, 0.4234069, 0.5808824, 0.6094363, 0.3278595,
      0.4267565, 0.5196487, 0.2926062, 0.6221814, 0.6935866, 0.7765114, 0.4610294,
    ]
    for (row, known) in first.enumerated() { #expect(abs(matrix[row + 1, 0] - known) < 5e-8) }
    #expect(abs(matrix[17, 16] - 0.6125408) < 5e-8 && abs(matrix[12, 8] - 0.2181781) < 5e-8)
  }

  @Test func `simple matching is the share of kinds that differ`() throws {
    let matrix = try Gower(ClusterSamples.letters).matrix()
    #expect([1, 2, 3, 4, 7].map { matrix[0, $0] } == [0.25, 0, 0.5, 1, 1])
    #expect(matrix[4, 0] == matrix[0, 4] && matrix[3, 3] == 0)
  }

  @Test func `what is missing in one of two rows counts for neither, Gower 1971`() throws {
    let matrix = try Gower(
      Observations([
        .numeric([0, 10, .nan, 5]), .categorical([0, 1, 1, -1], levels: 2), .categorical([0, 0, 0, 0], levels: 1),
      ])
    ).matrix()
    #expect(matrix[0, 1] == 2.0 / 3 && matrix[0, 2] == 0.5 && matrix[1, 2] == 0 && matrix[0, 3] == 0.25)
  }

  @Test func `two rows without a trait known of both are named`() {
    let observations = Observations([.numeric([1, .nan, 2, 3]), .categorical([-1, 0, 0, -1], levels: 1)])
    #expect(throws: NothingInCommon(first: 0, second: 1, pairs: 2)) { try Gower(observations).matrix() }
  }

  @Test func `distances lie from 0 through 1, are symmetric, and do not hang on unit or order`() throws {
    var stream = RandomStream(seed: 7)
    let numbers = (0..<40).map { _ in stream.uniform() < 0.1 ? Double.nan : stream.uniform() }
    let kinds = (0..<40).map { _ in stream.index(below: 3) }
    let matrix = try Gower(Observations([.numeric(numbers), .categorical(kinds, levels: 3)])).matrix()
    let scaled = try Gower(Observations([.categorical(kinds, levels: 3), .numeric(numbers.map { $0 * 100 - 7 })]))
      .matrix()
    for row in 0..<40 {
      for column in 0..<40 {
        #expect((0...1).contains(matrix[row, column]) && matrix[row, column] == matrix[column, row])
        #expect(abs(matrix[row, column] - scaled[row, column]) < 1e-12)
      }
    }
  }

  @Test func `a column without range sets nothing apart`() throws {
    let matrix = try Gower(Observations([.numeric([3, 3, 3]), .numeric([0, 1, 2])])).matrix()
    #expect(matrix[0, 2] == 0.5 && matrix[0, 1] == 0.25)
  }

  @Test func `sets lie apart by the share that they do not have in common`() {
    let random = (0..<40).map { row in (0..<6).filter { (row * 7 + $0 * 13) % 5 < 2 } }
    let sets = random + [[], []]
    let gower = Gower(Observations([.sets(sets.map { $0 as [Int]? } + [nil])]))
    for one in sets.indices {
      let distances = gower.distances(from: one, to: 0..<(sets.count + 1))
      for other in sets.indices {
        let (a, b) = (Set(sets[one]), Set(sets[other]))
        let all = a.union(b).count
        #expect(distances[other] == (all == 0 ? 0 : 1 - Double(a.intersection(b).count) / Double(all)))
      }
      #expect(distances[sets.count].isNaN)
    }
  }
}
