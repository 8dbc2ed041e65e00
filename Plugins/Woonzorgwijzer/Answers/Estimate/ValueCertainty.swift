import Methods
import WorkbenchKit

/// How sure figures of areas are: a standard error for each, and where it comes from.
struct ValueCertainty {
  enum Kind: Sendable {
    /// Of the sample, or as the file gives it.
    case given
    /// What chance makes of counts.
    case chance
    /// Learnt from two editions of the same figures.
    case editions(Text)
  }

  let kind: Kind
  /// In the terms of the values; NaN where it is not known of an area.
  let errors: [Double]

  /// Nil where a file gives no errors.
  init?(_ errors: [Double]) {
    guard errors.contains(where: { !$0.isNaN }) else { return nil }
    kind = .given
    self.errors = errors
  }

  /// Nil where nothing is known of how sure the estimates are.
  ///
  /// - Parameter persons: whether the values are people, and not shares.
  init?(_ estimator: Estimator, persons: Bool) {
    let estimates = estimator.estimates
    let isCount = estimates.contains { estimator.own($0)?.measure == .count }
    if isCount {
      kind = .chance
      errors = estimates.map { Self.chance($0, persons: persons) }
      return
    }
    let scale = { (one: Estimator.Estimate) in persons ? one.figures.population : 1 }
    let own = estimates.map { one in OwnRange.share(one).map { Self.error($0) * scale(one) } ?? .nan }
    if own.contains(where: { !$0.isNaN }) {
      kind = .given
      errors = own
      return
    }
    let margins = EditionMargins(estimator)
    guard margins.isLearnt else { return nil }
    kind = .editions(margins.caution)
    errors = estimates.map { one in margins.range(one).map { Self.error($0) * scale(one) } ?? .nan }
  }

  /// What chance makes of counts.
  init(counts: [Double], shares: [Double], people: [Double], persons: Bool) {
    kind = .chance
    errors = counts.indices.map { Self.chance(counts[$0], people[$0], shares[$0], persons: persons) }
  }

  private static func chance(_ one: Estimator.Estimate, persons: Bool) -> Double {
    chance(one.figures.estimate, one.figures.population, one.figures.rate, persons: persons)
  }

  /// Of a count the standard error that chance gives it; of nought too, where the range of Poisson or Wilson is not nought.
  private static func chance(_ count: Double, _ people: Double, _ share: Double, persons: Bool) -> Double {
    if count.isNaN { return .nan }
    if persons {
      let limits = poissonLimits(count: count)
      return error((limits.low, limits.high))
    }
    guard people > 0, (0...1).contains(share) else { return .nan }
    let interval = wilsonInterval(share: share, count: people)
    return error((interval.low, interval.high))
  }

  private static func error(_ range: (low: Double, high: Double)) -> Double {
    (range.high - range.low) / (2 * normalDeviate(level: 0.95))
  }
}
