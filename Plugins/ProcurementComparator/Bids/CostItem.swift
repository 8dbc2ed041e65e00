import WorkbenchKit

/// A cost item that the decree names for a real price.
struct CostItem: NamedItem, FieldItem {
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
  /// The cost items of a real price.
  var costItems: [CostItem] { get throws { try knowledge.items("floor", list: "items", in: self) } }
}
