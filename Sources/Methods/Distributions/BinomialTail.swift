/// The chance of at least so many out of so many trials, each with the same probability: the regularized incomplete beta.
///
/// Source: Abramowitz & Stegun (1964), 26.5.24.
/// - Parameters:
///   - least: 1 is certain for nought or less, 0 for more than there are trials.
///   - trials: nought or more.
///   - probability: 0 through 1.
public func binomialTail(atLeast least: Int, of trials: Int, probability: Double) -> Double {
  if least <= 0 { return 1 }
  if least > trials { return 0 }
  return regularizedBeta(probability, alpha: Double(least), beta: Double(trials - least + 1))
}
