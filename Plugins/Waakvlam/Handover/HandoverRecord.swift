import WorkbenchKit

/// One hand-over at a move: a pseudonym, days counted from the move, and what was in order. No day and no name.
struct HandoverRecord: Sendable, Hashable, FieldItem {
  /// A pseudonym.
  let code: String
  let institution: String?
  /// Days from the move to the first support, or to when it was last seen that there was none.
  let days: Int
  /// Whether support came.
  let hasCome: Bool
  /// By item: whether it was in order; what is not known is not in it.
  let items: [String: Bool]
  private var rest: [String: JSON] = [:]

  init(code: String, institution: String?, days: Int, hasCome: Bool, items: [String: Bool]) {
    (self.code, self.institution, self.days, self.hasCome, self.items) = (code, institution, days, hasCome, items)
  }

  init(_ fields: Fields) throws {
    code = try fields.name("code")
    institution = try fields["institution"]
    days = try fields["days"]
    hasCome = try fields["came"]
    items = try fields["items"] ?? [:]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "code": .string(code), "institution": institution.map(JSON.string), "days": .number(Double(days)),
        "came": .bool(hasCome), "items": .object(items.mapValues(JSON.bool)),
      ], rest: rest)
  }
}

/// All hand-overs of the workspace.
struct HandoverList: FieldItem {
  @ReadItems var records: [HandoverRecord] = []
  private var rest: [String: JSON] = [:]

  init() {}

  init(_ fields: Fields) throws {
    _records = try fields.items("records")
    rest = fields.rest
  }

  var json: JSON { .members(["records": _records.json(\.json)], rest: rest) }
  var unread: Notice? { Notice.unread(_records, Text(nl: "overdrachten", en: "hand-overs")) }
}

extension WorkspaceHandle {
  /// - Throws: `document.damaged`.
  var handovers: HandoverList {
    get throws {
      let list = try document("handover", as: HandoverList.self) ?? HandoverList()
      if let unread = list.unread { note(unread) }
      return list
    }
  }

  func store(_ list: HandoverList) { setDocument("handover", to: list.json) }
}
