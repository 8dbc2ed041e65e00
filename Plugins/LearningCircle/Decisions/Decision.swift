import WorkbenchKit

/// Something that the circle decided.
struct Decision: Sendable, Hashable, FieldItem, NamedItem {
  /// What became of it.
  enum State: String, CaseIterable, FieldValue {
    case open
    case done = "gedaan"
    case dropped = "vervallen"
    case replaced = "vervangen"

    var label: Text {
      switch self {
      case .open: Text(nl: "open", en: "open")
      case .done: Text(nl: "gedaan", en: "done")
      case .dropped: Text(nl: "vervallen", en: "dropped")
      case .replaced: Text(nl: "vervangen", en: "replaced")
      }
    }
  }

  let id: String
  let text: String
  let made: CalendarDate
  /// The roles that took it.
  var by: [String]
  /// The role that sees to it.
  var who: String
  let until: CalendarDate?
  let level: String?
  /// The agenda item that it came from.
  let item: String?
  let rests: [RestingResult]
  var state: State
  var closed: CalendarDate?
  var because: String?
  let replaces: String?
  var replacedBy: String?
  private var rest: [String: JSON] = [:]

  var label: Text { .verbatim(text) }

  init(
    id: String, text: String, made: CalendarDate, by: [String], who: String, until: CalendarDate?, level: String?,
    item: String?, rests: [RestingResult], replaces: String? = nil
  ) {
    (self.id, self.text, self.made, self.by, self.who) = (id, text, made, by, who)
    (self.until, self.level, self.item, self.rests, self.replaces) = (until, level, item, rests, replaces)
    state = .open
  }

  init(_ fields: Fields) throws {
    id = try fields.name("id")
    text = try fields["text"]
    made = try fields["made"]
    by = try fields.list("by")
    who = try fields["who"]
    until = try fields["until"]
    level = try fields["level"]
    item = try fields["item"]
    rests = try fields.list("rests_on")
    state = try fields["state"] ?? .open
    closed = try fields["closed"]
    because = try fields["because"]
    replaces = try fields["replaces"]
    replacedBy = try fields["replaced_by"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(id), "text": .string(text), "made": .string(made.text), "by": .array(by.map(JSON.string)),
        "who": .string(who), "until": until.map { .string($0.text) }, "level": level.map(JSON.string),
        "item": item.map(JSON.string), "rests_on": .array(rests.map(\.json)), "state": .string(state.rawValue),
        "closed": closed.map { .string($0.text) }, "because": because.map(JSON.string),
        "replaces": replaces.map(JSON.string), "replaced_by": replacedBy.map(JSON.string),
      ], rest: rest)
  }

  /// Whether it was still open on a day.
  func isOpen(on day: CalendarDate) -> Bool { made <= day && (closed.map { $0 > day } ?? true) }
  /// Whether it was done by a day.
  func isDone(on day: CalendarDate) -> Bool { state == .done && closed.map { $0 <= day } ?? false }
  /// How many days it was open by a day: until it was closed, or until that day.
  func daysOpen(on day: CalendarDate) -> Int { made.days(to: closed.map { min($0, day) } ?? day) }
  /// How many days it was late on a day; nought where it is not open, or has no end.
  func daysOverdue(on day: CalendarDate) -> Int {
    guard isOpen(on: day), let until, until < day else { return 0 }
    return until.days(to: day)
  }
}

/// What a circle decided; the piece `decisions.NAME`.
struct DecisionList: Sendable, FieldItem {
  @ReadItems var decisions: [Decision] = []
  private var rest: [String: JSON] = [:]

  init() {}

  init(_ fields: Fields) throws {
    _decisions = try fields.items("decisions")
    rest = fields.rest
  }

  var json: JSON { .members(["decisions": _decisions.json(\.json)], rest: rest) }

  /// What of it cannot be read and is kept as it is.
  var unread: Notice? { Notice.unread(_decisions, Text(nl: "besluiten", en: "decisions")) }

  /// Those that are late on a day, the latest first.
  func overdue(on day: CalendarDate) -> [Decision] {
    decisions.enumerated().filter { $0.element.daysOverdue(on: day) > 0 }.sorted {
      (-$0.element.daysOverdue(on: day), $0.offset) < (-$1.element.daysOverdue(on: day), $1.offset)
    }.map(\.element)
  }

  /// Gives what a role saw to and took part in to another name of it.
  mutating func rename(_ old: String, to new: String) {
    for index in decisions.indices {
      if decisions[index].who == old { decisions[index].who = new }
      decisions[index].by = decisions[index].by.map { $0 == old ? new : $0 }
    }
  }
}

extension WorkspaceHandle {
  /// What a circle decided.
  ///
  /// - Throws: `document.damaged`.
  func decisions(of circle: Circle) throws -> DecisionList {
    let list = try read("decisions.\(circle.id)") { try DecisionList(field: $0) } ?? DecisionList()
    if let notice = list.unread { note(notice) }
    return list
  }
}

extension Vocabulary<Decision> {
  static var decision: Vocabulary {
    Vocabulary(
      "decision", none: Text(nl: "geen besluit", en: "no decision"),
      wayOut: Text(nl: "'besluit list' noemt ze", en: "'besluit list' lists them")
    ) { try $0.workspace.currentCircle.map($0.workspace.decisions)?.decisions ?? [] }
  }
}
