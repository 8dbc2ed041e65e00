import WorkbenchKit

/// What roles answered: the piece `answers` of the document.
///
/// `{CASE: {ROLE: {answers: {QUESTION: VALUE}, asked: [QUESTION], skipped: [QUESTION], weights: {CRITERION: N}}}}`.
struct CircleAnswers {
  /// The case and the role where none is named.
  static let usual = "-"

  struct Sheet: FieldItem, KeepsUnread, Sendable, Hashable {
    private var given = ReadMembers<Answer>()
    /// Questions in the order in which they were answered or skipped, for `back`.
    var asked: [String] = []
    var skipped: [String] = []
    private var weighed = ReadMembers<Double>()
    private var rest: [String: JSON] = [:]

    init() {}

    init(_ fields: Fields) throws {
      given = try fields["answers"] ?? given
      asked = try fields.list("asked")
      skipped = try fields.list("skipped")
      weighed = try fields["weights"] ?? weighed
      rest = fields.rest
    }

    var answers: Answers {
      get { Answers(given.members) }
      set { given.members = newValue.all }
    }

    /// How much each criterion counts, where the role said so.
    var weights: [String: Double] {
      get { weighed.members }
      set { weighed.members = newValue }
    }

    var unread: [UnreadItem] { given.unread + weighed.unread }

    func json() throws -> JSON {
      .members(
        [
          "asked": .array(asked.map(JSON.string)), "skipped": .array(skipped.map(JSON.string)),
          "weights": try weighed.json(JSON.number),
        ], rest: rest.merging(["answers": try given.json(\.json)]) { $1 })
    }
  }

  private static let piece = "answers"
  private var cases: ReadMembers<ReadMembers<Sheet>>

  init(_ workspace: WorkspaceHandle) throws { cases = try workspace.members(Self.piece) }

  subscript(name: String, role: String) -> Sheet {
    get { cases[name]?[role] ?? Sheet() }
    set {
      var roles = cases[name] ?? ReadMembers()
      roles[role] = newValue == Sheet() ? nil : newValue
      cases[name] = roles == ReadMembers() ? nil : roles
    }
  }

  var names: [String] { cases.members.keys.sorted() }

  /// Everybody who spoke on any case.
  var roles: Set<String> { Set(cases.members.values.flatMap(\.members.keys)) }

  /// The roles that spoke on a case, in order, each with what it said.
  func roles(_ name: String) -> [(role: String, sheet: Sheet)] {
    (cases[name]?.members ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  func store(in workspace: WorkspaceHandle) throws {
    workspace.setMembers(Self.piece, to: try cases.json { try $0.json { try $0.json() } })
  }

  /// Names what of it could not be read.
  var remarks: [Block] {
    Notice.unread(cases, Text(nl: "antwoorden", en: "answers")).map { [.notice($0)] } ?? []
  }
}
