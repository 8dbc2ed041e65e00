import WorkbenchKit

/// Finds the gaps of areas.
struct GapFinder {
  let demands: DemandFinder
  let key: KindKey
  let stock: Stock
  let facilities: [Facility]
  let reach: Reach

  init(_ threshold: Threshold, _ atlas: Atlas, _ percentages: IndicatorSearch?, sameCodes: Bool, _ context: Context)
    throws
  {
    demands = try DemandFinder(threshold, atlas, percentages, context)
    key = try KindKey(context)
    stock = try Stock.load(context.workspace)
    facilities = try Facility.load(context.workspace)
    reach = try Reach(
      atlas, try context.codebook, facilities, key, sameCodes: sameCodes, context.workspace)
  }

  /// - Parameter changes: what if; none is today.
  func find(_ area: Area, changes: [WhatIf.Change] = []) throws -> AreaGap {
    let demand = try demands.find(area) { group, people in
      changes.reduce(people) { $1.subject == .group(group) ? $1.applied(to: $0) : $0 }
    }
    return AreaGap(demand: demand, rows: demand.rows.map { row($0, area, changes) })
  }

  private func row(_ demand: AreaDemand.Row, _ area: Area, _ changes: [WhatIf.Change]) -> AreaGap.Row {
    let needed = demand.amount.demand
    if let metres = demand.precondition.metres {
      let kinds = Set(key.entries(for: demand.precondition.id).map(\.kind))
      let near = facilities.filter { kinds.contains($0.kind) }
      if near.isEmpty { return .init(demand: demand, supply: .nan, coverage: .nan, amount: nil, reach: nil) }
      let found = reach.find(area, near, within: metres)
      return .init(
        demand: demand, supply: needed * found.share, coverage: found.share, amount: nil, reach: found)
    }
    let amount = stock.amount(of: items(of: demand.precondition.id), in: area)
    var supply = amount?.capacity ?? .nan
    for change in changes where change.subject == .precondition(demand.precondition.id) {
      supply = change.applied(to: supply)
    }
    let isComparable = needed > 0 && amount?.servesPersons != false
    return .init(
      demand: demand, supply: supply, coverage: isComparable ? supply / needed : .nan, amount: amount, reach: nil)
  }

  /// The items of supply that count for a precondition.
  func items(of precondition: String) -> Set<String> {
    Set(stock.items.filter { key.preconditions(ofItem: $0).contains(precondition) })
  }
}
