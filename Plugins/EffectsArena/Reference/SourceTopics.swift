import WorkbenchKit

extension SourceTopic {
  /// What the sources say of effects and money, by topic.
  static let all: [SourceTopic] = [
    .init(
      "blocks", ["blokken"], Text(nl: "bouwstenen van een woonservicegebied", en: "blocks of a service area"), "blocks",
      "items"),
    .init("effects", ["effecten"], Text(nl: "gevonden effecten", en: "effects that were found"), "effects", "items"),
    .init(
      "conclusions", ["conclusies"],
      Text(nl: "conclusies over woonservicegebieden", en: "conclusions on service areas"), "effects", "conclusions"),
    .init(
      "limits", ["grenzen"], Text(nl: "wat de bronnen tegenspreken", en: "what the sources contradict"), "limits",
      "limits"),
    .init("laws", ["wetten"], Text(nl: "wie uit welke wet betaalt", en: "who pays out of which law"), "laws", "laws"),
    .init("shares", ["aandelen"], Text(nl: "aandelen per wet", en: "shares by law"), "laws", "shares"),
    .init("money", ["geld"], Text(nl: "landelijke bedragen", en: "national amounts"), "money", "items"),
    .init(
      "incentives", ["prikkels"],
      Text(nl: "prikkels die een arena doen kantelen", en: "incentives that turn an arena over"), "money", "incentives"),
    .init(
      "cases", ["praktijk"], Text(nl: "praktijk: wie betaalt, wie bespaart", en: "practice: who pays, who saves"),
      "money", "cases"),
    .init(
      "empty", ["leeg"], Text(nl: "wat de bron niet geeft", en: "what the source does not give"), "effects", "empty"),
  ]
}

extension Vocabulary<SourceTopic> {
  static let topic = topics(SourceTopic.all, listedBy: "arena knowledge")
}
