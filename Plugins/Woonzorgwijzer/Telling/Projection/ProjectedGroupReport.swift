import WorkbenchKit

/// How many people of a target group there will be, as it is shown.
struct ProjectedGroupReport {
  private let found: ProjectedGroup
  /// What has to be said of the people that were carried on.
  private let people: ProjectionReport
  private let origins: GroupOrigins
  private let context: Context

  init(_ found: ProjectedGroup, beside people: ProjectionReport, _ codebook: Codebook, _ context: Context) throws {
    self.found = found
    self.people = people
    self.context = context
    origins = try GroupOrigins(found.run, codebook, in: context.workspace)
  }

  func blocks(_ areas: [Area]) throws -> [Block] {
    let counts = SmallCounts(context.workspace)
    let held = AreaDisclosure.rows(
      found.rows.map(\.area), [found.rows.map(\.now), found.rows.map(\.later)], found.run.atlas, counts)
    var whole = FigureOrigin()
    if let starting { whole.add(assumption: starting) }
    for assumption in assumptions { whole.add(assumption: assumption) }
    whole = whole.merged(with: origins.whole).merged(with: people.origin)
    context.workspace.note(whole)
    var blocks: [Block] = sentence(held).map { [.paragraph($0)] } ?? []
    blocks.append(.table(table(counts, held)))
    if let starting { blocks.append(.caution(nl: "\(starting.nl).", en: "\(starting.en).")) }
    let rates = Text.joined(assumptions, by: "; ")
    blocks.append(.caution(nl: "Aanname: \(rates.nl).", en: "Assumption: \(rates.en)."))
    blocks += people.notices + counts.notice(held) + Demo.notice(for: areas)
    return blocks + [OriginNotes(whole).sources]
  }

  /// What rates and people rest on of national starting values, in one line.
  private var starting: Text? {
    let rates =
      found.run.rows.contains { $0.estimate.usesStart }
      ? (found.run.estimates.rates.cells[found.group.id] ?? []).compactMap(\.start) : []
    return StartingMark.sentence(
      rates + found.projection.starting(found.run.estimates.people),
      ofCountry: found.rows.allSatisfy { $0.area.level == .land })
  }

  private var assumptions: [Text] {
    let people = found.group.people
    var texts = [
      Text(
        nl: "de kans per leeftijd blijft tot \(found.projection.year) gelijk (\(people.nl))",
        en: "the rate by age stays the same until \(found.projection.year) (\(people.en))")
    ]
    if !found.cut.isEmpty {
      let bands = found.cut.map(\.label).joined(separator: ", ")
      texts.append(
        Text(
          nl: "binnen een klasse die een kans doorsnijdt, zijn er van elke leeftijd evenveel mensen: \(bands)",
          en: "within a band that a rate cuts through, there are as many people of each age: \(bands)"))
    }
    return texts
  }

  /// "Hengelo: van naar schatting 1.348 mensen met dementie in 2024 naar 2.043 in 2040 (52 % meer)"
  private func sentence(_ held: Disclosure) -> Text? {
    guard found.rows.count == 1, let row = found.rows.first, held.hidden.isEmpty, !row.now.isNaN, !row.later.isNaN
    else { return nil }
    let (now, later) = (Text.number(row.now, decimals: 0), Text.number(row.later, decimals: 0))
    let people = found.group.people
    let change = Projection.change(from: row.now, to: row.later)
    return Text(
      nl:
        "\(row.area.name): van naar schatting \(now.nl) \(people.nl) in \(row.baseYear) naar \(later.nl) in \(found.projection.year)\(change.nl).",
      en:
        "\(row.area.name): from an estimated \(now.en) \(people.en) in \(row.baseYear) to \(later.en) in \(found.projection.year)\(change.en)."
    )
  }

  private func table(_ counts: SmallCounts, _ held: Disclosure) -> Table {
    let rows = found.rows
    let years = Set(rows.map(\.baseYear))
    let year = years.count == 1 ? .verbatim(years.first.map(String.init) ?? "") : Text(nl: "nu", en: "now")
    let title = found.group.people.capitalised
    return Table(
      title: Text(nl: "\(title.nl) in \(found.projection.year)", en: "\(title.en) in \(found.projection.year)"),
      columns: [
        .texts("area", rows.map(\.area.code), label: Text(nl: "gebied", en: "area")),
        .texts("name", rows.map(\.area.name), label: Text(nl: "naam", en: "name")),
        .numbers("base_year", rows.map { Double($0.baseYear) }, label: Text(nl: "jaar", en: "year"), format: .plain)
          .asDetail(years.count == 1),
        counts.column("estimate", rows.map(\.now), label: year, held: held),
        .numbers(
          "year", rows.map { _ in Double(found.projection.year) }, label: Text(nl: "tot", en: "until"), format: .plain
        ).asDetail(),
        counts.column("projected", rows.map(\.later), label: .verbatim(String(found.projection.year)), held: held),
        counts.column(
          "factor", rows.map { $0.now > 0 ? $0.later / $0.now : .nan }, label: .verbatim("factor"), held: held,
          as: .rates, unit: nil, format: .decimals(2)),
      ] + Column.nesting(of: rows.map(\.area)))
  }
}
