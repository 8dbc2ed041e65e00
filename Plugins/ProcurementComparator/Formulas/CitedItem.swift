import WorkbenchKit

/// Something that a publication names: a cost item of a real price, or an award formula.
struct CitedItem: NamedItem, FieldItem {
  let id: String
  let label: Text
  let source: Citation

  init(_ fields: Fields) throws {
    id = try fields["id"]
    label = try fields["label"]
    source = try fields["source"]
  }
}

extension Context {
  /// The cost items that the decree names for a real price.
  var costItems: [CitedItem] { get throws { try knowledge.items("floor", list: "items", in: self) } }
}
