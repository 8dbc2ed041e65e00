import WorkbenchKit

/// Places in homes for the elderly and nursing homes, against people over 80.
enum AgeingTopic {
  static func show(_ library: Library, _ context: Context) throws -> TopicPage {
    let rows = try library.file("ageing", context)["capacity"]?.array ?? []
    let growth = try library.items("ageing", "growth", context, Statement.init)
    let numbers = { (key: String) in rows.map { $0[key]?.number ?? .nan } }
    let citations = rows.map { Citation($0["source"]) }
    let table = Table(
      title: Text(nl: "Capaciteit en 80-plussers", en: "Capacity and people over 80"),
      columns: [
        .numbers("year", numbers("year"), label: Text(nl: "jaar", en: "year"), format: .plain),
        .numbers("care_homes", numbers("care_homes"), label: Text(nl: "verzorgingshuis", en: "care homes")),
        .numbers("nursing_homes", numbers("nursing_homes"), label: Text(nl: "verpleeghuis", en: "nursing homes")),
        .numbers("total", numbers("total"), label: Text(nl: "samen", en: "together")),
        .numbers(
          "people_80_plus", numbers("people_80_plus"), label: Text(nl: "80-plussers", en: "people over 80"),
          unit: .persons),
        .numbers(
          "per_person", numbers("per_person"), label: Text(nl: "per 80-plusser", en: "per person over 80"),
          format: .decimals(2)),
        LibraryColumns.place(citations, context),
      ])
    return TopicPage(
      blocks: [.table(table)] + growth.map { .paragraph($0.text) },
      citations: citations.compactMap { $0 } + growth.map(\.source))
  }
}
