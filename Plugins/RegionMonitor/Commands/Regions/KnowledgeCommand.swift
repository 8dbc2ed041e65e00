import WorkbenchKit

/// `regio knowledge [TOPIC]`: what the source says of the monitor and of the regions together.
struct KnowledgeCommand: Command {
  struct Arguments: Sendable {
    let topic = Argument(
      optional: "topic", .named(.topic),
      about: Text(nl: "een onderwerp: state, attention, money, …", en: "a topic: state, attention, money, …"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio knowledge", aliases: ["regio kennis"],
    summary: Text(
      nl: "toon wat de bron over regio's zegt, en wat zij niet geeft",
      en: "show what the source says of regions, and what it does not give"),
    examples: [
      .init("regio knowledge", Text(nl: "de onderwerpen", en: "the topics")),
      .init("regio knowledge empty", Text(nl: "wat er niet is", en: "what is not there")),
      .init(
        "regio knowledge weer", Text(nl: "een onderwerp dat er niet is", en: "a topic that is not there"),
        failsWith: "topic.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    try SourceTopic.answer(try given.topic?.item(in: context), of: SourceTopic.all, namesTerms: false, in: context)
  }
}
