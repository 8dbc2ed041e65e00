import WorkbenchKit

/// An area's share of those who live at home with care, by RIGO and by Tabel 1, side by side.
struct ExtramuralStory {
  let shares: ExtramuralShares
  let library: Library
  let knowledge: Knowledge
  let context: Context

  init(_ shares: ExtramuralShares, library: Library, knowledge: Knowledge, context: Context) {
    self.shares = shares
    self.library = library
    self.knowledge = knowledge
    self.context = context
  }

  private struct Row {
    let sector: String
    let package: String
    let part: Double
    let national: Double
    let sectors: [String]
  }

  private static let all = ["VV", "VG", "LG", "ZG", "GGZ"]

  func blocks() throws -> [Block] {
    let file = try library.file("extramural", context)
    let together = Text(nl: "samen", en: "together")(context.language)
    func row(_ json: JSON) -> Row? {
      guard let sector = json["sector"]?.string, let people = json["people"]?.number else { return nil }
      return Row(
        sector: sector == "alle" ? Text(nl: "alle", en: "all")(context.language) : sector,
        package: json["package"]?.string ?? together, part: json["part"]?.number ?? .nan, national: people,
        sectors: sector == "alle" ? Self.all : [sector])
    }
    let packages = file["rigo"]?["packages"]?.array ?? []
    let totals = file["rigo"]?["totals"]?.array ?? []
    let rigo = (packages + totals).compactMap(row)
    let second = (file["table1"]?["rows"]?.array ?? []).compactMap { json -> Row? in
      guard let people = json["people"]?.number else { return nil }
      let named = (json["sectors"]?.array ?? []).compactMap(\.string)
      let isAll = named == ["alle"]
      return Row(
        sector: isAll ? Text(nl: "alle", en: "all")(context.language) : named.joined(separator: ", "),
        package: (json["packages"]?.array ?? []).compactMap(Self.package).joined(separator: ", "), part: .nan,
        national: people, sectors: isAll ? Self.all : named)
    }
    let counts = SmallCounts(context.workspace)
    let name = shares.area.name
    var blocks: [Block] = [
      .table(table(rigo, Text(nl: "\(name): naar RIGO, 1 juli 2013", en: "\(name): by RIGO, 1 July 2013"), counts)),
      .table(
        table(
          second,
          Text(nl: "\(name): naar Tabel 1 (25 april 2013)", en: "\(name): by table 1 (25 April 2013)"), counts)),
    ]
    blocks += notices() + Demo.notice(for: [shares.area])
    let citations = [Citation(file["rigo"]?["source"]), Citation(file["table1"]?["source"])].compactMap { $0 }
    var origin = FigureOrigin()
    for source in try library.publications(citations, context) { origin.add(source) }
    for year in Set((shares.area.places + shares.country.places).map(\.year)).sorted() {
      if let source = knowledge.source("cbs-kwb", year: year) { origin.add(source) }
      for record in try Holdings.records(of: Holdings.areas(year), in: context.workspace) {
        origin.add(record, columns: shares.people.columnNames(year))
      }
    }
    origin.add(assumption: Self.assumption)
    context.workspace.note(origin)
    return blocks + [OriginNotes(origin).sources]
  }

  private static func package(_ json: JSON) -> String? {
    guard let name = json["package"]?.string else { return nil }
    let part = json["part"]?.number ?? 1
    return part == 1 ? name : "\(name) (\(NumberText.fixed(part * 100, decimals: 0)) %)"
  }

  private func table(_ rows: [Row], _ title: Text, _ counts: SmallCounts) -> Table {
    let found = rows.map { shares.share($0.sectors) }
    let ranges = zip(rows, found).map { row, share in share?.range(of: row.national) }
    return Table(
      title: title,
      columns: [
        .texts("sector", rows.map(\.sector), label: .verbatim("sector")),
        .texts("package", rows.map(\.package), label: Text(nl: "pakket (ZZP)", en: "care package (ZZP)")),
        .numbers("part", rows.map(\.part), label: Text(nl: "deel", en: "part"), unit: .share, format: .share(0))
          .asDetail(),
        .numbers(
          "people", rows.map(\.national), label: Text(nl: "land", en: "country"), unit: .persons, format: .decimals(0)),
        .numbers("share_low", found.map { $0?.low ?? .nan }, unit: .share, format: .share(3)).asDetail(),
        .numbers("share_high", found.map { $0?.high ?? .nan }, unit: .share, format: .share(3)).asDetail(),
        counts.column("low", ranges.map { $0?.low ?? .nan }, label: Text(nl: "hier van", en: "here from")),
        counts.column("high", ranges.map { $0?.high ?? .nan }, label: Text(nl: "hier tot", en: "here to")),
      ])
  }

  private static let assumption = Text(
    nl: "het gebied heeft naar rato van zijn bevolking evenveel mensen die thuis wonen met zorg als het land in 2013",
    en: "the area has, in proportion to its people, as many who live at home with care as the country in 2013")

  private func notices() -> [Block] {
    let names = { (sector: String) in
      shares.bases(sector).map { base in
        let label = base.ages == .all ? Text(nl: "alle inwoners", en: "all inhabitants") : .verbatim(base.ages.label)
        let share = Text(
          nl: NumberText.fixed(base.share * 100, decimals: 3, point: ",") + " %",
          en: NumberText.fixed(base.share * 100, decimals: 3) + "%")
        return Text(nl: "\(label.nl) \(share.nl)", en: "\(label.en) \(share.en)")
      }
    }
    let elderly = Shown.joined(names("VV"), by: ", ")
    let others = Shown.joined(names("VG"), by: ", ")
    return [
      .notice(
        Notice(
          .caution,
          Text(
            nl:
              "Aanname: \(Self.assumption.nl); het bereik is het kleinste en grootste aandeel, met het toeval erbij (95 %). Aandeel VV: \(elderly.nl); andere sectoren: \(others.nl).",
            en:
              "Assumption: \(Self.assumption.en); the range is the least and the greatest share, with chance added (95%). Share VV: \(elderly.en); other sectors: \(others.en)."
          ))),
      .notice(
        Notice(
          .caution,
          Text(
            nl: "Tabel 1 neemt 50 % van VV4, RIGO 25 %: twee ramingen die niet bij elkaar op te tellen zijn",
            en: "table 1 takes 50% of VV4, RIGO 25%: two estimates that cannot be put together"))),
    ]
  }
}
