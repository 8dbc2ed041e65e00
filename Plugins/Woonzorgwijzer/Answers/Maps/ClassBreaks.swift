/// Where the classes of a map end: by equal counts, by equal widths, or where the user says.
enum ClassBreaks {
  /// Returns upper bounds at which each class holds as many values as the next, as far as equal values allow.
  ///
  /// Bounds are values that occur: of n sorted values the bound of class i of k is the one with number ⌈i n / k⌉ (the
  /// inverse of the empirical distribution; Hyndman and Fan 1996, type 1). Values that are alike are never parted, so there
  /// may be fewer classes.
  /// - Parameters:
  ///   - values: NaN is missing.
  ///   - count: 1 or more.
  static func quantiles(_ values: [Double], count: Int) -> [Double] {
    let sorted = values.filter(\.isFinite).sorted()
    guard !sorted.isEmpty, count > 0 else { return [] }
    var bounds: [Double] = []
    for index in 1...count {
      let number = (index * sorted.count + count - 1) / count
      let bound = sorted[min(max(number, 1), sorted.count) - 1]
      if bounds.last != bound { bounds.append(bound) }
    }
    return bounds
  }

  /// Returns upper bounds of classes that are equally wide, from the least value to the greatest.
  static func equal(_ values: [Double], count: Int) -> [Double] {
    let present = values.filter(\.isFinite)
    guard let low = present.min(), let high = present.max(), count > 0 else { return [] }
    guard low < high else { return [high] }
    return (1..<max(count, 1)).map { low + (high - low) * Double($0) / Double(count) } + [high]
  }

  /// Returns the bounds that the user gave, and above the last one a class for what is greater.
  static func given(_ bounds: [Double], for values: [Double]) -> [Double] {
    let high = values.filter(\.isFinite).max() ?? -.infinity
    guard let last = bounds.max(), high > last else { return bounds }
    return bounds + [high]
  }
}

/// How the values of a map are parted into classes.
enum MapClasses: Sendable {
  static let usual = 5

  case quantiles(Int)
  case equal(Int)
  /// The upper bounds, as they stand in the legend.
  case given([Double])

  /// - Parameter scale: what a bound of the legend is times.
  func bounds(_ values: [Double], scale: Double) -> [Double] {
    switch self {
    case .quantiles(let count): ClassBreaks.quantiles(values, count: count)
    case .equal(let count): ClassBreaks.equal(values, count: count)
    case .given(let bounds): ClassBreaks.given(bounds.map { $0 * scale }, for: values)
    }
  }
}
