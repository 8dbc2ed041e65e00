/// Where a quantity that follows from a figure comes to nought.
public enum RootSearch {
  private static let steps = 256

  /// Returns the roots of a function within a range, the least first: its changes of sign, looked for in equal steps and then halved.
  ///
  /// Of a straight line the root is exact to rounding. Where it only touches nought, or crosses twice within a step, it is not
  /// found.
  /// - Parameters:
  ///   - range: finite.
  ///   - value: finite, or NaN where there is none: a step with such an end is left out.
  /// - Throws: what `value` throws.
  public static func roots(in range: ClosedRange<Double>, of value: (Double) throws -> Double) rethrows -> [Double] {
    let (low, high) = (range.lowerBound, range.upperBound)
    let (first, last) = (try value(low), try value(high))
    let inner = try [0.25, 0.5, 0.6875].map { ($0, try value(low + (high - low) * $0)) }
    let size = inner.reduce(max(abs(first), abs(last))) { max($0, abs($1.1)) }
    if size == 0 { return [] }
    // A straight line needs no search.
    let isLine = inner.allSatisfy { abs($0.1 - (first + (last - first) * $0.0)) <= 1e-12 * size }
    if isLine, first != last {
      let root = low + (high - low) * (first / (first - last))
      let isIn = root >= low - 1e-12 * (high - low) && root <= high + 1e-12 * (high - low)
      return isIn ? [min(max(root, low), high)] : []
    }
    var found: [Double] = []
    var (left, before) = (low, first)
    if before == 0 { found.append(low) }
    for step in 1...steps {
      let right = step == steps ? high : low + (high - low) * Double(step) / Double(steps)
      let now = try value(right)
      if now == 0 {
        found.append(right)
      } else if before * now < 0 {
        found.append(try halved(left, right, before, value))
      }
      (left, before) = (right, now)
    }
    return found
  }

  private static func halved(
    _ low: Double, _ high: Double, _ first: Double, _ value: (Double) throws -> Double
  ) rethrows -> Double {
    var (least, most) = (low, high)
    for _ in 0..<200 {
      let middle = (least + most) / 2
      guard middle > least, middle < most else { break }
      if try value(middle) * first > 0 { least = middle } else { most = middle }
    }
    return (least + most) / 2
  }
}
