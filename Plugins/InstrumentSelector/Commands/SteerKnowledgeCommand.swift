import WorkbenchKit

/// `steer knowledge [TOPIC]`: what the sources say of steering and working together.
struct SteerKnowledgeCommand: Command {
  struct Arguments: Sendable {
    let topic = Argument(
      optional: "topic", .named(.topic),
      about: Text(
        nl: "een onderwerp: styles, models, insurers, law, …", en: "a topic: styles, models, insurers, law, …"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "steer knowledge", aliases: ["steer kennis"],
      summary: Text(
        nl: "toon wat de bronnen zeggen over sturen en samenwerken",
        en: "show what the sources say of steering and working together"),
      examples: [
        .init("steer knowledge", Text(nl: "de onderwerpen", en: "the topics")),
        .init("steer knowledge insurers", Text(nl: "samenwerken met de verzekeraar", en: "working with the insurer")),
        .init(
          "steer knowledge weer", Text(nl: "een onderwerp dat er niet is", en: "a topic that is not there"),
          failsWith: "topic.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    guard let topic = try given.topic?.item(in: context) else {
      return Output(.topics(KnowledgeTopic.all, in: context))
    }
    if case .law = topic.kind {
      let items = try context.legalItems
      return Output([
        .table(.legal(topic.label, items, in: context)),
        try context.knowledge.sources(items.map(\.what.source), in: context),
      ])
    }
    let items = try topic.items(in: context)
    let terms = items.map(\.term)
    var columns: [Column] = [
      .texts("item", terms.map(\.id), label: Text(nl: "punt", en: "item")),
      .texts("label", terms.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
    ]
    if terms.contains(where: { $0.group != nil }) {
      columns.append(.texts("group", terms.map(\.group), label: Text(nl: "van", en: "of")))
    }
    if items.contains(where: { $0.more != nil }) {
      columns.append(.texts("more", items.map(\.more), label: Text(nl: "in het kort", en: "in brief"), in: context))
    }
    columns.append(
      .texts("source", terms.map { $0.source?.shown }, label: Text(nl: "bron", en: "source"), in: context).asDetail())
    let law = try context.law(topic.law)
    return Output(
      [.table(Table(title: topic.label, columns: columns))] + law.map(\.notice) + [
        try context.knowledge.sources(terms.map(\.source) + law.map(\.what.source), in: context)
      ])
  }
}
