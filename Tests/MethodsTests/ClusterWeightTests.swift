import Methods
import Testing

/// A whole weight is as many rows alike, weights of one are none, and only how weights stand to each other counts.
@Suite struct ClusterWeightTests {
  private struct Sample {
    let observations: Observations
    let weights: [Double]
    /// Of each row of the sample the rows of `repeated` that are it.
    let copies: [[Int]]
    let repeated: Observations

    init(_ seed: UInt64, kindsOnly: Bool) {
      var stream = RandomStream(seed: seed)
      let count = 14
      let kinds = (0..<4).map { _ in (0..<count).map { _ in stream.index(below: 3) } }
      let numbers = (0..<2).map { _ in (0..<count).map { _ in stream.uniform() } }
      let times = (0..<count).map { _ in 1 + stream.index(below: 3) }
      func traits(_ rows: [Int]) -> Observations {
        Observations(
          kinds.map { kind in .categorical(rows.map { kind[$0] }, levels: 3) }
            + (kindsOnly ? [] : numbers.map { number in .numeric(rows.map { number[$0] }) }))
      }
      let rows = times.indices.flatMap { row in [Int](repeating: row, count: times[row]) }
      observations = traits(Array(0..<count))
      repeated = traits(rows)
      weights = times.map(Double.init)
      copies = (0..<count).map { row in rows.indices.filter { rows[$0] == row } }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `rows that weigh a whole number lie around medoids as so many rows do`(seed: UInt64) throws {
    let sample = Sample(seed, kindsOnly: false)
    let matrix = try Gower(sample.observations).matrix()
    let all = try Gower(sample.repeated).matrix()
    for k in 1...4 {
      let found = try partitionAroundMedoids(matrix, weights: sample.weights, k: k)
      let expected = try partitionAroundMedoids(all, k: k)
      #expect(abs(found.cost - expected.cost) < 1e-9)
      #expect(found.assignment == sample.copies.map { expected.assignment[$0[0]] })
      // The sum, worked out anew.
      let sum = sample.weights.indices.reduce(0.0) { sum, row in
        sum + sample.weights[row] * (found.medoids.map { matrix[$0, row] }.min() ?? 0)
      }
      #expect(abs(found.cost - sum) < 1e-9)
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `they join at the heights at which so many rows do`(seed: UInt64) throws {
    let sample = Sample(seed, kindsOnly: false)
    let found = try averageLinkage(Gower(sample.observations).matrix(), weights: sample.weights)
    let expected = try averageLinkage(Gower(sample.repeated).matrix())
    // Rows alike join first, at nought.
    let heights = Array(expected.heights.suffix(found.heights.count))
    #expect(expected.heights.dropLast(found.heights.count).allSatisfy { $0 == 0 })
    #expect(zip(found.heights, heights).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(found.cut(3) == sample.copies.map { expected.cut(3)[$0[0]] })
  }

  @Test(arguments: UInt64(1)...20)
  func `they have the modes and the likelihood of so many rows`(seed: UInt64) throws {
    let sample = Sample(seed, kindsOnly: true)
    let modes = try kModes(sample.observations, weights: sample.weights, k: 3)
    let expected = try kModes(sample.repeated, k: 3)
    #expect(modes.modes == expected.modes && modes.cost == expected.cost)
    var (one, other) = (RandomStream(seed: seed), RandomStream(seed: seed))
    let model = try latentClasses(sample.observations, weights: sample.weights, k: 2, starts: 4, using: &one)
    let whole = try latentClasses(sample.repeated, k: 2, starts: 4, using: &other)
    #expect(abs(model.logLikelihood - whole.logLikelihood) < 1e-6)
    #expect(zip(model.shares, whole.shares).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  @Test func `the silhouette is of weighed means of the others`() throws {
    let sample = Sample(3, kindsOnly: false)
    let matrix = try Gower(sample.observations).matrix()
    let groups = try partitionAroundMedoids(matrix, weights: sample.weights, k: 3).assignment
    let found = silhouettes(matrix, groups, weights: sample.weights)
    for row in groups.indices {
      func mean(_ group: Int) -> Double {
        let others = groups.indices.filter { groups[$0] == group && $0 != row }
        let weight = others.reduce(0) { $0 + sample.weights[$1] }
        return others.reduce(0) { $0 + sample.weights[$1] * matrix[row, $1] } / weight
      }
      let own = mean(groups[row])
      let next = (0..<3).filter { $0 != groups[row] }.map(mean).min() ?? 0
      let expected = own.isNaN ? 0 : (next - own) / max(own, next)
      #expect(abs(found[row] - expected) < 1e-12)
    }
  }

  @Test(arguments: ClusterMethod.allCases)
  func `weights of one are none, and their scale does not matter`(method: ClusterMethod) throws {
    let sample = Sample(7, kindsOnly: true)
    var request = ClusterRequest(method, k: 3)
    request.resamples = 5
    let plain = try ClusterAnalysis(sample.observations, request)
    request.weights = [Double](repeating: 1, count: sample.weights.count)
    let ones = try ClusterAnalysis(sample.observations, request)
    #expect(ones.assignment == plain.assignment && ones.silhouettes == plain.silhouettes)
    #expect(ones.medoids == plain.medoids && ones.stability == plain.stability && ones.effectiveCount == 14)
    request.weights = sample.weights
    let weighed = try ClusterAnalysis(sample.observations, request)
    for scale in [1e-300, 1e300] {
      request.weights = sample.weights.map { $0 * scale }
      let scaled = try ClusterAnalysis(sample.observations, request)
      #expect(scaled.assignment == weighed.assignment)
      #expect(abs(scaled.meanSilhouette - weighed.meanSilhouette) < 1e-9 || weighed.meanSilhouette.isNaN)
    }
    // 3 and 1: a square of 16 over 10.
    request.weights = [3, 1] + [Double](repeating: 0, count: 12)
    #expect(try abs((ClusterAnalysis(sample.observations, request).effectiveCount ?? 0) - 1.6) < 1e-12)
  }

  @Test func `a row that weighs nothing changes no likelihood`() throws {
    let sample = Sample(9, kindsOnly: true)
    var weights = sample.weights
    weights[4] = 0
    let others = weights.indices.filter { $0 != 4 }
    var (one, other) = (RandomStream(seed: 2), RandomStream(seed: 2))
    let with = try latentClasses(sample.observations, weights: weights, k: 2, using: &one)
    let without = try latentClasses(
      sample.observations.selecting(others), weights: others.map { weights[$0] }, k: 2, using: &other)
    #expect(abs(with.logLikelihood - without.logLikelihood) < 1e-6)
    #expect(with.posteriors.count == 14)
  }

  @Test(arguments: [[1, 2], [1, -1, 1], [0, 0, 0], [1, .nan, 1], [1, .infinity, 1]] as [[Double]])
  func `weights that are none are refused`(weights: [Double]) {
    var request = ClusterRequest(.pam, k: 2)
    request.weights = weights
    #expect(throws: ClusterProblem.weights) {
      try ClusterAnalysis(Observations([.numeric([1, 2, 3])]), request)
    }
  }
}
