import WorkbenchKit

/// Tables of what the people of an area need, and of what is lacking to tell.
enum NeedsTables {
  /// The demand per precondition, the few held back.
  static func demand(
    _ demand: AreaDemand, _ atlas: Atlas, _ counts: SmallCounts, showsAll: Bool, in context: Context
  ) -> (Table, GapTable) {
    let gap = AreaGap(
      demand: demand,
      rows: demand.rows.map { AreaGap.Row(demand: $0, supply: .nan, coverage: .nan, amount: nil, reach: nil) })
    let made = GapTable([gap], atlas, counts, showsAll: showsAll, in: context)
    let wanted =
      ["precondition", "label", "family", "necessity", "demand", "demand_low", "demand_high", "unknown_share"]
      + ["split_low", "split_high"]
    var table = made.table.selecting(wanted.compactMap(made.table.index))
    for name in ["demand_low", "demand_high"] {
      guard let column = table.column(name) else { continue }
      table.set(column.asDetail(column.withheld.isEmpty && column.numbers?.allSatisfy(\.isNaN) == true))
    }
    if let necessity = table.column("necessity") { table.set(necessity.asDetail(false)) }
    table.title = Text(
      nl: "Wat mensen nodig hebben · \(demand.area.name)", en: "What people need · \(demand.area.name)")
    return (table, made)
  }

  /// The groups that the demand is of.
  static func members(_ demand: AreaDemand, _ counts: SmallCounts, _ context: Context) -> [Block] {
    let members = demand.members
    let count = members.map(\.people.people)
    let held = Disclosure([count], threshold: counts.threshold)
    let people = counts.column("people", count, label: Text(nl: "mensen", en: "people"), held: held)
    let low = counts.column(
      "low", members.map(\.people.low), label: Text(nl: "laag", en: "low"), held: held, as: .bounds)
    let high = counts.column(
      "high", members.map(\.people.high), label: Text(nl: "hoog", en: "high"), held: held, as: .bounds)
    // A number that was counted or given has none.
    let error = { (name: String, value: (GroupPeople) -> Double, label: Text) in
      let errors = members.map { value($0.people) == 0 ? .nan : value($0.people) }
      return counts.column(name, errors, label: label, held: held, as: .rates).asDetail()
    }
    return [
      .table(
        Table(
          title: Text(nl: "Waarvan", en: "Of which"),
          columns: [
            .texts("group", members.map(\.group.id), label: Text(nl: "groep", en: "group")), people, low, high,
            error("low_error", \.lowError, Text(nl: "fout van laag", en: "error of low")),
            error("high_error", \.highError, Text(nl: "fout van hoog", en: "error of high")),
            .texts("origin", members.map(\.people.origin), label: Text(nl: "herkomst", en: "origin"), in: context),
            .texts("evidence", members.map(\.people.evidence.rawValue)).asDetail(),
          ]))
    ]
  }

  /// What is lacking, and the line that gives it.
  static func missing(_ demand: AreaDemand, _ context: Context) throws -> [Block] {
    let rows = demand.missing.flatMap { missing in missing.lacks.map { (missing.group.id, $0) } }
    if rows.isEmpty { return [] }
    let area = demand.area.code
    let ways = rows.map { group, lack in
      switch lack {
      case .people: "wzw need people \(area) \(group) AANTAL --by ROL"
      case .shares: "wzw need shares \(group) inwonend=… uitwonend=… geen=… --by ROL"
      case .necessity: "wzw need set \(group) RANDVOORWAARDE SITUATIE WAARDE --by ROL"
      }
    }
    return [
      .table(
        Table(
          title: Text(nl: "Wat ontbreekt", en: "What is lacking"),
          columns: [
            .texts("group", rows.map(\.0), label: Text(nl: "groep", en: "group")),
            .texts("lacks", rows.map(\.1.rawValue), label: Text(nl: "ontbreekt", en: "lacks")),
            .texts("command", ways, label: Text(nl: "geef het met", en: "give it with")),
          ]))
    ]
  }

  /// The indicators of the area, which are counted all the same; the largest first.
  static func indicators(
    _ area: Area, _ atlas: Atlas, _ search: IndicatorSearch?, _ counts: SmallCounts, _ context: Context
  ) throws -> [Block] {
    guard let search else { return [] }
    let ages = try search.ages(nil, at: nil)
    var estimator = Estimator(search, in: atlas, stems: search.stems.filter(isLimitation), ages: ages)
    try estimator.estimate([area], context: context)
    let found = estimator.estimates.filter { !$0.figures.estimate.isNaN }
      .sorted { ($0.figures.estimate, $1.stem) > ($1.figures.estimate, $0.stem) }
    let report = EstimateReport(
      estimator: estimator, origins: try EstimateOrigins(estimator, in: context.workspace))
    let said = report.carried + report.otherYears
    if found.isEmpty { return said }
    let persons = found.map(\.figures.estimate)
    let held = Disclosure([persons], threshold: counts.threshold)
    let column = counts.column("estimate", persons, label: Text(nl: "personen", en: "persons"), held: held)
    // The people of an age are public: with them a percentage gives its small count.
    let rates = counts.column(
      "rate", found.map(\.figures.rate), label: .verbatim("%"), held: held, as: .rates, unit: .share, format: .share(1))
    return [
      .table(
        Table(
          title: Text(
            nl: "Beperkingen zijn wel te tellen (meer: wzw estimate \(area.code))",
            en: "Limitations can be counted all the same (more: wzw estimate \(area.code))"),
          columns: [
            .texts(
              "indicator", found.map { estimator.stems[$0.stem] }, label: Text(nl: "indicator", en: "indicator")),
            .texts("age", found.map { estimator.ages[$0.age].name }, label: Text(nl: "leeftijd", en: "age")),
            rates, column,
          ]))
    ] + counts.notice(withheld: column.withheld.count) + said
  }

  /// Whether an indicator tells of what people cannot do, as its name in the files says.
  private static func isLimitation(_ stem: String) -> Bool { stem.contains("Beperk") }
}
