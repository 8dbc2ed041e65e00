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
    guard let topic = try given.topic?.item(in: context) else {
      let topics = KnowledgeTopic.all
      return Output(
        Table(
          title: Text(nl: "Onderwerpen", en: "Topics"),
          columns: [
            .texts("topic", topics.map(\.id), label: Text(nl: "onderwerp", en: "topic")),
            .texts("label", topics.map(\.label), label: Text(nl: "waarover", en: "about"), in: context),
          ]))
    }
    let terms = try topic.terms(in: context)
    let table = Table(
      title: topic.label,
      columns: [
        .texts("item", terms.map(\.id), label: Text(nl: "punt", en: "item")).asDetail(),
        .texts("label", terms.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
        .texts("more", terms.map { $0.what?.shown }, label: Text(nl: "in het kort", en: "in brief"), in: context),
        .texts("source", terms.map { $0.source?.shown }, label: Text(nl: "bron", en: "source"), in: context).asDetail(),
      ])
    return Output([.table(table), try context.knowledge.sources(terms.map(\.source), in: context)])
  }
}
