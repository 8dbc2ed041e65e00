import WorkbenchKit

/// A word with a label, as the knowledge base has many: a domain, a level, a party, an item of a scan.
struct Term: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  let source: Citation?
  /// What it belongs to, where that is said.
  let group: String?
  /// What the source says of it, where there is more than the label.
  let what: Statement?

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    source = try fields["source"]
    group = try fields["group"]
    what = try fields["what"]
  }
}
