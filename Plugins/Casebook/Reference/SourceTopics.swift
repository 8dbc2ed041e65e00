import WorkbenchKit

extension SourceTopic {
  /// What the sources say of examples in general, by topic.
  static let all: [SourceTopic] = [
    .init(
      "questions", ["vragen"], Text(nl: "de vragen van elke casus", en: "the questions of every case"), "questions",
      "questions"),
    .init(
      "central", ["centraal"], Text(nl: "de vijf centrale vragen", en: "the five central questions"), "questions",
      "central"),
    .init("tasks", ["opgaven"], Text(nl: "de veertien opgaven", en: "the fourteen tasks"), "questions", "tasks"),
    .init(
      "directions", ["richtingen"],
      Text(nl: "een richting per centrale vraag", en: "a direction for each central question"),
      "questions", "directions"),
    .init(
      "limits", ["grenzen"], Text(nl: "hoe ver de voorbeelden dragen", en: "how far the examples carry"), "questions",
      "limits"),
    .init(
      "apart", ["schijn"],
      Text(nl: "wat op een tegenspraak lijkt en het niet is", en: "what looks like a contradiction and is none"),
      "questions", "apart"),
  ]
}

extension Vocabulary<SourceTopic> {
  static let topic = topics(SourceTopic.all, listedBy: "casus knowledge")
}
