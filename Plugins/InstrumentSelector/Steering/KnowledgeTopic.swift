import WorkbenchKit

/// A subject on which the sources say something, item by item.
struct KnowledgeTopic: NamedItem {
  /// What stands under a topic.
  enum Kind: Sendable {
    /// A list of a file of the knowledge base.
    case list(String, in: String)
    /// The items of a scan, by its id.
    case scan(String)
    /// The law itself, which is no list of sayings.
    case law
  }

  let id: String
  let kind: Kind
  let label: Text
  /// Legal items that belong beside it.
  var law: [String] = []

  static let all: [KnowledgeTopic] = [
    KnowledgeTopic(
      id: "styles", kind: .list("styles", in: "steering"),
      label: Text(nl: "de vier regiestijlen", en: "the four styles")),
    KnowledgeTopic(
      id: "tasks", kind: .list("tasks", in: "steering"),
      label: Text(nl: "vijf taken van de regisseur", en: "five tasks of who takes the lead")),
    KnowledgeTopic(
      id: "questions", kind: .list("questions", in: "steering"),
      label: Text(nl: "drie vragen vooraf", en: "three questions beforehand")),
    KnowledgeTopic(
      id: "ambitions", kind: .list("ambitions", in: "steering"),
      label: Text(nl: "drie ambities met voorbeelden", en: "three ambitions with examples")),
    KnowledgeTopic(
      id: "models", kind: .list("models", in: "steering"),
      label: Text(nl: "drie sturingsmodellen", en: "three models of steering")),
    KnowledgeTopic(
      id: "policies", kind: .list("policies", in: "steering"),
      label: Text(nl: "welk beleid naar welk model neigt", en: "which policy leans to which model")),
    KnowledgeTopic(
      id: "interventions", kind: .scan("vbpm"),
      label: Text(nl: "elf interventies bij een complexe opgave", en: "eleven interventions in a complex task")),
    KnowledgeTopic(
      id: "maturity", kind: .list("maturity", in: "steering"),
      label: Text(nl: "wat een project volwassen maakt", en: "what makes a project mature")),
    KnowledgeTopic(
      id: "process", kind: .scan("process"),
      label: Text(nl: "negen elementen van procesmanagement", en: "nine elements of process management")),
    KnowledgeTopic(
      id: "policy-cycle", kind: .list("phases", in: "calendar"),
      label: Text(nl: "de beleidscyclus van de Wmo", en: "the policy cycle of the Wmo")),
    KnowledgeTopic(
      id: "insurers", kind: .list("insurer_ways", in: "cooperation"),
      label: Text(nl: "drie manieren van CZ om samen te werken", en: "three ways of CZ to work together")),
    KnowledgeTopic(
      id: "tips", kind: .list("tips", in: "cooperation"),
      label: Text(nl: "tips voor het gesprek met de verzekeraar", en: "tips for talks with the insurer")),
    KnowledgeTopic(
      id: "cz", kind: .list("cz", in: "cooperation"),
      label: Text(nl: "hoe CZ naar samenwerken kijkt", en: "how CZ looks at working together")),
    KnowledgeTopic(
      id: "zilveren-kruis", kind: .list("zilveren_kruis", in: "cooperation"),
      label: Text(nl: "hoe Zilveren Kruis zorg inkoopt", en: "how Zilveren Kruis buys care")),
    KnowledgeTopic(
      id: "triple-aim", kind: .list("triple_aim", in: "cooperation"),
      label: Text(nl: "de drie doelen van Triple Aim", en: "the three aims of Triple Aim")),
    KnowledgeTopic(
      id: "interests", kind: .list("interests", in: "cooperation"),
      label: Text(nl: "belangen van verzekeraar en gemeente", en: "interests of insurer and municipality")),
    KnowledgeTopic(
      id: "hooks", kind: .list("hooks", in: "cooperation"),
      label: Text(nl: "aanknopingspunten in de wet", en: "hooks in the law"), law: ["wmo-2015", "zvw-afstemming"]),
    KnowledgeTopic(
      id: "spillovers", kind: .list("spillovers", in: "cooperation"),
      label: Text(nl: "waar het ene domein op het andere overloopt", en: "where one domain spills over into another")),
    KnowledgeTopic(
      id: "laws", kind: .list("laws", in: "cooperation"),
      label: Text(nl: "welke wet welke hulp betaalt", en: "which law pays for which support"), law: ["wlz-ggz"]),
    KnowledgeTopic(
      id: "corporations", kind: .list("corporation_tasks", in: "cooperation"),
      label: Text(nl: "taken van corporaties", en: "tasks of housing corporations")),
    KnowledgeTopic(
      id: "property", kind: .list("property_roles", in: "cooperation"),
      label: Text(nl: "rollen voor gemeentelijk vastgoed", en: "roles for municipal property")),
    KnowledgeTopic(
      id: "law", kind: .law,
      label: Text(nl: "de wet zoals zij nu is, naast de bronnen", en: "the law as it stands now, beside the sources")),
  ]

  /// What is said, item by item; of the law nothing, which is shown as it is.
  ///
  /// - Throws: `knowledge.damaged`.
  func items(in context: Context) throws -> [Item] {
    switch kind {
    case .list(let list, let file): return try context.knowledge.items(file, list: list, in: context)
    case .scan(let id):
      return try context.knowledge.read("scans", in: context) { file in
        let scans: [Scan] = try file["scans"]
        guard let scan = scans.first(where: { $0.id == id }) else {
          throw FieldProblem(Text(nl: "ontbreekt", en: "is missing"), at: [id])
        }
        return scan.items.map(Item.init)
      }
    case .law: return []
    }
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
      let variants = try fields.list("variants", of: Ambition.Variant.self).map(\.statement.shown)
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
