import WorkbenchKit

/// A region for protected living and shelter: one of the 46 of the source, or one that the circle made.
struct Region: NamedItem, FieldItem, Hashable {
  /// The name of its centre, or what the circle called it.
  let id: String
  let names: [String]
  let label: Text
  /// Nil where the circle named none.
  let centre: String?
  /// As the source lists them, of 2017; of a region of the circle as they were typed.
  let municipalities: [String]
  /// How some are spelled in the source, by their names.
  let printed: [String: String]
  let remark: Statement?
  /// Nil for a region of the circle.
  let source: Citation?

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    centre = try fields["centre"]
    municipalities = try fields.list("municipalities")
    printed = try fields["printed"] ?? [:]
    remark = try fields["remark"]
    source = try fields["source"]
  }

  /// A region that the circle made.
  init(own id: String, _ municipalities: [String]) {
    (self.id, names, label, centre) = (id, [], .verbatim(id), nil)
    (self.municipalities, printed, remark, source) = (municipalities, [:], nil, nil)
  }

  var isOwn: Bool { source == nil }

  /// The municipalities that share a name with another in the list of regions.
  func holds(_ municipality: String) -> Bool {
    let key = PlaceName(municipality).key
    return municipalities.contains { PlaceName($0).key == key }
  }
}

extension Context {
  /// The 46 of the source.
  var shippedRegions: [Region] { get throws { try knowledge.items("regions", in: self) } }
}
