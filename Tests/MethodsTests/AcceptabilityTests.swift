import Methods
import Testing

@Suite struct AcceptabilityTests {
  private func analysis(
    _ utilities: [[Double]], _ order: [[Int]] = [], spreads: [[Double]]? = nil, draws: Int = 100_000, seed: UInt64 = 7
  ) throws -> AcceptabilityAnalysis {
    var random = RandomStream(seed: seed)
    let space = try #require(WeightSpace(criteria: utilities[0].count, order: order))
    return try AcceptabilityAnalysis(
      utilities: Matrix(utilities), spreads: spreads.map { Matrix($0) }, space: space, draws: draws, random: &random)
  }

  private func expect(_ found: [Double]?, _ known: [Double], within tolerance: Double = 0.005) {
    #expect(found?.count == known.count)
    for (one, other) in zip(found ?? [], known) { #expect(abs(one - other) <= tolerance, "\(found ?? [])") }
  }

  @Test func theFirstOfTwoIsFirstInTwoThirdsAsTheSpecificationSays() throws {
    let result = try analysis([[1, 0], [0, 0.5]])
    expect(result.acceptability.row(0), [2.0 / 3, 1.0 / 3])
    expect(result.acceptability.row(1), [1.0 / 3, 2.0 / 3])
    // Uniform on 1/3…1 and on 0…1/3.
    expect(result.centralWeights[0], [2.0 / 3, 1.0 / 3])
    expect(result.centralWeights[1], [1.0 / 6, 5.0 / 6])
    #expect(result.confidence == [1, 1])
    expect(result.holistic, [2.0 / 3 + 1.0 / 9, 1.0 / 3 + 2.0 / 9])
  }

  @Test func anOrderOfTheWeightsNarrowsThem() throws {
    expect(try analysis([[1, 0], [0, 0.5]], [[0], [1]]).acceptability.row(0), [1, 0], within: 0)
    expect(try analysis([[1, 0], [0, 0.5]], [[1], [0]]).acceptability.row(0), [1.0 / 3, 2.0 / 3])
    expect(try analysis([[1, 0], [0, 0.5]], [[1, 0]]).acceptability.row(0), [1, 0], within: 0)
  }

  @Test func theMiddleOfOrderedWeightsIsTheRankOrderCentroid() throws {
    expect(try analysis([[1, 1, 1]], [[2], [0], [1]]).centralWeights[0], rankOrderCentroid([2, 3, 1]))
    expect(try analysis([[1, 1, 1]], []).centralWeights[0], [1.0 / 3, 1.0 / 3, 1.0 / 3])
    // Free of the order: a third of the weight on average, the other two by the centroid of two.
    expect(try analysis([[1, 1, 1]], [[0], [1]]).centralWeights[0], [0.5, 1.0 / 6, 1.0 / 3])
    // Two alike above a third: the corners are (1/2, 1/2, 0) and (1/3, 1/3, 1/3).
    expect(try analysis([[1, 1, 1]], [[0, 1], [2]]).centralWeights[0], [5.0 / 12, 5.0 / 12, 1.0 / 6])
  }

  @Test func eachBestOnItsOwnCriterionIsFirstEquallyOften() throws {
    let result = try analysis([[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    for row in 0..<3 { expect(result.acceptability.row(row), [1.0 / 3, 1.0 / 3, 1.0 / 3]) }
    expect(result.centralWeights[1], [7.0 / 36, 11.0 / 18, 7.0 / 36])
  }

  @Test func uncertainUtilitiesLowerTheConfidence() throws {
    let certain = try analysis([[0.5, 0.5], [0.4, 0.4]])
    #expect(certain.confidence == [1, nil] && certain.centralWeights[1] == nil)
    // One criterion: 0.5 ± 0.2 against 0.4: first where the draw is above 0.4.
    let result = try analysis([[0.5], [0.4]], spreads: [[0.2], [0]])
    expect(result.acceptability.row(0), [0.75, 0.25])
    expect(result.confidence.compactMap { $0 }, [0.75, 0.25])
  }

  @Test func equalAlternativesShareTheBetterRank() throws {
    let result = try analysis([[0.3, 0.6], [0.3, 0.6], [0, 0]], draws: 1000)
    #expect(result.acceptability.rows == [[1, 0, 0], [1, 0, 0], [0, 0, 1]])
    #expect(result.confidence == [1, 1, nil])
  }

  @Test func theSameSeedGivesTheSameBitsAndAnotherDoesNot() throws {
    let rows = [[0.2, 0.9, 0.4], [0.7, 0.1, 0.6], [0.5, 0.5, 0.5]]
    let first = try analysis(rows)
    let again = try analysis(rows)
    let other = try analysis(rows, seed: 8)
    #expect(first == again && first != other)
  }

  @Test func everyAlternativeHasARankInEveryDraw() throws {
    var random = RandomStream(seed: 3)
    let rows = (0..<12).map { _ in (0..<7).map { _ in random.uniform() } }
    let result = try analysis(rows, [[3], [1, 2]], draws: 5000)
    for row in 0..<12 {
      expect(
        [result.acceptability.row(row).reduce(0, +), result.acceptability.column(row).reduce(0, +)], [1, 1],
        within: 1e-9)
    }
    for weights in result.centralWeights.compactMap({ $0 }) {
      expect([weights.reduce(0, +)], [1], within: 1e-9)
      #expect(weights[3] >= weights[1] && weights[1] == weights[2])
    }
  }

  @Test func whatIsNoOrderIsRefused() {
    #expect(WeightSpace(criteria: 2, order: [[0], [0]]) == nil)
    #expect(WeightSpace(criteria: 2, order: [[2]]) == nil)
    #expect(WeightSpace(criteria: 0) == nil && WeightSpace(criteria: 2, order: [[]]) == nil)
  }

  @Test func itStopsWhenAsked() {
    struct Stop: Error {}
    var random = RandomStream(seed: 1)
    #expect(throws: Stop.self) {
      _ = try AcceptabilityAnalysis(
        utilities: Matrix([[1]]), space: #require(WeightSpace(criteria: 1)), draws: 1_000_000_000, random: &random
      ) { if $0 > 0 { throw Stop() } }
    }
  }
}
