import WorkbenchKit

/// Two estimates of how many people live at home where once they would have lived in an institution; never mixed.
enum ExtramuralTopic {
  /// Why the two are not to be added.
  static let unmixed = Block.caution(
    nl: "Tabel 1 neemt 50 % van VV4, RIGO 25 %: twee ramingen die niet bij elkaar op te tellen zijn",
    en: "table 1 takes 50% of VV4, RIGO 25%: two estimates that cannot be put together")

  static func show(_ context: Context) throws -> TopicPage {
    let counted = try context.extramural
    let together = Text(nl: "samen", en: "together")(context.language)
    let rigo = counted.rigo
    let first = Table(
      title: Text(nl: "RIGO, 1 juli 2013", en: "RIGO, 1 July 2013"),
      columns: [
        .texts("sector", rigo.map(\.sectorNames), label: .verbatim("sector"), in: context),
        .texts(
          "package", rigo.map { $0.packages.first?.name ?? together },
          label: Text(nl: "pakket (ZZP)", en: "care package (ZZP)")),
        part(rigo.map { $0.packages.first?.part }),
        .numbers("people", rigo.map(\.people), label: Text(nl: "mensen", en: "people"), unit: .persons),
        .placesInSource(rigo.map(\.source), in: context),
      ])
    let letter = counted.table1
    let second = Table(
      title: Text(nl: "Tabel 1 (Kamerbrief van 25 april 2013)", en: "Table 1 (letter to parliament of 25 April 2013)"),
      columns: [
        .texts("sector", letter.map(\.sectorNames), label: .verbatim("sector"), in: context),
        .texts(
          "package", letter.map { $0.packages.isEmpty ? together : $0.packages.map(\.shown).joined(separator: ", ") },
          label: Text(nl: "pakketten", en: "care packages")),
        .numbers("people", letter.map(\.people), label: Text(nl: "mensen", en: "people"), unit: .persons),
        .numbers(
          "share_of_capacity", letter.map { $0.shareOfCapacity ?? .nan },
          label: Text(nl: "deel van de capaciteit", en: "share of capacity"), unit: .share, format: .share(0)),
        .placesInSource(letter.map(\.source), in: context),
      ])
    let lines = counted.figures.map { Block.paragraph(.count($0.people) + .verbatim(": ") + $0.text) }
    let law = try context.legalItems
    return TopicPage(
      blocks: [.table(first), .table(second), unmixed] + lines + law.map(\.notice),
      citations: rigo.map(\.source) + letter.map(\.source) + counted.figures.map(\.source) + law.map(\.what.source))
  }

  static func tempo(_ context: Context) throws -> TopicPage {
    let rows = try context.extramural.tempo
    let table = Table(
      title: Text(nl: "Tempo van de extramuralisering", en: "Tempo of extramuralisation"),
      columns: [
        .texts("table", rows.map { $0.table.uppercased() }, label: Text(nl: "opgave van", en: "given by")),
        .texts("date", rows.map(\.date), label: Text(nl: "per", en: "as of")),
        .texts("sector", rows.map(\.sector), label: .verbatim("sector")),
        .texts("package", rows.map(\.package), label: Text(nl: "pakket (ZZP)", en: "care package (ZZP)")),
        part(rows.map(\.part)),
        .texts("remark", rows.map(\.remark), label: Text(nl: "toelichting", en: "remark"), in: context),
        .placesInSource(rows.map(\.source), in: context),
      ])
    let law = try context.legalItems
    return TopicPage(
      blocks: [.table(table)] + law.map(\.notice), citations: rows.map(\.source) + law.map(\.what.source))
  }

  private static func part(_ parts: [Double?]) -> Column {
    .numbers(
      "part", parts.map { $0 ?? .nan }, label: Text(nl: "deel van het pakket", en: "part of the package"),
      unit: .share, format: .share(0))
  }
}
