import WorkbenchKit

/// What public descriptions name of the national WoonZorgwijzer, and what it has to do with the groups here.
struct InstrumentView: Sendable {
  /// What is the same and what is not for each of them: how the instrument estimates.
  let method: Text
  /// What the descriptions do not give.
  let open: Text
  /// Keys of `sources.json` of the whole.
  let sources: [String]
  let traits: [InstrumentTrait]

  init(_ fields: Fields) throws {
    method = try fields["method"]
    open = try fields["open"]
    sources = try fields.list("sources")
    traits = try fields["traits"]
  }
}

/// A condition or a limitation that a description of the instrument names.
struct InstrumentTrait: FieldItem, Sendable {
  enum Kind: String, FieldValue, CaseIterable, Sendable {
    case condition, limitation

    var label: Text {
      switch self {
      case .condition: Text(nl: "aandoening", en: "condition")
      case .limitation: Text(nl: "beperking", en: "limitation")
      }
    }
  }

  let id: String
  let kind: Kind
  let label: Text
  /// The groups with national rates that are near it; empty where none is.
  let groups: [String]
  /// What the two have in common; nil for nothing.
  let same: Text?
  /// Nil where there is no group to differ from.
  let different: Text?
  /// A key of `sources.json`.
  let source: String

  init(_ fields: Fields) throws {
    id = try fields["id"]
    kind = try fields["kind"]
    label = try fields["label"]
    groups = try fields.list("groups")
    same = try fields["same"]
    different = try fields["different"]
    source = try fields["source"]
  }
}
