import WorkbenchKit

/// Gaps as a table, with what tells of few people held back.
struct GapTable {
  let table: Table
  let held: Disclosure

  /// - Parameters:
  ///   - gaps: one an area.
  ///   - showsAll: whether preconditions of which nothing is known have a row too.
  init(_ gaps: [AreaGap], _ atlas: Atlas, _ counts: SmallCounts, showsAll: Bool) {
    let rows = gaps.flatMap { gap in gap.rows.filter { showsAll || $0.tells }.map { (gap.area, $0) } }
    held = Self.held(rows, gaps, atlas, counts)
    let demands = rows.map(\.1.demand)
    let people = { [held] (name: String, values: [Double], label: Text, kind: SmallCounts.Kind) in
      counts.column(name, values, label: label, held: held, as: kind)
    }
    let demand = people("demand", demands.map(\.amount.demand), Text(nl: "vraag", en: "demand"), .counts)
    let low = people("demand_low", demands.map(\.amount.low), Text(nl: "laag", en: "low"), .bounds)
    let high = people("demand_high", demands.map(\.amount.high), Text(nl: "hoog", en: "high"), .bounds)
    let gap = counts.column(
      "gap", rows.map(\.1.gap), label: Text(nl: "tekort", en: "gap"), held: held, as: .bounds, unit: nil)
    // Capacity is of dwellings and places; with the gap held back it tells nothing of few people. A distance does.
    let distances = Set(rows.indices.filter { rows[$0].1.countsPeople })
    let supply = counts.column(
      "supply", rows.map(\.1.supply), label: Text(nl: "aanbod", en: "supply"), held: held.only(distances), unit: nil)
    // The share of all inhabitants who live near tells nothing of the few; that of the demand would give the demand.
    let coverage = counts.column(
      "coverage", rows.map(\.1.coverage), label: Text(nl: "dekking %", en: "coverage %"),
      held: held.only(Set(rows.indices).subtracting(distances)), as: .rates, unit: .share, format: .share(0))
    var columns: [Column] = []
    if gaps.count > 1 {
      columns.append(.texts("area", rows.map(\.0.code), label: Text(nl: "gebied", en: "area")))
      columns.append(.texts("name", rows.map(\.0.name), label: Text(nl: "naam", en: "name")).asDetail())
    }
    columns += [
      .texts("precondition", demands.map(\.precondition.id), label: Text(nl: "randvoorwaarde", en: "precondition")),
      .texts("family", demands.map(\.precondition.family), label: Text(nl: "familie", en: "family")).asDetail(),
      .texts("necessity", demands.map(\.necessity.rawValue), label: Text(nl: "noodzaak", en: "necessity")),
      demand, low.asDetail(), high.asDetail(), supply, gap, coverage,
      .numbers(
        "unknown_share", demands.map(\.amount.unknownShare), label: Text(nl: "onbekend %", en: "unknown %"),
        unit: .share, format: .share(0)),
    ]
    table = Table(title: Self.title(gaps), columns: columns)
  }

  private static func title(_ gaps: [AreaGap]) -> Text {
    let name = gaps.count == 1 ? gaps.first?.area.name ?? "" : "\(gaps.count)"
    return gaps.count == 1
      ? Text(nl: "Vraag en aanbod · \(name)", en: "Demand and supply · \(name)")
      : Text(nl: "Vraag en aanbod · \(name) gebieden", en: "Demand and supply · \(name) areas")
  }

  /// Rows in which the demand, those whom nothing is there for, or those near enough are few; and rows that a group of few
  /// people is part of, since it would follow from them beside others that it is no part of.
  private static func held(
    _ rows: [(Area, AreaGap.Row)], _ gaps: [AreaGap], _ atlas: Atlas, _ counts: SmallCounts
  ) -> Disclosure {
    let preconditions = rows.map(\.1.demand.precondition.id)
    let numbers = Dictionary(
      Set(preconditions).sorted().enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let demand = rows.map(\.1.demand.amount.demand)
    let lacking = rows.map { max($0.1.gap, 0) }
    let near = rows.map { $0.1.countsPeople ? $0.1.supply : .nan }
    let few = Dictionary(
      gaps.map { ($0.area.code, $0.demand.fewGroups(counts)) }, uniquingKeysWith: { first, _ in first })
    let beside = rows.indices.filter { row in
      !(few[rows[row].0.code] ?? []).isDisjoint(with: rows[row].1.demand.amount.groups)
    }
    return AreaDisclosure.rows(
      rows.map(\.0), tables: preconditions.map { numbers[$0] ?? 0 }, [demand, lacking, near], beside: Set(beside),
      atlas, counts)
  }
}
