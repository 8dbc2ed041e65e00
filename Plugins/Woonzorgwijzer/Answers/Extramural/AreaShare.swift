import Glibc

/// What an area may expect of a national number, by its share in one population or another.
struct AreaShare: Sendable, Hashable {
  /// Its least and its greatest share.
  let low: Double
  let high: Double

  /// - Parameter bases: people of the area and of the country, one pair for each population that can be taken.
  /// - Returns: nil where there is none.
  init?(_ bases: [(area: Double, country: Double)]) {
    let shares = bases.filter { $0.country > 0 && !$0.area.isNaN }.map { $0.area / $0.country }
    guard let least = shares.min(), let greatest = shares.max() else { return nil }
    low = least
    high = greatest
  }

  /// The range of 95 percent within which the number falls: the least share with bad luck, the greatest with good.
  func range(of national: Double) -> (low: Double, high: Double) {
    (Self.quantile(0.025, mean: national * low), Self.quantile(0.975, mean: national * high))
  }

  /// The least count that a Poisson variable does not exceed with this probability.
  static func quantile(_ probability: Double, mean: Double) -> Double {
    guard mean > 0 else { return 0 }
    // Far from nought the normal curve is near enough, and the chance of nobody is too small for a number.
    if mean > 500 {
      let deviate = probability < 0.5 ? -1.959964 : 1.959964
      return max(0, (mean + deviate * mean.squareRoot()).rounded())
    }
    var chance = exp(-mean)
    var sum = chance
    var count = 0.0
    while sum < probability, count < mean + 40 * (mean.squareRoot() + 1) {
      count += 1
      chance *= mean / count
      sum += chance
    }
    return count
  }
}
