import WorkbenchKit

/// Figures of old areas carried over to new ones: counts by share, percentages and means weighted by people.
struct Carrying {
  /// What becomes of a column.
  enum Rule: Sendable { case count, mean, lost }

  let links: [(new: String, links: [Bridge.Link])]
  let people: OldPeople

  /// Returns a row for each new area of which at least one old one is in the table: `code`, `bridge` and `bridges` (which of the
  /// bridge's files), `weighed` (see `Weighing`), `parts` (the old areas that had part in it) and every column that can be carried over.
  ///
  /// A count is missing where that of one old area is. A mean is missing where less than nine tenths of the people behind it
  /// have one.
  func carry(_ table: Table, rules: [String: Rule]) -> Table {
    let codes = table.column("code")?.texts ?? []
    let rows = Dictionary(
      codes.enumerated().compactMap { row, code in code.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
    let carried = links.filter { $0.links.contains { rows[$0.old] != nil } }
    let weights = carried.map { people.weights($0.links) }
    let hasCounts = rules.values.contains(.count)
    var columns: [Column] = [
      .texts("code", carried.map(\.new)),
      .numbers("bridge", carried.map { Double($0.links.first?.record ?? 0) }, format: .plain),
      .texts("bridges", carried.map { Self.bridges($0.links) }),
      .numbers("source", carried.map { source($0.links, rows, table) }, format: .plain),
      .numbers("weighed", weights.map(\.by.number), format: .plain),
      .texts(Crossing.parts, zip(carried, weights).map { parts($0.links, $1.weights, rows, counts: hasCounts) }),
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
            column.name,
            zip(carried, weights).map {
              Self.mean($0.links.map { value(rows[$0.old]) }, $1.weights)
            },
            unit: column.unit))
      }
    }
    return Table(columns: columns)
  }

  /// A mean of the old areas' figures; NaN where less than nine tenths of the weight has one, or a weight is not known.
  static func mean(_ values: [Double], _ weights: [Double]) -> Double {
    // Of one old area the figure stays as it is, digit for digit.
    if values.count == 1 { return values[0] }
    let whole = weights.reduce(0, +)
    var known = 0.0
    var sum = 0.0
    for (value, weight) in zip(values, weights) where !value.isNaN {
      known += weight
      sum += weight * value
    }
    // A NaN among the weights fails this too.
    guard whole > 0, known / whole >= DirectMethod.leastCovered else { return .nan }
    return sum / known
  }

  /// The old areas that are in the table and weigh anything; of counts those of which nobody lives there have part too.
  private func parts(_ links: [Bridge.Link], _ weights: [Double], _ rows: [String: Int], counts: Bool) -> String? {
    let parts = zip(links, weights).filter { rows[$0.old] != nil && (counts || $1 > 0) }.map(\.0.old)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Which of the bridge's files the links stand in, where these are several.
  private static func bridges(_ links: [Bridge.Link]) -> String? {
    let records = Set(links.map(\.record)).sorted()
    return records.count > 1 ? records.map(String.init).joined(separator: " ") : nil
  }

  private func source(_ links: [Bridge.Link], _ rows: [String: Int], _ table: Table) -> Double {
    let sources = table.column("source")?.numbers ?? []
    let row = links.lazy.compactMap { rows[$0.old] }.first
    return row.map { sources.indices.contains($0) ? sources[$0] : 0 } ?? 0
  }
}
