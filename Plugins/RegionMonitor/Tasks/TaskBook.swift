import WorkbenchKit

/// What the circle says of tasks: how complex they are, and who wants to work on them. The piece `tasks`.
struct TaskBook: Sendable, FieldItem {
  /// What a role says of a task, by the inputs of the table.
  struct Judgement: Sendable, Hashable, FieldItem {
    var scores: [String: Int] = [:]
    var facts: [String: Bool] = [:]

    init() {}

    init(_ fields: Fields) throws {
      scores = try fields["scores"] ?? [:]
      facts = try fields["facts"] ?? [:]
    }

    var json: JSON {
      .members([
        "scores": .object(scores.mapValues { .number(Double($0)) }), "facts": .object(facts.mapValues(JSON.bool)),
      ])
    }
  }

  /// By task and role.
  var judged: [String: [String: Judgement]] = [:]
  /// By task and region the role that said so.
  var wanted: [String: [String: String]] = [:]
  private var rest: [String: JSON] = [:]

  init() {}

  init(_ fields: Fields) throws {
    judged = try fields["judged"] ?? [:]
    wanted = try fields["wanted"] ?? [:]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "judged": .object(judged.filter { !$0.value.isEmpty }.mapValues { .object($0.mapValues(\.json)) }),
        "wanted": .object(wanted.filter { !$0.value.isEmpty }.mapValues { .object($0.mapValues(JSON.string)) }),
      ], rest: rest)
  }

  var speakers: Set<String> { Set(judged.values.flatMap(\.keys)).union(wanted.values.flatMap(\.values)) }

  /// What the roles say of a task together: of each score the lower median, of each fact what none contradicts.
  func together(on task: String) -> Judgement? {
    guard let said = judged[task], !said.isEmpty else { return nil }
    var all = Judgement()
    for key in Set(said.values.flatMap(\.scores.keys)) {
      let scores = said.values.compactMap { $0.scores[key] }.sorted()
      all.scores[key] = scores[(scores.count - 1) / 2]
    }
    for key in Set(said.values.flatMap(\.facts.keys)) {
      let facts = Set(said.values.compactMap { $0.facts[key] })
      if let fact = facts.first, facts.count == 1 { all.facts[key] = fact }
    }
    return all
  }
}

extension WorkspaceHandle {
  /// What the circle says of tasks; nothing at first.
  ///
  /// - Throws: `document.damaged`.
  var taskBook: TaskBook { get throws { try document("tasks", as: TaskBook.self) ?? TaskBook() } }

  func store(_ book: TaskBook) { setDocument("tasks", to: book.json == .object([:]) ? nil : book.json) }
}
