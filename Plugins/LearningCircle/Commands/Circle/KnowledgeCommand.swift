import WorkbenchKit

/// `kring knowledge [TOPIC]`: what the sources say of learning circles and their agenda.
struct KnowledgeCommand: Command {
  struct Arguments: Sendable {
    let topic = Argument(
      optional: "topic", .named(.topic),
      about: Text(nl: "een onderwerp: learning, themes, rules, …", en: "a topic: learning, themes, rules, …"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring knowledge", aliases: ["kring kennis"],
    summary: Text(
      nl: "toon wat de bronnen zeggen over leerkringen en hun agenda",
      en: "show what the sources say of learning circles and their agenda"),
    examples: [
      .init("kring knowledge", Text(nl: "de onderwerpen", en: "the topics")),
      .init("kring knowledge rules", Text(nl: "raad voor een agenda", en: "advice for an agenda")),
      .init(
        "kring knowledge weer", Text(nl: "een onderwerp dat er niet is", en: "a topic that is not there"),
        failsWith: "topic.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    try SourceTopic.answer(try given.topic?.item(in: context), of: SourceTopic.all, in: context)
  }
}
