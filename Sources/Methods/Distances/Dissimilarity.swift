/// How far apart the rows of a set are: symmetric, nought from a row to itself.
public struct Dissimilarity: Sendable, Hashable {
  public let count: Int
  /// Row by row; `count * count` of them, none negative.
  public private(set) var values: [Double]

  /// How many rows a whole matrix is made of at most: 5,000 take 200 MB, and the time grows with the square.
  public static let rowLimit = 5_000

  public init(count: Int) {
    self.count = count
    values = [Double](repeating: 0, count: count * count)
  }

  /// Makes the distances of all pairs; the function is asked once for each.
  public init(count: Int, _ distance: (Int, Int) -> Double) {
    self.init(count: count)
    withPlaces { places in
      for row in 0..<count {
        for column in 0..<row { places.set(row, column, to: distance(column, row)) }
      }
    }
  }

  public subscript(row: Int, column: Int) -> Double { values[row * count + column] }

  /// Lets the distances be written; those of one pair by one at a time, of several by several at once.
  mutating func withPlaces<Outcome>(_ work: (Places) throws -> Outcome) rethrows -> Outcome {
    let count = count
    return try values.withUnsafeMutableBufferPointer { try work(Places(values: $0, count: count)) }
  }

  /// Where the distances stand.
  struct Places {
    fileprivate let values: UnsafeMutableBufferPointer<Double>
    fileprivate let count: Int

    @inline(__always)
    func set(_ row: Int, _ column: Int, to value: Double) {
      values[row * count + column] = value
      values[column * count + row] = value
    }
  }

  /// The way to each row, `values[row * count + other]`, times what the other weighs; no longer symmetric.
  func weighing(_ weights: [Double]) -> Dissimilarity {
    var copy = self
    for row in 0..<count {
      for other in 0..<count { copy.values[row * count + other] *= weights[other] }
    }
    return copy
  }

  /// Returns the distances among these rows.
  public func selecting(_ rows: [Int]) -> Dissimilarity {
    var copy = Dissimilarity(count: rows.count)
    for (place, row) in rows.enumerated() {
      for (other, column) in rows.enumerated() {
        copy.values[place * rows.count + other] = values[row * count + column]
      }
    }
    return copy
  }
}

/// Two rows of which no trait is known of both, so that there is no distance between them.
public struct NothingInCommon: Error, Hashable {
  public let first: Int
  public let second: Int
  /// How many such pairs there are.
  public let pairs: Int

  public init(first: Int, second: Int, pairs: Int) {
    self.first = first
    self.second = second
    self.pairs = pairs
  }
}
