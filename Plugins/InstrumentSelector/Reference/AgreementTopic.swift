import WorkbenchKit

/// A topic that a source names for the performance agreements; which preconditions and pillars belong to it is our reading.
struct AgreementTopic: NamedItem, FieldItem {
  let id: String
  let label: Text
  /// Preconditions that belong to it by name, and families all other preconditions of which do.
  let preconditions: [String]
  let families: [String]
  /// Pillars of arrangements whose measures belong to it.
  let pillars: [String]
  let source: Citation?

  init(_ fields: Fields) throws {
    id = try fields["id"]
    label = try fields["label"]
    preconditions = try fields.list("preconditions")
    families = try fields.list("families")
    pillars = try fields.list("pillars")
    source = try fields["source"]
  }
}

extension [AgreementTopic] {
  /// Returns the topic of a precondition: that of its name before that of its family.
  func topic(of precondition: String, in family: String) -> AgreementTopic? {
    first { $0.preconditions.contains(precondition) } ?? first { $0.families.contains(family) }
  }
}

extension Context {
  var agreementTopics: [AgreementTopic] {
    get throws { try knowledge.items("instruments", list: "topics", in: self) }
  }
}
