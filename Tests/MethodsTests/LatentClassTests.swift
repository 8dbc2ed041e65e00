import Methods
import Testing

@Suite struct LatentClassTests {
  private func model(_ observations: Observations, _ k: Int, seed: UInt64 = 1) throws -> LatentClassModel {
    var stream = RandomStream(seed: seed)
    return try latentClasses(observations, k: k, using: &stream)
  }

  @Test func `carcinoma in two and three classes (Linzer & Lewis, poLCA, Journal of Statistical Software 42, 2011)`()
    throws
  {
    let two = try model(ClusterSamples.carcinoma, 2)
    #expect(abs(two.logLikelihood + 317.2568) < 5e-5)
    #expect(two.parameters == 15 && abs(two.bic - 706.0739) < 1e-4)
    let three = try model(ClusterSamples.carcinoma, 3)
    #expect(abs(three.logLikelihood + 293.705) < 5e-4)
    #expect(three.parameters == 23 && abs(three.bic - 697.1357) < 1e-3)
    #expect(zip(three.shares, [0.4447, 0.3736, 0.1817]).allSatisfy { abs($0 - $1) < 5e-4 })
  }

  @Test func `cheating in two classes (Dayton 1998; poLCA)`() throws {
    let found = try model(ClusterSamples.cheating, 2)
    #expect(abs(found.logLikelihood + 440.0271) < 5e-5)
    #expect(found.parameters == 9 && found.converged)
    #expect(abs(found.shares[0] - 0.8394) < 5e-4)
  }

  @Test func `one class is independence: the shares of the answers themselves`() throws {
    let found = try model(ClusterSamples.cheating, 1)
    #expect(abs(found.probabilities[0][0][1] - 34.0 / 319) < 1e-12)
    #expect(found.shares == [1] && found.parameters == 4)
  }

  @Test func `the seed fixes the fit, and another seed finds the same optimum`() throws {
    let first = try model(ClusterSamples.carcinoma, 3)
    #expect(try model(ClusterSamples.carcinoma, 3) == first)
    #expect(abs(try model(ClusterSamples.carcinoma, 3, seed: 99).logLikelihood - first.logLikelihood) < 1e-4)
  }

  @Test func `probabilities add up to one, missing answers included`() throws {
    let observations = Observations([
      .categorical([0, 0, 1, 1, -1, 0], levels: 2), .categorical([0, -1, 1, 1, -1, 0], levels: 2),
    ])
    let found = try model(observations, 2)
    for row in found.posteriors { #expect(abs(row.reduce(0, +) - 1) < 1e-12) }
    for group in found.probabilities { for item in group { #expect(abs(item.reduce(0, +) - 1) < 1e-12) } }
    #expect(found.logLikelihood.isFinite)
  }
}
