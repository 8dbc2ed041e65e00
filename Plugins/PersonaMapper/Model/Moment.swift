import WorkbenchKit

/// A moment in life at which needs change, or at which somebody can step in before they do.
struct Moment: Sendable, Hashable, NamedItem, FieldItem {
  /// Where it comes from.
  enum Origin: String, Sendable, CaseIterable, FieldValue {
    /// The source gives it in full.
    case given
    /// The source names it as an example.
    case example
    /// The source puts it as a question.
    case question
    /// The group's own.
    case own

    var label: Text {
      switch self {
      case .given: Text(nl: "voluit in de bron", en: "in full in the source")
      case .example: Text(nl: "voorbeeld in de bron", en: "example in the source")
      case .question: Text(nl: "vraag in de bron", en: "question in the source")
      case .own: Text(nl: "van de kring zelf", en: "the circle's own")
      }
    }
  }

  let id: String
  var label: Text
  var origin = Origin.own
  /// The party that takes the moment up.
  var owner: String?
  var source: Citation?
  private var rest: [String: JSON] = [:]

  init(id: String, label: Text) {
    self.id = id
    self.label = label
  }

  init(_ fields: Fields) throws {
    let id = try fields.name("id")
    self.init(id: id, label: try fields["label"] ?? .verbatim(id))
    origin = try fields["kind"] ?? .own
    owner = try fields["owner"]
    source = try fields["source"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(id), "label": label.json, "kind": .string(origin.rawValue), "owner": owner.map(JSON.string),
        "source": source?.json,
      ], rest: rest)
  }
}

/// What a persona thinks at a moment, and how to respond.
struct MomentCell: Sendable, Hashable, FieldItem {
  /// How sure the group is of it.
  enum Status: String, Sendable, CaseIterable, FieldValue, ArgumentChoice {
    case assumed, checked

    static let usual = Status.assumed
    var about: Text? { label }
    var label: Text {
      self == .assumed ? Text(nl: "aangenomen", en: "assumed") : Text(nl: "nagevraagd", en: "checked")
    }
  }

  let moment: String
  let persona: String
  var thinks: Text?
  var respond: Text?
  var by: String?
  /// 1 (can wait) through 5 (first).
  var priority: Int?
  var status = Status.usual
  private var rest: [String: JSON] = [:]

  init(moment: String, persona: String) {
    self.moment = moment
    self.persona = persona
  }

  init(_ fields: Fields) throws {
    self.init(moment: try fields["moment"], persona: try fields["persona"])
    thinks = try fields["thinks"]
    respond = try fields["respond"]
    by = try fields["by"]
    priority = try fields.number("priority", in: 1...5)
    status = try fields["status"] ?? .usual
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "moment": .string(moment), "persona": .string(persona), "thinks": thinks?.json, "respond": respond?.json,
        "by": by.map(JSON.string), "priority": priority.map { .number(Double($0)) }, "status": .string(status.rawValue),
      ], rest: rest)
  }
}

/// A worked answer of the source for a profile that is none of the named personas.
struct MomentExample: Sendable, Hashable, FieldItem {
  let profile: Text
  let moment: String
  let thinks: Text?
  let respond: Text?
  let source: Citation?
  private let rest: [String: JSON]

  init(_ fields: Fields) throws {
    profile = try fields["profile"]
    moment = try fields["moment"]
    thinks = try fields["thinks"]
    respond = try fields["respond"]
    source = try fields["source"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "profile": profile.json, "moment": .string(moment), "thinks": thinks?.json, "respond": respond?.json,
        "source": source?.json,
      ], rest: rest)
  }
}
