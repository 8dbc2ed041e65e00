/// How the values of a criterion become utilities, of which more is better.
public enum UtilityScale: Sendable, Hashable {
  /// As they stand; of a cost one less the value.
  case asGiven
  /// From the worst that occurs (0) to the best that occurs (1); 1 for all where they are the same.
  case minMax
  /// From the low end (0) to the high end (1), also beyond them; of a cost the other way round.
  case between(low: Double, high: Double)

  /// Returns the utilities of one criterion.
  ///
  /// - Parameter isCost: whether less is better.
  public func utilities(_ values: [Double], isCost: Bool) -> [Double] {
    switch self {
    case .asGiven: return isCost ? values.map { 1 - $0 } : values
    case .minMax:
      guard let low = values.min(), let high = values.max(), low < high else { return values.map { _ in 1 } }
      return Self.position(values, low, high, isCost)
    case .between(let low, let high): return Self.position(values, low, high, isCost)
    }
  }

  /// What WSM and SMAA take where nothing is said: values within 0 through 1 as they stand, others by min-max.
  public static func automatic(_ values: [Double]) -> UtilityScale {
    values.allSatisfy { (0...1).contains($0) } ? .asGiven : .minMax
  }

  private static func position(_ values: [Double], _ low: Double, _ high: Double, _ isCost: Bool) -> [Double] {
    let factor = ExtremeRange.factor(from: low, to: high)
    let width = high * factor - low * factor
    return values.map { value in
      let place = (value * factor - low * factor) / width
      return isCost ? 1 - place : place
    }
  }
}

/// Returns the utilities of alternatives, a row for each, with a scale for each criterion.
///
/// - Parameters:
///   - scales: as many as there are criteria.
///   - isCost: likewise.
public func utilities(_ values: Matrix, scales: [UtilityScale], isCost: [Bool]) -> Matrix {
  let columns = (0..<values.columnCount).map { scales[$0].utilities(values.column($0), isCost: isCost[$0]) }
  return Matrix((0..<values.rowCount).map { row in columns.map { $0[row] } })
}
