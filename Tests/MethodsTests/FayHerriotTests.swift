import Glibc
import Methods
import Testing

@Suite struct FayHerriotTests {
  private typealias Milk = MilkExpenditure

  private func milk(times factor: Double = 1) throws -> FayHerriot {
    try FayHerriot(
      direct: Milk.direct.map { $0 * factor }, samplingVariances: Milk.errors.map { $0 * $0 * factor * factor },
      predictors: Matrix(Milk.predictors))
  }

  private func estimates(_ model: FayHerriot, times factor: Double = 1) -> [FayHerriot.AreaEstimate] {
    Milk.direct.indices.map {
      let error = Milk.errors[$0] * factor
      return model.estimate(
        direct: Milk.direct[$0] * factor, samplingVariance: error * error, predictors: Milk.predictors[$0])
    }
  }

  /// The published digits were found with a tolerance of 1e-4 on the variance.
  @Test func theMilkDataOfAroraAndLahiriAsThePackageSaeHasIt() throws {
    let model = try milk()
    #expect(model.converged)
    #expect(abs(model.variance - Milk.published.variance) < 5e-6)
    for (found, known) in zip(model.coefficients, Milk.published.coefficients) { #expect(abs(found - known) < 5e-6) }
    for (found, known) in zip(estimates(model), Milk.published.estimates) {
      #expect(abs(found.estimate - known) < 1e-5)
    }
    for (found, known) in zip(estimates(model), Milk.published.errors) {
      #expect(abs(found.standardError * found.standardError - known) < 2e-6)
    }
  }

  @Test func theEstimateLiesBetweenTheDirectOneAndTheRegression() throws {
    let model = try milk()
    for (row, found) in estimates(model).enumerated() {
      #expect((0...1).contains(found.gamma))
      let synthetic = model.estimate(predictors: Milk.predictors[row])
      let (low, high) = (min(synthetic.estimate, Milk.direct[row]), max(synthetic.estimate, Milk.direct[row]))
      #expect((low...high).contains(found.estimate))
      #expect(synthetic.gamma == 0)
      #expect(synthetic.standardError > model.variance.squareRoot())
    }
  }

  @Test func theUnitDoesNotMatter() throws {
    let plain = estimates(try milk())
    for factor in [1e-6, 100, 1e6] {
      let model = try milk(times: factor)
      for (one, other) in zip(plain, estimates(model, times: factor)) {
        #expect(abs(other.estimate / factor - one.estimate) < 1e-7)
        #expect(abs(other.gamma - one.gamma) < 1e-7)
        #expect(abs(other.standardError / factor - one.standardError) < 1e-7)
      }
    }
  }

  @Test func aShiftOrScaleOfAPredictorDoesNotMatter() throws {
    let other = Milk.predictors.map { row in [row[0]] + row.dropFirst().map { $0 * 1e5 + 2_000 } }
    let model = try FayHerriot(
      direct: Milk.direct, samplingVariances: Milk.errors.map { $0 * $0 }, predictors: Matrix(other))
    #expect(abs(model.variance - (try milk().variance)) < 1e-8)
  }

  @Test func areasThatDifferNoMoreThanTheirSamplesGetTheRegression() throws {
    let model = try FayHerriot(
      direct: [1, 2, 3.1, 3.9], samplingVariances: [1, 1, 1, 1],
      predictors: Matrix([[1, 1], [1, 2], [1, 3], [1, 4]]))
    #expect(model.variance == 0)
    #expect(model.converged)
    let found = model.estimate(direct: 1, samplingVariance: 1, predictors: [1, 1])
    #expect(found.gamma == 0)
    // Least squares: 0.05 + 0.98 x.
    #expect(abs(found.estimate - 1.03) < 1e-12)
  }

  /// With equal sampling variances and an intercept only, REML is the variance of the estimates less that of the sampling.
  @Test func equalVariancesHaveAClosedForm() throws {
    let direct: [Double] = [1, 5, 9, 3, 7]
    let model = try FayHerriot(
      direct: direct, samplingVariances: [2, 2, 2, 2, 2], predictors: Matrix(direct.map { _ in [1] }))
    #expect(abs(model.variance - 8) < 1e-8)
    #expect(abs(model.coefficients[0] - 5) < 1e-12)
    #expect(abs(model.estimate(direct: 9, samplingVariance: 2, predictors: [1]).estimate - 8.2) < 1e-8)
  }

  @Test func whatCannotBeFittedIsRefused() {
    func fit(_ direct: [Double], _ variances: [Double], _ rows: [[Double]]) throws {
      _ = try FayHerriot(direct: direct, samplingVariances: variances, predictors: Matrix(rows))
    }
    #expect(throws: FayHerriot.Problem.tooFewAreas(areas: 1, coefficients: 1)) { try fit([1], [1], [[1]]) }
    #expect(throws: FayHerriot.Problem.dependent(column: 1)) {
      try fit([1, 2, 3], [1, 1, 1], [[1, 2], [1, 2], [1, 2]])
    }
    #expect(throws: FayHerriot.Problem.unusable) { try fit([1, 2], [1, 0], [[1], [1]]) }
    #expect(throws: FayHerriot.Problem.unusable) { try fit([1, .nan], [1, 1], [[1], [1]]) }
    #expect(throws: FayHerriot.Problem.unusable) { try fit([1, 2], [1], [[1], [1]]) }
  }

  // MARK: A variance above nought

  /// Yoshimori & Lahiri's adjusted REML as the tests of the package emdi have it for 15 domains; its optimiser stops at about
  /// seven digits of the variance.
  @Test func theFifteenDomainsOfThePackageEmdi() throws {
    let (direct, errors, rows) = (Domains.direct, Domains.errors, Domains.predictors)
    let model = try FayHerriot(
      direct: direct, samplingVariances: errors.map { $0 * $0 }, predictors: Matrix(rows), variance: .adjusted)
    #expect(model.isAdjusted && model.converged)
    #expect(abs(model.variance / Domains.Published.variance - 1) < 3e-7)
    for row in direct.indices {
      let found = model.estimate(
        direct: direct[row], samplingVariance: errors[row] * errors[row], predictors: rows[row])
      #expect(abs(found.estimate - Domains.Published.estimates[row]) < 3e-4)
      #expect(abs(found.standardError * found.standardError / Domains.Published.squaredErrors[row] - 1) < 3e-7)
    }
    // REML of the same, and it stays where it is above nought.
    let plain = try FayHerriot(
      direct: direct, samplingVariances: errors.map { $0 * $0 }, predictors: Matrix(rows),
      variance: .restrictedAboveNought)
    #expect(!plain.isAdjusted && abs(plain.variance / 5_566_355.879_509_85 - 1) < 3e-7)
  }

  @Test func whereRestrictedLikelihoodIsHighestAtNoughtTheAdjustedOneIsNot() throws {
    let (direct, rows): ([Double], [[Double]]) = (
      [1, 2, 3.1, 3.9, 5.1], [[1, 1], [1, 2], [1, 3], [1, 4], [1, 5]]
    )
    let model = try FayHerriot(
      direct: direct, samplingVariances: [1, 1, 1, 1, 1], predictors: Matrix(rows), variance: .restrictedAboveNought)
    #expect(model.isAdjusted && model.variance > 0 && model.variance < 1)
    let found = model.estimate(direct: 1, samplingVariance: 1, predictors: [1, 1])
    #expect(found.gamma > 0 && found.standardError > 0)
    // With equal variances the maximum can be found by trying all: the score changes sign there.
    func value(_ variance: Double) -> Double {
      let sum = 5 * variance / (variance + 1)
      // The sum of squares around the line 1.01 x - 0.01.
      let residual = 0.027
      return -1.5 * log(variance + 1) - residual / (2 * (variance + 1)) + log(atan(sum)) / 5
    }
    #expect(
      value(model.variance) > value(model.variance * 0.98) && value(model.variance) > value(model.variance * 1.02))
  }

  // MARK: Intervals

  @Test func theIntervalIsWiderThanTheNormalOneAndTellsNothingWithoutAreas() throws {
    let model = try milk()
    let normal = NormalSampler()
    for row in Milk.direct.indices {
      let variance = Milk.errors[row] * Milk.errors[row]
      let belief = try #require(
        model.belief(direct: (Milk.direct[row], variance), predictors: Milk.predictors[row]))
      let interval = belief.interval()
      let found = model.estimate(direct: Milk.direct[row], samplingVariance: variance, predictors: Milk.predictors[row])
      #expect(interval.low < found.estimate && found.estimate < interval.high)
      let width = (interval.high - interval.low) / (2 * 1.96 * found.standardError)
      #expect(width > 0.85 && width < 1.3)
      #expect(abs(belief.probability(below: interval.low) - 0.025) < 1e-7)
      guard row == 0 else { continue }
      var random = RandomStream(seed: 5)
      let below = (0..<20_000).count { _ in belief.draw(&random, normal) < interval.low }
      #expect(abs(Double(below) / 20_000 - 0.025) < 0.004)
    }
    let few = try FayHerriot(direct: [1, 2], samplingVariances: [1, 1], predictors: Matrix([[1], [1]]))
    #expect(few.belief(direct: (1, 1), predictors: [1]) == nil)
  }

  /// Areas whose samples differ tenfold, a predictor, and a variance between areas about as large as that within.
  @Test(arguments: [(15, 260), (40, 110)])
  func of100IntervalsOf95PercentAbout95HoldTheTruth(areas: Int, rounds: Int) throws {
    let variance = 1.0
    var random = RandomStream(seed: UInt64(areas), stream: 10)
    let normal = NormalSampler()
    let within = (0..<areas).map { [0.33, 0.5, 0.67, 1, 1.25, 2, 3.3][$0 % 7] }
    var (held, all) = (0, 0)
    for _ in 0..<rounds {
      let rows = (0..<areas).map { _ in [1, normal.draw(&random)] }
      let truth = rows.map { 2 + $0[1] + variance.squareRoot() * normal.draw(&random) }
      let direct = zip(truth, within).map { $0 + $1.squareRoot() * normal.draw(&random) }
      let model = try FayHerriot(
        direct: direct, samplingVariances: within, predictors: Matrix(rows), variance: .restrictedAboveNought)
      for area in 0..<areas {
        let belief = model.belief(direct: (direct[area], within[area]), predictors: rows[area])
        let below = try #require(belief).probability(below: truth[area])
        if below > 0.025, below < 0.975 { held += 1 }
        all += 1
      }
    }
    let cover = Double(held) / Double(all)
    #expect((0.94...0.96).contains(cover), "\(cover)")
  }

  /// With equal variances and a mean alone, σ² of an area is where `log L + (1 + z²)/4 log σ² + (7 - z²)/4 log(σ² + D) +
  /// ½ log(σ² + D)` is highest, which trying all finds; the formula of Yoshimori & Lahiri (2014, section 3) for the balanced case.
  @Test func theAdjustedIntervalHasTheVarianceOfYoshimoriAndLahiri() throws {
    let direct: [Double] = [1, 2.2, 2.9, 1.6, 3.1, 2.4, 1.2, 2.6, 3.3, 1.9, 2.1, 2.8]
    let model = try FayHerriot(
      direct: direct, samplingVariances: direct.map { _ in 1 }, predictors: Matrix(direct.map { _ in [1] }),
      variance: .restrictedAboveNought)
    #expect(model.isAdjusted)
    let mean = direct.reduce(0, +) / 12
    let squares = direct.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let z = normalDeviate(level: 0.95)
    func value(_ variance: Double) -> Double {
      let sum = variance + 1
      return -5.5 * log(sum) - squares / (2 * sum) + (1 + z * z) / 4 * log(variance) + ((7 - z * z) / 4 + 0.5)
        * log(sum)
    }
    let best = try #require((1...40_000).map { Double($0) * 1e-4 }.max { value($0) < value($1) })
    let gamma = best / (best + 1)
    for one in direct {
      let interval = try #require(model.belief(direct: (one, 1), predictors: [1])).interval()
      let (middle, half) = (gamma * one + (1 - gamma) * mean, z * gamma.squareRoot())
      #expect(abs(interval.low - (middle - half)) < 2e-4 && abs(interval.high - (middle + half)) < 2e-4)
      // It is shorter than the range of the direct estimate alone.
      #expect(interval.high - interval.low < 2 * z)
    }
    // Far from the others, and where nothing was counted, what the likelihood leaves open of σ² is averaged.
    let far = try #require(model.belief(direct: nil, predictors: [1])).interval()
    #expect(far.high - far.low > 0)
    #expect(far.low < mean && mean < far.high)
  }

  /// Of samples in which REML is 0 the intervals of the even likelihood held the truth in 87 of 100 cases where areas differ as much
  /// as their samples do, and in 82 where they are forty; these hold it more often, and all samples together as before.
  @Test(arguments: [(15, 1.0, 2_000, 0.90), (15, 0.5, 700, 0.94), (40, 0.5, 700, 0.85), (40, 0.25, 240, 0.93)])
  func whereRestrictedLikelihoodIsAtNoughtTheIntervalsHoldEnough(
    areas: Int, variance: Double, rounds: Int, atNought: Double
  ) throws {
    var random = RandomStream(seed: UInt64(areas), stream: 11)
    let normal = NormalSampler()
    var (held, all, heldAtNought, ofNought) = (0, 0, 0, 0)
    let rows = Matrix((0..<areas).map { _ in [1.0] })
    let within = [Double](repeating: 1, count: areas)
    for _ in 0..<rounds {
      let truth = (0..<areas).map { _ in variance.squareRoot() * normal.draw(&random) }
      let direct = truth.map { $0 + normal.draw(&random) }
      let model = try FayHerriot(
        direct: direct, samplingVariances: within, predictors: rows, variance: .restrictedAboveNought)
      for area in 0..<3 {
        let belief = try #require(model.belief(direct: (direct[area], 1), predictors: [1]))
        let below = belief.probability(below: truth[area])
        let holds = below > 0.025 && below < 0.975
        all += 1
        if holds { held += 1 }
        guard model.isAdjusted else { continue }
        ofNought += 1
        if holds { heldAtNought += 1 }
      }
    }
    let cover = Double(held) / Double(all)
    #expect((0.94...0.975).contains(cover), "\(cover)")
    let few = Double(heldAtNought) / Double(max(ofNought, 1))
    #expect(few > atNought && ofNought > 60, "\(few) of \(ofNought)")
  }

  /// Shares of small samples, worked with on the scale of the arcsine: the bounds and, in the mean, the estimates.
  @Test(arguments: [(15, 200), (40, 90)])
  func sharesOnTheArcsineScaleCoverToo(areas: Int, rounds: Int) throws {
    let mean = 0.1
    var random = RandomStream(seed: UInt64(areas), stream: 10)
    let normal = NormalSampler()
    let samples = (0..<areas).map { [20.0, 40, 60, 100, 200][$0 % 5] }
    var (held, all, error) = (0, 0, 0.0)
    for _ in 0..<rounds {
      let truth = samples.map { _ in 1 / (1 + exp(-(log(mean / (1 - mean)) + 0.4 * normal.draw(&random)))) }
      let direct = zip(samples, truth).map { size, share in
        ArcsineShare(share: random.binomial(trials: size, probability: share) / size, sample: size)
      }
      let model = try FayHerriot(
        direct: direct.map(\.value), samplingVariances: direct.map(\.variance),
        predictors: Matrix(direct.map { _ in [1] }), variance: .restrictedAboveNought)
      for area in 0..<areas {
        let own = direct[area]
        let belief = model.belief(direct: (own.value, own.variance), predictors: [1])
        let below = try #require(belief).probability(below: ArcsineShare.value(of: truth[area]))
        if below > 0.025, below < 0.975 { held += 1 }
        all += 1
        let found = model.estimate(direct: own.value, samplingVariance: own.variance, predictors: [1])
        error += ArcsineShare.meanShare(found.estimate, variance: found.spread) - truth[area]
      }
    }
    let cover = Double(held) / Double(all)
    #expect((0.94...0.96).contains(cover), "\(cover)")
    #expect(abs(error / Double(all)) < 0.004)
  }

  @Test func theSampleOfAShareComesBackFromItsError() {
    for (share, size) in [(0.0, 12.0), (0.12, 200), (0.5, 30), (1, 400)] {
      let interval = wilsonInterval(share: share, count: size)
      let error = (interval.high - interval.low) / (2 * normalDeviate(level: 0.95))
      #expect(abs(ArcsineShare.wilsonSample(share, error) - size) < 1e-6 * size)
    }
    #expect(abs(ArcsineShare(share: 0.2, standardError: 0.04).variance - 1 / 400.0) < 1e-12)
    #expect(ArcsineShare.share(-0.3) == 0 && ArcsineShare.share(2) == 1)
    // E sin² of a normal value, and its spread, by many draws.
    var random = RandomStream(seed: 1)
    let normal = NormalSampler()
    let draws = (0..<100_000).map { _ -> Double in
      let root = sin(0.4 + 0.2 * normal.draw(&random))
      return root * root
    }
    let mean = draws.reduce(0, +) / 100_000
    let deviation = (draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100_000).squareRoot()
    #expect(abs(mean - ArcsineShare.meanShare(0.4, variance: 0.04)) < 0.002)
    #expect(abs(deviation - ArcsineShare.deviationOfShare(0.4, variance: 0.04)) < 0.002)
  }
}
