import WorkbenchKit

/// A law out of which a party pays.
struct Law: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  let source: Citation?

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    source = try fields["source"]
  }
}

/// What the sources say against a kind of claim: told beside a link whose words are of that kind.
struct ClaimLimit: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  let says: Statement
  /// Of each list at least one word has to be in the words of the link's two ends together.
  let words: [[String]]

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    says = try fields["what"]
    words = try fields.list("words")
  }

  /// Whether a claim in these words is of the kind.
  func limits(_ claim: String) -> Bool {
    let claim = claim.lowercased()
    return words.allSatisfy { $0.contains { claim.contains($0) } }
  }
}

extension Context {
  var laws: [Law] { get throws { try knowledge.items("laws", list: "laws", in: self) } }
  var limits: [ClaimLimit] { get throws { try knowledge.items("limits", in: self) } }
}

extension Vocabulary<Law> {
  static var law: Vocabulary {
    Vocabulary(
      "law", none: Text(nl: "geen wet", en: "no law"),
      wayOut: Text(
        nl: "kies wmo, zvw, wlz, jeugdwet, participatiewet, woningwet of eigen (uit eigen middelen)",
        en: "choose wmo, zvw, wlz, jeugdwet, participatiewet, woningwet or eigen (own means)")
    ) { try $0.laws }
  }
}
