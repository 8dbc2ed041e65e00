import WorkbenchKit

/// The way of a persona through a service: stages, and steps within them.
struct Journey: Sendable, Hashable, NamedItem, FieldItem {
  /// A stretch of the journey under one name.
  struct Stage: Sendable, Hashable, NamedItem, FieldItem {
    let id: String
    var name: Text
    @ReadItems var steps: [JourneyStep] = []
    private var rest: [String: JSON] = [:]

    var label: Text { name }

    init(id: String, name: Text, steps: [JourneyStep] = []) {
      self.id = id
      self.name = name
      self.steps = steps
    }

    init(_ fields: Fields) throws {
      let id = try fields.name("id")
      self.init(id: id, name: try fields["name"] ?? .verbatim(id))
      _steps = try fields.items("steps")
      rest = fields.rest
    }

    var json: JSON {
      .members(["id": .string(id), "name": name.json, "steps": _steps.json(\.json)], rest: rest)
    }

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
  @ReadItems var stages: [Stage] = []
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
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(id), "title": title.json, "persona": persona.map(JSON.string), "stages": _stages.json(\.json),
      ], rest: rest)
  }

  /// Its stages and steps that could not be read.
  func unread(at path: [String]) -> [UnreadItems] {
    let path = path + [id, "stages"]
    let own = UnreadItems(
      _stages, Text(nl: "fasen van de reis '\(id)'", en: "stages of the journey '\(id)'"), at: path)
    return [own].compactMap { $0 } + stages.compactMap { $0.unread(at: path) }
  }

  /// The steps in order, each with the stage it is in.
  var walk: [(stage: Stage, step: JourneyStep)] { stages.flatMap { stage in stage.steps.map { (stage, $0) } } }

  /// The stage that a step is in, and its place there.
  func place(ofStep id: String) -> (stage: Int, place: Int)? {
    for (stage, steps) in stages.map(\.steps).enumerated() {
      if let place = steps.firstIndex(where: { $0.id == id }) { return (stage, place) }
    }
    return nil
  }

  /// `s1`, `s2`, …: the first that is free for a step.
  var freeStepID: String {
    let taken = Set(steps.map(\.id) + stages.flatMap { $0.$steps.unread.map(\.name) })
    var number = taken.count + 1
    while taken.contains("s\(number)") { number += 1 }
    return "s\(number)"
  }

  /// The mean feeling of the steps of a stage that have one; nil without any.
  func feeling(of stage: String) -> Double? {
    let feelings = stages.first { $0.id == stage }?.steps.compactMap(\.feeling) ?? []
    return feelings.isEmpty ? nil : Double(feelings.reduce(0, +)) / Double(feelings.count)
  }
}

extension [Journey] {
  /// The stages of all, each once, as they first come by.
  var allStages: [Journey.Stage] {
    flatMap(\.stages).reduce(into: []) { found, stage in
      if !found.contains(where: { $0.id == stage.id }) { found.append(stage) }
    }
  }
}

/// One step of a journey.
struct JourneyStep: Sendable, Hashable, NamedItem, FieldItem {
  /// Names of the texts of a step, as they stand in files, with how each is set.
  static let texts: [(name: String, path: WritableKeyPath<JourneyStep, Text?> & Sendable)] = [
    ("touchpoint", \.touchpoint), ("doing", \.doing), ("thinking", \.thinking), ("expectation", \.expectation),
    ("pain", \.pain), ("opportunity", \.opportunity),
  ]

  let id: String
  var touchpoint: Text?
  var channel: String?
  var actor: String?
  var doing: Text?
  var thinking: Text?
  /// -2 (very bad) through 2 (very good).
  var feeling: Int?
  var expectation: Text?
  var pain: Text?
  var opportunity: Text?
  var owner: String?
  var isMomentOfTruth = false
  /// Whether the step was meant to be, and whether it happened.
  var isPlanned = true
  var isActual = false
  private var rest: [String: JSON] = [:]

  var label: Text { doing ?? touchpoint ?? .verbatim(id) }

  init(id: String) { self.id = id }

  init(_ fields: Fields) throws {
    self.init(id: try fields.name("id"))
    for (name, path) in Self.texts { self[keyPath: path] = try fields[name] }
    channel = try fields["channel"]
    actor = try fields["actor"]
    feeling = try fields.number("feeling", in: -2...2)
    owner = try fields["owner"]
    isMomentOfTruth = try fields["moment_of_truth"] ?? false
    isPlanned = try fields["planned"] ?? true
    isActual = try fields["actual"] ?? false
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(id), "touchpoint": touchpoint?.json, "channel": channel.map(JSON.string),
        "actor": actor.map(JSON.string), "doing": doing?.json, "thinking": thinking?.json,
        "feeling": feeling.map { .number(Double($0)) }, "expectation": expectation?.json, "pain": pain?.json,
        "opportunity": opportunity?.json, "owner": owner.map(JSON.string),
        "moment_of_truth": isMomentOfTruth ? true : nil, "planned": .bool(isPlanned), "actual": .bool(isActual),
      ], rest: rest)
  }
}
