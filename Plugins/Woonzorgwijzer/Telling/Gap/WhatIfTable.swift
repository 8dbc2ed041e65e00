import WorkbenchKit

/// What a change does, beside today: one row for each precondition that it changes.
struct WhatIfTable {
  let table: Table
  let held: Disclosure
  /// The preconditions of which something changes.
  let changed: Set<String>
  /// Whether a gap has bounds; the demand can have them where the supply is not known.
  private let isBounded: Bool

  /// Low and high of the gap, as `GapTable` has them, today and then: of the demand where the gap has none. Beside the rest they
  /// do not fit on a page; nil where there are none.
  var bounds: Table? {
    let figure = isBounded ? "gap" : "demand"
    let names = ["_low", "_high"].flatMap { [figure + $0, figure + $0 + "_then"] }
    let columns = names.compactMap(table.column)
    guard columns.contains(where: { !$0.withheld.isEmpty || $0.numbers?.allSatisfy(\.isNaN) == false }) else {
      return nil
    }
    var bounds = table.selecting((["precondition"] + names).compactMap(table.index))
    for column in columns { bounds.set(column.asDetail(false)) }
    bounds.title =
      isBounded
      ? Text(nl: "Tekort, laag en hoog", en: "Gap, low and high")
      : Text(nl: "Vraag, laag en hoog", en: "Demand, low and high")
    return bounds
  }

  init(_ today: AreaGap, _ then: AreaGap, _ changes: [WhatIf.Change], _ counts: SmallCounts) {
    let pairs = zip(today.rows, then.rows).filter { Self.differ($0, $1) || Self.added($0, changes) != nil }
    changed = Set(pairs.map(\.0.demand.precondition.id))
    typealias Both = (today: [Double], then: [Double])
    let both = { (value: (AreaGap.Row) -> Double) -> Both in (pairs.map { value($0.0) }, pairs.map { value($0.1) }) }
    let demand = both(\.demand.amount.demand)
    let gap = both(\.gap)
    let supply = both(\.supply)
    let near = (
      pairs.map { $0.0.countsPeople ? $0.0.supply : .nan }, pairs.map { $0.1.countsPeople ? $0.1.supply : .nan }
    )
    let few = today.demand.fewGroups(counts).union(then.demand.fewGroups(counts))
    let beside = pairs.indices.filter {
      !few.isDisjoint(with: pairs[$0].0.demand.amount.groups.union(pairs[$0].1.demand.amount.groups))
    }
    held = Disclosure(
      [demand.today, demand.then, gap.today.map { max($0, 0) }, gap.then.map { max($0, 0) }, near.0, near.1],
      beside: Set(beside),
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
    let (low, high) = (Text(nl: "laag", en: "low"), Text(nl: "hoog", en: "high"))
    let gapLow = both { $0.gap(of: $0.demand.amount.low) }
    isBounded = !(gapLow.today + gapLow.then).allSatisfy(\.isNaN)
    let figures: [(name: String, label: Text, values: Both, isDetail: Bool)] = [
      ("demand", Text(nl: "vraag", en: "demand"), demand, false),
      ("demand_low", low, both(\.demand.amount.low), true), ("demand_high", high, both(\.demand.amount.high), true),
      ("supply", Text(nl: "aanbod", en: "supply"), supply, false), ("gap", Text(nl: "tekort", en: "gap"), gap, false),
      ("gap_low", low, gapLow, true), ("gap_high", high, both { $0.gap(of: $0.demand.amount.high) }, true),
    ]
    for (name, label, values, isDetail) in figures {
      for (suffix, values, word) in [("", values.today, ""), ("_then", values.then, "straks")] {
        let label = word.isEmpty ? label : Text(nl: "\(label.nl) \(word)", en: "\(label.en) then")
        columns.append(
          counts.column(
            name + suffix, values, label: label, held: name == "supply" ? held.only(distances) : held,
            as: name == "supply" ? .rates : .bounds, unit: nil
          ).asDetail(isDetail))
      }
    }
    // What is added to an unknown supply takes as much off the gap, whatever that is.
    let differences = pairs.indices.map { row in
      let difference = gap.then[row] - gap.today[row]
      guard difference.isNaN, pairs[row].0.isComparable, let added = Self.added(pairs[row].0, changes) else {
        return difference
      }
      let more = demand.then[row] - demand.today[row]
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
    !(same(one.demand.amount.demand, other.demand.amount.demand) && same(one.supply, other.supply))
  }

  private static func same(_ one: Double, _ other: Double) -> Bool { one == other || one.isNaN && other.isNaN }
}
