import WorkbenchKit

/// How many have a place and how many wait as time goes on, by draws: for what is not known for sure, and for people who come back.
///
/// Each draw is a course that may be: how many come and how long they stay on average is drawn once, and then people come at random and
/// each stays for a while of exponential length. Whoever leaves comes back at once with a chance, behind those who wait.
public struct CaseloadSimulation: Sendable {
  /// What is asked: all rates in one unit of time, the period.
  public struct Plan: Sendable, Hashable {
    /// How many come in a period.
    public var rate: DriverDistribution
    /// How many periods each stays.
    public var stay: DriverDistribution
    /// One or more.
    public var places: Int
    /// How many have a place at the start, at most as many as there are.
    public var start: Int
    /// How many wait at the start; none where a place is free.
    public var waiting: Int
    /// One or more.
    public var periods: Int
    /// The chance that who leaves comes back, from 0 to below 1.
    public var returning: Double

    public init(
      rate: DriverDistribution, stay: DriverDistribution, places: Int, start: Int = 0, waiting: Int = 0, periods: Int,
      returning: Double = 0
    ) {
      (self.rate, self.stay, self.places, self.start) = (rate, stay, places, start)
      (self.waiting, self.periods, self.returning) = (waiting, periods, returning)
    }
  }

  /// The ends of all periods.
  public let moments: [QueueMoment]
  /// Of each draw the mean wait of all who came by the end; no number where nobody came.
  public let waits: [Double]
  /// The share of draws in which as many come as the places can turn over, or more.
  public let unstable: Double

  /// - Parameters:
  ///   - draws: one or more.
  ///   - asking: is called now and then with how many draws are done; what it throws ends the work.
  public init<Failure: Error>(
    _ plan: Plan, draws: Int, seed: UInt64, asking: (_ done: Int) throws(Failure) -> Void
  ) throws(Failure) {
    let normal = NormalSampler()
    let pieces = try Cores.inPieces(max(1, draws), of: 25, asking: asking) { range in
      range.map { draw in
        var random = RandomStream(seed: seed, stream: draw)
        return CaseloadDraw(plan, &random, normal)
      }
    }
    let all = Array(pieces.joined())
    moments = (0..<max(1, plan.periods)).map { Self.moment($0, all) }
    waits = all.map { $0.ends.last.map { $0.came > 0 ? $0.waited / $0.came : .nan } ?? .nan }
    unstable = Double(all.count { $0.isUnstable }) / Double(all.count)
  }

  private static func moment(_ period: Int, _ draws: [CaseloadDraw]) -> QueueMoment {
    let count = Double(draws.count)
    let ends = draws.map { $0.ends[period] }
    let queues = ends.map(\.queue).sorted()
    let came = ends.reduce(0) { $0 + $1.came }
    // The smallest number at or below which that part of the draws lies, as in the course without draws.
    func quantile(_ part: Double) -> Double { queues[min(queues.count, Int((part * count).rounded(.up))) - 1] }
    return QueueMoment(
      period: period + 1, inContact: ends.reduce(0) { $0 + $1.inContact } / count,
      waiting: queues.reduce(0, +) / count, low: quantile(0.05), high: quantile(0.95),
      wait: came > 0 ? ends.reduce(0) { $0 + $1.waited } / came : .nan,
      waits: came > 0 ? ends.reduce(0) { $0 + $1.foundNone } / came : .nan)
  }
}

/// One course that may be.
private struct CaseloadDraw {
  /// How it stands at the end of a period.
  struct End {
    var inContact = 0.0
    var queue = 0.0
    /// How many came until now, how long they waited together, and how many found no place free.
    var came = 0.0
    var waited = 0.0
    var foundNone = 0.0
  }

  private(set) var ends: [End] = []
  private(set) var isUnstable = false

  init(_ plan: CaseloadSimulation.Plan, _ random: inout RandomStream, _ normal: NormalSampler) {
    let rate = max(0, plan.rate.draw(&random, normal))
    let stay = Self.above(plan.stay, &random, normal)
    isUnstable = rate * stay / (1 - plan.returning) >= Double(plan.places)
    var now = End()
    now.inContact = Double(plan.start)
    now.queue = Double(plan.waiting)
    now.came = now.queue
    now.foundNone = now.queue
    var time = 0.0
    ends.reserveCapacity(plan.periods)
    while ends.count < plan.periods {
      let pace = rate + now.inContact / stay
      let next = pace > 0 ? time + random.exponential() / pace : .infinity
      // The ends of periods that lie before it.
      while ends.count < plan.periods, next >= Double(ends.count + 1) {
        now.waited += now.queue * (Double(ends.count + 1) - time)
        time = Double(ends.count + 1)
        ends.append(now)
      }
      if ends.count == plan.periods { break }
      now.waited += now.queue * (next - time)
      time = next
      if random.uniform() * pace < rate {
        now.come(places: Double(plan.places))
      } else {
        now.leave(isBack: plan.returning > 0 && random.uniform() < plan.returning)
      }
    }
  }

  /// A time that somebody stays is above nought; what is not is drawn anew.
  private static func above(
    _ stay: DriverDistribution, _ random: inout RandomStream, _ normal: NormalSampler
  ) -> Double {
    for _ in 0..<1_000 {
      let drawn = stay.draw(&random, normal)
      if drawn > 0 { return drawn }
    }
    return max(stay.mean, 1e-6)
  }
}

extension CaseloadDraw.End {
  fileprivate mutating func come(places: Double) {
    came += 1
    if inContact < places {
      inContact += 1
    } else {
      queue += 1
      foundNone += 1
    }
  }

  /// Somebody leaves, and comes back behind those who wait or not; the first who waits takes the place.
  fileprivate mutating func leave(isBack: Bool) {
    if isBack {
      came += 1
      if queue > 0 { foundNone += 1 }
    } else if queue > 0 {
      queue -= 1
    } else {
      inContact -= 1
    }
  }
}
