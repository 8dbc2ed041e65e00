import WorkbenchKit

/// `steer knowledge [TOPIC]`: what the sources say of steering and working together.
struct SteerKnowledgeCommand: UntypedCommand {
  let library: Library

  private struct Topic: Named {
    let id: String
    let file: String
    let key: String
    let label: Text
    var names: [String] { [] }
  }

  private static let topics: [Topic] = [
    Topic(
      id: "styles", file: "steering", key: "styles", label: Text(nl: "de vier regiestijlen", en: "the four styles")),
    Topic(
      id: "tasks", file: "steering", key: "tasks",
      label: Text(nl: "vijf taken van de regisseur", en: "five tasks of who takes the lead")),
    Topic(
      id: "questions", file: "steering", key: "questions",
      label: Text(nl: "drie vragen vooraf", en: "three questions beforehand")),
    Topic(
      id: "ambitions", file: "steering", key: "ambitions",
      label: Text(nl: "drie ambities met voorbeelden", en: "three ambitions with examples")),
    Topic(
      id: "models", file: "steering", key: "models",
      label: Text(nl: "drie sturingsmodellen", en: "three models of steering")),
    Topic(
      id: "policy-cycle", file: "calendar", key: "phases",
      label: Text(nl: "de beleidscyclus van de Wmo", en: "the policy cycle of the Wmo")),
    Topic(
      id: "insurers", file: "cooperation", key: "insurer_ways",
      label: Text(nl: "drie manieren van CZ om samen te werken", en: "three ways of CZ to work together")),
    Topic(
      id: "tips", file: "cooperation", key: "tips",
      label: Text(nl: "tips voor het gesprek met de verzekeraar", en: "tips for talks with the insurer")),
    Topic(
      id: "interests", file: "cooperation", key: "interests",
      label: Text(nl: "belangen van verzekeraar en gemeente", en: "interests of insurer and municipality")),
    Topic(id: "hooks", file: "cooperation", key: "hooks", label: Text(nl: "haakjes in de wet", en: "hooks in the law")),
    Topic(
      id: "spillovers", file: "cooperation", key: "spillovers",
      label: Text(nl: "waar het ene domein op het andere overloopt", en: "where one domain spills over into another")),
    Topic(
      id: "laws", file: "cooperation", key: "laws",
      label: Text(nl: "welke wet welke hulp betaalt", en: "which law pays for which support")),
    Topic(
      id: "corporations", file: "cooperation", key: "corporation_tasks",
      label: Text(nl: "taken van corporaties", en: "tasks of housing corporations")),
    Topic(
      id: "property", file: "cooperation", key: "property_roles",
      label: Text(nl: "rollen voor gemeentelijk vastgoed", en: "roles for municipal property")),
  ]

  var signature: Signature {
    Signature(
      "steer knowledge", aliases: ["steer kennis"],
      summary: Text(
        nl: "toon wat de bronnen zeggen over sturen en samenwerken",
        en: "show what the sources say of steering and working together"),
      parameters: [
        .argument(
          "topic", required: false, about: Text(nl: "styles, models, insurers, …", en: "styles, models, insurers, …"),
          candidates: { _ in Self.topics.map { Candidate($0.id, $0.label) } })
      ],
      examples: [
        .init("steer knowledge", Text(nl: "de onderwerpen", en: "the topics")),
        .init("steer knowledge insurers", Text(nl: "samenwerken met de verzekeraar", en: "working with the insurer")),
        .init(
          "steer knowledge weer", Text(nl: "een onderwerp dat er niet is", en: "a topic that is not there"),
          failsWith: "topic.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    guard let word = call.text("topic") else {
      return Output(
        Table(
          title: Text(nl: "Onderwerpen", en: "Topics"),
          columns: [
            .texts("topic", Self.topics.map(\.id), label: Text(nl: "onderwerp", en: "topic")),
            .texts("label", Self.topics.map { $0.label(context.language) }, label: Text(nl: "waarover", en: "about")),
          ]))
    }
    let topic = try Kind.topic.one(word, among: Self.topics, at: call.place(of: "topic"))
    let raw = try library.file(topic.file, context)[topic.key]?.array ?? []
    let items = raw.compactMap(Item.init)
    let language = context.language
    var columns: [Column] = [
      .texts("item", items.map(\.id), label: Text(nl: "punt", en: "item")),
      .texts("label", items.map { $0.label(language) }, label: Text(nl: "wat", en: "what")),
    ]
    if items.contains(where: { $0.group != nil }) {
      columns.append(.texts("group", items.map(\.group), label: Text(nl: "van", en: "of")))
    }
    let more = raw.map { Self.more($0, language) }
    if more.contains(where: { $0 != nil }) {
      columns.append(.texts("more", more, label: Text(nl: "in het kort", en: "in brief")))
    }
    columns.append(
      .texts("source", items.map { $0.source?.shown(language) }, label: Text(nl: "bron", en: "source")).asDetail())
    return Output([
      .table(Table(title: topic.label, columns: columns)), try library.sources(items.map(\.source), context),
    ])
  }

  /// What an item has beside its label: what it is, its marks, its values, its variants.
  private static func more(_ json: JSON, _ language: Language) -> String? {
    if let what = json["what"].flatMap(Statement.init) { return what.shown(language) }
    let values = (json["values"]?.array ?? []).compactMap { $0["label"].flatMap(Text.init(json:))?(language) }
    if !values.isEmpty { return values.joined(separator: ", ") }
    let variants = (json["variants"]?.array ?? []).compactMap { $0["text"].flatMap(Text.init(json:))?(language) }
    return variants.isEmpty ? nil : variants.joined(separator: "; ")
  }
}
