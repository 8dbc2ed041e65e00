import WorkbenchKit

/// What the sources say of the pilot light, by topic.
struct KnowledgeTopic: NamedItem {
  let id: String
  let names: [String]
  let label: Text

  static let all: [KnowledgeTopic] = [
    .init("light", ["waakvlam"], Text(nl: "wat een waakvlam is", en: "what a pilot light is")),
    .init("mechanisms", ["mechanismen"], Text(nl: "waarom hulp te laat komt", en: "why help comes late")),
    .init("asking", ["vragen"], Text(nl: "waarom vragen moeilijk is", en: "why asking is hard")),
    .init("ways", ["beeld"], Text(nl: "hoe mensen in beeld komen", en: "how people come into view")),
    .init("mode", ["outreachend"], Text(nl: "eropaf of op verzoek", en: "reaching out or on demand")),
    .init("moving", ["verhuizen"], Text(nl: "rond een verhuizing", en: "around a move")),
    .init("balance", ["draagkracht"], Text(nl: "draagkracht en draaglast", en: "carrying capacity and load")),
    .init("empty", ["leeg"], Text(nl: "wat de bron niet geeft", en: "what the source does not give")),
  ]

  private init(_ id: String, _ names: [String], _ label: Text) {
    (self.id, self.names, self.label) = (id, names, label)
  }

  /// - Throws: `knowledge.damaged`.
  func terms(in context: Context) throws -> [Term] { try context.knowledge.items("mechanisms", list: id, in: context) }
}

extension Vocabulary<KnowledgeTopic> {
  static var topic: Vocabulary {
    Vocabulary(
      "topic", none: Text(nl: "geen onderwerp", en: "no topic"),
      wayOut: Text(nl: "'waakvlam knowledge' noemt ze", en: "'waakvlam knowledge' lists them")
    ) { _ in KnowledgeTopic.all }
  }
}
