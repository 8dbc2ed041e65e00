import WorkbenchKit

/// The direct estimates of areas with the variance of each; an area may have neither.
struct AreaSample {
  let direct: [Double]
  let variances: [Double]
  /// The rows that have both.
  let rows: [Int]
  let unit: Unit?

  /// - Throws: `column.unknown`, `column.type`, `value.missing` where one stands without the other, `value.range`.
  init(_ call: Call, in table: Table, rows names: [String]) throws {
    func column(_ flag: String) throws -> (column: Column, numbers: [Double], place: Place?) {
      let place = call.place(of: flag)
      let found = try table.require(call.value(flag)?.columnName ?? "", at: place)
      return (found, try found.requireNumbers(for: "fay-herriot --\(flag)", at: place), place)
    }
    let (estimates, errors) = (try column("direct"), try column("sd"))
    var rows: [Int] = []
    for (row, name) in names.enumerated() {
      let has = (estimate: !estimates.numbers[row].isNaN, error: !errors.numbers[row].isNaN)
      guard has.estimate || has.error else { continue }
      guard has.estimate else { throw estimates.column.missingCell(name, at: estimates.place) }
      guard has.error else { throw errors.column.missingCell(name, at: errors.place) }
      try errors.column.check(errors.numbers[row], .positive, name, at: errors.place)
      rows.append(row)
    }
    direct = estimates.numbers
    variances = errors.numbers.map { $0 * $0 }
    self.rows = rows
    unit = estimates.column.unit
  }
}
