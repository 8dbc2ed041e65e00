import WorkbenchKit

/// Places in homes for the elderly and nursing homes, against people over 80.
enum AgeingTopic {
  static func show(_ context: Context) throws -> TopicPage {
    let ageing = try context.ageing
    let rows = ageing.capacity
    let table = Table(
      title: Text(nl: "Capaciteit en 80-plussers", en: "Capacity and people over 80"),
      columns: [
        .numbers("year", rows.map(\.year), label: Text(nl: "jaar", en: "year"), format: .plain),
        .numbers("care_homes", rows.map(\.careHomes), label: Text(nl: "verzorgingshuis", en: "care homes")),
        .numbers("nursing_homes", rows.map(\.nursingHomes), label: Text(nl: "verpleeghuis", en: "nursing homes")),
        .numbers("total", rows.map(\.total), label: Text(nl: "samen", en: "together")),
        .numbers(
          "people_80_plus", rows.map(\.people), label: Text(nl: "80-plussers", en: "people over 80"),
          unit: .persons),
        .numbers(
          "per_person", rows.map(\.perPerson), label: Text(nl: "per 80-plusser", en: "per person over 80"),
          format: .decimals(2)),
        .placesInSource(rows.map(\.source), in: context),
      ])
    return TopicPage(
      blocks: [.table(table)] + ageing.growth.map { .paragraph($0.text) },
      citations: rows.map(\.source) + ageing.growth.map(\.source))
  }
}
