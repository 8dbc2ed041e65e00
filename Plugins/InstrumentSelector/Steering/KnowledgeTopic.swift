import WorkbenchKit

/// A subject on which the sources say something, item by item.
struct KnowledgeTopic: NamedItem {
  let id: String
  /// Where its items stand in the knowledge base.
  let file: String
  let list: String
  let label: Text

  static let all: [KnowledgeTopic] = [
    KnowledgeTopic(
      id: "styles", file: "steering", list: "styles", label: Text(nl: "de vier regiestijlen", en: "the four styles")),
    KnowledgeTopic(
      id: "tasks", file: "steering", list: "tasks",
      label: Text(nl: "vijf taken van de regisseur", en: "five tasks of who takes the lead")),
    KnowledgeTopic(
      id: "questions", file: "steering", list: "questions",
      label: Text(nl: "drie vragen vooraf", en: "three questions beforehand")),
    KnowledgeTopic(
      id: "ambitions", file: "steering", list: "ambitions",
      label: Text(nl: "drie ambities met voorbeelden", en: "three ambitions with examples")),
    KnowledgeTopic(
      id: "models", file: "steering", list: "models",
      label: Text(nl: "drie sturingsmodellen", en: "three models of steering")),
    KnowledgeTopic(
      id: "policy-cycle", file: "calendar", list: "phases",
      label: Text(nl: "de beleidscyclus van de Wmo", en: "the policy cycle of the Wmo")),
    KnowledgeTopic(
      id: "insurers", file: "cooperation", list: "insurer_ways",
      label: Text(nl: "drie manieren van CZ om samen te werken", en: "three ways of CZ to work together")),
    KnowledgeTopic(
      id: "tips", file: "cooperation", list: "tips",
      label: Text(nl: "tips voor het gesprek met de verzekeraar", en: "tips for talks with the insurer")),
    KnowledgeTopic(
      id: "interests", file: "cooperation", list: "interests",
      label: Text(nl: "belangen van verzekeraar en gemeente", en: "interests of insurer and municipality")),
    KnowledgeTopic(
      id: "hooks", file: "cooperation", list: "hooks", label: Text(nl: "haakjes in de wet", en: "hooks in the law")),
    KnowledgeTopic(
      id: "spillovers", file: "cooperation", list: "spillovers",
      label: Text(nl: "waar het ene domein op het andere overloopt", en: "where one domain spills over into another")),
    KnowledgeTopic(
      id: "laws", file: "cooperation", list: "laws",
      label: Text(nl: "welke wet welke hulp betaalt", en: "which law pays for which support")),
    KnowledgeTopic(
      id: "corporations", file: "cooperation", list: "corporation_tasks",
      label: Text(nl: "taken van corporaties", en: "tasks of housing corporations")),
    KnowledgeTopic(
      id: "property", file: "cooperation", list: "property_roles",
      label: Text(nl: "rollen voor gemeentelijk vastgoed", en: "roles for municipal property")),
  ]

  func items(in context: Context) throws -> [Item] { try context.knowledge.items(file, list: list, in: context) }

  /// An item, with what it has beside its label: what it is, its marks, its values, its variants.
  struct Item: FieldItem {
    private struct Value: FieldItem {
      let label: Text
      init(_ fields: Fields) throws { label = try fields["label"] }
    }

    let term: Term
    /// In brief; nil where there is no more than the label.
    let more: Text?

    init(_ fields: Fields) throws {
      term = try Term(fields)
      let what: Statement? = try fields["what"]
      let values = try fields.list("values", of: Value.self).map(\.label)
      let variants = try fields.list("variants", of: Ambition.Variant.self).map(\.text)
      more =
        what?.shown
        ?? (!values.isEmpty ? .joined(values) : !variants.isEmpty ? .joined(variants, by: "; ") : nil)
    }
  }
}

extension Vocabulary<KnowledgeTopic> {
  static var topic: Vocabulary {
    Vocabulary(
      "topic", none: Text(nl: "geen onderwerp", en: "no topic"),
      wayOut: Text(nl: "'steer knowledge' noemt ze alle", en: "'steer knowledge' lists them all")
    ) { _ in KnowledgeTopic.all }
  }
}
