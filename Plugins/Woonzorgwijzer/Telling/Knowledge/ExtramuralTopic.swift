import WorkbenchKit

/// Two estimates of how many people live at home where once they would have lived in an institution; never mixed.
enum ExtramuralTopic {
  @Sendable static func show(_ library: Library, _ context: Context) throws -> TopicPage {
    let file = try library.file("extramural", context)
    var citations: [Citation] = []
    let packages = file["rigo"]?["packages"]?.array ?? []
    let totals = file["rigo"]?["totals"]?.array ?? []
    let rows = packages + totals
    citations += rows.compactMap { Citation($0["source"]) }
    let rigo = Table(
      title: Text(nl: "RIGO, 1 juli 2013", en: "RIGO, 1 July 2013"),
      columns: [
        .texts("sector", rows.map { sector($0["sector"], context) }, label: .verbatim("sector")),
        .texts(
          "package", rows.map { $0["package"]?.string ?? Text(nl: "samen", en: "together")(context.language) },
          label: Text(nl: "pakket (ZZP)", en: "care package (ZZP)")),
        part(rows),
        .numbers(
          "people", rows.map { $0["people"]?.number ?? .nan }, label: Text(nl: "mensen", en: "people"), unit: .persons),
        LibraryColumns.place(rows.map { Citation($0["source"]) }, context),
      ])
    let second = file["table1"]?["rows"]?.array ?? []
    citations += second.compactMap { Citation($0["source"]) }
    let table1 = Table(
      title: Text(nl: "Tabel 1 (Kamerbrief van 25 april 2013)", en: "Table 1 (letter to parliament of 25 April 2013)"),
      columns: [
        .texts("sector", second.map { joined($0["sectors"], context) }, label: .verbatim("sector")),
        .texts(
          "package",
          second.map { row in
            let packages = row["packages"]?.array ?? []
            return packages.isEmpty
              ? Text(nl: "samen", en: "together")(context.language)
              : packages.compactMap(Self.package).joined(separator: ", ")
          }, label: Text(nl: "pakketten", en: "care packages")),
        .numbers(
          "people", second.map { $0["people"]?.number ?? .nan }, label: Text(nl: "mensen", en: "people"), unit: .persons
        ),
        .numbers(
          "share_of_capacity", second.map { $0["share_of_capacity"]?.number ?? .nan },
          label: Text(nl: "deel van de capaciteit", en: "share of capacity"), unit: .share, format: .share(0)),
        LibraryColumns.place(second.map { Citation($0["source"]) }, context),
      ])
    let figures = file["figures"]?.array ?? []
    citations += figures.compactMap { Citation($0["source"]) }
    let lines = figures.compactMap { figure -> Block? in
      guard let people = figure["people"]?.int, let text = figure["text"].flatMap(Text.init(json:)) else { return nil }
      return .paragraph(Shown.count(people) + .verbatim(": ") + text)
    }
    let notice = Notice(
      .caution,
      Text(
        nl: "Tabel 1 neemt 50 % van VV4, RIGO 25 %: twee ramingen die niet bij elkaar op te tellen zijn",
        en: "table 1 takes 50% of VV4, RIGO 25%: two estimates that cannot be put together"))
    return TopicPage(blocks: [.table(rigo), .table(table1), .notice(notice)] + lines, citations: citations)
  }

  @Sendable static func tempo(_ library: Library, _ context: Context) throws -> TopicPage {
    let rows = try library.file("extramural", context)["tempo"]?.array ?? []
    let citations = rows.map { Citation($0["source"]) }
    let table = Table(
      title: Text(nl: "Tempo van de extramuralisering", en: "Tempo of extramuralisation"),
      columns: [
        .texts("table", rows.map { $0["table"]?.string?.uppercased() }, label: Text(nl: "opgave van", en: "given by")),
        .texts("date", rows.map { $0["date"]?.string }, label: Text(nl: "per", en: "as of")),
        .texts("sector", rows.map { $0["sector"]?.string }, label: .verbatim("sector")),
        .texts(
          "package", rows.map { $0["package"]?.string }, label: Text(nl: "pakket (ZZP)", en: "care package (ZZP)")),
        part(rows),
        LibraryColumns.text(
          "remark", rows.map { $0["remark"].flatMap(Text.init(json:)) }, Text(nl: "toelichting", en: "remark"), context),
        LibraryColumns.place(citations, context),
      ])
    return TopicPage(blocks: [.table(table)], citations: citations.compactMap { $0 })
  }

  private static func part(_ rows: [JSON]) -> Column {
    .numbers(
      "part", rows.map { $0["part"]?.number ?? .nan },
      label: Text(nl: "deel van het pakket", en: "part of the package"),
      unit: .share, format: .share(0))
  }

  private static func package(_ json: JSON) -> String? {
    guard let name = json["package"]?.string else { return nil }
    let part = json["part"]?.number ?? 1
    return part == 1 ? name : "\(name) (\(NumberText.fixed(part * 100, decimals: 0)) %)"
  }

  private static func sector(_ json: JSON?, _ context: Context) -> String? {
    json == "alle" ? Text(nl: "alle", en: "all")(context.language) : json?.string
  }

  private static func joined(_ json: JSON?, _ context: Context) -> String {
    (json?.array ?? []).compactMap { sector($0, context) }.joined(separator: ", ")
  }
}
