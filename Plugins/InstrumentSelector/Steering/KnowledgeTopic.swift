import WorkbenchKit

/// A subject on which the sources say something, item by item.
struct KnowledgeTopic: NamedItem {
  let id: String
  /// Where its items stand in the knowledge base.
  let file: String
  let list: String
  let label: Text
  /// Legal items that belong beside it.
  var law: [String] = []

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
      id: "policies", file: "steering", list: "policies",
      label: Text(nl: "welk beleid naar welk model neigt", en: "which policy leans to which model")),
    KnowledgeTopic(
      id: "interventions", file: "scans", list: "vbpm",
      label: Text(nl: "elf interventies bij een complexe opgave", en: "eleven interventions in a complex task")),
    KnowledgeTopic(
      id: "maturity", file: "steering", list: "maturity",
      label: Text(nl: "wat een project volwassen maakt", en: "what makes a project mature")),
    KnowledgeTopic(
      id: "process", file: "scans", list: "process",
      label: Text(nl: "negen elementen van procesmanagement", en: "nine elements of process management")),
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
      id: "cz", file: "cooperation", list: "cz",
      label: Text(nl: "hoe CZ naar samenwerken kijkt", en: "how CZ looks at working together")),
    KnowledgeTopic(
      id: "zilveren-kruis", file: "cooperation", list: "zilveren_kruis",
      label: Text(nl: "hoe Zilveren Kruis zorg inkoopt", en: "how Zilveren Kruis buys care")),
    KnowledgeTopic(
      id: "triple-aim", file: "cooperation", list: "triple_aim",
      label: Text(nl: "de drie doelen van Triple Aim", en: "the three aims of Triple Aim")),
    KnowledgeTopic(
      id: "interests", file: "cooperation", list: "interests",
      label: Text(nl: "belangen van verzekeraar en gemeente", en: "interests of insurer and municipality")),
    KnowledgeTopic(
      id: "hooks", file: "cooperation", list: "hooks",
      label: Text(nl: "aanknopingspunten in de wet", en: "hooks in the law"), law: ["wmo-2015", "zvw-afstemming"]),
    KnowledgeTopic(
      id: "spillovers", file: "cooperation", list: "spillovers",
      label: Text(nl: "waar het ene domein op het andere overloopt", en: "where one domain spills over into another")),
    KnowledgeTopic(
      id: "laws", file: "cooperation", list: "laws",
      label: Text(nl: "welke wet welke hulp betaalt", en: "which law pays for which support"), law: ["wlz-ggz"]),
    KnowledgeTopic(
      id: "corporations", file: "cooperation", list: "corporation_tasks",
      label: Text(nl: "taken van corporaties", en: "tasks of housing corporations")),
    KnowledgeTopic(
      id: "property", file: "cooperation", list: "property_roles",
      label: Text(nl: "rollen voor gemeentelijk vastgoed", en: "roles for municipal property")),
    law,
  ]

  /// The law itself, which is no list of sayings.
  static let law = KnowledgeTopic(
    id: "law", file: "law", list: "law",
    label: Text(nl: "de wet zoals zij nu is, naast de bronnen", en: "the law as it stands now, beside the sources"))

  func items(in context: Context) throws -> [Item] {
    guard file == "scans" else { return try context.knowledge.items(file, list: list, in: context) }
    return try context.scans.first { $0.id == list }?.items.map(Item.init) ?? []
  }

  /// An item, with what it has beside its label: what it is, its marks, its values, its variants.
  struct Item: FieldItem {
    private struct Value: FieldItem {
      let label: Text
      init(_ fields: Fields) throws { label = try fields["label"] }
    }

    let term: Term
    /// In brief; nil where there is no more than the label.
    let more: Text?

    /// An item of a scan.
    init(_ term: Term) {
      self.term = term
      more = term.what?.shown
    }

    init(_ fields: Fields) throws {
      term = try Term(fields)
      let marks: Text? = try fields["marks"]
      let values = try fields.list("values", of: Value.self).map(\.label)
      let variants = try fields.list("variants", of: Ambition.Variant.self).map(\.text)
      more =
        term.what?.shown ?? marks
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
