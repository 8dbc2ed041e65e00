import WorkbenchKit

/// The way of a persona through a service: stages, and steps within them.
struct Journey: Sendable, Hashable, Named {
  /// A stretch of the journey under one name.
  struct Stage: Sendable, Hashable, Named {
    let id: String
    var name: Text
    var steps: [JourneyStep] = []

    var label: Text { name }

    init(id: String, name: Text, steps: [JourneyStep] = []) {
      (self.id, self.name, self.steps) = (id, name, steps)
    }

    init?(_ json: JSON) {
      guard let id = json["id"]?.string, !id.isEmpty else { return nil }
      self.init(id: id, name: json.text("name") ?? .verbatim(id), steps: json.items("steps", JourneyStep.init))
    }

    var json: JSON {
      .members(["id": .string(id), "name": name.json, "steps": .array(steps.map(\.json))])
    }
  }

  let id: String
  var title: Text
  /// The id of the persona whose journey it is; nil for anybody's.
  var persona: String?
  var stages: [Stage] = []

  var label: Text { title }
  var steps: [JourneyStep] { stages.flatMap(\.steps) }

  init(id: String, title: Text, persona: String? = nil, stages: [Stage] = []) {
    (self.id, self.title, self.persona, self.stages) = (id, title, persona, stages)
  }

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, !id.isEmpty else { return nil }
    self.init(
      id: id, title: json.text("title") ?? .verbatim(id), persona: json["persona"]?.string,
      stages: json.items("stages", Stage.init))
  }

  var json: JSON {
    .members([
      "id": .string(id), "title": title.json, "persona": .words(persona), "stages": .array(stages.map(\.json)),
    ])
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

  /// The mean feeling of the steps of a stage that have one; nil without any.
  func feeling(of stage: String) -> Double? {
    let feelings = stages.first { $0.id == stage }?.steps.compactMap(\.feeling) ?? []
    return feelings.isEmpty ? nil : Double(feelings.reduce(0, +)) / Double(feelings.count)
  }
}

/// One step of a journey.
struct JourneyStep: Sendable, Hashable, Named {
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

  var label: Text { doing ?? touchpoint ?? .verbatim(id) }

  init(id: String) { self.id = id }

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, !id.isEmpty else { return nil }
    self.init(id: id)
    for (name, path) in Self.texts { self[keyPath: path] = json.text(name) }
    channel = json["channel"]?.string
    actor = json["actor"]?.string
    feeling = json["feeling"]?.int.flatMap { (-2...2).contains($0) ? $0 : nil }
    owner = json["owner"]?.string
    isMomentOfTruth = json["moment_of_truth"]?.bool ?? false
    isPlanned = json["planned"]?.bool ?? true
    isActual = json["actual"]?.bool ?? false
  }

  var json: JSON {
    .members([
      "id": .string(id), "touchpoint": touchpoint?.json, "channel": .words(channel), "actor": .words(actor),
      "doing": doing?.json, "thinking": thinking?.json, "feeling": feeling.map { .number(Double($0)) },
      "expectation": expectation?.json, "pain": pain?.json, "opportunity": opportunity?.json, "owner": .words(owner),
      "moment_of_truth": isMomentOfTruth ? true : nil, "planned": .bool(isPlanned), "actual": .bool(isActual),
    ])
  }
}

/// The ways in which people and services meet, and the words for them.
enum Channel {
  static let known: [Candidate] = [
    Candidate("digital", Text(nl: "digitaal", en: "digital")),
    Candidate("telephone", Text(nl: "telefoon", en: "telephone")),
    Candidate("desk", Text(nl: "loket of balie", en: "desk")), Candidate("home", Text(nl: "aan huis", en: "at home")),
    Candidate("letter", Text(nl: "brief", en: "letter")),
    Candidate("vehicle", Text(nl: "in het voertuig", en: "in the vehicle")),
  ]

  private static let others: [String: String] = [
    "digitaal": "digital", "online": "digital", "website": "digital", "app": "digital", "e-mail": "digital",
    "email": "digital", "web": "digital", "telefoon": "telephone", "telefonisch": "telephone", "phone": "telephone",
    "call": "telephone", "bellen": "telephone", "loket": "desk", "balie": "desk", "thuis": "home", "aan-huis": "home",
    "at-home": "home", "huisbezoek": "home", "brief": "letter", "post": "letter", "voertuig": "vehicle",
    "bus": "vehicle", "taxi": "vehicle",
  ]

  /// The known word for a channel, else the word itself in small letters.
  static func read(_ word: String) -> String {
    let slug = Slug.of(word)
    return others[slug] ?? slug
  }

  static func label(_ channel: String) -> Text {
    known.first { $0.word == channel }?.about ?? .verbatim(channel)
  }

  /// Channels out of a list that was typed, each once.
  static func list(_ words: [String]) -> [String] {
    var found: [String] = []
    for word in words.map(read) where !word.isEmpty && !found.contains(word) { found.append(word) }
    return found
  }
}
