import WorkbenchKit

/// Something that roles can agree with or not.
struct CircleStatement: Sendable, Hashable, FieldItem, NamedItem {
  /// Where it comes from.
  enum Kind: String, CaseIterable, FieldValue {
    case own, hypothesis, survey

    var label: Text {
      switch self {
      case .own: Text(nl: "van de kring", en: "of the circle")
      case .hypothesis: Text(nl: "hypothese", en: "hypothesis")
      case .survey: Text(nl: "enquête", en: "survey")
      }
    }
  }

  let id: String
  var text: Text
  let kind: Kind
  let source: Citation?
  private var rest: [String: JSON] = [:]

  var label: Text { text }

  init(id: String, text: Text, kind: Kind = .own, source: Citation? = nil) {
    (self.id, self.text, self.kind, self.source) = (id, text, kind, source)
  }

  init(_ fields: Fields) throws {
    id = try fields.name("id")
    text = try fields["text"]
    kind = try fields["kind"] ?? .own
    source = try fields["source"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      ["id": .string(id), "text": text.json, "kind": .string(kind.rawValue), "source": source?.json], rest: rest)
  }
}

/// A dilemma that the circle adds to those of the source.
struct OwnDilemma: Sendable, Hashable, FieldItem {
  let id: String
  let text: String

  init(id: String, text: String) { (self.id, self.text) = (id, text) }

  init(_ fields: Fields) throws {
    id = try fields.name("id")
    text = try fields["text"]
  }

  var json: JSON { ["id": .string(id), "text": .string(text)] }
}
