import WorkbenchKit

/// Classes of equal width and how many values fall in each; a class takes in its lower bound, the last one both.
struct HistogramClasses {
  let bounds: [Double]
  let counts: [Int]
  private let decimals: Int

  /// Makes classes.
  ///
  /// - Parameters:
  ///   - values: none missing.
  ///   - count: how many classes between the lowest and the highest value; where it is nil about as many as Sturges (1926)
  ///     gives, with round bounds.
  /// - Returns: nil where there are no values.
  init?(_ values: [Double], count: Int? = nil) {
    guard let least = values.min(), let greatest = values.max() else { return nil }
    let width = greatest - least
    let classes: Int
    let step: Double
    let start: Double
    if let count, width > 0, width.isFinite {
      (classes, step, start) = (count, width / Double(count), least)
    } else if width >= Self.leastWidth, width.isFinite {
      let sturges = min(Int.bitWidth - values.count.leadingZeroBitCount + 1, 30)
      step = Self.roundStep(width / Double(sturges))
      start = (least / step).rounded(.down) * step
      // A value on the last bound belongs to the class below it.
      classes = Self.whole(((greatest - start) / step).rounded(.up), in: 1...200)
    } else {
      (classes, step, start) = (1, width.isFinite ? width : .greatestFiniteMagnitude, least)
    }
    var counts = [Int](repeating: 0, count: classes)
    for value in values {
      counts[Self.whole(((value - start) / step).rounded(.down), in: 0...(classes - 1))] += 1
    }
    self.counts = counts
    bounds = (0...classes).map { start + Double($0) * step }
    decimals = Self.decimals(step, isRound: count == nil)
  }

  /// `0–10`, with this decimal mark.
  func labels(point: String) -> [String] {
    zip(bounds, bounds.dropFirst()).map { low, high in
      let (first, last) = (text(low, point), text(high, point))
      return first == last ? first : "\(first)–\(last)"
    }
  }

  private func text(_ bound: Double, _ point: String) -> String {
    NumberText.fixed(bound, decimals: decimals, point: point)
  }

  /// Numbers closer together than this differ by rounding only.
  private static let leastWidth = 1e-100

  private static func whole(_ number: Double, in range: ClosedRange<Int>) -> Int {
    guard number.isFinite else { return range.lowerBound }
    return Int(min(max(number, Double(range.lowerBound)), Double(range.upperBound)))
  }

  /// The least of 1, 2 or 5 times a power of ten that is at least as wide.
  private static func roundStep(_ least: Double) -> Double {
    var power = 1.0
    while power * 10 <= least { power *= 10 }
    while power > least { power /= 10 }
    for factor in [1.0, 2, 5] where power * factor >= least { return power * factor }
    return power * 10
  }

  /// Round steps need the decimals they have; others three digits.
  private static func decimals(_ step: Double, isRound: Bool) -> Int {
    var places = 0
    var scaled = step
    while step > 0, places < 12, isRound ? scaled < 0.999_999 : scaled < 100, isRound || scaled != scaled.rounded() {
      scaled *= 10
      places += 1
    }
    return places
  }
}
