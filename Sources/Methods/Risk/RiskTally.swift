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
  private var over = 0
  private var overSum = 0.0
  private var losses = 0
  private var lossSum = 0.0
  private var tail: UpperTail
  private var paymentClasses: [ClassRegression.Outcome] = []
  private var resultClasses: [ClassRegression.Outcome] = []
  private var classStart = 0.0
  private var classWidth = 0.0
  private var classCounts = [Int](repeating: 0, count: RiskTally.histogramClasses)

  static let histogramClasses = 24
  /// A loss smaller than this part of the payment is rounding.
  private static let hair = 1e-12

  private struct Sums {
    var sum = 0.0
    var squares = 0.0

    func mean(_ count: Int) -> Double { sum / Double(count) }
    func variance(_ count: Int) -> Double {
      count < 2 ? 0 : max(squares - sum * sum / Double(count), 0) / Double(count - 1)
    }
  }

  init(_ contract: RiskSimulation.Contract, budget: Double?, draws: Int) {
    self.contract = contract
    self.budget = budget ?? 0
    hasBudget = budget != nil
    self.draws = draws
    tail = UpperTail(part: 0.05, of: draws)
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
  private func work(_ buffers: DrawBuffers, count: Int) {
    let factor = contract.intensityFactor
    let (clients, intensity, cost) = (buffers.clients, buffers.intensity, buffers.cost)
    let (payment, result) = (buffers.payment, buffers.result)
    contract.form.payments(clients, intensity, factor: factor, into: payment, count: count)
    // The product stands as in the payments, so that a tariff at cost price leaves exactly nothing.
    for place in 0..<count {
      result[place] = payment[place] - cost[place] * factor * (clients[place] * intensity[place])
    }
  }

  mutating func add(_ buffers: DrawBuffers, _ regressions: [ClassRegression], _ classes: [[Int32]], count: Int) {
    work(buffers, count: count)
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
    var (paidSum, paidSquares, leftSum, leftSquares) = (0.0, 0.0, 0.0, 0.0)
    var (costSum, costSquares, products) = (0.0, 0.0, 0.0)
    for place in 0..<count {
      let paid = payments[place]
      let left = results[place]
      let (onePaid, oneLeft, oneSpent) = (paid - paymentOrigin, left - resultOrigin, paid - left - costOrigin)
      // The outcomes by class take the same origin.
      payments[place] = onePaid
      results[place] = oneLeft
      paidSum += onePaid
      paidSquares += onePaid * onePaid
      leftSum += oneLeft
      leftSquares += oneLeft * oneLeft
      costSum += oneSpent
      costSquares += oneSpent * oneSpent
      products += onePaid * oneSpent
    }
    payment.sum += paidSum
    payment.squares += paidSquares
    result.sum += leftSum
    result.squares += leftSquares
    cost.sum += costSum
    cost.squares += costSquares
    together += products
  }

  private mutating func tallyOver(_ payments: UnsafeMutableBufferPointer<Double>, count: Int) {
    let budget = budget
    var (times, sum) = (0, 0.0)
    // Without a branch, which would be guessed wrong half of the time: the sign bit counts, and `(x + |x|) / 2` is `max(x, 0)`.
    for place in 0..<count {
      let room = budget - payments[place]
      times &+= Int(truncatingIfNeeded: room.bitPattern &>> 63)
      sum += abs(room) - room
    }
    over += times
    overSum += sum / 2
  }

  private mutating func tallyLosses(
    _ payments: UnsafeMutableBufferPointer<Double>, _ results: UnsafeMutableBufferPointer<Double>, count: Int
  ) {
    let last = Double(Self.histogramClasses - 1)
    let (start, scale) = (classStart, classWidth > 0 ? 1 / classWidth : 0)
    var (times, sum) = (0, 0.0)
    classCounts.withUnsafeMutableBufferPointer { counts in
      for place in 0..<count {
        let left = results[place]
        let beyond = left + Self.hair * abs(payments[place])
        times &+= Int(truncatingIfNeeded: beyond.bitPattern &>> 63)
        sum += abs(beyond) - beyond
        counts[Int(min(max((left - start) * scale, 0), last))] &+= 1
      }
    }
    losses += times
    lossSum += sum / 2
  }

  func outcome(_ regressions: [ClassRegression]) -> RiskOutcome {
    var outcome = RiskOutcome()
    outcome.payment = spread(payment, paymentOrigin, paymentClasses, regressions)
    outcome.result = spread(result, resultOrigin, resultClasses, regressions)
    outcome.costMean = costOrigin + cost.mean(draws)
    let costVariance = cost.variance(draws)
    outcome.costDeviation = costVariance.squareRoot()
    outcome.shortfall = tail.mean
    if hasBudget {
      outcome.overChance = Double(over) / Double(draws)
      outcome.expectedOver = overSum / Double(draws)
    }
    outcome.lossChance = Double(losses) / Double(draws)
    outcome.expectedLoss = lossSum / Double(draws)
    if costVariance > 0 {
      outcome.carried = (together - payment.sum * cost.sum / Double(draws)) / Double(draws - 1) / costVariance
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
    for driver in RiskDrivers.Driver.allCases {
      let place = driver.rawValue
      spread.shares[driver] = regressions[place].share(classes[place])
    }
    return spread
  }
}
