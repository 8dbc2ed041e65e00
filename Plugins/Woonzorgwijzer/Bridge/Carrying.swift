import WorkbenchKit

/// Figures of old areas carried over to new ones: counts by share, percentages and means weighted by people.
struct Carrying {
  /// What becomes of a column.
  enum Rule: Sendable { case count, mean, lost }

  let links: [(new: String, links: [Bridge.Link])]
  /// The people of each old area; nil where no old area's are known, and then all weigh alike.
  let people: [String: Double]?

  /// Returns a row for each new area of which at least one old one is in the table: `code`, `bridge` (which of the bridge's
  /// files) and every column that can be carried over.
  ///
  /// A count is missing where that of one old area is. A mean is missing where less than nine tenths of the people behind it
  /// have one.
  func carry(_ table: Table, rules: [String: Rule]) -> Table {
    let codes = table.column("code")?.texts ?? []
    let rows = Dictionary(
      codes.enumerated().compactMap { row, code in code.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
    let carried = links.filter { $0.links.contains { rows[$0.old] != nil } }
    var columns: [Column] = [
      .texts("code", carried.map(\.new)),
      .numbers("bridge", carried.map { Double($0.links.first?.record ?? 0) }, format: .plain),
      .numbers("source", carried.map { source($0.links, rows, table) }, format: .plain),
    ]
    for column in table.columns {
      guard let values = column.numbers, let rule = rules[column.name] else { continue }
      let value = { (row: Int?) in row.map { values[$0] } ?? .nan }
      switch rule {
      case .lost: continue
      case .count:
        columns.append(
          .numbers(
            column.name, carried.map { $0.links.reduce(0) { $0 + $1.share * value(rows[$1.old]) } }, unit: column.unit))
      case .mean:
        columns.append(
          .numbers(
            column.name, carried.map { mean($0.links.map { ($0, value(rows[$0.old])) }) }, unit: column.unit))
      }
    }
    return Table(columns: columns)
  }

  private func mean(_ parts: [(link: Bridge.Link, value: Double)]) -> Double {
    // Of one old area the figure stays as it is, digit for digit.
    if parts.count == 1, let one = parts.first { return one.value }
    let weights = parts.map { $0.link.share * weight(of: $0.link.old) }
    let whole = weights.reduce(0, +)
    var known = 0.0
    var sum = 0.0
    for (part, weight) in zip(parts, weights) where !part.value.isNaN {
      known += weight
      sum += weight * part.value
    }
    // A NaN among the weights fails this too.
    guard whole > 0, known / whole >= DirectMethod.leastCovered else { return .nan }
    return sum / known
  }

  private func weight(of old: String) -> Double {
    guard let people else { return 1 }
    return people[old] ?? .nan
  }

  private func source(_ links: [Bridge.Link], _ rows: [String: Int], _ table: Table) -> Double {
    let sources = table.column("source")?.numbers ?? []
    let row = links.lazy.compactMap { rows[$0.old] }.first
    return row.map { sources.indices.contains($0) ? sources[$0] : 0 } ?? 0
  }
}
