import WorkbenchKit

/// What roles answered: the piece `answers` of the document.
///
/// `{CASE: {ROLE: {answers: {QUESTION: VALUE}, asked: [QUESTION], skipped: [QUESTION], weights: {CRITERION: N}}}}`.
struct CircleAnswers {
  static let piece = "answers"
  /// The case and the role where none is named.
  static let usual = "-"

  struct Sheet: Sendable, Hashable {
    var answers = Answers()
    /// Questions in the order in which they were answered or skipped, for `back`.
    var asked: [String] = []
    var skipped: [String] = []
    var weights: [String: Double] = [:]
  }

  private var cases: [String: [String: Sheet]] = [:]

  init(_ workspace: WorkspaceHandle) throws {
    for (name, roles) in try workspace.document(Self.piece)?.object ?? [:] {
      for (role, json) in roles.object ?? [:] {
        var sheet = Sheet()
        for (question, value) in json["answers"]?.object ?? [:] { sheet.answers[question] = Answer(value) }
        sheet.asked = (json["asked"]?.array ?? []).compactMap(\.string)
        sheet.skipped = (json["skipped"]?.array ?? []).compactMap(\.string)
        sheet.weights = (json["weights"]?.object ?? [:]).compactMapValues(\.number)
        cases[name, default: [:]][role] = sheet
      }
    }
  }

  subscript(name: String, role: String) -> Sheet {
    get { cases[name]?[role] ?? Sheet() }
    set { cases[name, default: [:]][role] = newValue == Sheet() ? nil : newValue }
  }

  var names: [String] { cases.keys.sorted() }

  /// The roles that spoke on a case, in order, each with what it said.
  func roles(_ name: String) -> [(role: String, sheet: Sheet)] {
    (cases[name] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  func store(in workspace: WorkspaceHandle) {
    let json = cases.filter { !$0.value.isEmpty }.mapValues { roles in
      JSON.object(
        roles.mapValues { sheet in
          var members: [String: JSON] = ["answers": .object(sheet.answers.all.mapValues(\.json))]
          if !sheet.asked.isEmpty { members["asked"] = .array(sheet.asked.map(JSON.string)) }
          if !sheet.skipped.isEmpty { members["skipped"] = .array(sheet.skipped.map(JSON.string)) }
          if !sheet.weights.isEmpty { members["weights"] = .object(sheet.weights.mapValues(JSON.number)) }
          return .object(members)
        })
    }
    workspace.setDocument(Self.piece, to: json.isEmpty ? nil : .object(json))
  }
}
