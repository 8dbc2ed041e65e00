import WorkbenchKit

/// `procure law [ITEM]`: what the law says now, since when, what comes after it and when that was looked up.
struct LawCommand: Command {
  struct Arguments: Sendable {
    let item = Argument(
      optional: "item", .named(.law),
      about: Text(nl: "abonnementstarief, real-price, rerank, …", en: "abonnementstarief, real-price, rerank, …"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "procure law",
      aliases: ["procure wet"],
      summary: Text(
        nl: "toon wat de wet nu zegt, sinds wanneer, wat erna komt en wanneer dat is nagegaan",
        en: "show what the law says now, since when, what comes after it and when that was looked up"),
      details: Text(
        nl: """
          De bronnen zijn van 2015 tot 2020. Wat niemand kon bevestigen heet 'niet bevestigd in werking', wat niemand kon \
          opzoeken 'niet nagegaan': ga dat zelf na voor u erop bouwt.
          """,
        en: """
          The sources are of 2015 to 2020. What nobody could confirm is 'not confirmed in force', what nobody could look up \
          'not checked': check it yourself before you build on it.
          """),
      examples: [
        .init("procure law", Text(nl: "alle regels", en: "all rules")),
        .init("procure law abonnementstarief", Text(nl: "de eigen bijdrage", en: "the own contribution")),
        .init(
          "procure law bouwbesluit", Text(nl: "een regel die er niet is", en: "a rule that is not there"),
          failsWith: "law.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let items = try given.item.map { [try $0.item(in: context)] } ?? context.legalItems
    return Output([
      .table(.legal(Text(nl: "De wet zoals zij is", en: "The law as it stands"), items, in: context)),
      try context.knowledge.sources(items.map(\.what.source), in: context),
    ])
  }
}
