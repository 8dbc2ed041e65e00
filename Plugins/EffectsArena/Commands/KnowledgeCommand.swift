import WorkbenchKit

/// `arena knowledge [TOPIC]`: what the sources say of effects and money.
struct KnowledgeCommand: Command {
  struct Arguments: Sendable {
    let topic = Argument(
      optional: "topic", .named(.topic),
      about: Text(
        nl: "een onderwerp: blocks, effects, limits, money, …", en: "a topic: blocks, effects, limits, money, …"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena knowledge", aliases: ["arena kennis"],
    summary: Text(
      nl: "toon wat de bronnen zeggen over effecten en geld", en: "show what the sources say of effects and money"),
    examples: [
      .init("arena knowledge", Text(nl: "de onderwerpen", en: "the topics")),
      .init("arena knowledge limits", Text(nl: "wat de bronnen tegenspreken", en: "what the sources contradict")),
      .init(
        "arena knowledge weer", Text(nl: "een onderwerp dat er niet is", en: "a topic that is not there"),
        failsWith: "topic.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    try SourceTopic.answer(try given.topic?.item(in: context), of: SourceTopic.all, in: context)
  }
}
