import WorkbenchKit

/// What the circle and its administrators talk of: dilemmas, scales of arrangement, priorities.
enum AgendaTopic {
  static func dilemmas(_ context: Context) throws -> TopicPage {
    page(
      Text(nl: "Dilemma's", en: "Dilemmas"), "dilemma", try context.agenda.dilemmas,
      Text(nl: "vraag", en: "question"), context)
  }

  static func scales(_ context: Context) throws -> TopicPage {
    page(
      Text(nl: "Schalen van arrangement", en: "Scales of arrangement"), "scale", try context.agenda.scales,
      Text(nl: "dilemma of voordeel", en: "dilemma or advantage"), context)
  }

  static func priorities(_ context: Context) throws -> TopicPage {
    page(
      Text(nl: "Bestuurlijke prioriteiten", en: "Administrative priorities"), "priority",
      try context.agenda.priorities, Text(nl: "vraag of punt", en: "question or point"), context)
  }

  static func principles(_ context: Context) throws -> TopicPage {
    page(
      Text(nl: "De Woonzorgwijzer: doel en drie beginselen", en: "The Woonzorgwijzer: purpose and three principles"),
      "principle", try context.agenda.principles, Text(nl: "in het kort", en: "in brief"), context)
  }

  private static func page(
    _ title: Text, _ name: String, _ items: [Agenda.Item], _ what: Text, _ context: Context
  ) -> TopicPage {
    let rows = items.flatMap { item in item.texts.map { (item: item, text: $0) } }
    let citations = rows.map(\.item.source)
    let table = Table(
      title: title,
      columns: [
        .texts(name, rows.map(\.item.id)).asDetail(),
        .texts("label", rows.map(\.item.label), label: Text(nl: "onderwerp", en: "subject"), in: context),
        .texts("text", rows.map(\.text), label: what, in: context), .placesInSource(citations, in: context),
      ])
    return TopicPage(blocks: [.table(table)], citations: citations)
  }
}
