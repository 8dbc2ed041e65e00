import WorkbenchKit

/// What a change does, beside today: one row for each precondition that it changes.
struct WhatIfTable {
  let table: Table
  let held: Disclosure

  init(_ today: AreaGap, _ then: AreaGap, _ changes: [WhatIf.Change], _ counts: SmallCounts) {
    let pairs = zip(today.rows, then.rows).filter { Self.differ($0, $1) || Self.added($0, changes) != nil }
    let demand = (pairs.map(\.0.demand.amount.demand), pairs.map(\.1.demand.amount.demand))
    let gap = (pairs.map(\.0.gap), pairs.map(\.1.gap))
    let near = (
      pairs.map { $0.0.countsPeople ? $0.0.supply : .nan }, pairs.map { $0.1.countsPeople ? $0.1.supply : .nan }
    )
    let few = today.demand.fewGroups(counts).union(then.demand.fewGroups(counts))
    let beside = pairs.indices.filter {
      !few.isDisjoint(with: pairs[$0].0.demand.amount.groups.union(pairs[$0].1.demand.amount.groups))
    }
    held = Disclosure(
      [demand.0, demand.1, gap.0.map { max($0, 0) }, gap.1.map { max($0, 0) }, near.0, near.1], beside: Set(beside),
      threshold: counts.threshold)
    let distances = Set(pairs.indices.filter { pairs[$0].0.countsPeople })
    let apart = held.only(Set(pairs.indices).subtracting(distances))
    let preconditions = pairs.map(\.0.demand)
    var columns: [Column] = [
      .texts(
        "precondition", preconditions.map(\.precondition.id), label: Text(nl: "randvoorwaarde", en: "precondition")),
      .texts("family", preconditions.map(\.precondition.family), label: Text(nl: "familie", en: "family")).asDetail(),
      .texts("necessity", preconditions.map(\.necessity.rawValue), label: Text(nl: "noodzaak", en: "necessity"))
        .asDetail(),
    ]
    let then = Text(nl: "straks", en: "then")
    for (name, label, both, isHeld) in [
      ("demand", Text(nl: "vraag", en: "demand"), demand, true),
      ("supply", Text(nl: "aanbod", en: "supply"), (pairs.map(\.0.supply), pairs.map(\.1.supply)), false),
      ("gap", Text(nl: "tekort", en: "gap"), gap, true),
    ] {
      for (suffix, values, label) in [
        ("", both.0, label), ("_then", both.1, Text(nl: "\(label.nl) \(then.nl)", en: "\(label.en) \(then.en)")),
      ] {
        columns.append(
          counts.column(
            name + suffix, values, label: label, held: isHeld ? held : held.only(distances),
            as: isHeld ? .bounds : .rates, unit: nil))
      }
    }
    // What is added to an unknown supply takes as much off the gap, whatever that is.
    let differences = pairs.indices.map { row in
      let difference = gap.1[row] - gap.0[row]
      guard difference.isNaN, pairs[row].0.isComparable, let added = Self.added(pairs[row].0, changes) else {
        return difference
      }
      let more = demand.1[row] - demand.0[row]
      return (more.isNaN ? 0 : more) - added
    }
    columns.append(
      counts.column(
        "gap_change", differences, label: Text(nl: "verschil", en: "change"), held: held, as: .rates, unit: nil))
    for (name, values) in [("coverage", pairs.map(\.0.coverage)), ("coverage_then", pairs.map(\.1.coverage))] {
      columns.append(
        counts.column(name, values, held: apart, as: .rates, unit: .share, format: .share(0)).asDetail())
    }
    table = Table(
      title: Text(nl: "Wat als · \(today.area.name)", en: "What if · \(today.area.name)"), columns: columns)
  }

  /// What is added to the supply of a precondition; nil where nothing is.
  private static func added(_ row: AreaGap.Row, _ changes: [WhatIf.Change]) -> Double? {
    let own = changes.filter { $0.subject == .precondition(row.demand.precondition.id) && !$0.isRelative }
    return own.isEmpty ? nil : own.reduce(0) { $0 + $1.amount }
  }

  private static func differ(_ one: AreaGap.Row, _ other: AreaGap.Row) -> Bool {
    let same = { (left: Double, right: Double) in left == right || left.isNaN && right.isNaN }
    return !(same(one.demand.amount.demand, other.demand.amount.demand) && same(one.supply, other.supply))
  }
}
