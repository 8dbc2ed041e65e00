import WorkbenchKit

/// `casus knowledge [TOPIC]`: what the sources say of examples in general.
struct KnowledgeCommand: Command {
  struct Arguments: Sendable {
    let topic = Argument(
      optional: "topic", .named(.topic),
      about: Text(nl: "een onderwerp: questions, tasks, limits, …", en: "a topic: questions, tasks, limits, …"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus knowledge", aliases: ["casus kennis"],
    summary: Text(
      nl: "toon de vragen, de opgaven en wat de bronnen in het algemeen zeggen",
      en: "show the questions, the tasks and what the sources say in general"),
    examples: [
      .init("casus knowledge", Text(nl: "de onderwerpen", en: "the topics")),
      .init("casus knowledge limits", Text(nl: "hoe ver de voorbeelden dragen", en: "how far the examples carry")),
      .init(
        "casus knowledge weer", Text(nl: "een onderwerp dat er niet is", en: "a topic that is not there"),
        failsWith: "topic.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    try SourceTopic.answer(given.topic?.item(in: context), of: SourceTopic.all, in: context)
  }
}
