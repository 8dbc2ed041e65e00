import WorkbenchKit

/// An area's share of those who live at home with care, by RIGO and by Tabel 1, side by side.
struct ExtramuralReport {
  let shares: ExtramuralShares
  let codebook: Codebook
  let context: Context

  func blocks() throws -> [Block] {
    let counted = try context.extramural
    let counts = SmallCounts(context.workspace)
    let name = shares.area.name
    var blocks: [Block] = [
      .table(
        table(
          counted.rigo, byPackage: true,
          Text(nl: "\(name): naar RIGO, 1 juli 2013", en: "\(name): by RIGO, 1 July 2013"), counts)),
      .table(
        table(
          counted.table1, byPackage: false,
          Text(nl: "\(name): naar Tabel 1 (25 april 2013)", en: "\(name): by table 1 (25 April 2013)"), counts)),
    ]
    let assumed = assumed
    blocks += notices(assumed) + Demo.notice(for: [shares.area])
    var origin = FigureOrigin()
    for source in try context.knowledge.publications([counted.rigoSource, counted.table1Source], in: context) {
      origin.add(source)
    }
    for year in Set((shares.area.places + shares.country.places).map(\.year)).sorted() {
      for record in try ImportedTables.records(of: ImportedTables.areas(year), in: context.workspace) {
        origin.add(record, columns: shares.people.columnNames(year))
        if let source = codebook.publication(of: record, year: year) { origin.add(source) }
      }
    }
    for record in try shares.people.files(in: context.workspace) {
      origin.add(record, columns: record.columns)
      if record.isOwn { origin.add(.own(record.fileName, year: record.year)) }
    }
    for assumption in [Self.assumption] + assumed { origin.add(assumption: assumption) }
    context.workspace.note(origin)
    return blocks + [OriginNotes(origin).sources]
  }

  private func table(_ rows: [Extramural.Count], byPackage: Bool, _ title: Text, _ counts: SmallCounts) -> Table {
    let found = rows.map { shares.share($0.isOfAll ? Extramural.sectors : $0.sectors) }
    let ranges = zip(rows, found).map { row, share in share?.range(of: row.people) }
    let together = Text(nl: "samen", en: "together")(context.language)
    return Table(
      title: title,
      columns: [
        .texts("sector", rows.map(\.sectorNames), label: .verbatim("sector"), in: context),
        .texts(
          "package",
          rows.map {
            byPackage ? $0.packages.first?.name ?? together : $0.packages.map(\.shown).joined(separator: ", ")
          },
          label: Text(nl: "pakket (ZZP)", en: "care package (ZZP)")),
        .numbers(
          "part", rows.map { byPackage ? $0.packages.first?.part ?? .nan : .nan }, label: Text(nl: "deel", en: "part"),
          unit: .share, format: .share(0)
        )
        .asDetail(),
        .numbers(
          "people", rows.map(\.people), label: Text(nl: "land", en: "country"), unit: .persons, format: .decimals(0)),
        .numbers("share_low", found.map { $0?.low ?? .nan }, unit: .share, format: .share(3)).asDetail(),
        .numbers("share_high", found.map { $0?.high ?? .nan }, unit: .share, format: .share(3)).asDetail(),
        counts.column("low", ranges.map { $0?.low ?? .nan }, label: Text(nl: "hier van", en: "here from")),
        counts.column("high", ranges.map { $0?.high ?? .nan }, label: Text(nl: "hier tot", en: "here to")),
      ])
  }

  private static let assumption = Text(
    nl: "het gebied heeft naar rato van zijn bevolking evenveel mensen die thuis wonen met zorg als het land in 2013",
    en: "the area has, in proportion to its people, as many who live at home with care as the country in 2013")

  /// What was taken for granted of the people of the populations that were used.
  private var assumed: [Text] {
    let ways = ["VV", "VG"].flatMap(shares.bases).reduce(into: PeopleByAge.Ways()) { $0.formUnion($1.ways) }
    return ways.assumptions(shares.people)
  }

  private func notices(_ assumed: [Text]) -> [Block] {
    let names = { (sector: String) in
      shares.bases(sector).map { base in
        let label = base.ages == .all ? Text(nl: "alle inwoners", en: "all inhabitants") : .verbatim(base.ages.label)
        let share = Text.share(base.share, decimals: 3)
        return Text(nl: "\(label.nl) \(share.nl)", en: "\(label.en) \(share.en)")
      }
    }
    let elderly = Text.joined(names("VV"), by: ", ")
    let others = Text.joined(names("VG"), by: ", ")
    return [
      .caution(
        nl:
          "Aanname: \(Self.assumption.nl); het bereik is het kleinste en grootste aandeel, met het toeval erbij (95 %). Aandeel VV: \(elderly.nl); andere sectoren: \(others.nl).",
        en:
          "Assumption: \(Self.assumption.en); the range is the least and the greatest share, with chance added (95%). Share VV: \(elderly.en); other sectors: \(others.en)."
      ),
      ExtramuralTopic.unmixed,
    ]
      + assumed.map { .caution(nl: "Aanname: \($0.nl).", en: "Assumption: \($0.en).") }
  }
}
