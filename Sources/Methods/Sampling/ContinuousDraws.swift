import Glibc

extension RandomStream {
  /// Returns a draw of a wait with mean 1.
  @inline(__always)
  public mutating func exponential() -> Double { -log(openUniform()) }

  /// Returns a draw from the triangular distribution, by inversion.
  ///
  /// - Parameters: low ≤ mode ≤ high; NaN comes of anything else.
  public mutating func triangular(low: Double, mode: Double, high: Double) -> Double {
    guard low <= mode, mode <= high else { return .nan }
    guard low < high else { return low }
    let share = uniform()
    let turn = (mode - low) / (high - low)
    return share < turn
      ? low + (share * (high - low) * (mode - low)).squareRoot()
      : high - ((1 - share) * (high - low) * (high - mode)).squareRoot()
  }

  /// Returns a draw from the gamma distribution with scale 1 (Marsaglia & Tsang 2000); its mean is the shape.
  ///
  /// - Parameter shape: above nought and finite; NaN comes of anything else.
  public mutating func gamma(shape: Double, normal: NormalSampler) -> Double {
    guard shape > 0, shape.isFinite else { return .nan }
    guard shape >= 1 else {
      return exp(log(gamma(shape: shape + 1, normal: normal)) + log(openUniform()) / shape)
    }
    let offset = shape - 1.0 / 3
    let scale = 1 / (9 * offset).squareRoot()
    while true {
      let deviate = normal.draw(&self)
      let root = 1 + scale * deviate
      guard root > 0 else { continue }
      let cube = root * root * root
      let share = openUniform()
      let square = deviate * deviate
      if share < 1 - 0.0331 * square * square || log(share) < 0.5 * square + offset * (1 - cube + log(cube)) {
        return offset * cube
      }
    }
  }

  /// Returns a draw from the beta distribution, from two of the gamma distribution.
  ///
  /// - Parameters: both shapes above nought and finite; NaN comes of anything else.
  public mutating func beta(_ alpha: Double, _ beta: Double, normal: NormalSampler) -> Double {
    let success = gamma(shape: alpha, normal: normal)
    let failure = gamma(shape: beta, normal: normal)
    guard success + failure > 0 else {
      // Both were too small for a number: then all of it lies at the ends.
      return success.isNaN || failure.isNaN ? .nan : uniform() < alpha / (alpha + beta) ? 1 : 0
    }
    return success / (success + failure)
  }
}
