import Methods

/// The range of 95 percent of a sum of estimates, out of the ranges of its terms.
///
/// The range of one estimate arrives as it was, both ends. Of several, each side is added up by itself: what chance does to a
/// count is each area's own, so it adds up as squares; what is left of the range of an estimate by rates is the uncertainty of
/// the rates, which are the same in all areas, so it adds up as it stands. Estimates by another method count as each its own.
struct NeedRange: Sendable, Hashable {
  /// One estimate with its range; the ends are NaN where it has none.
  struct Term {
    let estimate: Double
    let low: Double
    let high: Double
    /// Among how many people it was counted; NaN where that is not known.
    let people: Double
    /// Whether rates made it that hold in all areas.
    let sharesRates: Bool

    var hasRange: Bool { low <= high }
  }

  let low: Double
  let high: Double

  init(low: Double, high: Double) { (self.low, self.high) = (low, high) }

  /// Adds up the ends as they stand; a term without a range counts as it is.
  init(ends terms: [Term]) {
    low = terms.reduce(0) { $0 + ($1.hasRange ? $1.low : $1.estimate) }
    high = terms.reduce(0) { $0 + ($1.hasRange ? $1.high : $1.estimate) }
  }

  init(_ terms: [Term]) {
    let estimate = terms.reduce(0) { $0 + $1.estimate }
    let ranged = terms.filter(\.hasRange)
    if terms.count == 1, let one = ranged.first {
      (low, high) = (one.low, one.high)
      return
    }
    low = estimate - Self.side(ranged) { max($0.estimate - $0.low, 0) }
    high = estimate + Self.side(ranged) { max($0.high - $0.estimate, 0) }
  }

  private static func side(_ terms: [Term], _ width: (Term) -> Double) -> Double {
    let deviate = normalDeviate(level: 0.95)
    var (together, apart) = (0.0, 0.0)
    for term in terms {
      let square = width(term) * width(term)
      let rest = term.people > 0 ? max(1 - term.estimate / term.people, 0) : 1
      // No more than the whole of it can be chance.
      let chance = term.sharesRates ? min(deviate * deviate * term.estimate * rest, square) : square
      together += (square - chance).squareRoot()
      apart += chance
    }
    return (together * together + apart).squareRoot()
  }
}
