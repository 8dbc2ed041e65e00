import WorkbenchKit

/// What a case measured its contract by.
struct Indicator: NamedItem, FieldItem {
  /// Whose it is.
  enum Owner: String, ArgumentChoice {
    case alphen, brunssum

    static let usual = Owner.alphen
  }

  let id: String
  let names: [String]
  let label: Text
  let set: Owner
  let source: Citation
  /// How it invites gaming, where a source says so.
  let gaming: Statement?

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    set = try fields.word("set")
    source = try fields["source"]
    gaming = try fields["gaming"]
  }
}

extension Context {
  /// The indicators of the knowledge base.
  var indicators: [Indicator] { get throws { try knowledge.items("kpis", in: self) } }
}

extension Vocabulary<Indicator> {
  static var indicator: Vocabulary {
    Vocabulary(
      "kpi", none: Text(nl: "geen indicator", en: "no indicator"),
      wayOut: Text(nl: "'procure kpi' noemt ze alle", en: "'procure kpi' lists them all")
    ) { try $0.indicators }
  }
}
