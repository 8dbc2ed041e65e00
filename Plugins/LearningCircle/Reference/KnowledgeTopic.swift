import WorkbenchKit

/// What the sources say of learning circles, by topic.
struct KnowledgeTopic: NamedItem {
  let id: String
  let names: [String]
  let label: Text
  private let file: String
  private let list: String

  static let all: [KnowledgeTopic] = [
    .init(
      "learning", ["leren"], Text(nl: "wat een leerkring is", en: "what a learning circle is"), "themes", "learning"),
    .init("themes", ["themas"], Text(nl: "de vier thema's", en: "the four themes"), "themes", "themes"),
    .init(
      "questions", ["vragen"], Text(nl: "de eerste twee vragen", en: "the first two questions"), "themes", "questions"),
    .init(
      "core", ["kernvragen"],
      Text(nl: "de drie kernvragen voor bestuurders", en: "the three core questions for boards"),
      "themes", "core"),
    .init(
      "levels", ["niveaus"], Text(nl: "drie niveaus van besluit", en: "three levels of decision"), "ladder", "levels"),
    .init(
      "aims", ["ladder"], Text(nl: "vier treden van samenwerking", en: "four rungs of co-operation"), "ladder", "aims"),
    .init("rules", ["regels"], Text(nl: "raad voor een agenda", en: "advice for an agenda"), "ladder", "rules"),
    .init(
      "empty", ["leeg"], Text(nl: "wat de bron niet geeft", en: "what the source does not give"), "themes", "empty"),
  ]

  private init(_ id: String, _ names: [String], _ label: Text, _ file: String, _ list: String) {
    (self.id, self.names, self.label, self.file, self.list) = (id, names, label, file, list)
  }

  /// - Throws: `knowledge.damaged`.
  func terms(in context: Context) throws -> [Term] { try context.knowledge.items(file, list: list, in: context) }
}

extension Vocabulary<KnowledgeTopic> {
  static var topic: Vocabulary {
    Vocabulary(
      "topic", none: Text(nl: "geen onderwerp", en: "no topic"),
      wayOut: Text(nl: "'kring knowledge' noemt ze", en: "'kring knowledge' lists them")
    ) { _ in KnowledgeTopic.all }
  }
}
