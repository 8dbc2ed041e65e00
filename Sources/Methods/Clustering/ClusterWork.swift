/// What a cluster analysis works with: the distances once, then a division for each number of groups.
struct ClusterWork {
  private let observations: Observations
  private let request: ClusterRequest
  private let gower: Gower
  private var matrix: Dissimilarity?
  private var tree: Dendrogram?
  private var strangers: NothingInCommon?

  init(_ observations: Observations, _ request: ClusterRequest) {
    self.observations = observations
    self.request = request
    gower = Gower(observations)
  }

  /// Works out the distances of all pairs, where there are not too many.
  mutating func measure(_ poll: (Double) throws -> Void) throws {
    guard observations.rowCount <= Dissimilarity.rowLimit, request.method != .clara else { return }
    do { matrix = try gower.matrix { _ in try poll(0) } } catch let problem as NothingInCommon {
      if request.method.needsMatrix { throw problem }
      strangers = problem
    }
    if request.method == .average, let matrix {
      tree = try averageLinkage(matrix, weights: request.weights) { _ in try poll(0) }
    }
  }

  func divide(_ k: Int, _ poll: (Double) throws -> Void) throws -> ClusterAnalysis {
    var division = ClusterAnalysis()
    division.k = k
    division.strangers = strangers
    division.weights = request.weights
    let weights = request.weights
    let pause = { try poll(0) }
    switch request.method {
    case .pam:
      if let matrix {
        let found = try partitionAroundMedoids(matrix, weights: weights, k: k, beforeRound: pause)
        (division.assignment, division.medoids, division.cost) = (found.assignment, found.medoids, found.cost)
      }
    case .clara:
      var stream = RandomStream(seed: request.seed, stream: k)
      let found = try clusterLargeApplications(gower, weights: weights, k: k, using: &stream, beforeSample: pause)
      (division.assignment, division.medoids) = (found.assignment, found.medoids)
      division.distances = found.distances
      division.cost = found.distances.enumerated().reduce(0) {
        $0 + ($1.element.isNaN ? 0 : (weights?[$1.offset] ?? 1) * $1.element)
      }
      division.silhouettes = try silhouettes(of: found)
    case .kmodes:
      let found = try kModes(observations, weights: weights, k: k) { _ in try poll(0) }
      (division.assignment, division.cost) = (found.assignment, found.cost)
    case .average:
      division.assignment = tree?.cut(k) ?? []
      division.heights = tree?.heights ?? []
    case .lca:
      var stream = RandomStream(seed: request.seed, stream: k)
      let model = try latentClasses(
        observations, weights: weights, k: k, starts: request.starts, using: &stream, beforeStart: pause)
      (division.assignment, division.latentClasses) = (model.classes, model)
    }
    judge(&division)
    return division
  }

  /// Fills in what every division has.
  private func judge(_ division: inout ClusterAnalysis) {
    let rows = observations.rowCount
    // There is no other group to be nearer to.
    if division.k == 1 { division.silhouettes = [Double](repeating: .nan, count: rows) }
    if division.silhouettes.isEmpty {
      division.silhouettes =
        matrix.map { Methods.silhouettes($0, division.assignment, weights: request.weights) }
        ?? [Double](repeating: .nan, count: rows)
    }
    if division.medoids.isEmpty {
      division.medoids =
        matrix.map { Partition.medoids(division.assignment, $0, weights: request.weights) }
        ?? Partition.members(division.assignment).map(representative)
    }
    if division.distances.isEmpty {
      division.distances = [Double](repeating: .nan, count: rows)
      for (group, medoid) in division.medoids.enumerated() where medoid >= 0 {
        let distances = gower.distances(from: medoid, to: 0..<rows)
        for row in 0..<rows where division.assignment[row] == group { division.distances[row] = distances[row] }
      }
    }
    division.unfit = GroupFit.unfit(
      silhouettes: division.silhouettes, distances: division.distances, assignment: division.assignment,
      halfways: halfways(between: division.medoids))
  }

  /// For each row half the way to the nearest of the others; nought where there is none.
  private func halfways(between medoids: [Int]) -> [Double] {
    medoids.map { own in
      guard own >= 0 else { return 0 }
      let ways = medoids.filter { $0 >= 0 && $0 != own }.map { gower.distances(from: own, to: $0..<($0 + 1))[0] / 2 }
      return ways.filter { !$0.isNaN }.min() ?? 0
    }
  }

  private func silhouettes(of partition: SampledPartition) throws -> [Double] {
    let matrix = try gower.matrix(among: partition.sample)
    let found = Methods.silhouettes(
      matrix, Partition.inOrder(partition.sample.map { partition.assignment[$0] }),
      weights: weights(of: partition.sample))
    var all = [Double](repeating: .nan, count: observations.rowCount)
    for (row, silhouette) in zip(partition.sample, found) { all[row] = silhouette }
    return all
  }

  /// A row with a small mean distance to the others of its group, out of up to 200 of them; -1 for a group of nobody.
  private func representative(_ rows: [Int]) -> Int {
    let step = max(1, rows.count / 200)
    let sample = stride(from: 0, to: rows.count, by: step).map { rows[$0] }
    let among = Gower(gower, sample)
    var best = (row: sample.first ?? -1, mean: Double.infinity)
    for (place, row) in sample.enumerated() {
      let known = among.distances(from: place, to: 0..<sample.count).filter { !$0.isNaN }
      if known.count > 1, known.mean < best.mean { best = (row, known.mean) }
    }
    return best.row
  }

  func stability(
    of division: ClusterAnalysis, _ poll: (Double) throws -> Void
  ) throws -> [(mean: Double, error: Double)] {
    var stream = RandomStream(seed: request.seed, stream: 1_000)
    var inner = RandomStream(seed: request.seed, stream: 1_001)
    let resamples = Double(request.resamples)
    var done = 0.0
    return try clusterStability(
      division.assignment, weights: request.weights, resamples: request.resamples, using: &stream,
      beforeResample: {
        done = Double($0) / resamples
        try poll(done)
      },
      cluster: { rows in try assign(rows, division.k, &inner) { try poll(done) } })
  }

  private func weights(of rows: [Int]) -> [Double]? { request.weights.map { all in rows.map { all[$0] } } }

  /// The groups of some of the rows, by the same method.
  private func assign(
    _ rows: [Int], _ k: Int, _ stream: inout RandomStream, _ pause: () throws -> Void
  ) throws -> [Int] {
    let weights = weights(of: rows)
    switch request.method {
    case .pam:
      return try matrix.map {
        try partitionAroundMedoids($0.selecting(rows), weights: weights, k: k, beforeRound: pause).assignment
      }
        ?? []
    case .average:
      return try matrix.map { try averageLinkage($0.selecting(rows), weights: weights) { _ in try pause() }.cut(k) }
        ?? []
    case .kmodes:
      return try kModes(observations.selecting(rows), weights: weights, k: k) { _ in try pause() }.assignment
    case .lca:
      return try latentClasses(
        observations.selecting(rows), weights: weights, k: k, starts: 2, using: &stream, beforeStart: pause
      ).classes
    case .clara:
      return try clusterLargeApplications(
        Gower(gower, rows), weights: weights, k: k, samples: 3, using: &stream, beforeSample: pause
      ).assignment
    }
  }
}
