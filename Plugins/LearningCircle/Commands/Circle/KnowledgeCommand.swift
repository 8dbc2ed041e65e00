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
    var columns: [Column] = [
      .texts("item", terms.map(\.id), label: Text(nl: "punt", en: "item")),
      .texts("label", terms.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
    ]
    if terms.contains(where: { $0.what != nil }) {
      columns.append(
        .texts("more", terms.map { $0.what?.shown }, label: Text(nl: "in het kort", en: "in brief"), in: context))
    }
    columns.append(
      .texts("source", terms.map { $0.source?.shown }, label: Text(nl: "bron", en: "source"), in: context).asDetail())
    return Output([
      .table(Table(title: topic.label, columns: columns)),
      try context.knowledge.sources(terms.map(\.source), in: context),
    ])
  }
}
