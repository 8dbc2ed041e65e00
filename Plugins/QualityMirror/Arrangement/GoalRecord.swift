import WorkbenchKit

/// What came of a goal.
enum Reached: String, CaseIterable, FieldValue, Sendable {
  case yes = "ja"
  case partly = "deels"
  case no = "nee"
  case unknown = "onbekend"

  /// The place of each among the counts.
  var kind: Int {
    switch self {
    case .yes: 0
    case .partly: 1
    case .no: 2
    case .unknown: 3
    }
  }

  /// As it may be written.
  static let words = [
    ["ja", "yes", "gehaald"], ["deels", "partly", "gedeeltelijk"], ["nee", "no", "niet"],
    ["onbekend", "unknown", "weet-niet", "?"],
  ]
}

/// One goal of one client: a pseudonym, where it belongs and what came of it. No name, no day and no story.
struct GoalRecord: Sendable, Hashable, FieldItem {
  /// What tells one goal from another.
  struct Key: Hashable {
    let code: String
    let provider: String
    let domain: String
    let goal: String
    let period: String?
  }

  let key: Key
  /// How much was thought necessary, 1 to 5 on a scale of ours; nil where that is not known.
  let needed: Int?
  let reached: Reached
  /// The id of a reason; nil for a goal that was reached.
  let why: String?
  /// Which life domain had to come first, where that was the reason.
  let first: String?
  let persona: String?
  private var rest: [String: JSON] = [:]

  init(key: Key, needed: Int?, reached: Reached, why: String?, first: String?, persona: String?) {
    (self.key, self.needed, self.reached) = (key, needed, reached)
    (self.why, self.first, self.persona) = (why, first, persona)
  }

  init(_ fields: Fields) throws {
    key = Key(
      code: try fields.name("code"), provider: try fields.name("provider"), domain: try fields.name("domain"),
      goal: try fields.name("goal"), period: try fields["period"])
    needed = try fields.number("needed", in: 1...5)
    reached = try fields["reached"]
    why = try fields["why"]
    first = try fields["first"]
    persona = try fields["persona"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "code": .string(key.code), "provider": .string(key.provider), "domain": .string(key.domain),
        "goal": .string(key.goal), "period": key.period.map(JSON.string),
        "needed": needed.map { .number(Double($0)) }, "reached": .string(reached.rawValue),
        "why": why.map(JSON.string), "first": first.map(JSON.string), "persona": persona.map(JSON.string),
      ], rest: rest)
  }
}

/// A reason that a circle added.
struct OwnReason: FieldItem, Sendable {
  let id: String
  let text: String
  private var rest: [String: JSON] = [:]

  init(id: String, text: String) { (self.id, self.text) = (id, text) }

  init(_ fields: Fields) throws {
    id = try fields.name("id")
    text = try fields.name("text")
    rest = fields.rest
  }

  var json: JSON { .members(["id": .string(id), "text": .string(text)], rest: rest) }
  var term: KnowledgeTerm { KnowledgeTerm(id: id, label: .verbatim(text), source: nil) }
}

/// All goals of the workspace, and the reasons that the circle added.
struct GoalList: FieldItem {
  @ReadItems var records: [GoalRecord] = []
  @ReadItems var reasons: [OwnReason] = []
  private var rest: [String: JSON] = [:]

  init() {}

  init(_ fields: Fields) throws {
    _records = try fields.items("records")
    _reasons = try fields.items("reasons")
    rest = fields.rest
  }

  var json: JSON { .members(["records": _records.json(\.json), "reasons": _reasons.json(\.json)], rest: rest) }
  var unread: [Notice] {
    [
      Notice.unread(_records, Text(nl: "doelen", en: "goals")),
      Notice.unread(_reasons, Text(nl: "redenen", en: "reasons")),
    ].compactMap { $0 }
  }
}

extension WorkspaceHandle {
  /// - Throws: `document.damaged`.
  var goals: GoalList {
    get throws {
      let list = try document("arrangement", as: GoalList.self) ?? GoalList()
      for notice in list.unread { note(notice) }
      return list
    }
  }

  func store(_ list: GoalList) { setDocument("arrangement", to: list.json) }
}

extension Context {
  /// The reasons that can be given: ours, and those of the circle.
  ///
  /// - Throws: `knowledge.damaged`.
  func reasons(beside own: [OwnReason]) throws -> [KnowledgeTerm] { try givenReasons + own.map(\.term) }
}
