import Methods
import WorkbenchKit

/// Where a share lies against what all together would have by chance.
enum FunnelPlace: String, Sendable {
  case low, within, high
  case tooFew = "too_few"

  var label: Text {
    switch self {
    case .low: Text(nl: "opvallend laag", en: "low")
    case .within: Text(nl: "binnen de marge", en: "within")
    case .high: Text(nl: "opvallend hoog", en: "high")
    case .tooFew: Text(nl: "te weinig", en: "too few")
    }
  }
}

/// The share of goals that was reached, of those of which it is known.
struct GoalShare: Sendable, Hashable {
  /// Below so many expected on either side the limits are exact.
  private static let fewest = 5.0

  /// Of how many goals it is known what came of them.
  let known: Int
  /// Nought or more; a goal that was reached in part may count for half.
  let met: Double

  /// - Parameters:
  ///   - counts: reached, partly, not and unknown.
  ///   - half: whether a goal that was reached in part counts for half.
  init(_ counts: [Int], half: Bool) {
    known = counts[GoalViews.reached] + counts[GoalViews.partly] + counts[GoalViews.missed]
    met = Double(counts[GoalViews.reached]) + (half ? Double(counts[GoalViews.partly]) / 2 : 0)
  }

  /// NaN where nothing is known.
  var share: Double { known > 0 ? met / Double(known) : .nan }
  /// With 95 percent certainty (Wilson).
  var limits: Interval {
    known > 0 ? wilsonInterval(share: share, count: Double(known)) : Interval(low: .nan, high: .nan)
  }

  /// Returns the limits within which the share falls by chance.
  ///
  /// - Parameter target: the share of all together.
  func funnel(around target: Double) -> Interval {
    guard known > 0, !target.isNaN else { return Interval(low: .nan, high: .nan) }
    let (yes, no) = (target * Double(known), (1 - target) * Double(known))
    return min(yes, no) < Self.fewest
      ? exactFunnelLimits(target: target, count: known) : funnelLimits(target: target, count: Double(known))
  }

  /// Returns where the share lies.
  func place(around target: Double) -> FunnelPlace? {
    guard !target.isNaN else { return nil }
    guard Double(known) >= Self.fewest else { return .tooFew }
    let limits = funnel(around: target)
    return share < limits.low ? .low : share > limits.high ? .high : .within
  }
}
