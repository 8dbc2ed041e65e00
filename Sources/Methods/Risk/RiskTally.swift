/// What is added up of one form while draws are made.
struct RiskTally {
  private let contract: RiskSimulation.Contract
  private let budget: Double
  private let hasBudget: Bool
  private let draws: Int
  /// Sums are taken from the first draw on, so that what does not vary has no spread at all.
  private var paymentOrigin = 0.0
  private var resultOrigin = 0.0
  private var costOrigin = 0.0
  private var payment = Sums()
  private var result = Sums()
  private var cost = Sums()
  private var together = 0.0
  private var yearPayments: [Double]
  private var yearCosts: [Double]
  private var over = 0
  private var overSum = 0.0
  private var overSquares = 0.0
  private var losses = 0
  private var lossSum = 0.0
  private var lossSquares = 0.0
  private var tail: UpperTail
  private var paymentClasses: [ClassRegression.Outcome] = []
  private var resultClasses: [ClassRegression.Outcome] = []
  private var classStart = 0.0
  private var classWidth = 0.0
  private var classCounts = [Int](repeating: 0, count: RiskTally.histogramClasses)

  static let histogramClasses = 24
  /// A loss smaller than this part of the payment is rounding, and so is what lies above a budget.
  private static let hair = 1e-12

  private struct Sums {
    var sum = 0.0
    var squares = 0.0
    var cubes = 0.0
    var fourths = 0.0

    @inline(__always)
    mutating func add(_ value: Double) {
      let square = value * value
      sum += value
      squares += square
      cubes += square * value
      fourths += square * square
    }

    mutating func add(_ other: Sums) {
      sum += other.sum
      squares += other.squares
      cubes += other.cubes
      fourths += other.fourths
    }

    func mean(_ count: Int) -> Double { sum / Double(count) }
    func variance(_ count: Int) -> Double {
      count < 2 ? 0 : max(squares - sum * sum / Double(count), 0) / Double(count - 1)
    }
    /// The standard error of the deviation, by the fourth moment: `√((m₄ - m₂²) / n) / 2σ`.
    func deviationError(_ count: Int) -> Double {
      let variance = variance(count)
      guard variance > 0 else { return 0 }
      let (size, mean) = (Double(count), mean(count))
      let fourth =
        fourths / size - 4 * mean * cubes / size + 6 * mean * mean * squares / size - 3 * mean * mean * mean * mean
      return (max(fourth - variance * variance, 0) / size).squareRoot() / (2 * variance.squareRoot())
    }
  }

  init(_ contract: RiskSimulation.Contract, budget: Double?, draws: Int) {
    self.contract = contract
    // A sum of several years rounds; of one the payment stands as it is.
    self.budget = (budget ?? 0) * (contract.years.count > 1 ? 1 + Self.hair : 1)
    hasBudget = budget != nil
    self.draws = draws
    tail = UpperTail(part: 0.05, of: draws)
    yearPayments = contract.years.map { _ in 0 }
    yearCosts = yearPayments
  }

  /// Chooses origins and classes by the first batch.
  mutating func prepare(_ regressions: [ClassRegression], _ buffers: DrawBuffers, count: Int) {
    paymentClasses = regressions.map { .init(classes: $0.classes) }
    resultClasses = paymentClasses
    work(buffers, count: count)
    paymentOrigin = buffers.payment[0]
    resultOrigin = buffers.result[0]
    costOrigin = buffers.payment[0] - buffers.result[0]
    let sample = buffers.result[..<count].sorted()
    // The middle 99.8 %, so that a long tail does not squeeze the rest into one class.
    let low = sample[count / 1000]
    let high = sample[count - 1 - count / 1000]
    classStart = low
    classWidth = (high - low) / Double(Self.histogramClasses)
  }

  /// Works out payment and result of a batch.
  private func work(_ buffers: DrawBuffers, count: Int, year: (Int, Double, Double) -> Void = { _, _, _ in }) {
    guard contract.years == [RiskSimulation.Year()] else { return workYears(buffers, count: count, year: year) }
    let factor = contract.intensityFactor
    let (clients, intensity, cost) = (buffers.clients, buffers.intensity, buffers.cost)
    let (payment, result) = (buffers.payment, buffers.result)
    contract.form.payments(clients, intensity, factor: factor, into: payment, count: count)
    // The product stands as in the payments, so that a tariff at cost price leaves exactly nothing.
    for place in 0..<count {
      result[place] = payment[place] - cost[place] * factor * (clients[place] * intensity[place])
    }
  }

  /// The same over several years, each told with what it adds to the sums.
  private func workYears(_ buffers: DrawBuffers, count: Int, year told: (Int, Double, Double) -> Void) {
    let factor = contract.intensityFactor
    let (intensity, cost, payment, result) = (buffers.intensity, buffers.cost, buffers.payment, buffers.result)
    let (clients, paid) = (buffers.yearClients, buffers.yearPayment)
    for (place, year) in contract.years.enumerated() {
      for draw in 0..<count { clients[draw] = buffers.clients[draw] * year.clients }
      contract.form.payments(clients, intensity, factor: factor, into: paid, count: count)
      var (payments, costs) = (0.0, 0.0)
      for draw in 0..<count {
        let price = paid[draw] * year.price
        let spent = cost[draw] * year.cost * factor * (clients[draw] * intensity[draw])
        payment[draw] = place == 0 ? price : payment[draw] + price
        result[draw] = place == 0 ? price - spent : result[draw] + (price - spent)
        payments += price
        costs += spent
      }
      told(place, payments, costs)
    }
  }

  mutating func add(_ buffers: DrawBuffers, _ regressions: [ClassRegression], _ classes: [[Int32]], count: Int) {
    var (payments, costs) = (yearPayments, yearCosts)
    work(buffers, count: count) { year, paid, spent in
      payments[year] += paid
      costs[year] += spent
    }
    (yearPayments, yearCosts) = (payments, costs)
    tally(buffers, count: count)
    guard !classes.isEmpty else { return }
    for place in 0..<3 where regressions[place].classes > 1 {
      let driver = buffers.drivers[place]
      if contract.form.varies {
        regressions[place].add(buffers.payment, driver, classes[place], to: &paymentClasses[place], count: count)
      }
      regressions[place].add(buffers.result, driver, classes[place], to: &resultClasses[place], count: count)
    }
  }

  private mutating func tally(_ buffers: DrawBuffers, count: Int) {
    let (payments, results) = (buffers.payment, buffers.result)
    if hasBudget { tallyOver(payments, count: count) }
    tallyLosses(payments, results, count: count)
    for place in 0..<count where payments[place] > tail.threshold { tail.add(payments[place]) }
    let (paymentOrigin, resultOrigin, costOrigin) = (paymentOrigin, resultOrigin, costOrigin)
    var (paid, left, spent) = (Sums(), Sums(), Sums())
    var products = 0.0
    for place in 0..<count {
      let (payment, result) = (payments[place], results[place])
      let (onePaid, oneLeft, oneSpent) = (payment - paymentOrigin, result - resultOrigin, payment - result - costOrigin)
      // The outcomes by class take the same origin.
      payments[place] = onePaid
      results[place] = oneLeft
      paid.add(onePaid)
      left.add(oneLeft)
      spent.add(oneSpent)
      products += onePaid * oneSpent
    }
    payment.add(paid)
    result.add(left)
    cost.add(spent)
    together += products
  }

  private mutating func tallyOver(_ payments: UnsafeMutableBufferPointer<Double>, count: Int) {
    let budget = budget
    var (times, sum, squares) = (0, 0.0, 0.0)
    // Without a branch, which would be guessed wrong half of the time: the sign bit counts, and `(x + |x|) / 2` is `max(x, 0)`.
    for place in 0..<count {
      let room = budget - payments[place]
      times &+= Int(truncatingIfNeeded: room.bitPattern &>> 63)
      let excess = abs(room) - room
      sum += excess
      squares += excess * excess
    }
    over += times
    overSum += sum / 2
    overSquares += squares / 4
  }

  private mutating func tallyLosses(
    _ payments: UnsafeMutableBufferPointer<Double>, _ results: UnsafeMutableBufferPointer<Double>, count: Int
  ) {
    let last = Double(Self.histogramClasses - 1)
    let (start, scale) = (classStart, classWidth > 0 ? 1 / classWidth : 0)
    var (times, sum, squares) = (0, 0.0, 0.0)
    classCounts.withUnsafeMutableBufferPointer { counts in
      for place in 0..<count {
        let left = results[place]
        let beyond = left + Self.hair * abs(payments[place])
        times &+= Int(truncatingIfNeeded: beyond.bitPattern &>> 63)
        let loss = abs(beyond) - beyond
        sum += loss
        squares += loss * loss
        counts[Int(min(max((left - start) * scale, 0), last))] &+= 1
      }
    }
    losses += times
    lossSum += sum / 2
    lossSquares += squares / 4
  }

  func outcome(_ regressions: [ClassRegression]) -> RiskOutcome {
    var outcome = RiskOutcome()
    outcome.payment = spread(payment, paymentOrigin, paymentClasses, regressions)
    outcome.result = spread(result, resultOrigin, resultClasses, regressions)
    outcome.costMean = costOrigin + cost.mean(draws)
    let isOneYear = contract.years == [RiskSimulation.Year()]
    outcome.yearPayments = isOneYear ? [outcome.payment.mean] : yearPayments.map { $0 / Double(draws) }
    outcome.yearCosts = isOneYear ? [outcome.costMean] : yearCosts.map { $0 / Double(draws) }
    let costVariance = cost.variance(draws)
    outcome.costDeviation = costVariance.squareRoot()
    outcome.costMeanError = MonteCarlo.error(ofMeanWith: outcome.costDeviation, draws: draws)
    outcome.costDeviationError = cost.deviationError(draws)
    outcome.shortfall = tail.mean
    outcome.shortfallError = outcome.payment.deviation > 0 ? tail.meanError : 0
    if hasBudget {
      outcome.overChance = Double(over) / Double(draws)
      outcome.expectedOver = overSum / Double(draws)
      let isCertain = outcome.payment.deviation == 0
      outcome.overChanceError = isCertain ? 0 : MonteCarlo.error(ofShare: outcome.overChance, draws: draws)
      outcome.expectedOverError = error(sum: overSum, squares: overSquares)
    }
    outcome.lossChance = Double(losses) / Double(draws)
    outcome.expectedLoss = lossSum / Double(draws)
    outcome.lossChanceError =
      outcome.result.deviation == 0 ? 0 : MonteCarlo.error(ofShare: outcome.lossChance, draws: draws)
    outcome.expectedLossError = error(sum: lossSum, squares: lossSquares)
    if costVariance > 0 {
      outcome.carried = (together - payment.sum * cost.sum / Double(draws)) / Double(draws - 1) / costVariance
      // The error of a slope: what of the payment does not follow the cost.
      let rest = max(payment.variance(draws) - outcome.carried * outcome.carried * costVariance, 0)
      outcome.carriedError = (rest / costVariance / Double(draws)).squareRoot()
    }
    outcome.classStart = classStart
    outcome.classWidth = classWidth
    outcome.classCounts = classCounts
    return outcome
  }

  private func spread(
    _ sums: Sums, _ origin: Double, _ classes: [ClassRegression.Outcome], _ regressions: [ClassRegression]
  ) -> RiskOutcome.Spread {
    let variance = sums.variance(draws)
    var spread = RiskOutcome.Spread(mean: origin + sums.mean(draws), deviation: variance.squareRoot())
    spread.meanError = MonteCarlo.error(ofMeanWith: spread.deviation, draws: draws)
    spread.deviationError = sums.deviationError(draws)
    for driver in RiskDrivers.Driver.allCases {
      let place = driver.rawValue
      let share = regressions[place].share(classes[place])
      spread.shares[driver] = share
      spread.shareErrors[driver] = variance > 0 ? regressions[place].error(of: share) : 0
    }
    return spread
  }

  /// The standard error of a mean over all draws.
  private func error(sum: Double, squares: Double) -> Double {
    let variance = draws < 2 ? 0 : max(squares - sum * sum / Double(draws), 0) / Double(draws - 1)
    return MonteCarlo.error(ofMeanWith: variance.squareRoot(), draws: draws)
  }
}
