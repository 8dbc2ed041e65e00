/// Alternatives scored on criteria, with how much each criterion weighs and which way it points.
public struct DecisionMatrix: Sendable, Hashable {
  /// A row for each alternative, a column for each criterion; finite.
  public let values: Matrix
  /// One for each criterion, nought or more; they add up to 1.
  public let weights: [Double]
  /// Of which criteria less is better.
  public let isCost: [Bool]

  /// Makes a matrix and brings the weights to a sum of 1.
  ///
  /// - Parameters:
  ///   - values: at least one row and one column, all finite.
  ///   - weights: as many as there are columns, nought or more, not all nought.
  ///   - isCost: as many as there are columns; none where it is empty.
  /// - Throws: `DecisionProblem`.
  public init(values: Matrix, weights: [Double], isCost: [Bool] = []) throws(DecisionProblem) {
    let isCost = isCost.isEmpty ? [Bool](repeating: false, count: values.columnCount) : isCost
    guard values.rowCount > 0, values.columnCount > 0, weights.count == values.columnCount,
      isCost.count == values.columnCount
    else { throw .shape }
    guard values.values.allSatisfy(\.isFinite) else { throw .values }
    guard let shares = shares(of: weights) else { throw .weights }
    self.values = values
    self.weights = shares
    self.isCost = isCost
  }

  public var alternatives: Int { values.rowCount }
  public var criteria: Int { values.columnCount }

  /// Returns the matrix with these alternatives only, in this order.
  public func keeping(_ alternatives: [Int]) throws(DecisionProblem) -> DecisionMatrix {
    try DecisionMatrix(values: Matrix(alternatives.map(values.row)), weights: weights, isCost: isCost)
  }

  /// A column in which more is better: the numbers of a cost turned round.
  func gains(_ criterion: Int) -> [Double] {
    isCost[criterion] ? values.column(criterion).map(-) : values.column(criterion)
  }
}

/// What keeps alternatives from being ranked.
public enum DecisionProblem: Error, Hashable, Sendable {
  /// Nothing to rank, or not as many weights or directions as criteria.
  case shape
  /// A value is missing or infinite.
  case values
  /// A weight is negative, missing or infinite, or all are nought.
  case weights
}

/// Returns numbers as shares of their sum; nil where one is negative or no number, or all are nought.
func shares(of numbers: [Double]) -> [Double]? {
  guard numbers.allSatisfy({ $0 >= 0 && $0.isFinite }), let largest = numbers.max(), largest > 0 else { return nil }
  // Over the largest first: huge ones would add up to infinity.
  let scaled = numbers.map { $0 / largest }
  let sum = scaled.reduce(0, +)
  return scaled.map { $0 / sum }
}
