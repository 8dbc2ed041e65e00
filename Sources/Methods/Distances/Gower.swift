import WorkbenchKit

/// Gower's distance, ready to be asked: for a number the difference over the range of the column, for a kind 0 where it is
/// the same and else 1; the mean of these over the traits that are known of both rows.
///
/// Where all traits are kinds this is one minus the simple matching coefficient (Sokal & Michener 1958). A column without
/// range counts as the same for all. Source: Gower, A general coefficient of similarity and some of its properties,
/// Biometrics 27 (1971); missing values as in his formula, out of numerator and denominator alike.
public struct Gower: Sendable {
  public let rowCount: Int
  private let traits: [Observations.Trait]
  /// One over the range of each number; nought without a range, and for a kind.
  private let scales: [Double]

  public init(_ observations: Observations) {
    self.init(observations, ranges: [ClosedRange<Double>?](repeating: nil, count: observations.traits.count))
  }

  /// Makes the measure with ranges that were learnt elsewhere, so that a row lies as far from another whoever else is there.
  ///
  /// - Parameter ranges: for each trait its range, to which its numbers are held; nil for the range of the rows themselves.
  public init(_ observations: Observations, ranges: [ClosedRange<Double>?]) {
    rowCount = observations.rowCount
    var traits = observations.traits
    var scales = [Double](repeating: 0, count: traits.count)
    for index in traits.indices {
      guard case .numeric(var values) = traits[index] else { continue }
      if let range = ranges[index] {
        values = values.map { $0.isNaN ? $0 : min(max($0, range.lowerBound), range.upperBound) }
        traits[index] = .numeric(values)
      }
      let present = values.lazy.filter { !$0.isNaN }
      guard let low = ranges[index]?.lowerBound ?? present.min(),
        let high = ranges[index]?.upperBound ?? present.max(), high > low
      else { continue }
      let factor = ExtremeRange.factor(from: low, to: high)
      if factor != 1 { traits[index] = .numeric(values.map { $0 * factor }) }
      scales[index] = 1 / (high * factor - low * factor)
    }
    self.traits = traits
    self.scales = scales
  }

  /// The same measure, with the same ranges, among some of the rows.
  init(_ whole: Gower, _ rows: [Int]) {
    rowCount = rows.count
    traits = whole.traits.map { $0.selecting(rows) }
    scales = whole.scales
  }

  /// The distance of one row to each of the others in a range, NaN where two rows have nothing in common.
  public func distances(from row: Int, to others: Range<Int>) -> [Double] {
    var sums = [Double](repeating: 0, count: others.count)
    var known = sums
    for (trait, scale) in zip(traits, scales) {
      switch trait {
      case .numeric(let values):
        let own = values[row]
        if own.isNaN { continue }
        values.withUnsafeBufferPointer { values in
          for place in sums.indices {
            let other = values[others.lowerBound + place]
            if other.isNaN { continue }
            sums[place] += (own - other).magnitude * scale
            known[place] += 1
          }
        }
      case .categorical(let codes, _):
        let own = codes[row]
        if own < 0 { continue }
        codes.withUnsafeBufferPointer { codes in
          for place in sums.indices {
            let other = codes[others.lowerBound + place]
            if other < 0 { continue }
            if other != own { sums[place] += 1 }
            known[place] += 1
          }
        }
      case .sets(let sets):
        guard let own = sets[row] else { continue }
        for place in sums.indices {
          guard let other = sets[others.lowerBound + place] else { continue }
          sums[place] += Self.jaccard(own, other)
          known[place] += 1
        }
      }
    }
    for place in sums.indices { sums[place] = known[place] > 0 ? sums[place] / known[place] : .nan }
    return sums
  }

  /// The share of what one of two sets has that they do not both have (Jaccard 1901), 0 through 1; nought of two empty ones.
  static func jaccard(_ one: [Int], _ other: [Int]) -> Double {
    var (left, right, both) = (0, 0, 0)
    while left < one.count, right < other.count {
      if one[left] == other[right] { both += 1 }
      let step = one[left] <= other[right]
      if one[left] >= other[right] { right += 1 }
      if step { left += 1 }
    }
    let all = one.count + other.count - both
    return all == 0 ? 0 : 1 - Double(both) / Double(all)
  }

  /// So many rows are one piece of the work.
  private static let rowsAtOnce = 8

  /// The distances of all pairs.
  ///
  /// - Parameters:
  ///   - cores: how many of them work at once; the answer does not hang on it.
  ///   - beforeRow: is called now and then with the number of rows done; what it throws ends the work.
  /// - Throws: `NothingInCommon`, and what `beforeRow` throws.
  public func matrix(cores: Int = Cores.count, beforeRow: (Int) throws -> Void = { _ in }) throws -> Dissimilarity {
    var matrix = Dissimilarity(count: rowCount)
    let strangers = try matrix.withPlaces { places in
      // Each piece has places of its own, those of a row and of the column beside it.
      try Cores.inPieces(rowCount, of: Self.rowsAtOnce, on: cores, asking: beforeRow) { rows in
        var strangers = Strangers()
        for row in rows {
          for (column, distance) in distances(from: row, to: 0..<row).enumerated() {
            if distance.isNaN { strangers.add(column, row) } else { places.set(row, column, to: distance) }
          }
        }
        return strangers
      }
    }
    if let first = strangers.lazy.compactMap(\.first).first {
      throw NothingInCommon(first: first.0, second: first.1, pairs: strangers.reduce(0) { $0 + $1.count })
    }
    return matrix
  }

  /// Pairs that have nothing in common.
  private struct Strangers {
    private(set) var first: (Int, Int)?
    private(set) var count = 0

    mutating func add(_ one: Int, _ other: Int) {
      if first == nil { first = (one, other) }
      count += 1
    }
  }
}
