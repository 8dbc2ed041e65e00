/// A table fitted to the totals of its rows and of its columns.
public struct ProportionalFit: Sendable, Hashable {
  /// A row or a column, by its place.
  public enum Margin: Sendable, Hashable {
    case row(Int)
    case column(Int)
  }

  public internal(set) var table: Matrix
  /// How many times all rows and all columns were fitted.
  public internal(set) var rounds = 0
  /// Whether no cell changed by the tolerance or more in the last round; then all totals are met.
  public internal(set) var converged = false
  /// The largest relative change of a cell in the last round.
  public internal(set) var maximumChange = 0.0
  /// Totals above nought whose cells are all structural zeros, so that no fitting meets them.
  public internal(set) var unreachable: [Margin] = []
  /// Totals that the table misses by more than a millionth, those out of reach included.
  public internal(set) var missed: [Margin] = []
}

/// What keeps a table from being fitted.
public enum ProportionalFitProblem: Error, Hashable {
  /// There are not as many targets as rows, or as columns.
  case shape
  /// A cell or a target is negative, missing or infinite.
  case negative
  /// The rows and the columns do not add up to the same total.
  case totals(rows: Double, columns: Double)
}

/// Fits a table to given totals by iterative proportional fitting: `w ← w · target / fitted`, for the rows and then for the
/// columns, until the largest relative change of a cell in a round is below the tolerance.
///
/// Structural zeros stay nought; the odds ratios of the seed stay as they are. Source: Deming & Stephan, Annals of
/// Mathematical Statistics 11 (1940).
/// - Parameters:
///   - seed: cells of nought or more.
///   - rows: a target of nought or more for each row.
///   - columns: likewise for each column; together they add up to what the rows do, to a billionth.
///   - tolerance: above nought; 1e-8 is usual.
///   - rounds: after so many it ends without convergence.
///   - beforeRound: is called before each round; what it throws ends the fitting.
/// - Throws: `ProportionalFitProblem`, and what `beforeRound` throws.
public func iterativeProportionalFitting(
  seed: Matrix, rows: [Double], columns: [Double], tolerance: Double = 1e-8, rounds: Int = 1000,
  beforeRound: (Int) throws -> Void = { _ in }
) throws -> ProportionalFit {
  guard rows.count == seed.rowCount, columns.count == seed.columnCount else { throw ProportionalFitProblem.shape }
  guard (seed.values + rows + columns).allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw ProportionalFitProblem.negative
  }
  let totals = (rows: rows.reduce(0, +), columns: columns.reduce(0, +))
  guard abs(totals.rows - totals.columns) <= 1e-9 * max(totals.rows, totals.columns) else {
    throw ProportionalFitProblem.totals(rows: totals.rows, columns: totals.columns)
  }
  var fit = ProportionalFit(table: seed.scaledToOne)
  fit.unreachable =
    rows.indices.filter { row in rows[row] > 0 && seed.row(row).allSatisfy { $0 == 0 } }.map { .row($0) }
    + columns.indices.filter { column in columns[column] > 0 && seed.column(column).allSatisfy { $0 == 0 } }
    .map { .column($0) }
  while fit.rounds < rounds, !fit.converged {
    try beforeRound(fit.rounds)
    fit.rounds += 1
    fit.maximumChange = max(fit.scaleRows(to: rows), fit.scaleColumns(to: columns))
    fit.converged = fit.maximumChange < tolerance && fit.unreachable.isEmpty
    // Where nothing moves any more, no further round brings a total that is out of reach nearer.
    if fit.maximumChange == 0 { break }
  }
  fit.missed =
    rows.indices.filter { isMissed(rows[$0], fit.rowSums[$0]) }.map { .row($0) }
    + columns.indices.filter { isMissed(columns[$0], fit.columnSums[$0]) }.map { .column($0) }
  return fit
}

extension Matrix {
  /// The table over a power of two near its largest cell, which is exact and keeps the sums of huge cells finite.
  fileprivate var scaledToOne: Matrix {
    guard let largest = values.max(), largest > 0 else { return self }
    let scale = Double(sign: .plus, exponent: -largest.exponent, significand: 1)
    return Matrix(rows.map { $0.map { $0 * scale } })
  }
}

private func isMissed(_ target: Double, _ sum: Double) -> Bool { abs(target - sum) > 1e-6 * max(target, sum) }

extension ProportionalFit {
  /// The sum of each row of the fitted table.
  public var rowSums: [Double] { (0..<table.rowCount).map { table.row($0).reduce(0, +) } }

  /// The sum of each column of the fitted table.
  public var columnSums: [Double] {
    var sums = [Double](repeating: 0, count: table.columnCount)
    for row in 0..<table.rowCount {
      for column in 0..<table.columnCount { sums[column] += table[row, column] }
    }
    return sums
  }

  /// Returns the largest relative change of a cell.
  fileprivate mutating func scaleRows(to targets: [Double]) -> Double {
    let factors = Self.factors(rowSums, targets)
    for (row, factor) in factors.enumerated() where factor != 1 {
      for column in 0..<table.columnCount { table[row, column] *= factor }
    }
    return factors.reduce(0) { max($0, abs($1 - 1)) }
  }

  fileprivate mutating func scaleColumns(to targets: [Double]) -> Double {
    let factors = Self.factors(columnSums, targets)
    for row in 0..<table.rowCount {
      for (column, factor) in factors.enumerated() { table[row, column] *= factor }
    }
    return factors.reduce(0) { max($0, abs($1 - 1)) }
  }

  /// By what the cells of each margin are multiplied; 1 where there is nothing to multiply.
  private static func factors(_ sums: [Double], _ targets: [Double]) -> [Double] {
    zip(sums, targets).map { sum, target in
      let factor = target / sum
      return sum > 0 && factor.isFinite ? factor : 1
    }
  }
}
