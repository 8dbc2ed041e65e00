import WorkbenchKit

/// A sheet to begin with: blocks that a source names, and no link or amount that it does not print.
struct Starter: NamedItem, FieldItem {
  /// A party, with the law out of which it pays where the source says so.
  struct Party: FieldItem {
    let id: String
    let law: String?

    init(_ fields: Fields) throws {
      id = try fields["id"]
      law = try fields["law"]
    }
  }

  /// A block.
  struct Block: FieldItem {
    let id: String
    let kind: String
    let label: Text
    /// How many of it the source prints.
    let count: Double?
    let unit: String?
    let source: Citation
    /// What the source itself says against it.
    let contested: Citation?

    init(_ fields: Fields) throws {
      id = try fields["id"]
      kind = try fields["kind"]
      label = try fields["label"]
      count = try fields["count"]
      unit = try fields["unit"]
      source = try fields["source"]
      contested = try fields["contested"]
    }
  }

  /// Who invests; the amount only where it is printed.
  struct Investment: FieldItem {
    let activity: String
    let party: String
    let amount: Double?
    let source: Citation

    init(_ fields: Fields) throws {
      activity = try fields["activity"]
      party = try fields["party"]
      amount = try fields["amount"]
      source = try fields["source"]
    }
  }

  let id: String
  let names: [String]
  let label: Text
  let years: Int
  let parties: [Party]
  let blocks: [Block]
  let investments: [Investment]
  let remarks: [Statement]

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    years = try fields["years"]
    parties = try fields.list("parties")
    blocks = try fields.list("blocks")
    investments = try fields.list("investments")
    remarks = try fields.list("remarks")
  }

  /// All that it cites.
  var citations: [Citation?] {
    blocks.flatMap { [$0.source, $0.contested] } + investments.map(\.source) + remarks.map(\.source)
  }
}

extension Context {
  var starters: [Starter] { get throws { try knowledge.items("starters", in: self) } }
}

extension Vocabulary<Starter> {
  static var starter: Vocabulary {
    Vocabulary(
      "starter", none: Text(nl: "geen startblad", en: "no starter sheet"),
      wayOut: Text(
        nl: "kies woonservicegebied, goede-buur of berflo-es", en: "choose woonservicegebied, goede-buur or berflo-es")
    ) { try $0.starters }
  }
}
