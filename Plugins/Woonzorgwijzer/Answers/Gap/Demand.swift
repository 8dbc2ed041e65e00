import Methods

/// How many people need each precondition: people of each group x share of each care situation x necessity.
enum Demand {
  /// One group in one care situation, with what is said of one precondition.
  struct Cell {
    let group: String
    /// People of the group in that situation; the bounds are NaN where nothing is known of them.
    let people: Double
    let low: Double
    let high: Double
    /// The standard errors of these bounds where they were drawn.
    var lowError = 0.0
    var highError = 0.0
    /// What the circle's median, its lowest and its highest grade come to; nil without a grade.
    var isNeeded: Bool?
    var isNeededAtLeast: Bool
    var isNeededAtMost: Bool
    /// The part of the answers that are `onbekend`, from 0 to 1; 1 where nobody answered.
    var unknown: Double

    /// Whether it hangs on whom one asks.
    var isSplit: Bool { people > 0 && isNeededAtLeast != isNeededAtMost }
  }

  /// The people who need a precondition.
  struct Amount: Equatable {
    /// NaN where everything rests on `onbekend`.
    var demand: Double
    /// By the low counts of people and the lowest grades; NaN where a count has no range.
    var low: Double
    /// By the high counts and the highest grades.
    var high: Double
    /// The most that the standard errors of these bounds can be, where they were drawn: what is drawn of several groups is not
    /// independent.
    var lowError = 0.0
    var highError = 0.0
    /// The demand by the lowest and by the highest grades, with the counts of people as they are: what the roles' disagreement
    /// alone does to it.
    var splitLow: Double
    var splitHigh: Double
    /// The part of the people of whom it is not known whether they need it; NaN without people.
    var unknownShare: Double
    /// Groups that are part of it.
    var groups: Set<String>
  }

  /// Adds up the cells of one precondition.
  static func sum(_ cells: [Cell]) -> Amount {
    var amount = Amount(demand: 0, low: 0, high: 0, splitLow: 0, splitHigh: 0, unknownShare: .nan, groups: [])
    var all = 0.0
    var unknown = 0.0
    var isKnown = cells.isEmpty
    for cell in cells where cell.people > 0 {
      all += cell.people
      unknown += cell.people * cell.unknown
      if cell.isNeeded != nil { isKnown = true }
      if cell.isNeeded == true {
        amount.demand += cell.people
        amount.groups.insert(cell.group)
      }
      if cell.isNeededAtLeast {
        amount.low += cell.low
        amount.lowError += cell.lowError
        amount.splitLow += cell.people
      }
      if cell.isNeededAtMost {
        amount.high += cell.high
        amount.highError += cell.highError
        amount.splitHigh += cell.people
        amount.groups.insert(cell.group)
      }
    }
    amount.low = MonteCarlo.rounded(amount.low, error: amount.lowError, unit: 1)
    amount.high = MonteCarlo.rounded(amount.high, error: amount.highError, unit: 1)
    if all > 0 { amount.unknownShare = unknown / all } else { isKnown = !cells.isEmpty }
    if !isKnown || cells.isEmpty {
      amount = Amount(
        demand: .nan, low: .nan, high: .nan, splitLow: .nan, splitHigh: .nan, unknownShare: amount.unknownShare,
        groups: amount.groups)
    }
    return amount
  }
}
