import WorkbenchKit

/// `stelling import TABLE`: answers out of a table, one a row.
struct StatementImportCommand: Command {
  struct Arguments: Sendable {
    let table = Argument(
      "table", .table,
      about: Text(
        nl: "kolommen role, statement, value, en zo nodig round",
        en: "columns role, statement, value, and round where needed"))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "stelling import", aliases: ["stelling inlezen"],
    summary: Text(nl: "lees antwoorden uit een tabel", en: "read answers out of a table"),
    details: Text(
      nl:
        "Lang: per rij 'role', 'statement' en 'value' (1 tot 5, weet-niet of leeg). Stellingen, rollen en een kring die er niet zijn worden "
        + "gemaakt, en dat staat erbij. Met 'round' (een dag) komt elk antwoord in zijn ronde.",
      en:
        "Long: in each row 'role', 'statement' and 'value' (1 to 5, weet-niet or empty). Statements, roles and a circle that are not there are "
        + "made, and that is said. With 'round' (a day) each answer goes to its round."),
    changesWorkspace: true,
    next: [FollowUp("stelling agree", Text(nl: "waar men het eens is", en: "where people agree"))],
    examples: [
      .init("stelling import stellingen.csv", Text(nl: "antwoorden van rollen", en: "answers of roles")),
      .init(
        "stelling import aandelen.csv", Text(nl: "zonder die kolommen", en: "without these columns"),
        failsWith: "column.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let taken = try given.table.table(
      in: context, intake: TableIntake(protection: given.guarding.guarding(in: context)))
    let place = given.table.place
    let table = try taken.demandRows(at: place)
    let (roles, statements) = (try table.require("role", at: place), try table.require("statement", at: place))
    let values = try table.require("value", at: place)
    let rounds = table.column("round")
    let existing = try context.workspace.currentCircle ?? context.workspace.circle("kring")
    var circle = existing ?? Circle(id: "kring", title: "Kring")
    // A file may have thousands of rows: what is known is looked up, and what is new is put in once.
    let aliases = Dictionary(
      circle.roles.flatMap { role in ([role.role] + role.aliases).map { ($0, role.role) } },
      uniquingKeysWith: { first, _ in first })
    var knownRoles = Set(circle.roles.map(\.role))
    var knownStatements = Set(circle.statements.map(\.id))
    var made: (statements: [String], roles: [String]) = ([], [])
    var newStatements: [CircleStatement] = []
    let usual = circle.round
    var answers = circle.rounds
    var count = 0
    for row in 0..<table.rowCount {
      try context.checkInterrupt()
      let typed = try Self.within(row, place) { try RoleName.checked(roles[row].plain) }
      let role = aliases[typed] ?? typed
      let name = statements[row].plain
      let id = try Self.within(row, place) { try Slug.demand(name) }
      let round = try Self.within(row, place) {
        try rounds.map { $0[row] }.flatMap { $0.isMissing ? nil : try CalendarDate(typed: $0.plain).text }
      }
      if knownRoles.insert(role).inserted { made.roles.append(role) }
      if knownStatements.insert(id).inserted {
        newStatements.append(CircleStatement(id: id, text: .verbatim(name)))
        made.statements.append(id)
      }
      if values[row].isMissing { continue }
      let answer = try Self.within(row, place) {
        try ScaleAnswer.typed(values[row].plain, of: id, code: "statement.value", at: nil)
      }
      answers[round ?? usual, default: [:]].take(answer, to: id, by: role)
      count += 1
    }
    circle.rounds = answers
    circle.roles += made.roles.map { CircleRole($0) }
    circle.statements += newStatements
    if made.roles.isEmpty { context.workspace.store(circle) } else { context.workspace.storeTable(of: circle) }
    if existing == nil { try context.workspace.use(circle) }
    var facts = Facts()
    facts.add("answers", count, label: Text(nl: "antwoorden", en: "answers"))
    facts.add("roles", Set((0..<table.rowCount).map { roles[$0].plain }).count, label: Text(nl: "rollen", en: "roles"))
    facts.add(
      "statements", Set((0..<table.rowCount).map { statements[$0].plain }).count,
      label: Text(nl: "stellingen", en: "statements"))
    return Output([.facts(facts)] + Self.told(existing == nil, made) + taken.notices.map(Block.notice))
  }

  private static func told(_ isNew: Bool, _ made: (statements: [String], roles: [String])) -> [Block] {
    var blocks: [Block] = []
    if isNew {
      blocks.append(
        .info(nl: "er was nog geen kring: 'kring' is gemaakt", en: "there was no circle yet: 'kring' was made"))
    }
    if !made.roles.isEmpty {
      let listed = Text.list(made.roles, atMost: 9)
      blocks.append(.info(nl: "nieuw aan tafel: \(listed.nl)", en: "new at the table: \(listed.en)"))
    }
    if !made.statements.isEmpty {
      let listed = Text.list(made.statements, atMost: 9)
      blocks.append(.info(nl: "nieuwe stellingen: \(listed.nl)", en: "new statements: \(listed.en)"))
    }
    return blocks
  }

  /// Says of an error in which row it is.
  private static func within<Result>(_ row: Int, _ place: Place?, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch var error as Diagnostic {
      error.message = Text(nl: "rij \(row + 1): ", en: "row \(row + 1): ") + error.message
      throw error.at(place)
    }
  }
}
