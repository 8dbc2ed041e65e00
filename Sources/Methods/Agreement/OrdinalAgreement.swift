/// Agreement among ratings on an ordered scale.
public enum OrdinalAgreement {
  /// Returns van der Eijk's agreement A: 1 where all chose one category, 0 where all categories are chosen alike, -1 where
  /// half chose one end and half the other.
  ///
  /// The counts are taken apart into layers of equal height; each layer's agreement is weighed by the ratings in it.
  /// Source: C. van der Eijk (2001), Measuring agreement in ordered rating scales, Quality & Quantity 35(3), 325-341.
  ///
  /// - Parameter counts: how many ratings each category got, in the order of the scale; none negative.
  /// - Returns: from -1 to 1; nil with fewer than three categories or without ratings.
  public static func vanDerEijk(_ counts: [Int]) -> Double? {
    let total = counts.reduce(0, +)
    guard counts.count >= 3, total > 0, counts.allSatisfy({ $0 >= 0 }) else { return nil }
    var rest = counts
    var agreement = 0.0
    while let height = rest.filter({ $0 > 0 }).min() {
      let layer = rest.map { $0 > 0 }
      let ratings = height * layer.count { $0 }
      agreement += Double(ratings) / Double(total) * ofPattern(layer)
      rest = rest.map { $0 > 0 ? $0 - height : 0 }
    }
    return agreement
  }

  /// The agreement of one layer: its unimodality times the share of categories that stay empty.
  private static func ofPattern(_ pattern: [Bool]) -> Double {
    let categories = pattern.count
    let chosen = pattern.count { $0 }
    if chosen == categories { return 0 }
    if chosen <= 1 { return 1 }
    // Of each triple of categories with two chosen: do they lie side by side, or with a gap between them?
    var unimodal = 0
    var bimodal = 0
    for first in 0..<categories {
      for second in first + 1..<categories {
        for third in second + 1..<categories {
          switch (pattern[first], pattern[second], pattern[third]) {
          case (true, true, false), (false, true, true): unimodal += 1
          case (true, false, true): bimodal += 1
          default: break
          }
        }
      }
    }
    guard unimodal + bimodal > 0 else { return 1 }
    let scale = Double(categories)
    let unimodality =
      ((scale - 2) * Double(unimodal) - (scale - 1) * Double(bimodal)) / ((scale - 2) * Double(unimodal + bimodal))
    return unimodality * (1 - Double(chosen - 1) / (scale - 1))
  }
}
