import WorkbenchKit

extension MapSubject {
  /// People of a target group by area: their share of the people of its ages, or how many they are.
  static func group(
    _ group: CountedGroup, _ estimates: GroupEstimates, showsPersons: Bool, _ areas: [Area], _ atlas: Atlas,
    _ codebook: Codebook, _ context: Context
  ) throws -> MapSubject {
    let run = try GroupRun(
      .synthetic, areas: areas, groups: [group.id], atlas: atlas, estimates: estimates, keepsDraws: false,
      context: context)
    let origins = try GroupOrigins(run, codebook, in: context.workspace)
    let counts = SmallCounts(context.workspace)
    let title = group.people.capitalised
    let table = GroupTable(
      run.rows, groups: run.groups, method: run.method, origins: origins.rows, ranking: nil, atlas: atlas,
      small: counts, title: title)
    if let starting = origins.starting { context.workspace.note(assumption: starting) }
    context.workspace.note(origins.whole)
    let column = table.table.column(showsPersons ? "estimate" : "rate")
    let base = group.base
    let people = group.people
    let year = Set(areas.flatMap(\.places).map(\.year)).sorted().map(String.init).joined(separator: ", ")
    var values = column?.numbers ?? []
    // A map and a ranking have one figure of each area, and no bounds.
    var notices =
      GroupReport(run: run, origins: origins).notices(withBounds: false)
      + (showsPersons ? counts.notice(table.held) : [])
    // One rate for all ages is the same share everywhere, but for what rounding leaves of it.
    let rates = run.estimates.rates.cells[group.id] ?? []
    if !showsPersons, rates.count == 1, let rate = rates.first, !run.rows.contains(where: \.estimate.usesPercentage) {
      values = values.map { $0.isNaN ? $0 : rate.rate }
      notices.insert(
        .caution(
          nl: "het aandeel is overal hetzelfde, want er is één kans voor alle leeftijden: kies --show persons",
          en: "the share is the same everywhere, for there is one rate for all ages: choose --show persons"), at: 0)
    }
    return MapSubject(
      title: Text(nl: "\(title.nl), \(year)", en: "\(title.en), \(year)"),
      label: showsPersons
        ? people
        : Text(nl: "\(people.nl), aandeel van de \(base.nl)", en: "\(people.en), share of the \(base.en)"),
      unit: showsPersons ? .persons : .share, format: showsPersons ? .decimals(0) : .share(1),
      values: values, withheld: column?.withheld ?? [:],
      notices: notices,
      sources: origins.whole.sources)
  }
}
