import WorkbenchKit

/// A part of the knowledge base that is shown as tables as it stands: figures, dilemmas, building blocks.
struct Topic: NamedItem {
  let id: String
  let names: [String]
  let label: Text
  /// Makes the tables, and says what stands where in the source.
  let show: @Sendable (Context) throws -> TopicPage

  static let all: [Topic] = [
    Topic(
      id: "principles", names: ["beginselen", "woonzorgwijzer"],
      label: Text(
        nl: "doel en drie beginselen van de Woonzorgwijzer", en: "purpose and three principles of the Woonzorgwijzer"),
      show: { try AgendaTopic.principles($0) }),
    Topic(
      id: "extramural", names: ["extramuralisering"],
      label: Text(nl: "hoeveel mensen thuis wonen in plaats van in een instelling", en: "people at home, not in care"),
      show: { try ExtramuralTopic.show($0) }),
    Topic(
      id: "tempo", names: [],
      label: Text(nl: "wanneer welk zorgzwaartepakket (ZZP) verviel", en: "when each care package (ZZP) ended"),
      show: { try ExtramuralTopic.tempo($0) }),
    Topic(
      id: "capacity", names: ["capaciteit"],
      label: Text(
        nl: "plaatsen in zorghuizen per 80-plusser, 1980-2010", en: "care places per person over 80, 1980-2010"),
      show: { try AgeingTopic.show($0) }),
    Topic(
      id: "dilemmas", names: ["dilemma's"], label: Text(nl: "de vijf dilemma's van de leerkring", en: "five dilemmas"),
      show: { try AgendaTopic.dilemmas($0) }),
    Topic(
      id: "arrangements", names: ["arrangementen", "scales", "schalen"],
      label: Text(nl: "drie schalen van arrangement", en: "three scales of arrangement"),
      show: { try AgendaTopic.scales($0) }),
    Topic(
      id: "priorities", names: ["prioriteiten"],
      label: Text(nl: "bestuurlijke prioriteiten en kernvragen", en: "administrative priorities and core questions"),
      show: { try AgendaTopic.priorities($0) }),
    Topic(
      id: "woonservicegebied", names: ["blocks", "bouwstenen", "effecten", "effects"],
      label: Text(
        nl: "woonservicegebied: bouwstenen, effecten en conclusies",
        en: "area with housing and services (woonservicegebied): blocks, effects and conclusions"),
      show: { try ServiceAreaTopic.show($0) }),
    Topic(
      id: "law", names: ["wet", "wlz"],
      label: Text(
        nl: "de wet zoals zij nu is, naast de bronnen", en: "the law as it stands now, beside the sources"),
      show: { try LawTopic.show($0) }),
  ]
}

extension Vocabulary<Topic> {
  static var topic: Vocabulary {
    Vocabulary(
      "topic", none: Text(nl: "geen onderwerp", en: "no topic"),
      wayOut: Text(nl: "'wzw knowledge' noemt ze alle", en: "'wzw knowledge' lists them all")
    ) { _ in Topic.all }
  }
}
