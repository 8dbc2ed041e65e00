import WorkbenchKit

extension SourceTopic {
  /// What the sources say of the pilot light, by topic.
  static let all: [SourceTopic] = [
    .init("light", ["waakvlam"], Text(nl: "wat een waakvlam is", en: "what a pilot light is"), "mechanisms", "light"),
    .init(
      "mechanisms", ["mechanismen"], Text(nl: "waarom hulp te laat komt", en: "why help comes late"), "mechanisms",
      "mechanisms"),
    .init(
      "asking", ["vragen"], Text(nl: "waarom vragen moeilijk is", en: "why asking is hard"), "mechanisms", "asking"),
    .init(
      "ways", ["beeld"], Text(nl: "hoe mensen in beeld komen", en: "how people come into view"), "mechanisms", "ways"),
    .init(
      "mode", ["outreachend"], Text(nl: "eropaf of op verzoek", en: "reaching out or on demand"), "mechanisms", "mode"),
    .init("moving", ["verhuizen"], Text(nl: "rond een verhuizing", en: "around a move"), "mechanisms", "moving"),
    .init(
      "balance", ["draagkracht"], Text(nl: "draagkracht en draaglast", en: "carrying capacity and load"), "mechanisms",
      "balance"),
    .init(
      "empty", ["leeg"], Text(nl: "wat de bron niet geeft", en: "what the source does not give"), "mechanisms", "empty"),
  ]
}

extension Vocabulary<SourceTopic> {
  static let topic = topics(SourceTopic.all, listedBy: "waakvlam knowledge")
}
