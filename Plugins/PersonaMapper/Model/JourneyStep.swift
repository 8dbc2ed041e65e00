import WorkbenchKit

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
  /// Whom it is done to or said to, where that is told: a party, or the persona.
  var receiver: String?
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
  /// The id that a file gave it, where ours is another.
  var code: String?
  /// How a file called the channel, where ours is another.
  var channelCode: String?
  private var rest: [String: JSON] = [:]

  var label: Text { doing ?? touchpoint ?? .verbatim(id) }

  init(id: String) { self.id = id }

  /// Takes over how a file calls the channel.
  mutating func take(channel words: String) {
    channel = Channel.read(words)
    channelCode = channel == nil || words == channel ? nil : words
  }

  init(_ fields: Fields) throws {
    self.init(id: try fields.name("id"))
    for (name, path) in Self.texts { self[keyPath: path] = try fields[name] }
    channel = try fields["channel"]
    channelCode = try fields["channel_code"]
    actor = try fields["actor"]
    receiver = try fields["receiver"]
    feeling = try fields.number("feeling", in: -2...2)
    owner = try fields["owner"]
    isMomentOfTruth = try fields["moment_of_truth"] ?? false
    isPlanned = try fields["planned"] ?? true
    isActual = try fields["actual"] ?? false
    code = try fields["code"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(id), "touchpoint": touchpoint?.json, "channel": channel.map(JSON.string),
        "channel_code": channelCode.map(JSON.string), "actor": actor.map(JSON.string),
        "receiver": receiver.map(JSON.string), "doing": doing?.json, "thinking": thinking?.json,
        "feeling": feeling.map { .number(Double($0)) }, "expectation": expectation?.json, "pain": pain?.json,
        "opportunity": opportunity?.json, "owner": owner.map(JSON.string),
        "moment_of_truth": isMomentOfTruth ? true : nil, "planned": .bool(isPlanned), "actual": .bool(isActual),
        "code": code.map(JSON.string),
      ], rest: rest)
  }
}
