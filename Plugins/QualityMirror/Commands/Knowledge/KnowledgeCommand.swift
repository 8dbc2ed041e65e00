import WorkbenchKit

/// `spiegel knowledge [TOPIC]`: what the sources say of quality seen from the other side.
struct KnowledgeCommand: Command {
  struct Arguments: Sendable {
    let topic = Argument(
      optional: "topic", .named(.topic),
      about: Text(nl: "een onderwerp: monitor, code, panel, …", en: "a topic: monitor, code, panel, …"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "spiegel knowledge", aliases: ["spiegel kennis"],
    summary: Text(
      nl: "toon wat de bronnen zeggen over monitor, audit en panel, en wat ze niet geven",
      en: "show what the sources say of monitor, audit and panel, and what they do not give"),
    examples: [
      .init("spiegel knowledge", Text(nl: "de onderwerpen", en: "the topics")),
      .init("spiegel knowledge empty", Text(nl: "wat de bronnen niet geven", en: "what the sources do not give")),
      .init(
        "spiegel knowledge weer", Text(nl: "een onderwerp dat er niet is", en: "a topic that is not there"),
        failsWith: "topic.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    try SourceTopic.answer(try given.topic?.item(in: context), of: SourceTopic.all, namesTerms: false, in: context)
  }
}
