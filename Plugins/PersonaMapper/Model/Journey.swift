import WorkbenchKit

/// The way of a persona through a service: stages, and steps within them.
struct Journey: Sendable, Hashable, NamedItem, FieldItem {
  /// A stretch of the journey under one name; a journey that goes back to a stage has a stretch of it again.
  struct Stage: Sendable, Hashable, NamedItem, FieldItem {
    let id: String
    var name: Text
    /// The id that a file gave it, where ours is another.
    var code: String?
    @ReadItems var steps: [JourneyStep] = []
    private var rest: [String: JSON] = [:]

    var label: Text { name }

    init(id: String, name: Text, code: String? = nil, steps: [JourneyStep] = []) {
      (self.id, self.name, self.code) = (id, name, code == id ? nil : code)
      self.steps = steps
    }

    init(_ fields: Fields) throws {
      let id = try fields.name("id")
      self.init(id: id, name: try fields["name"] ?? .verbatim(id))
      code = try fields["code"]
      _steps = try fields.items("steps")
      rest = fields.rest
    }

    var json: JSON {
      .members(
        ["id": .string(id), "name": name.json, "code": code.map(JSON.string), "steps": _steps.json(\.json)], rest: rest)
    }

    /// Whether nothing would be lost without it.
    var isBare: Bool { steps.isEmpty && $steps.unread.isEmpty && rest.isEmpty }

    /// Its steps that could not be read.
    func unread(at path: [String]) -> UnreadItems? {
      UnreadItems(
        _steps, Text(nl: "stappen in de fase '\(id)'", en: "steps in the stage '\(id)'"), at: path + [id, "steps"])
    }
  }

  let id: String
  var title: Text
  /// The id of the persona whose journey it is; nil for anybody's.
  var persona: String?
  /// Its stretches, in the order in which they are gone through.
  @ReadItems var stages: [Stage] = []
  /// Ids that a file gave to the journey and to who takes part in it.
  var codes = JourneyCodes()
  private var rest: [String: JSON] = [:]

  var label: Text { title }
  var steps: [JourneyStep] { stages.flatMap(\.steps) }

  init(id: String, title: Text, persona: String? = nil) {
    (self.id, self.title, self.persona) = (id, title, persona)
  }

  init(_ fields: Fields) throws {
    let id = try fields.name("id")
    self.init(id: id, title: try fields["title"] ?? .verbatim(id), persona: try fields["persona"])
    _stages = try fields.items("stages")
    codes = try fields["codes"] ?? JourneyCodes()
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(id), "title": title.json, "persona": persona.map(JSON.string), "stages": _stages.json(\.json),
        "codes": codes.json,
      ], rest: rest)
  }

  /// Its stages and steps that could not be read.
  func unread(at path: [String]) -> [UnreadItems] {
    let path = path + [id, "stages"]
    let own = UnreadItems(
      _stages, Text(nl: "fasen van de reis '\(id)'", en: "stages of the journey '\(id)'"), at: path)
    return [own].compactMap { $0 } + stages.compactMap { $0.unread(at: path) }
  }

  /// `s1`, `s2`, …: the first that is free for a step.
  var freeStepID: String {
    let taken = Set(steps.map(\.id) + stages.flatMap { $0.$steps.unread.map(\.name) })
    var number = taken.count + 1
    while taken.contains("s\(number)") { number += 1 }
    return "s\(number)"
  }
}
