import WorkbenchKit

/// Something that bears on living on one's own with care, and the figures that tell of it.
struct SheetAspect: FieldItem, Sendable {
  let id: String
  let label: Text
  /// Indicators of RIVM by their stems, the one that says most first.
  let stems: [String]
  /// A measure of CBS; nil for none.
  let measure: String?
  let source: Citation

  init(_ fields: Fields) throws {
    id = try fields["id"]
    label = try fields["label"]
    stems = try fields.list("stems")
    measure = try fields["measure"]
    source = try fields["source"]
  }
}
