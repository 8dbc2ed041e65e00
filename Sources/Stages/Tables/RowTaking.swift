@_spi(Host) import WorkbenchKit

extension Column {
  /// Returns the column with these rows in this order; nil gives a row without a value.
  func rows(_ rows: [Int?]) -> Column {
    var copy = self
    switch storage {
    case .numbers(let values): copy.storage = .numbers(rows.map { $0.map { values[$0] } ?? .nan })
    case .texts(let values): copy.storage = .texts(values.rows(rows))
    case .booleans(let values): copy.storage = .booleans(rows.map { $0.flatMap { values[$0] } })
    case .dates(let values): copy.storage = .dates(rows.map { $0.flatMap { values[$0] } })
    }
    if !withheld.isEmpty {
      copy.withheld = [:]
      for case (let new, let old?) in rows.enumerated() { copy.withheld[new] = withheld[old] }
    }
    copy.counted = counted?.rows(rows)
    return copy
  }
}
