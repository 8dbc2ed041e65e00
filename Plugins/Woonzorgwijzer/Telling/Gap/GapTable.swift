import WorkbenchKit

/// Gaps as a table, with what tells of few people held back.
struct GapTable {
  let table: Table
  let held: Disclosure
  /// The rows of the table, each with its area.
  let rows: [(area: Area, gap: AreaGap.Row)]
  /// The rows in which what a split of the roles does is held back.
  let heldSplits: Disclosure

  /// - Parameters:
  ///   - gaps: one an area.
  ///   - showsAll: whether preconditions of which nothing is known have a row too.
  init(_ gaps: [AreaGap], _ atlas: Atlas, _ counts: SmallCounts, showsAll: Bool, in context: Context) {
    let rows = gaps.flatMap { gap in gap.rows.filter { showsAll || $0.tells }.map { (area: gap.area, gap: $0) } }
    self.rows = rows
    held = Self.held(rows, gaps, atlas, counts)
    heldSplits = Self.heldSplits(rows, held, counts)
    let demands = rows.map(\.gap.demand)
    let people = { [held] (name: String, values: [Double], label: Text, kind: SmallCounts.Kind) in
      counts.column(name, values, label: label, held: held, as: kind)
    }
    let demand = people("demand", demands.map(\.amount.demand), Text(nl: "vraag", en: "demand"), .counts)
    let low = people("demand_low", demands.map(\.amount.low), Text(nl: "laag", en: "low"), .bounds)
    let high = people("demand_high", demands.map(\.amount.high), Text(nl: "hoog", en: "high"), .bounds)
    let lacking = { [held] (name: String, demands: [Double], label: Text) in
      counts.column(
        name, zip(rows, demands).map { $0.gap.gap(of: $1) }, label: label, held: held, as: .bounds, unit: nil)
    }
    let gap = lacking("gap", demands.map(\.amount.demand), Text(nl: "tekort", en: "gap"))
    let gapLow = lacking("gap_low", demands.map(\.amount.low), Text(nl: "laag", en: "low"))
    let gapHigh = lacking("gap_high", demands.map(\.amount.high), Text(nl: "hoog", en: "high"))
    let split = { [heldSplits] (name: String, values: [Double], label: Text) in
      counts.column(name, values, label: label, held: heldSplits, as: .bounds).asDetail()
    }
    // Capacity is of dwellings and places; with the gap held back it tells nothing of few people. A distance does.
    let distances = Set(rows.indices.filter { rows[$0].gap.countsPeople })
    let supply = counts.column(
      "supply", rows.map(\.gap.supply), label: Text(nl: "aanbod", en: "supply"), held: held.only(distances), unit: nil)
    // The share of all inhabitants who live near tells nothing of the few; that of the demand would give the demand.
    let coverage = counts.column(
      "coverage", rows.map(\.gap.coverage), label: Text(nl: "dekking %", en: "coverage %"),
      held: held.only(Set(rows.indices).subtracting(distances)), as: .rates, unit: .share, format: .share(0))
    // The bounds of the demand stand there only where the gap has none.
    let isBounded = !Self.isEmpty(gapLow)
    let hidesDemand = isBounded || Self.isEmpty(low)
    var columns: [Column] = []
    if gaps.count > 1 {
      // The name tells the area, unless two of them are called alike.
      let isTelling = Set(gaps.map(\.area.name)).count == Set(gaps.map(\.area.code)).count
      columns += [
        .texts(
          "area", rows.map(\.area.code), label: Text(nl: isTelling ? "code" : "gebied", en: isTelling ? "code" : "area")
        )
        .asDetail(isTelling),
        .texts(
          "name", rows.map(\.area.name), label: Text(nl: isTelling ? "gebied" : "naam", en: isTelling ? "area" : "name")
        ),
      ]
    }
    columns += [
      .texts("precondition", demands.map(\.precondition.id)).asDetail(),
      .texts(
        "label", demands.map(\.precondition.label), label: Text(nl: "randvoorwaarde", en: "precondition"), in: context),
      .texts("family", demands.map(\.precondition.family), label: Text(nl: "familie", en: "family")).asDetail(),
      // Where there is a demand the grades are in it; a row below the threshold is named under the table.
      .texts("necessity", demands.map(\.necessity.rawValue), label: Text(nl: "noodzaak", en: "necessity"))
        .asDetail(!Self.isEmpty(demand)),
      demand, low.asDetail(hidesDemand), high.asDetail(hidesDemand), supply, gap, gapLow.asDetail(!isBounded),
      gapHigh.asDetail(!isBounded), coverage,
      .numbers(
        "unknown_share", demands.map(\.amount.unknownShare), label: Text(nl: "onbekend %", en: "unknown %"),
        unit: .share, format: .share(0)),
      split("split_low", demands.map(\.amount.splitLow), Text(nl: "laagste oordeel", en: "lowest judgement")),
      split("split_high", demands.map(\.amount.splitHigh), Text(nl: "hoogste oordeel", en: "highest judgement")),
    ]
    if gaps.count > 1 { columns += Column.nesting(of: rows.map(\.area)) }
    table = Table(title: Self.title(gaps), columns: columns)
  }

  /// Whether a column tells nothing, not even that something is held back.
  private static func isEmpty(_ column: Column) -> Bool {
    column.withheld.isEmpty && column.numbers?.allSatisfy(\.isNaN) == true
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
    _ rows: [(area: Area, gap: AreaGap.Row)], _ gaps: [AreaGap], _ atlas: Atlas, _ counts: SmallCounts
  ) -> Disclosure {
    let preconditions = rows.map(\.gap.demand.precondition.id)
    let numbers = Dictionary(
      Set(preconditions).sorted().enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let demand = rows.map(\.gap.demand.amount.demand)
    let lacking = rows.map { max($0.gap.gap, 0) }
    let near = rows.map { $0.gap.countsPeople ? $0.gap.supply : .nan }
    let few = Dictionary(
      gaps.map { ($0.area.code, $0.demand.fewGroups(counts)) }, uniquingKeysWith: { first, _ in first })
    let beside = rows.indices.filter { row in
      !(few[rows[row].area.code] ?? []).isDisjoint(with: rows[row].gap.demand.amount.groups)
    }
    return AreaDisclosure.rows(
      rows.map(\.area), tables: preconditions.map { numbers[$0] ?? 0 }, [demand, lacking, near], beside: Set(beside),
      atlas, counts)
  }

  /// Of a row that shows, what lies between the demand and what the lowest or the highest judgement makes of it may be few people.
  private static func heldSplits(
    _ rows: [(area: Area, gap: AreaGap.Row)], _ held: Disclosure, _ counts: SmallCounts
  ) -> Disclosure {
    let few = rows.indices.filter { row in
      let amount = rows[row].gap.demand.amount
      return counts.isSmall(amount.splitHigh - amount.demand) || counts.isSmall(amount.demand - amount.splitLow)
    }
    return Disclosure(small: held.small, complements: held.complements.union(few).subtracting(held.small))
  }
}
