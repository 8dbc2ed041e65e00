import WorkbenchKit

/// A learning circle: its roles, meetings, agenda, statements, and what each role said.
struct Circle: Sendable, FieldItem, NamedItem {
  let id: String
  var title: String
  var themes: [String]
  var ownDilemmas: [OwnDilemma]
  /// The dilemmas that the circle took up.
  var taken: [String]
  @ReadItems var roles: [CircleRole] = []
  @ReadItems var meetings: [Meeting] = []
  @ReadItems var items: [AgendaItem] = []
  @ReadItems var statements: [CircleStatement] = []
  /// Dots on the agenda, by role and item.
  var votes: [String: [String: Int]]
  /// Dots on statements, by role and statement.
  var statementVotes: [String: [String: Int]]
  /// How urgent each item is, by item and role.
  var urgency: [String: AnswersByRole]
  /// What roles say to statements, by round, statement and role.
  var rounds: [String: [String: AnswersByRole]]
  /// How ready roles are for a subject, by subject, step and role.
  var readiness: [String: [String: AnswersByRole]]
  /// What roles do with advice, by advice and role.
  var advice: [String: [String: AdviceAnswer]]
  private var rest: [String: JSON] = [:]

  var label: Text { .verbatim(title) }

  init(id: String, title: String) {
    (self.id, self.title) = (id, title)
    (themes, ownDilemmas, taken) = ([], [], [])
    (votes, statementVotes, urgency, rounds, readiness, advice) = ([:], [:], [:], [:], [:], [:])
  }

  init(_ fields: Fields) throws {
    id = try fields.name("id")
    title = try fields["title"]
    themes = try fields.list("themes")
    ownDilemmas = try fields.list("dilemmas")
    taken = try fields.list("taken")
    votes = try fields["votes"] ?? [:]
    statementVotes = try fields["statement_votes"] ?? [:]
    urgency = try fields["urgency"] ?? [:]
    rounds = try fields["answers"] ?? [:]
    readiness = try fields["readiness"] ?? [:]
    advice = try fields["advice"] ?? [:]
    _roles = try fields.items("roles")
    _meetings = try fields.items("meetings")
    _items = try fields.items("items")
    _statements = try fields.items("statements")
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(id), "title": .string(title), "themes": .array(themes.map(JSON.string)),
        "dilemmas": .array(ownDilemmas.map(\.json)), "taken": .array(taken.map(JSON.string)),
        "roles": _roles.json(\.json), "meetings": _meetings.json(\.json), "items": _items.json(\.json),
        "statements": _statements.json(\.json), "votes": Self.json(of: votes),
        "statement_votes": Self.json(of: statementVotes), "urgency": urgency.answersJSON,
        "answers": .object(rounds.mapValues(\.answersJSON)), "readiness": .object(readiness.mapValues(\.answersJSON)),
        "advice": .object(advice.mapValues { .object($0.mapValues { .string($0.rawValue) }) }),
      ], rest: rest)
  }

  private static func json(of dots: [String: [String: Int]]) -> JSON {
    .object(dots.mapValues { .object($0.mapValues { .number(Double($0)) }) })
  }

  /// What of it cannot be read and is kept as it is.
  var unread: [Notice] {
    [
      Notice.unread(_roles, Text(nl: "rollen", en: "roles")),
      Notice.unread(_meetings, Text(nl: "bijeenkomsten", en: "meetings")),
      Notice.unread(_items, Text(nl: "agendapunten", en: "agenda items")),
      Notice.unread(_statements, Text(nl: "stellingen", en: "statements")),
    ].compactMap(\.self)
  }
}

extension Circle {
  /// The meeting that is going on.
  var openMeeting: Meeting? { meetings.first { $0.state == .open } }

  /// Under which an answer to a statement is kept: the day of the meeting that is going on, else `1`.
  var round: String { openMeeting?.date.text ?? "1" }

  /// Returns a role by its name or by another name of it.
  func role(_ name: String) -> CircleRole? {
    roles.first { $0.role == name } ?? roles.first { $0.aliases.contains(name) }
  }

  /// Returns the name under which a role is kept.
  func canonical(_ name: String) -> String { role(name)?.role ?? name }

  /// Whether a role has a vote; one that is not in the list has.
  func hasVote(_ name: String) -> Bool { role(name)?.votes ?? true }

  /// All roles that said something, those of the table first.
  var speakers: [String] {
    var said: Set<String> = Set(votes.keys).union(statementVotes.keys)
    for answers in urgency.values { said.formUnion(answers.keys) }
    for questions in Array(rounds.values) + Array(readiness.values) {
      for answers in questions.values { said.formUnion(answers.keys) }
    }
    for answers in advice.values { said.formUnion(answers.keys) }
    for item in items { said.formUnion(item.contributions.keys) }
    for meeting in meetings { said.formUnion(meeting.present) }
    let table = roles.map(\.role)
    return table + said.subtracting(table).sorted()
  }

  /// Changes a meeting, or puts it in its place among the others.
  mutating func put(_ meeting: Meeting) {
    if let index = meetings.firstIndex(where: { $0.date == meeting.date }) {
      meetings[index] = meeting
    } else {
      meetings.insert(meeting, at: meetings.firstIndex { $0.date > meeting.date } ?? meetings.count)
    }
  }

  /// Gives everything that a role said to another name of it; what that said itself stays.
  mutating func rename(_ old: String, to new: String) {
    func moved<Value>(_ held: [String: Value]) -> [String: Value] {
      var held = held
      if let value = held.removeValue(forKey: old), held[new] == nil { held[new] = value }
      return held
    }
    votes = moved(votes)
    statementVotes = moved(statementVotes)
    urgency = urgency.mapValues(moved)
    rounds = rounds.mapValues { $0.mapValues(moved) }
    readiness = readiness.mapValues { $0.mapValues(moved) }
    advice = advice.mapValues(moved)
    for index in items.indices { items[index].contributions = moved(items[index].contributions) }
    for index in meetings.indices {
      var seen: Set<String> = []
      meetings[index].present = meetings[index].present.map { $0 == old ? new : $0 }.filter { seen.insert($0).inserted }
    }
  }
}
