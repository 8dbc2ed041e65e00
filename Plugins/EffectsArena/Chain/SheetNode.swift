import WorkbenchKit

/// Something that is done, made, or brought about.
struct SheetNode: Sendable, Hashable, FieldItem, NamedItem {
  enum Kind: String, ArgumentChoice, FieldValue {
    case activity, output, effect

    static let usual = Kind.activity
    var about: Text? { label }

    var label: Text {
      switch self {
      case .activity: Text(nl: "activiteit", en: "activity")
      case .output: Text(nl: "resultaat", en: "output")
      case .effect: Text(nl: "effect", en: "effect")
      }
    }

    /// The column of the picture.
    var column: String {
      switch self {
      case .activity: "activities"
      case .output: "outputs"
      case .effect: "effects"
      }
    }
  }

  let id: String
  var kind: Kind
  var text: Text
  /// How many of it the source prints, and of what.
  var count: Double?
  var unit: String?
  var source: Citation?
  /// What the source itself says against it.
  var contested: Citation?
  /// Where the circle has it from.
  var origin: String?
  private var rest: [String: JSON] = [:]

  var label: Text { text }

  init(_ id: String, _ kind: Kind, _ text: Text) { (self.id, self.kind, self.text) = (id, kind, text) }

  init(_ fields: Fields) throws {
    id = try fields.name("id")
    kind = try fields["kind"]
    text = try fields["text"]
    count = try fields["count"]
    unit = try fields["unit"]
    source = try fields["source"]
    contested = try fields["contested"]
    origin = try fields["origin"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(id), "kind": .string(kind.rawValue), "text": text.json, "count": count.map(JSON.number),
        "unit": unit.map(JSON.string), "source": source?.json, "contested": contested?.json,
        "origin": origin.map(JSON.string),
      ], rest: rest)
  }
}

/// Who pays or collects.
struct SheetParty: Sendable, Hashable, FieldItem, NamedItem {
  let id: String
  /// The law out of which it pays unless something else is said.
  var law: String?
  private var rest: [String: JSON] = [:]

  var label: Text { .verbatim(id) }

  init(_ id: String, law: String?) { (self.id, self.law) = (id, law) }

  init(_ fields: Fields) throws {
    id = try fields.name("id")
    law = try fields["law"]
    rest = fields.rest
  }

  var json: JSON { .members(["id": .string(id), "law": law.map(JSON.string)], rest: rest) }
}
