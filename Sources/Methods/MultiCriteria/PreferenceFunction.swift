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

  /// Returns how much the one is preferred, 0 through 1.
  ///
  /// - Parameter difference: how much better it is.
  public func preference(_ difference: Double) -> Double {
    guard difference > 0 else { return 0 }
    switch self {
    case .usual: return 1
    case .uShape(let indifference): return difference > indifference ? 1 : 0
    case .vShape(let preference): return min(difference / preference, 1)
    case .level(let indifference, let preference):
      return difference > preference ? 1 : difference > indifference ? 0.5 : 0
    case .linear(let indifference, let preference):
      return min(max((difference - indifference) / (preference - indifference), 0), 1)
    case .gaussian(let deviation): return 1 - exp(-difference * difference / (2 * deviation * deviation))
    }
  }
}
