/// What parties pay each other so that none of them stands below its floor.
public struct Settlement: Sendable, Hashable {
  /// By what those who have something to spare share what others lack.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// In proportion to what each has above its floor: the smallest total.
    case gainers
    /// In proportion to gross benefit, as far as each has it above its floor: the smallest total.
    case benefit
    /// All end alike, but for floors that are higher; more than the smallest total may move.
    case equal
  }

  /// What one party pays another.
  public struct Payment: Sendable, Hashable {
    /// The place of the party that pays.
    public let from: Int
    /// The place of the party that gets it.
    public let to: Int
    /// Above nought.
    public let amount: Double
  }

  /// Whether there is enough for all floors together.
  public let isFeasible: Bool
  /// What lacks over all parties; nought where it is feasible.
  public let short: Double
  /// What each pays or gets; none where it is not feasible. Each payer gives to each receiver in proportion to what that gets.
  public let payments: [Payment]
  /// What each has afterwards; as before where it is not feasible.
  public let after: [Double]

  /// All that moves.
  public var moved: Double { payments.reduce(0) { $0 + $1.amount } }

  /// Works out the payments.
  ///
  /// - Parameters:
  ///   - nets: what each party has before, finite.
  ///   - benefits: gross, each nought or more; as many as nets.
  ///   - floors: as many as nets, finite.
  public init(nets: [Double], benefits: [Double], floors: [Double], rule: Rule) {
    let room = zip(nets, floors).reduce(0) { $0 + $1.0 - $1.1 }
    let scale = zip(nets, floors).reduce(1) { max($0, abs($1.0), abs($1.1)) }
    guard room >= -1e-9 * scale else {
      (isFeasible, short, payments, after) = (false, -room, [], nets)
      return
    }
    let ends =
      rule == .equal
      ? Self.levelled(nets, floors) : Self.lifted(nets, floors, by: rule == .benefit ? benefits : nil)
    (isFeasible, short) = (true, 0)
    payments = Self.payments(zip(ends, nets).map { $0 - $1 }, least: 1e-9 * scale)
    after = ends
  }

  /// Those below their floor come onto it; the others share what that takes.
  private static func lifted(_ nets: [Double], _ floors: [Double], by benefits: [Double]?) -> [Double] {
    var ends = zip(nets, floors).map { max($0, $1) }
    var lack = zip(ends, nets).reduce(0) { $0 + $1.0 - $1.1 }
    guard lack > 0 else { return ends }
    let spare = zip(nets, floors).map { max(0, $0 - $1) }
    var givers = spare.indices.filter { spare[$0] > 0 }
    var weights = benefits.map { $0.map { max(0, $0) } } ?? spare
    // Whoever's share goes beyond what it has to spare gives that, and the others share the rest.
    while lack > 0, !givers.isEmpty {
      var sum = givers.reduce(0) { $0 + weights[$1] }
      if sum <= 0 {
        weights = spare
        sum = givers.reduce(0) { $0 + weights[$1] }
      }
      let share = { (giver: Int) in lack * weights[giver] / sum }
      let spent = givers.filter { share($0) >= spare[$0] }
      if spent.isEmpty {
        for giver in givers { ends[giver] -= share(giver) }
        return ends
      }
      for giver in spent {
        ends[giver] -= spare[giver]
        lack -= spare[giver]
      }
      givers.removeAll { spent.contains($0) }
    }
    return ends
  }

  /// The level at which all end, with the floors above it kept.
  private static func levelled(_ nets: [Double], _ floors: [Double]) -> [Double] {
    let total = nets.reduce(0, +)
    var free = Array(nets.indices)
    var held = 0.0
    while !free.isEmpty {
      let level = (total - held) / Double(free.count)
      let above = free.filter { floors[$0] > level }
      if above.isEmpty { return nets.indices.map { free.contains($0) ? level : floors[$0] } }
      held += above.reduce(0) { $0 + floors[$1] }
      free.removeAll { above.contains($0) }
    }
    return floors
  }

  private static func payments(_ changes: [Double], least: Double) -> [Payment] {
    let gets = changes.indices.filter { changes[$0] > least }
    let total = gets.reduce(0) { $0 + changes[$1] }
    return changes.indices.filter { changes[$0] < -least }.flatMap { payer in
      gets.map { Payment(from: payer, to: $0, amount: -changes[payer] * changes[$0] / total) }
    }
  }
}
