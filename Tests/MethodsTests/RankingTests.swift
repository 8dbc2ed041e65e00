import Methods
import Testing

@Suite struct RankingTests {
  /// Hwang & Yoon (1981): four fighter aircraft; speed, range, payload, cost, reliability, manoeuvrability.
  private static let aircraft = Matrix([
    [2.0, 1500, 20000, 5.5, 5, 9], [2.5, 2700, 18000, 6.5, 3, 5], [1.8, 2000, 21000, 4.5, 7, 7],
    [2.2, 1800, 20000, 5.0, 5, 5],
  ])

  /// Brans, Vincke & Mareschal (1986): six power stations; manpower, power, construction, maintenance, villages, security.
  private static let stations = Matrix([
    [80, 90, 600, 5.4, 8, 5], [65, 58, 200, 9.7, 1, 1], [83, 60, 400, 7.2, 4, 7], [40, 80, 1000, 7.5, 7, 10],
    [52, 72, 600, 2.0, 3, 8], [94, 96, 700, 3.6, 5, 6],
  ])

  private func expect(_ found: [Double], _ known: [Double], within tolerance: Double) {
    #expect(found.count == known.count)
    for (one, other) in zip(found, known) { #expect(abs(one - other) <= tolerance, "\(found)") }
  }

  @Test func topsisGivesTheClosenessOfTheSpecification() throws {
    let matrix = try DecisionMatrix(
      values: Matrix([[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]]), weights: [0.3, 0.4, 0.3])
    expect(Topsis(matrix).closeness, [0.5037, 0.6581, 0.7482, 0.3340], within: 0.00005)
  }

  @Test func topsisRanksTheAircraftOfHwangAndYoon1981() throws {
    let matrix = try DecisionMatrix(
      values: Self.aircraft, weights: [0.2, 0.1, 0.1, 0.1, 0.2, 0.3], isCost: [false, false, false, true, false, false])
    expect(Topsis(matrix).closeness, [0.643, 0.268, 0.613, 0.312], within: 0.001)
  }

  @Test func topsisOfAlternativesThatAreTheSameIsNoNumber() throws {
    let matrix = try DecisionMatrix(values: Matrix([[1, 2], [1, 2]]), weights: [1, 1])
    #expect(Topsis(matrix).closeness.allSatisfy { $0.isNaN })
    #expect(Ranks(Topsis(matrix).closeness).ranks == [1, 1])
  }

  @Test func vikorProposesTheSecondRouteToTheMountaineerOfOpricovicAndTzeng2004() throws {
    let matrix = try DecisionMatrix(
      values: Matrix([[1, 3000], [2, 3750], [5, 4500]]), weights: [0.5, 0.5], isCost: [true, false])
    let vikor = Vikor(matrix)
    expect(vikor.groupUtility, [0.5, 0.375, 0.5], within: 1e-12)
    expect(vikor.regret, [0.5, 0.25, 0.5], within: 1e-12)
    expect(vikor.compromise, [1, 0, 1], within: 1e-12)
    #expect(vikor.solution == [1] && vikor.hasAdvantage && vikor.isStable)
  }

  @Test func vikorProposesAllThatLieWithinTheAdvantageOfTheFirst() throws {
    let matrix = try DecisionMatrix(
      values: Matrix([[10, 0], [9.9, 0.2], [0, 10], [5, 1]]), weights: [0.6, 0.4])
    let vikor = Vikor(matrix)
    #expect(!vikor.hasAdvantage)
    #expect(vikor.solution == [1, 0])
  }

  @Test func vikorProposesTheFirstTwoWhereTheFirstIsFirstByNeitherMeasure() throws {
    let matrix = try DecisionMatrix(
      values: Matrix([[1, 8, 8], [1, 4, 1], [7, 3, 2], [0, 3, 7], [3, 4, 1]]), weights: [0.5, 0.3, 0.2])
    let vikor = Vikor(matrix)
    expect(vikor.groupUtility, [0.4286, 0.8686, 0.4714, 0.8286, 0.7257], within: 0.00005)
    expect(vikor.regret, [0.4286, 0.4286, 0.3, 0.5, 0.2857], within: 0.00005)
    expect(vikor.compromise, [0.3333, 0.8333, 0.0820, 0.9545, 0.3377], within: 0.00005)
    #expect(vikor.hasAdvantage && !vikor.isStable && vikor.solution == [2, 0])
  }

  @Test func prometheeGivesThePreferencesOfBransVinckeAndMareschal1986() throws {
    let matrix = try DecisionMatrix(
      values: Self.stations, weights: [1, 1, 1, 1, 1, 1], isCost: [true, false, true, true, true, false])
    let result = Promethee(
      matrix,
      functions: [
        .uShape(indifference: 10), .vShape(preference: 30), .linear(indifference: 50, preference: 500),
        .level(indifference: 1, preference: 6), .usual, .gaussian(deviation: 5),
      ])
    let known: [[Double]] = [
      [0, 0.296, 0.250, 0.268, 0.100, 0.185], [0.462, 0, 0.389, 0.333, 0.296, 0.500],
      [0.236, 0.180, 0, 0.333, 0.056, 0.429], [0.399, 0.505, 0.305, 0, 0.223, 0.212],
      [0.444, 0.515, 0.487, 0.380, 0, 0.448], [0.286, 0.399, 0.250, 0.431, 0.133, 0],
    ]
    for (row, values) in known.enumerated() { expect(result.preferences.row(row), values, within: 0.0011) }
    #expect(Ranks(result.net).ranks == [6, 2, 5, 3, 1, 4])
    #expect(abs(result.net.reduce(0, +)) < 1e-12)
  }

  @Test func theSixPreferencesAtTheirThresholds() {
    let linear = PreferenceFunction.linear(indifference: 1, preference: 3)
    #expect([1.0, 2, 3, 9].map { linear.preference(of: $0, over: 0) } == [0, 0.5, 1, 1])
    let level = PreferenceFunction.level(indifference: 1, preference: 3)
    #expect([1.0, 1.5, 3, 3.1].map { level.preference(of: $0, over: 0) } == [0, 0.5, 0.5, 1])
    #expect([0.0, 1e-9].map { PreferenceFunction.usual.preference(of: $0, over: 0) } == [0, 1])
    #expect([1.0, 1.1].map { PreferenceFunction.uShape(indifference: 1).preference(of: $0, over: 0) } == [0, 1])
    #expect([-1.0, 1, 4].map { PreferenceFunction.vShape(preference: 2).preference(of: $0, over: 0) } == [0, 0.5, 1])
    #expect(abs(PreferenceFunction.gaussian(deviation: 2).preference(of: 2, over: 0) - 0.3934693) < 1e-7)
    #expect(!PreferenceFunction.linear(indifference: 3, preference: 3).isValid)
    #expect(!PreferenceFunction.gaussian(deviation: 0).isValid && PreferenceFunction.uShape(indifference: 0).isValid)
  }

  @Test func equalScoresShareTheBetterRank() {
    #expect(Ranks([0.1 + 0.2, 0.5, 0.3, 0.1]).ranks == [2, 1, 2, 4])
    #expect(Ranks([]).ranks == [] && Ranks([.nan, 1]).ranks == [2, 1])
    #expect(Ranks([0, 0, 0]).ranks == [1, 1, 1])
  }

  @Test func valuesWithinOneStandAndOthersAreScaled() {
    #expect(UtilityScale.automatic([0, 0.5, 1]) == .asGiven)
    #expect(UtilityScale.automatic([0, 0.5, 1.01]) == .minMax)
    #expect(UtilityScale.minMax.utilities([2, 4, 3], isCost: true) == [1, 0, 0.5])
    #expect(UtilityScale.minMax.utilities([7, 7], isCost: false) == [1, 1])
    #expect(UtilityScale.between(low: 0, high: 10).utilities([2, 12], isCost: false) == [0.2, 1.2])
    #expect(UtilityScale.asGiven.utilities([0.25], isCost: true) == [0.75])
    let huge = Double.greatestFiniteMagnitude
    #expect(UtilityScale.minMax.utilities([-huge, 0, huge], isCost: false) == [0, 0.5, 1])
  }

  @Test func whatCannotBeRankedIsRefused() {
    let values = Matrix([[1, 2], [3, 4]])
    #expect(throws: DecisionProblem.weights) { try DecisionMatrix(values: values, weights: [1, -1]) }
    #expect(throws: DecisionProblem.weights) { try DecisionMatrix(values: values, weights: [0, 0]) }
    #expect(throws: DecisionProblem.shape) { try DecisionMatrix(values: values, weights: [1]) }
    #expect(throws: DecisionProblem.values) { try DecisionMatrix(values: Matrix([[1, .nan]]), weights: [1, 1]) }
    #expect(throws: DecisionProblem.shape) { try DecisionMatrix(values: Matrix([]), weights: []) }
  }

  @Test func aSingleAlternativeIsFirst() throws {
    let matrix = try DecisionMatrix(values: Matrix([[1, 2]]), weights: [1, 1])
    #expect(Vikor(matrix).solution == [0] && Vikor(matrix).compromise == [0])
    #expect(Promethee(matrix).net == [0])
    #expect(Ranks(Topsis(matrix).closeness).ranks == [1])
  }
}
