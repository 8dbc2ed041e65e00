import Glibc

/// How many have a place and how many wait as time goes on, worked out without draws: people come at random, each stays for a while of
/// exponential length, and nobody has to be in the steady state yet.
///
/// Source: uniformisation of a continuous Markov chain (Jensen, Skandinavisk Aktuarietidskrift 36, 1953).
public struct QueueCourse: Sendable {
  /// What is asked: all rates in one unit of time, the period.
  public struct Plan: Sendable, Hashable {
    /// How many come in a period, nought or more.
    public var rate: Double
    /// How many periods each stays, above nought.
    public var stay: Double
    /// One or more.
    public var places: Int
    /// How many have a place at the start, at most as many as there are.
    public var start: Int
    /// How many wait at the start; none where a place is free.
    public var waiting: Int
    /// One or more.
    public var periods: Int

    public init(rate: Double, stay: Double, places: Int, start: Int = 0, waiting: Int = 0, periods: Int) {
      (self.rate, self.stay, self.places) = (rate, stay, places)
      (self.start, self.waiting, self.periods) = (start, waiting, periods)
    }

    /// How often anything may happen in all of it; the work grows with it.
    public var size: Double { (rate + Double(places) / stay) * Double(periods) }
  }

  /// The ends of all periods.
  public let moments: [QueueMoment]

  /// The largest `size` that is worked out.
  public static let largest = 200_000.0

  /// - Parameter asking: is called before each period with how many are done; what it throws ends the work.
  public init<Failure: Error>(_ plan: Plan, asking: (_ done: Int) throws(Failure) -> Void) throws(Failure) {
    var chain = BirthDeathChain(plan)
    var moments: [QueueMoment] = []
    for period in 1...max(1, plan.periods) {
      try asking(period - 1)
      chain.goOn()
      moments.append(chain.moment(period))
    }
    self.moments = moments
  }

  public init(_ plan: Plan) { self.init(plan) { (_: Int) throws(Never) in } }
}

/// The chances of how many there are, those with a place and those who wait together.
private struct BirthDeathChain {
  private let plan: QueueCourse.Plan
  private let places: Int
  /// Of each number of people: its chance now.
  private var chances: [Double]
  /// The numbers between which all chance lies that counts.
  private var ends: ClosedRange<Int>
  /// How long all together have waited on average, and how long no place was free.
  private var waited = 0.0
  private var full = 0.0

  /// Chance below this is let go; after a million steps that is still nothing.
  private static let nothing = 1e-20

  init(_ plan: QueueCourse.Plan) {
    self.plan = plan
    places = plan.places
    let first = plan.start + plan.waiting
    let coming = plan.rate * Double(plan.periods)
    let most = first + Int(coming + 14 * coming.squareRoot() + 60)
    chances = [Double](repeating: 0, count: most + 2)
    chances[first] = 1
    ends = first...first
  }

  /// Goes on by one period, in pieces so short that no weight is too small for a number.
  mutating func goOn() {
    let pace = plan.rate + Double(places) / plan.stay
    let pieces = max(1, Int((pace / 400).rounded(.up)))
    for _ in 0..<pieces { goOn(pace / Double(pieces), pace) }
  }

  /// - Parameter mean: how many steps are expected in the piece.
  private mutating func goOn(_ mean: Double, _ pace: Double) {
    var sum = [Double](repeating: 0, count: chances.count)
    var reached = ends
    var weight = exp(-mean)
    var passed = 0.0
    var step = 0.0
    while true {
      passed += weight
      let left = max(0, 1 - passed)
      let isLast = left < 1e-13 && step > mean
      add(to: &sum, isLast ? weight + left : weight)
      reached = min(reached.lowerBound, ends.lowerBound)...max(reached.upperBound, ends.upperBound)
      if isLast { break }
      let (queue, allTaken) = load
      waited += left / pace * queue
      full += left / pace * allTaken
      goStep(pace)
      step += 1
      weight *= mean / step
    }
    chances = sum
    ends = reached
  }

  private func add(to sum: inout [Double], _ weight: Double) {
    for number in ends { sum[number] += weight * chances[number] }
  }

  /// How many wait on average, and the chance that no place is free.
  private var load: (queue: Double, full: Double) {
    guard ends.upperBound >= places else { return (0, 0) }
    var (queue, full) = (0.0, 0.0)
    for number in max(ends.lowerBound, places)...ends.upperBound {
      queue += Double(number - places) * chances[number]
      full += chances[number]
    }
    return (queue, full)
  }

  /// One step of the chain that goes at an even pace.
  private mutating func goStep(_ pace: Double) {
    let up = plan.rate / pace
    let leave = 1 / plan.stay / pace
    let top = min(ends.upperBound + 1, chances.count - 2)
    let bottom = max(0, ends.lowerBound - 1)
    // From below upwards: what came from one below is held until it is needed.
    var below = 0.0
    for number in bottom...top {
      let own = chances[number]
      let down = leave * Double(min(number, places))
      let above = leave * Double(min(number + 1, places)) * chances[number + 1]
      let rises = number == chances.count - 2 ? 0 : up
      chances[number] = own * (1 - down - rises) + up * below + above
      below = own
    }
    var (low, high) = (bottom, top)
    while low < high, chances[low] < Self.nothing {
      chances[low] = 0
      low += 1
    }
    while high > low, chances[high] < Self.nothing {
      chances[high] = 0
      high -= 1
    }
    ends = low...high
  }

  func moment(_ period: Int) -> QueueMoment {
    let came = plan.rate * Double(period) + Double(plan.waiting)
    var inContact = 0.0
    for number in ends { inContact += Double(min(number, places)) * chances[number] }
    return QueueMoment(
      period: period, inContact: inContact, waiting: load.queue, low: quantile(0.05), high: quantile(0.95),
      wait: came > 0 ? waited / came : .nan,
      waits: came > 0 ? (plan.rate * full + Double(plan.waiting)) / came : .nan)
  }

  private func quantile(_ part: Double) -> Double {
    var sum = 0.0
    for number in ends {
      sum += chances[number]
      if sum >= part - 1e-12 { return Double(max(0, number - places)) }
    }
    return Double(max(0, ends.upperBound - places))
  }
}
