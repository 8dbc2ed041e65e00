import WorkbenchKit

/// A trait by which cases are compared, with the values that we coded it by.
struct Trait: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  let values: [TraitWord]

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    values = try fields.list("values")
  }

  /// The label with the word that is typed behind it.
  var typed: Text { label + .verbatim(" (\(id))") }

  /// What a person reads of a value; the value itself where a circle brought it.
  func label(of value: String) -> Text { values.first { $0.id == value }?.label ?? .verbatim(value) }
}

/// One value of a trait, or a cause under which lessons stand.
struct TraitWord: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
  }
}

/// How we coded one trait of a case, with where the source says so.
struct CodedTrait: FieldItem {
  let owner: String
  let trait: String
  let value: String
  let sources: [Citation]
  /// How far it holds; nil where it holds without more.
  let note: Text?

  init(_ fields: Fields) throws {
    owner = try fields["case"]
    trait = try fields["trait"]
    value = try fields["value"]
    sources = try fields.list("sources")
    note = try fields["note"]
  }
}
