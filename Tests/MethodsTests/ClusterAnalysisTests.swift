import Glibc
import Methods
import Testing

@Suite struct ClusterAnalysisTests {
  private struct Stopped: Error {}

  /// Four heaps of numbers and kinds that go together.
  private func heaps(_ count: Int) -> Observations {
    var stream = RandomStream(seed: 5)
    return Observations([
      .numeric((0..<count).map { Double($0 % 4) * 20 + stream.uniform() }),
      .categorical((0..<count).map { $0 % 4 }, levels: 4),
      .categorical((0..<count).map { $0 % 4 / 2 }, levels: 2),
    ])
  }

  @Test(arguments: [ClusterMethod.pam, .average, .clara])
  func `the number of groups follows from the silhouettes`(method: ClusterMethod) throws {
    let found = try ClusterAnalysis(heaps(120), ClusterRequest(method))
    #expect(found.k == 4 && found.trials.map(\.k) == Array(2...10))
    #expect(found.trials.max { $0.value < $1.value }?.k == 4)
    #expect(Array(found.assignment.prefix(8)) == [0, 1, 2, 3, 0, 1, 2, 3])
    #expect(found.meanSilhouette > 0.9 && found.unfitShare <= 0.06)
    for (group, medoid) in found.medoids.enumerated() { #expect(found.assignment[medoid] == group) }
  }

  @Test func `the number of classes follows from the BIC`() throws {
    let found = try ClusterAnalysis(ClusterSamples.carcinoma, ClusterRequest(.lca))
    #expect(found.k == 3 && found.trials.first { $0.k == 3 }.map { abs($0.value - 697.1357) < 1e-3 } == true)
    #expect(found.latentClasses?.parameters == 23)
  }

  @Test(arguments: ClusterMethod.allCases)
  func `groups that lie apart are found again in every resample, Hennig 2007`(method: ClusterMethod) throws {
    var request = ClusterRequest(method, k: 2)
    request.resamples = 20
    let kinds = Observations((0..<5).map { item in .categorical((0..<60).map { ($0 + item / 9) % 2 }, levels: 2) })
    #expect(try ClusterAnalysis(kinds, request).stability == [1, 1])
  }

  @Test func `groups of noise are unstable`() throws {
    var stream = RandomStream(seed: 2)
    var request = ClusterRequest(.pam, k: 6)
    request.resamples = 100
    let noise = Observations([
      .numeric((0..<80).map { _ in stream.uniform() }), .numeric((0..<80).map { _ in stream.uniform() }),
    ])
    let stability = try ClusterAnalysis(noise, request).stability
    #expect(stability.count == 6 && (stability.min() ?? 1) < 0.75)
  }

  @Test func `the same seed gives the same answer`() throws {
    var request = ClusterRequest(.clara, k: 3, seed: 9)
    request.resamples = 10
    let (one, other) = try (ClusterAnalysis(heaps(80), request), ClusterAnalysis(heaps(80), request))
    #expect(one.assignment == other.assignment && one.stability == other.stability)
  }

  @Test func `what cannot be divided is named`() {
    func problem(_ observations: Observations, _ request: ClusterRequest) -> ClusterProblem? {
      do { _ = try ClusterAnalysis(observations, request) } catch { return error as? ClusterProblem }
      return nil
    }
    let two = Observations([.numeric([1, 2])])
    #expect(problem(Observations([.numeric([1])]), ClusterRequest(.pam)) == .tooFewRows(1))
    #expect(problem(two, ClusterRequest(.pam, k: 3)) == .tooManyGroups(k: 3, rows: 2))
    #expect(problem(Observations([.numeric([2, 2, .nan])]), ClusterRequest(.pam)) == .constant)
    let many = Observations([.numeric((0..<5_001).map { Double($0) })])
    #expect(problem(many, ClusterRequest(.pam, k: 2)) == .tooManyRows(5_001))
    #expect(problem(many, ClusterRequest(.clara, k: 2)) == nil)
    #expect(problem(two, ClusterRequest(.average)) == nil)
  }

  @Test func `rows that nothing connects stop medoids and leave latent classes without silhouettes`() throws {
    let apart = Observations([.categorical([0, 1, -1, -1, 0], levels: 2), .categorical([-1, -1, 0, 1, 0], levels: 2)])
    #expect(throws: NothingInCommon.self) { try ClusterAnalysis(apart, ClusterRequest(.pam, k: 2)) }
    let classes = try ClusterAnalysis(apart, ClusterRequest(.lca, k: 2))
    #expect(classes.meanSilhouette.isNaN && classes.strangers?.pairs == 4)
  }

  @Test(arguments: ClusterMethod.allCases)
  func `it stops when it is asked to`(method: ClusterMethod) {
    let kinds = Observations((0..<4).map { item in .categorical((0..<200).map { $0 * (item + 3) % 5 }, levels: 5) })
    var calls = 0
    #expect(throws: Stopped.self) {
      try ClusterAnalysis(kinds, ClusterRequest(method)) { _ in
        calls += 1
        if calls > 3 { throw Stopped() }
      }
    }
  }

  @Test
  func
    `a row fits nowhere beyond the outer fence of its own group, or half the way to the next where that has no spread`()
  {
    // Quartiles 1 and 3 (type 7): the fence is 3 + 3 x 2 = 9.
    let spread = [0.0, 1, 2, 3, 4]
    #expect(GroupFit.limit(of: spread, halfway: 0) == 9 && GroupFit.limit(of: spread + [.nan], halfway: 12) == 9)
    #expect(abs(GroupFit.limit(of: [0.2, 0.2, 0.2, 0.5], halfway: 0.4) - 0.5) < 1e-12)
    #expect(GroupFit.limit(of: [0.2, 0.2, 0.2, 0.2, 0.5], halfway: 0.4) == 0.4)
    #expect(GroupFit.limit(of: [], halfway: .nan) == 0 && GroupFit.limit(of: [0.2, 0.2], halfway: 0) == 0.2)
    let distances = [0, 1, 2, 3, 4, 0, 0, 0.3, 9, 9.1]
    let groups = [0, 0, 0, 0, 0, 1, 1, 1, 2, 2]
    func unfit(_ halfways: [Double]) -> [Int] {
      let found = GroupFit.unfit(
        silhouettes: [Double](repeating: 0.5, count: 10), distances: distances, assignment: groups, halfways: halfways)
      return found.indices.filter { found[$0] }
    }
    // Quartiles of 0, 0, 0.3 are 0 and 0.15: the fence is 0.6.
    #expect(unfit([0, 0, 0]) == [] && unfit([]) == [])
    #expect(GroupFit.quantile([1, 2, 3, 4], 0.5) == 2.5)
    #expect(
      GroupFit.unfit(silhouettes: [-0.1, .nan, 0], distances: [0, .nan, 0], assignment: [0, 0, 1], halfways: [0, 0])
        == [true, true, false])
  }

  @Test func `of normal clouds hardly one in fifteen thousand lies beyond the fence`() {
    // The distances of a plane normal cloud are Rayleigh's: exp(-(Q3 + 3 (Q3 - Q1))^2 / 2) lie beyond.
    let quantile = { (share: Double) in (-2 * log(1 - share)).squareRoot() }
    let fence = quantile(0.75) + 3 * (quantile(0.75) - quantile(0.25))
    let distances = (1...2_000).map { quantile((Double($0) - 0.5) / 2_000) }
    #expect(abs(GroupFit.limit(of: distances, halfway: 0) - fence) < 0.01)
    #expect(exp(-fence * fence / 2) < 1 / 14_900.0)
  }
}
