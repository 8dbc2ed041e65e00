import WorkbenchKit

extension Vocabulary<ArenaTopic> {
  static var arenaTopic: Vocabulary {
    Vocabulary(
      "topic", none: Text(nl: "geen onderwerp", en: "no topic"),
      wayOut: Text(nl: "'arena knowledge' noemt ze", en: "'arena knowledge' lists them")
    ) { _ in ArenaTopic.all }
  }
}

/// `arena knowledge [TOPIC]`: what the sources say of effects and money.
struct KnowledgeCommand: Command {
  struct Arguments: Sendable {
    let topic = Argument(
      optional: "topic", .named(.arenaTopic),
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
    guard let topic = try given.topic?.item(in: context) else {
      let topics = ArenaTopic.all
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
    let sources = terms.map { $0.source ?? $0.what?.source }
    columns.append(
      .texts("source", sources.map { $0?.shown }, label: Text(nl: "bron", en: "source"), in: context).asDetail())
    return Output([
      .table(Table(title: topic.label, columns: columns)), try context.knowledge.sources(sources, in: context),
    ])
  }
}
