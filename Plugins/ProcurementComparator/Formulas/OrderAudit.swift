import Methods

/// Whether the order of two bids hangs on a third: every single and every pairwise withdrawal is tried.
struct OrderAudit: Sendable {
  /// A pair whose order changes when others withdraw.
  struct Reversal: Sendable, Hashable {
    /// The bids that withdraw, one or two.
    let dropped: [Int]
    let one: Int
    let other: Int
    /// 1 where the one is ahead, -1 where the other is, 0 where they are equal.
    let before: Int
    let after: Int
  }

  /// All of them; those kept are the first `kept` of these.
  let count: Int
  let reversals: [Reversal]
  /// How many withdrawals were tried.
  let withdrawals: Int

  /// How many bids can be compared pair by pair within a second or two.
  static func bidLimit(_ rule: AwardRule) -> Int { rule.looks.isWide ? 80 : 400 }

  /// - Parameters:
  ///   - bids: those that count, at most `bidLimit`.
  ///   - kept: how many reversals to keep; all are counted.
  ///   - whileWorking: is called now and then.
  init(_ bids: [Bid], rule: AwardRule, kept: Int = 1000, whileWorking: () throws -> Void = {}) rethrows {
    var found: [Reversal] = []
    var total = 0
    let count = bids.count
    withdrawals = count > 1 ? count + count * (count - 1) / 2 : count
    // Which others there are matters through the field only, so an order is worked out once for each field.
    if !rule.looks.isEmpty, count > 2 {
      let fields = BidFields(bids, looks: rule.looks)
      let whole = fields.field()
      let before = Self.goodness(bids, rule, whole)
      var flips: [BidField: [Reversal]] = [:]
      for first in bids.indices {
        try whileWorking()
        for second in -1..<first {
          // -1 stands for a single withdrawal.
          let dropped = second < 0 ? [first] : [second, first]
          let field = fields.field(without: dropped)
          if field == whole { continue }
          let pairs = flips[field] ?? Self.flips(before, Self.goodness(bids, rule, field))
          // Of a wide field each is another: keeping them all would keep what is never asked for again.
          if !rule.looks.isWide { flips[field] = pairs }
          for pair in pairs where !dropped.contains(pair.one) && !dropped.contains(pair.other) {
            total += 1
            if found.count < kept {
              found.append(
                Reversal(dropped: dropped, one: pair.one, other: pair.other, before: pair.before, after: pair.after))
            }
          }
        }
      }
    }
    self.count = total
    reversals = found.sorted { ($0.dropped.count, $0.dropped.first ?? 0) < ($1.dropped.count, $1.dropped.first ?? 0) }
  }

  private static func goodness(_ bids: [Bid], _ rule: AwardRule, _ field: BidField) -> [Double] {
    bids.map { rule.goodness($0, in: field) }
  }

  /// Points are parts of 1.
  private static func sign(_ one: Double, _ other: Double) -> Int {
    switch Standing(of: one, to: other, size: 1) {
    case .below: -1
    case .on: 0
    case .above: 1
    }
  }

  private static func flips(_ before: [Double], _ after: [Double]) -> [Reversal] {
    var found: [Reversal] = []
    for one in before.indices {
      for other in before.indices where other > one {
        let (was, becomes) = (sign(before[one], before[other]), sign(after[one], after[other]))
        if was != becomes { found.append(Reversal(dropped: [], one: one, other: other, before: was, after: becomes)) }
      }
    }
    return found
  }
}
