import WorkbenchKit

/// `waakvlam knowledge [TOPIC]`: what the sources say of the pilot light.
struct KnowledgeCommand: Command {
  struct Arguments: Sendable {
    let topic = Argument(
      optional: "topic", .named(.topic),
      about: Text(nl: "een onderwerp: light, mechanisms, asking, …", en: "a topic: light, mechanisms, asking, …"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam knowledge", aliases: ["waakvlam kennis"],
    summary: Text(
      nl: "toon wat de bronnen over de waakvlam zeggen", en: "show what the sources say of the pilot light"),
    examples: [
      .init("waakvlam knowledge", Text(nl: "de onderwerpen", en: "the topics")),
      .init("waakvlam knowledge mechanisms", Text(nl: "waarom hulp te laat komt", en: "why help comes late")),
      .init(
        "waakvlam knowledge weer", Text(nl: "een onderwerp dat er niet is", en: "a topic that is not there"),
        failsWith: "topic.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    try SourceTopic.answer(
      try given.topic?.item(in: context), of: SourceTopic.all, namesTerms: false, in: context)
  }
}
