import WorkbenchKit

extension SourceTopic {
  /// What the sources say of learning circles, by topic.
  static let all: [SourceTopic] = [
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
}

extension Vocabulary<SourceTopic> {
  static let topic = topics(SourceTopic.all, listedBy: "kring knowledge")
}
