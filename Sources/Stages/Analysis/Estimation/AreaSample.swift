import Methods
import WorkbenchKit

/// The direct estimates of areas with the variance of each; an area may have neither.
struct AreaSample {
  let direct: [Double]
  let variances: [Double]
  /// The rows that have both.
  let rows: [Int]
  let unit: Unit?
  private let column: Column
  private let names: [String]
  private let place: Place?

  /// - Throws: `column.unknown`, `column.type`, `value.missing` where one stands without the other, `value.range`.
  init(
    direct: ColumnReference, errors deviations: ColumnReference, in table: Table, rows names: [String],
    for purpose: Purpose
  ) throws {
    func column(
      _ reference: ColumnReference, _ flag: String
    ) throws -> (column: Column, numbers: [Double], place: Place?) {
      let found = try reference.column(in: table)
      let purpose = purpose.flag(flag, at: reference.place)
      return (found, try found.requireNumbers(for: purpose.name, at: purpose.place), purpose.place)
    }
    let (estimates, errors) = (try column(direct, "direct"), try column(deviations, "sd"))
    var rows: [Int] = []
    for (row, name) in names.enumerated() {
      let has = (estimate: !estimates.numbers[row].isNaN, error: !errors.numbers[row].isNaN)
      guard has.estimate || has.error else { continue }
      guard has.estimate else { throw estimates.column.missingCell(name, at: estimates.place) }
      guard has.error else { throw errors.column.missingCell(name, at: errors.place) }
      try errors.column.check(errors.numbers[row], .positive, name, at: errors.place)
      rows.append(row)
    }
    self.direct = estimates.numbers
    variances = errors.numbers.map { $0 * $0 }
    self.rows = rows
    unit = estimates.column.unit
    self.column = estimates.column
    self.names = names
    place = estimates.place
  }

  /// The direct estimates as they stand, of the rows that have them.
  func onLinearScale() -> [(estimate: Double, variance: Double)] { rows.map { (direct[$0], variances[$0]) } }

  /// The direct estimates on the scale of shares.
  ///
  /// - Throws: `value.range` for what is no share.
  func onArcsineScale() throws -> [(estimate: Double, variance: Double)] {
    try rows.map { row in
      try column.check(direct[row], .share, names[row], at: place)
      let share = ArcsineShare(share: direct[row], standardError: variances[row].squareRoot())
      return (share.value, share.variance)
    }
  }
}
