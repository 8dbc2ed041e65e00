import Glibc

extension RandomStream {
  /// Returns a draw from the Poisson distribution: by inversion below a mean of 10, above it by transformed rejection
  /// (PTRS, Hörmann 1993).
  ///
  /// - Parameter mean: from 0 to 1e15; NaN comes of anything else.
  public mutating func poisson(mean: Double) -> Double {
    guard mean >= 0, mean <= 1e15 else { return .nan }
    guard mean >= 10 else { return smallPoisson(mean) }
    let logMean = log(mean)
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let quick = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform() - 0.5
      let v = openUniform()
      let distance = 0.5 - abs(u)
      let count = ((2 * a / distance + b) * u + mean + 0.43).rounded(.down)
      if distance >= 0.07, v <= quick { return count }
      if count < 0 || distance < 0.013 && v > distance { continue }
      if log(v * inverseAlpha / (a / (distance * distance) + b)) <= count * logMean - mean - logFactorial(count) {
        return count
      }
    }
  }

  private mutating func smallPoisson(_ mean: Double) -> Double {
    let share = uniform()
    var chance = exp(-mean)
    var sum = chance
    var count = 0.0
    // The sum of the chances may stay a rounding below the share: no mean below 10 comes near 200.
    while share >= sum, count < 200 {
      count += 1
      chance *= mean / count
      sum += chance
    }
    return count
  }

  /// Returns a draw from the binomial distribution: by inversion where fewer than 10 are expected, else by transformed
  /// rejection (BTRS, Hörmann 1993).
  ///
  /// - Parameters:
  ///   - trials: a whole number from 0 to 1e15.
  ///   - probability: 0 to 1; NaN comes of anything else.
  public mutating func binomial(trials: Double, probability: Double) -> Double {
    guard trials >= 0, trials <= 1e15, probability >= 0, probability <= 1 else { return .nan }
    let trials = trials.rounded(.down)
    guard probability <= 0.5 else { return trials - lowBinomial(trials, 1 - probability) }
    return lowBinomial(trials, probability)
  }

  private mutating func lowBinomial(_ trials: Double, _ probability: Double) -> Double {
    guard trials * probability >= 10 else { return smallBinomial(trials, probability) }
    let deviation = (trials * probability * (1 - probability)).squareRoot()
    let b = 1.15 + 2.53 * deviation
    let a = -0.0873 + 0.0248 * b + 0.01 * probability
    let centre = trials * probability + 0.5
    let quick = 0.92 - 4.2 / b
    let alpha = (2.83 + 5.1 / b) * deviation
    let odds = log(probability / (1 - probability))
    let mode = ((trials + 1) * probability).rounded(.down)
    let atMode = logFactorial(mode) + logFactorial(trials - mode)
    while true {
      let u = uniform() - 0.5
      let v = openUniform()
      let distance = 0.5 - abs(u)
      let count = ((2 * a / distance + b) * u + centre).rounded(.down)
      if count < 0 || count > trials { continue }
      if distance >= 0.07, v <= quick { return count }
      let height = log(v * alpha / (a / (distance * distance) + b))
      if height <= atMode - logFactorial(count) - logFactorial(trials - count) + (count - mode) * odds { return count }
    }
  }

  private mutating func smallBinomial(_ trials: Double, _ probability: Double) -> Double {
    guard trials > 0, probability > 0 else { return 0 }
    let share = uniform()
    let odds = probability / (1 - probability)
    var chance = exp(trials * log1p(-probability))
    var sum = chance
    var count = 0.0
    while share >= sum, count < trials, count < 200 {
      chance *= (trials - count) / (count + 1) * odds
      count += 1
      sum += chance
    }
    return count
  }
}

private func logFactorial(_ count: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(count + 1, &sign)
}
