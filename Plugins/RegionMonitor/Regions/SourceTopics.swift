import WorkbenchKit

extension SourceTopic {
  /// What the source says, by topic.
  static let all: [SourceTopic] = [
    .init(
      "state", ["stand"], Text(nl: "hoe het er in 2017 voor stond", en: "how things were in 2017"), "shares", "state"),
    .init(
      "attention", ["aandacht"], Text(nl: "waar de plannen aandacht aan geven", en: "what the plans attend to"),
      "shares", "attention"),
    .init("money", ["geld"], Text(nl: "geld en cliënten", en: "money and clients"), "shares", "money"),
    .init("figures", ["cijfers"], Text(nl: "losse cijfers", en: "single figures"), "shares", "figures"),
    .init(
      "leaving", ["uitstroom"], Text(nl: "wanneer iemand durft te verhuizen", en: "when somebody dares to move"),
      "shares", "leaving"),
    .init("levels", ["niveaus"], Text(nl: "drie niveaus", en: "three levels"), "shares", "levels"),
    .init(
      "coalition", ["coalitie"], Text(nl: "vormen van samen optrekken", en: "forms of going together"), "shares",
      "coalition"),
    .init(
      "printed", ["gedrukt"], Text(nl: "wat in de bron niet kan kloppen", en: "what cannot be right in the source"),
      "shares", "printed"),
    .init(
      "empty", ["leeg"], Text(nl: "wat de bron niet geeft", en: "what the source does not give"), "shares", "empty"),
  ]
}

extension Vocabulary<SourceTopic> {
  static let topic = topics(SourceTopic.all, listedBy: "regio knowledge")
}
