import WorkbenchKit

/// A result that the sources name, with the life domain that we read it under.
struct NamedResult: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  /// The id of a life domain.
  let domain: String
  let source: Citation

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    domain = try fields["domain"]
    source = try fields["source"]
  }
}

extension Context {
  /// The four that the report names.
  var lifeDomains: [KnowledgeTerm] { get throws { try knowledge.items("domains", in: self) } }
  var namedResults: [NamedResult] { get throws { try knowledge.items("results", in: self) } }
  /// Why a goal was not reached: ours, before a circle adds its own.
  var givenReasons: [KnowledgeTerm] { get throws { try knowledge.items("reasons", in: self) } }
}

extension Vocabulary<KnowledgeTerm> {
  static var lifeDomain: Vocabulary {
    Vocabulary(
      "domain", none: Text(nl: "geen leefgebied", en: "no life domain"),
      wayOut: Text(
        nl: "kies inkomen, wonen, zorg of participatie; 'spiegel arrangement goals' noemt ze",
        en: "choose inkomen, wonen, zorg or participatie; 'spiegel arrangement goals' lists them")
    ) { try $0.lifeDomains }
  }

  static var reason: Vocabulary {
    Vocabulary(
      "reason", none: Text(nl: "geen reden", en: "no reason"),
      wayOut: Text(
        nl: "'spiegel reason list' noemt ze, 'spiegel reason add ID TEKST' voegt er een toe",
        en: "'spiegel reason list' lists them, 'spiegel reason add ID TEXT' adds one"))
  }
}
