import Methods
import Testing

@Suite struct ClusteringTests {
  private let letters: Dissimilarity

  init() throws { letters = try Gower(ClusterSamples.letters).matrix() }

  private func expect(_ found: [Double], _ known: [Double], within tolerance: Double) {
    #expect(found.count == known.count)
    for (one, other) in zip(found, known) { #expect(abs(one - other) <= tolerance, "\(found)") }
  }

  // MARK: Average linkage

  @Test func `the rows of the specification join at 0 0 .25 .25 .25 .4167 .8333`() throws {
    let tree = try averageLinkage(letters)
    expect(tree.heights, [0, 0, 0.25, 0.25, 0.25, 0.4167, 0.8333], within: 5e-5)
    #expect(tree.cut(2) == [0, 0, 0, 1, 1, 1, 1, 1])
  }

  @Test func `the silhouette of the specification at k = 2 is .6642`() throws {
    let widths = silhouettes(letters, try averageLinkage(letters).cut(2))
    #expect(abs(widths.reduce(0, +) / 8 - 0.6642) < 5e-5)
  }

  @Test func `twelve countries join as in R's agnes(agriculture) (cluster, reference output)`() throws {
    let tree = try averageLinkage(ClusterSamples.euclidean(ClusterSamples.agriculture))
    expect(
      tree.heights,
      [
        1.64924, 2.22036, 2.24836, 2.76918, 3.14006, 4.02677, 4.78835, 5.16236, 5.29409, 8.55075, 14.77963,
      ], within: 5e-6)
    // {GR, P}, {E, IRL} and the rest.
    #expect(tree.cut(3) == [0, 0, 0, 1, 2, 0, 2, 0, 0, 0, 1, 0])
  }

  @Test func `the points of Ruspini join as in R's agnes(ruspini) (cluster, reference output)`() throws {
    let heights = try averageLinkage(ClusterSamples.euclidean(ClusterSamples.ruspini)).heights
    expect(Array(heights.suffix(4)), [34.72475, 64.42555, 67.75052, 101.142], within: 5e-6)
    expect(Array(heights.prefix(3)), [1.41421, 2, 2], within: 5e-6)
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 <= $1 })
  }

  // MARK: Medoids

  @Test func `the points of Ruspini lie around 10, 32, 52 and 70 (Kaufman & Rousseeuw 1990; R's pam)`() throws {
    let matrix = ClusterSamples.euclidean(ClusterSamples.ruspini)
    let found = try partitionAroundMedoids(matrix, k: 4)
    #expect(found.medoids.map { $0 + 1 } == [10, 32, 52, 70])
    #expect(Partition.members(found.assignment).map(\.count) == [20, 23, 17, 15])
    #expect(abs(found.cost / 75 - 11.48637) < 5e-6)
    let widths = silhouettes(matrix, found.assignment)
    #expect(abs(widths.reduce(0, +) / 75 - 0.737657) < 5e-7)
  }

  @Test func `eight rows by Manhattan distance lie around 2 and 6, 6.375 away on average (R's pam, reference output)`()
    throws
  {
    let values: [[Double]] = [
      [9, 0, 1], [4, 1, 2], [1, 2, .nan], [0, 3, 7], [1, 4, .nan], [4, 5, 8], [9, 6, 9], [16, .nan, 8],
    ]
    // R scales the sum up for what is missing: times the number of columns over those that are known.
    let matrix = Dissimilarity(count: 8) { one, other in
      let known = (0..<3).filter { !(values[one][$0] - values[other][$0]).isNaN }
      return known.reduce(0) { $0 + (values[one][$1] - values[other][$1]).magnitude } * 3 / Double(known.count)
    }
    let found = try partitionAroundMedoids(matrix, k: 2)
    #expect(found.medoids == [1, 5] && found.assignment == [0, 0, 0, 1, 1, 1, 1, 1])
    #expect(found.cost / 8 == 6.375)
  }

  @Test func `no exchange of a medoid for another row lowers the sum`() throws {
    var stream = RandomStream(seed: 3)
    let points = (0..<60).map { _ in (stream.uniform(), stream.uniform()) }
    let matrix = ClusterSamples.euclidean(points)
    for k in [1, 2, 5] {
      let found = try partitionAroundMedoids(matrix, k: k)
      for place in 0..<k {
        for row in 0..<60 where !found.medoids.contains(row) {
          var other = found.medoids
          other[place] = row
          let cost = (0..<60).reduce(0.0) { sum, point in sum + (other.map { matrix[$0, point] }.min() ?? 0) }
          #expect(cost >= found.cost - 1e-9)
        }
      }
    }
  }

  @Test func `as many medoids as rows cost nothing, and rows that are the same are no trouble`() throws {
    #expect(try partitionAroundMedoids(letters, k: 8).cost == 0)
    #expect(try partitionAroundMedoids(Dissimilarity(count: 4), k: 3).medoids.count == 3)
    #expect(try partitionAroundMedoids(Dissimilarity(count: 1), k: 1).assignment == [0])
  }

  @Test func `samples find what all rows show where heaps lie apart`() throws {
    var stream = RandomStream(seed: 11)
    let gower = Gower(
      Observations([.numeric((0..<3_000).map { Double($0 % 3) * 10 + stream.uniform() })]))
    let found = try clusterLargeApplications(gower, k: 3, using: &stream)
    #expect(Array(found.assignment.prefix(6)) == [0, 1, 2, 0, 1, 2])
    #expect(Partition.members(found.assignment).map(\.count) == [1_000, 1_000, 1_000])
  }

  // MARK: Modes

  @Test func `k-modes costs 5 on the rows of the specification`() throws {
    let found = try kModes(ClusterSamples.letters, k: 2)
    #expect(found.cost == 5)
    #expect(found.assignment == [0, 0, 0, 1, 1, 1, 1, 1])
  }

  @Test func `k-modes costs nothing with a group for each different row, and leaves no group empty`() throws {
    let found = try kModes(ClusterSamples.letters, k: 6)
    #expect(found.cost == 0 && Set(found.assignment).count == 6)
    #expect(Set(try kModes(ClusterSamples.letters, k: 8).assignment).count == 8)
  }
}
