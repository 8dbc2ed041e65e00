import WorkbenchKit

/// `wzw knowledge`: figures and insights of the source that belong to no group and no area.
struct KnowledgeCommand: Command {
  struct Arguments: Sendable {
    let topic = Argument(
      optional: "topic", .named(.topic),
      about: Text(nl: "extramural, tempo, capacity, dilemmas, …", en: "extramural, tempo, capacity, dilemmas, …"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw knowledge",
      aliases: ["wzw kennis"],
      summary: Text(
        nl: "toon landelijke cijfers en inzichten uit de bron, per onderwerp",
        en: "show national figures and insights of the source, by topic"),
      examples: [
        .init("wzw knowledge", Text(nl: "de onderwerpen", en: "the topics")),
        .init(
          "wzw knowledge extramural",
          Text(nl: "de aantallen van RIGO en Tabel 1", en: "the counts of RIGO and of table 1")),
        .init(
          "wzw knowledge weer", Text(nl: "een onderwerp dat er niet is", en: "a topic that is not there"),
          failsWith: "topic.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    guard let topic = given.topic else { return Output(.topics(Topic.all, in: context)) }
    let page = try topic.item(in: context).show(context)
    return Output(page.blocks + [try context.knowledge.sources(page.citations, in: context)])
  }
}
