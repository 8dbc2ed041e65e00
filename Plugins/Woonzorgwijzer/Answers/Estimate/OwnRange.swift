import Methods

/// How sure a percentage of one's own is.
enum OwnRange {
  /// The range of 95 percent of a share: Wilson's of the people who were asked, else by the standard error of the file; nil where
  /// neither is known.
  static func share(_ one: Estimator.Estimate) -> (low: Double, high: Double)? {
    share(one.figures.rate, sample: one.sample, error: one.error)
  }

  /// - Parameters:
  ///   - rate: a share of one.
  ///   - sample: how many people were asked; NaN where it is not known.
  ///   - error: a standard error as a share of one; NaN where it is not known.
  static func share(_ rate: Double, sample: Double, error: Double) -> (low: Double, high: Double)? {
    guard (0...1).contains(rate) else { return nil }
    if sample >= 1 {
      let interval = wilsonInterval(share: rate, count: sample)
      return (interval.low, interval.high)
    }
    guard error >= 0 else { return nil }
    let reach = error * normalDeviate(level: 0.95)
    return (max(rate - reach, 0), min(rate + reach, 1))
  }
}
