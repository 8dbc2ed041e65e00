import WorkbenchKit

/// A part of the knowledge base that is shown as tables as it stands: figures, dilemmas, building blocks.
struct Topic: Named {
  let id: String
  let names: [String]
  let label: Text
  /// Makes the tables, and says what stands where in the source.
  let show: @Sendable (Library, Context) throws -> Page

  struct Page {
    var blocks: [Block] = []
    var citations: [Citation] = []
  }

  static let all: [Topic] = [
    Topic(
      id: "extramural", names: ["extramuralisering"],
      label: Text(nl: "hoeveel mensen thuis wonen in plaats van in een instelling", en: "people at home, not in care"),
      show: ExtramuralTopic.show),
    Topic(
      id: "tempo", names: [],
      label: Text(nl: "wanneer welk zorgzwaartepakket (ZZP) verviel", en: "when each care package (ZZP) ended"),
      show: ExtramuralTopic.tempo),
    Topic(
      id: "capacity", names: ["capaciteit"],
      label: Text(
        nl: "plaatsen in zorghuizen per 80-plusser, 1980-2010", en: "care places per person over 80, 1980-2010"),
      show: { try AgeingTopic.show($0, $1) }),
    Topic(
      id: "dilemmas", names: ["dilemma's"], label: Text(nl: "de vijf dilemma's van de leerkring", en: "five dilemmas"),
      show: { try AgendaTopic.dilemmas($0, $1) }),
    Topic(
      id: "arrangements", names: ["arrangementen", "scales", "schalen"],
      label: Text(nl: "drie schalen van arrangement", en: "three scales of arrangement"),
      show: { try AgendaTopic.scales($0, $1) }),
    Topic(
      id: "priorities", names: ["prioriteiten"],
      label: Text(nl: "bestuurlijke prioriteiten en kernvragen", en: "administrative priorities and core questions"),
      show: { try AgendaTopic.priorities($0, $1) }),
    Topic(
      id: "woonservicegebied", names: ["blocks", "bouwstenen", "effecten", "effects"],
      label: Text(
        nl: "woonservicegebied: bouwstenen, effecten en conclusies",
        en: "area with housing and services (woonservicegebied): blocks, effects and conclusions"),
      show: { try ServiceAreaTopic.show($0, $1) }),
  ]
}

/// Places in homes for the elderly and nursing homes, against people over 80.
enum AgeingTopic {
  static func show(_ library: Library, _ context: Context) throws -> Topic.Page {
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
    return Topic.Page(
      blocks: [.table(table)] + growth.map { .paragraph($0.text) },
      citations: citations.compactMap { $0 } + growth.map(\.source))
  }
}
