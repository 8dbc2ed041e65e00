import Methods
import Testing

/// Plans of activities that come after each other.
@Suite struct PlanningTests {
  /// A; B and C after A; D after B; E after C and D; F after E.
  private static let before = [[], [0], [0], [1], [2, 3], [4]]

  @Test func `the plan of six takes twenty, and only C may be late, by one`() throws {
    let network = try ActivityNetwork(before: Self.before)
    let path = try #require(CriticalPath(network, durations: [4, 6, 8, 3, 5, 2]))
    #expect(path.duration == 20)
    #expect(path.earliest == [0, 4, 4, 10, 13, 18] && path.latest == [0, 4, 5, 10, 13, 18])
    #expect(path.float == [0, 0, 1, 0, 0, 0])
    #expect((0..<6).filter(path.isCritical) == [0, 1, 3, 4, 5])
  }

  @Test func `with triangular durations it takes longer, and C decides one time in four`() throws {
    let network = try ActivityNetwork(before: Self.before)
    let durations: [DriverDistribution] = [(3, 4, 6), (4, 6, 10), (6, 8, 12), (2, 3, 5), (4, 5, 8), (1, 2, 3)].map {
      .triangular(low: $0.0, mode: $0.1, high: $0.2)
    }
    let found = try #require(
      try NetworkSimulation(network, durations: durations, draws: 40_000, random: RandomStream(seed: 1)))
    #expect(abs(found.mean - 22.26) < 0.03)
    #expect(abs(found.share(by: 20) - 0.086) < 0.01 && abs(found.share(by: 24) - 0.846) < 0.01)
    for (activity, share) in [(1, 0.757), (3, 0.757), (2, 0.243)] {
      #expect(abs(found.criticality[activity] - share) < 0.01)
    }
    #expect(found.criticality[0] == 1 && found.criticality[5] == 1)
    #expect(found.durations == found.durations.sorted() && found.durations.count == 40_000)
  }

  /// The textbook row of four: mean 24, variance 5; .9633 with the deviate rounded.
  @Test func `three estimates of each in a row`() {
    let sum = ThreePointSum([(5, 8, 17), (3, 5, 7), (4, 6, 8), (3, 4, 5)])
    #expect(abs(sum.mean - 24) < 1e-12 && abs(sum.variance - 5) < 1e-12)
    #expect(abs(sum.probability(by: 28) - 0.9631809) < 5e-8 && sum.probability(by: 24) == 0.5)
    let sure = ThreePointSum([(4, 4, 4)])
    #expect(sure.probability(by: 4) == 1 && sure.probability(by: 3.999) == 0)
    #expect(ThreePointSum([]).mean == 0)
  }

  @Test func `the longest way is that of all ways tried one by one`() throws {
    var random = RandomStream(seed: 5)
    for count in 1...9 {
      let before = (0..<count).map { activity in (0..<activity).filter { _ in random.index(below: 3) == 0 } }
      let durations = (0..<count).map { _ in Double(random.index(below: 7)) }
      func end(of activity: Int) -> Double {
        durations[activity] + (before[activity].map(end).max() ?? 0)
      }
      let path = try #require(CriticalPath(ActivityNetwork(before: before), durations: durations))
      #expect(path.duration == (0..<count).map(end).max())
      for activity in 0..<count {
        #expect(path.earliest[activity] + durations[activity] == end(of: activity))
        // Late by all its float the whole is not late, and by one more it is.
        var late = durations
        late[activity] += path.float[activity]
        #expect(try CriticalPath(ActivityNetwork(before: before), durations: late)?.duration == path.duration)
        late[activity] += 1
        #expect(try CriticalPath(ActivityNetwork(before: before), durations: late)?.duration == path.duration + 1)
      }
    }
  }

  @Test func `activities that wait for each other, or for one that is not there, are named`() {
    #expect(throws: ActivityNetwork.Problem.circle([0, 1, 2])) { try ActivityNetwork(before: [[1], [0], [1], []]) }
    #expect(throws: ActivityNetwork.Problem.circle([0])) { try ActivityNetwork(before: [[0]]) }
    #expect(throws: ActivityNetwork.Problem.unknown(activity: 1, before: 7)) {
      try ActivityNetwork(before: [[], [7]])
    }
  }

  @Test func `no plan takes no time, and what cannot be a duration gives nothing`() throws {
    #expect(try CriticalPath(ActivityNetwork(before: []), durations: [])?.duration == 0)
    let one = try ActivityNetwork(before: [[]])
    #expect(CriticalPath(one, durations: [-1]) == nil && CriticalPath(one, durations: [.infinity]) == nil)
    #expect(CriticalPath(one, durations: []) == nil)
    #expect(try NetworkSimulation(one, durations: [], draws: 10, random: RandomStream(seed: 1)) == nil)
    let sure = try NetworkSimulation(one, durations: [.constant(3)], draws: 10, random: RandomStream(seed: 1))
    #expect(sure?.mean == 3 && sure?.share(by: 3) == 1 && sure?.share(by: 2.9) == 0)
  }
}
