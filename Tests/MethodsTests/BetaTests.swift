import Methods
import Testing

/// The incomplete beta function, and a beta distribution from a mean and a range.
@Suite struct BetaTests {
  @Test(
    arguments: [(Double, Double, Double, Double)]([
      // Closed forms: I(a, 1) = x^a, I(1, b) = 1 - (1 - x)^b, and for whole shapes the tail of a binomial.
      (0.5, 2.0, 3.0, 0.6875), (0.2, 1, 4, 0.5904), (0.3, 3, 1, 0.027), (0.5, 0.5, 0.5, 0.5), (0.5, 50, 50, 0.5),
      (0.25, 0.5, 0.5, 1.0 / 3), (0.1, 2, 20, 0.635_270),
    ]))
  func `the incomplete beta function by its closed forms`(x: Double, alpha: Double, beta: Double, answer: Double) {
    #expect(abs(regularizedBeta(x, alpha: alpha, beta: beta) - answer) < 1e-6)
  }

  @Test func `its two sides add up, from tiny shapes to huge ones`() {
    for (alpha, beta) in [(0.01, 0.02), (0.5, 9), (3, 300), (1e4, 2e4), (5e6, 1e7)] {
      for x in [1e-9, 0.01, 0.3, 1.0 / 3, 0.34, 0.9] {
        let sum = regularizedBeta(x, alpha: alpha, beta: beta) + regularizedBeta(1 - x, alpha: beta, beta: alpha)
        #expect(abs(sum - 1) < 1e-9, "\(alpha) \(beta) \(x)")
      }
    }
  }

  /// The value of Boost (by scipy 1.17): uneven and huge shapes, to the last digits.
  @Test(
    arguments: [(Double, Double, Double, Double)]([
      (1.0610617128202999e-06, 5.383092463394498, 7202897.430079131, 0.8421827538820807),
      (0.75, 0.10462737345989713, 0.001, 0.010428589466640974),
      (0.7997561, 142.7874193602226, 35.40501689051935, 0.4643201934519086),
      (1e-300, 0.0001, 3.0, 0.9333942936083821),
      (0.5, 5e14, 5e14, 0.5),
      (0.08, 80000.0, 920000.0, 0.5004117458951974),
      (0.5, 0.003, 0.002, 0.3999990193158593),
    ]))
  func `the incomplete beta function far out`(x: Double, alpha: Double, beta: Double, answer: Double) {
    #expect(abs(regularizedBeta(x, alpha: alpha, beta: beta) - answer) < 1e-13)
  }

  @Test func `the uniform distribution has mean one half and 95 percent between .025 and .975`() throws {
    let shapes = try #require(betaShapes(mean: 0.5, low: 0.025, high: 0.975))
    #expect(abs(shapes.alpha - 1) < 1e-9 && abs(shapes.beta - 1) < 1e-9)
  }

  @Test(
    arguments: [(Double, Double, Double)]([
      (0.05, 0.03, 0.08), (0.2, 0.1, 0.3), (0.002, 0.001, 0.004), (0.5, 0.49, 0.51), (0.9, 0.7, 0.99), (0.02, 0, 0.06),
      (0.3, 0.29, 0.9),
    ]))
  func `the mean is the rate and the range has 95 percent`(mean: Double, low: Double, high: Double) throws {
    let shapes = try #require(betaShapes(mean: mean, low: low, high: high))
    #expect(abs(shapes.mean - mean) < 1e-12)
    let within =
      regularizedBeta(high, alpha: shapes.alpha, beta: shapes.beta)
      - regularizedBeta(low, alpha: shapes.alpha, beta: shapes.beta)
    #expect(abs(within - 0.95) < 1e-6)
  }

  @Test func `a share that is certain has no distribution, and one of nought has a tail`() throws {
    #expect(betaShapes(mean: 0.2, low: 0.2, high: 0.2) == nil)
    #expect(betaShapes(mean: 0.2, low: 0.3, high: 0.4) == nil)
    let none = try #require(betaShapes(mean: 0, low: 0, high: 0.015))
    #expect(none.alpha == 1 && abs(regularizedBeta(0.015, alpha: 1, beta: none.beta) - 0.975) < 1e-9)
  }
}
