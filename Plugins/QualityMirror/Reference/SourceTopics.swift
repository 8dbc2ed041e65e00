import WorkbenchKit

extension SourceTopic {
  /// What the sources say of quality seen from the other side, by topic.
  static let all: [SourceTopic] = [
    .init(
      "monitor", ["haarlem"], Text(nl: "de arrangementenmonitor", en: "the arrangement monitor"), "cases", "monitor"),
    .init("code", ["enschede"], Text(nl: "gedragscode en cliëntaudit", en: "code and client audit"), "cases", "code"),
    .init(
      "panel", ["utrecht"], Text(nl: "inwonerspanel en tweede mening", en: "residents' panel and second opinion"),
      "cases", "panel"),
    .init(
      "quality", ["kwaliteit"], Text(nl: "wat kwaliteit lastig maakt", en: "what makes quality hard"), "cases",
      "quality"),
    .init("others", ["anderen"], Text(nl: "hoe anderen het doen", en: "how others do it"), "cases", "others"),
    .init(
      "empty", ["leeg"], Text(nl: "wat de bronnen niet geven", en: "what the sources do not give"), "cases", "empty"),
  ]
}

extension Vocabulary<SourceTopic> {
  static let topic = topics(SourceTopic.all, listedBy: "spiegel knowledge")
}
