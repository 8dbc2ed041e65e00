/// A matrix of real numbers, held a row at a time.
public struct Matrix: Sendable, Hashable {
  public let rowCount: Int
  public let columnCount: Int
  /// Row by row; `rowCount * columnCount` of them.
  public private(set) var values: [Double]

  /// Makes a matrix of one number.
  public init(rowCount: Int, columnCount: Int, repeating value: Double = 0) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    values = [Double](repeating: value, count: rowCount * columnCount)
  }

  /// Makes a matrix of its rows; a row shorter than the longest is filled up with noughts.
  public init(_ rows: [[Double]]) {
    rowCount = rows.count
    columnCount = rows.map(\.count).max() ?? 0
    values = []
    values.reserveCapacity(rowCount * columnCount)
    for row in rows { values += row + [Double](repeating: 0, count: columnCount - row.count) }
  }

  public subscript(row: Int, column: Int) -> Double {
    get { values[row * columnCount + column] }
    set { values[row * columnCount + column] = newValue }
  }

  public func row(_ row: Int) -> [Double] { Array(values[row * columnCount..<(row + 1) * columnCount]) }
  public func column(_ column: Int) -> [Double] { (0..<rowCount).map { self[$0, column] } }
  public var rows: [[Double]] { (0..<rowCount).map(row) }

  /// Returns the sum of the products of two vectors of the same length.
  public static func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for (one, other) in zip(left, right) { sum += one * other }
    return sum
  }

  /// The largest of its numbers without their signs; nought where there is none.
  public var largest: Double { values.reduce(0) { max($0, abs($1)) } }

  /// Returns the matrix times a vector as long as it has columns.
  public func times(_ vector: [Double]) -> [Double] { (0..<rowCount).map { Self.dot(row($0), vector) } }

  /// Returns `Xᵀ diag(w) X` with as many weights as there are rows; symmetric, `columnCount` by `columnCount`.
  public func crossProduct(weights: [Double]) -> Matrix {
    var product = Matrix(rowCount: columnCount, columnCount: columnCount)
    for (row, weight) in zip(0..<rowCount, weights) {
      for one in 0..<columnCount {
        let weighted = weight * self[row, one]
        for other in 0...one { product[one, other] += weighted * self[row, other] }
      }
    }
    for one in 0..<columnCount {
      for other in 0..<one { product[other, one] = product[one, other] }
    }
    return product
  }

  /// Returns `Xᵀ diag(w) y`.
  public func crossProduct(weights: [Double], with vector: [Double]) -> [Double] {
    var product = [Double](repeating: 0, count: columnCount)
    for row in 0..<rowCount {
      let weighted = weights[row] * vector[row]
      for column in 0..<columnCount { product[column] += weighted * self[row, column] }
    }
    return product
  }
}
