import Methods
import WorkbenchKit

/// Numbers over the rows of a table that are worked out some rows at a time, through all steps at once: what comes of a step on the way
/// is nowhere kept for all rows.
indirect enum Reckoning: Sendable {
  case given(Spread<Double>)
  case negative(Reckoning)
  case joined(Expression.Arithmetic, Reckoning, Reckoning)
  /// To 0 through 15 decimals.
  case rounded(Reckoning, Int)

  /// A multiple of what was given.
  init(_ values: Reckoning, times factor: Double) {
    self = factor == 1 ? values : .joined(.times, values, .given(.all(factor)))
  }

  /// The outcome, with NaN for what is missing or has none, such as a division by nought.
  ///
  /// - Parameter check: asked often; what it throws ends the work.
  func values(_ check: () throws -> Void) throws -> Spread<Double> {
    if case .given(let values) = self { return values }
    guard let count = rowCount else { return .all(try outcome(1, check)[0]) }
    return .each(try outcome(count, check))
  }

  /// How many rows there are; nil where each part is one for all.
  private var rowCount: Int? {
    switch self {
    case .given(.each(let values)): values.count
    case .given(.all): nil
    case .negative(let part), .rounded(let part, _): part.rowCount
    case .joined(_, let left, let right):
      if let one = left.rowCount, let other = right.rowCount {
        min(one, other)
      } else {
        left.rowCount ?? right.rowCount
      }
    }
  }

  /// How many parts have to be held at once.
  private var depth: Int {
    switch self {
    case .given: 1
    case .negative(let part), .rounded(let part, _): part.depth
    case .joined(_, let left, let right): max(left.depth, right.depth + 1)
    }
  }

  private func outcome(_ count: Int, _ check: () throws -> Void) throws -> [Double] {
    let depth = depth
    return try everyPiece(count, check) { piece, start in
      let held = (0..<depth).map { _ in FixedPointNumbers() }
      for first in stride(from: piece.lowerBound, to: piece.upperBound, by: FixedPointNumbers.room) {
        work(first..<min(first + FixedPointNumbers.room, piece.upperBound), held[...])
        held[0].store(into: start + first)
      }
    }
  }

  /// Works some rows out, into the first of what may be held.
  private func work(_ rows: Range<Int>, _ held: ArraySlice<FixedPointNumbers>) {
    guard let first = held.first else { return }
    switch self {
    case .given(.all(let value)): first.load(repeating: value, count: rows.count)
    case .given(.each(let values)):
      values.withUnsafeBufferPointer { first.load(UnsafeBufferPointer(rebasing: $0[rows])) }
    case .negative(let part):
      part.work(rows, held)
      first.negate()
    case .rounded(let part, let decimals):
      part.work(rows, held)
      first.round(to: decimals) { NumberText.rounded($0, decimals: decimals) }
    case .joined(let sign, let left, let right):
      let rest = held.dropFirst()
      left.work(rows, held)
      right.work(rows, rest)
      guard let other = rest.first else { return }
      switch sign {
      case .plus: first.add(other)
      case .minus: first.subtract(other)
      case .times: first.multiply(by: other)
      case .over: first.divide(by: other)
      }
    }
  }
}
