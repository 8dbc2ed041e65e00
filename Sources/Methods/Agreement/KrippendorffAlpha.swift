/// How reliably several observers value the same units, with answers missing where they may.
///
/// Source: Krippendorff, Content Analysis (1980), chapter 12; Hayes and Krippendorff, Communication Methods and Measures 1
/// (2007).
public struct KrippendorffAlpha: Sendable, Hashable {
  /// How far two values lie apart.
  public enum Metric: String, Sendable, CaseIterable {
    /// 0 or 1.
    case nominal
    /// By how many pairable values lie from the one to the other, those at the ends halved.
    case ordinal
    /// By their difference.
    case interval
    /// By their difference against their sum.
    case ratio
  }

  /// 1 where all agree, 0 where they agree as chance would; nil where nothing varies or nothing can be paired.
  public let alpha: Double?
  /// How many pairs of values of one unit there are: the sum of `m (m - 1) / 2` over the units.
  public let pairs: Int
  /// How many values are paired with another one.
  public let pairable: Int

  /// Works out alpha.
  ///
  /// - Parameters:
  ///   - units: of each unit the values that it was given, in any order; a unit with fewer than two takes no part.
  ///   - metric: how far two values lie apart.
  public init(_ units: [[Double]], metric: Metric) {
    let paired = units.map { unit in unit.filter(\.isFinite) }.filter { $0.count > 1 }
    pairs = paired.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    pairable = paired.reduce(0) { $0 + $1.count }
    let values = Set(paired.joined()).sorted()
    let places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    var counts = [Double](repeating: 0, count: values.count)
    var coincidences = [[Double]](repeating: counts, count: values.count)
    for unit in paired {
      // By how often each value was given: a unit may have thousands of them.
      var given: [Int: Double] = [:]
      for value in unit { if let place = places[value] { given[place, default: 0] += 1 } }
      for (left, many) in given {
        counts[left] += many
        for (right, others) in given {
          coincidences[left][right] += many * (left == right ? others - 1 : others) / Double(unit.count - 1)
        }
      }
    }
    var observed = 0.0
    var expected = 0.0
    for left in values.indices {
      for right in values.indices where left != right {
        let apart = Self.apart(left, right, values, counts, metric)
        observed += coincidences[left][right] * apart
        expected += counts[left] * counts[right] * apart
      }
    }
    alpha = expected > 0 ? 1 - Double(pairable - 1) * observed / expected : nil
  }

  /// The squared difference of two values.
  private static func apart(
    _ one: Int, _ other: Int, _ values: [Double], _ counts: [Double], _ metric: Metric
  ) -> Double {
    switch metric {
    case .nominal: return 1
    case .ordinal:
      let (low, high) = (min(one, other), max(one, other))
      let between = counts[low...high].reduce(0, +) - (counts[low] + counts[high]) / 2
      return between * between
    case .interval:
      let difference = values[one] - values[other]
      return difference * difference
    case .ratio:
      let sum = values[one] + values[other]
      guard sum != 0 else { return 0 }
      let ratio = (values[one] - values[other]) / sum
      return ratio * ratio
    }
  }
}
