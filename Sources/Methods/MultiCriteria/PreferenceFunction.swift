import Glibc

/// How a difference on a criterion becomes a preference from 0 to 1: the six types of Brans & Vincke (1985).
public enum PreferenceFunction: Sendable, Hashable {
  /// I: any difference counts in full.
  case usual
  /// II: a difference above `indifference` counts in full.
  case uShape(indifference: Double)
  /// III: it grows with the difference, up to `preference`.
  case vShape(preference: Double)
  /// IV: half between `indifference` and `preference`, above it in full.
  case level(indifference: Double, preference: Double)
  /// V: it grows from `indifference` to `preference`.
  case linear(indifference: Double, preference: Double)
  /// VI: it grows along a normal curve with this deviation.
  case gaussian(deviation: Double)

  /// Whether the thresholds are nought or more, finite, and in order.
  public var isValid: Bool {
    switch self {
    case .usual: true
    case .uShape(let indifference): indifference >= 0 && indifference.isFinite
    case .vShape(let preference): preference > 0 && preference.isFinite
    case .level(let indifference, let preference), .linear(let indifference, let preference):
      indifference >= 0 && preference > indifference && preference.isFinite
    case .gaussian(let deviation): deviation > 0 && deviation.isFinite
    }
  }

  /// Returns how much the one is preferred to the other, 0 through 1; a difference within rounding of a threshold lies on it.
  ///
  /// - Parameters:
  ///   - one: on a criterion of which more is better, finite.
  ///   - other: likewise.
  public func preference(of one: Double, over other: Double) -> Double {
    guard Standing(of: one, to: other) == .above else { return 0 }
    let difference = one - other
    func isAbove(_ threshold: Double) -> Bool { Self.standing(one, other, to: threshold) == .above }
    switch self {
    case .usual: return 1
    case .uShape(let indifference): return isAbove(indifference) ? 1 : 0
    case .vShape(let preference): return min(difference / preference, 1)
    case .level(let indifference, let preference):
      return isAbove(preference) ? 1 : isAbove(indifference) ? 0.5 : 0
    case .linear(let indifference, let preference):
      return min(max((difference - indifference) / (preference - indifference), 0), 1)
    case .gaussian(let deviation):
      // Halved where the difference between two doubles is none; the squares of large ones would not be either.
      let deviations = difference.isFinite ? difference / deviation : (one / 2 - other / 2) / (deviation / 2)
      return -expm1(-deviations * deviations / 2)
    }
  }

  /// Whether the difference lies on a threshold at which the preference jumps, and therefore counts as not above it.
  public func liesOnThreshold(_ one: Double, over other: Double) -> Bool {
    let thresholds =
      switch self {
      case .uShape(let indifference): [indifference]
      case .level(let indifference, let preference): [indifference, preference]
      case .usual, .vShape, .linear, .gaussian: [Double]()
      }
    return one > other && thresholds.contains { $0 > 0 && Self.standing(one, other, to: $0) == .on }
  }

  private static func standing(_ one: Double, _ other: Double, to threshold: Double) -> Standing {
    Standing(of: one - other, to: threshold, size: max(abs(one), abs(other)))
  }
}
