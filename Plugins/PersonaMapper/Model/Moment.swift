import WorkbenchKit

/// A moment in life at which needs change, or at which somebody can step in before they do.
struct Moment: Sendable, Hashable, Named {
  /// Where it comes from.
  enum Origin: String, Sendable, CaseIterable {
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

  init(id: String, label: Text) {
    self.id = id
    self.label = label
  }

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, !id.isEmpty else { return nil }
    self.init(id: id, label: json.text("label") ?? .verbatim(id))
    origin = json["kind"]?.string.flatMap(Origin.init) ?? .own
    owner = json["owner"]?.string
    source = Citation(json["source"])
  }

  var json: JSON {
    .members([
      "id": .string(id), "label": label.json, "kind": .string(origin.rawValue), "owner": .words(owner),
      "source": source?.json,
    ])
  }
}

/// What a persona thinks at a moment, and how to respond.
struct MomentCell: Sendable, Hashable {
  enum Status: String, Sendable, CaseIterable {
    case assumed, checked

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
  var status = Status.assumed

  init(moment: String, persona: String) {
    self.moment = moment
    self.persona = persona
  }

  init?(_ json: JSON) {
    guard let moment = json["moment"]?.string, let persona = json["persona"]?.string else { return nil }
    self.init(moment: moment, persona: persona)
    thinks = json.text("thinks")
    respond = json.text("respond")
    by = json["by"]?.string
    priority = json["priority"]?.int.flatMap { (1...5).contains($0) ? $0 : nil }
    status = json["status"]?.string.flatMap(Status.init) ?? .assumed
  }

  var json: JSON {
    .members([
      "moment": .string(moment), "persona": .string(persona), "thinks": thinks?.json, "respond": respond?.json,
      "by": .words(by), "priority": priority.map { .number(Double($0)) }, "status": .string(status.rawValue),
    ])
  }
}

/// A worked answer of the source for a profile that is none of the named personas.
struct MomentExample: Sendable, Hashable {
  let profile: Text
  let moment: String
  let thinks: Text?
  let respond: Text?
  let source: Citation?

  init?(_ json: JSON) {
    guard let profile = json.text("profile"), let moment = json["moment"]?.string else { return nil }
    self.profile = profile
    self.moment = moment
    thinks = json.text("thinks")
    respond = json.text("respond")
    source = Citation(json["source"])
  }

  var json: JSON {
    .members([
      "profile": profile.json, "moment": .string(moment), "thinks": thinks?.json, "respond": respond?.json,
      "source": source?.json,
    ])
  }
}
