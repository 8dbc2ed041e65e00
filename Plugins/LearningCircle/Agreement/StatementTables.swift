import Methods
import WorkbenchKit

extension Vocabulary<CircleStatement> {
  static var statement: Vocabulary {
    Vocabulary(
      "statement", none: Text(nl: "geen stelling", en: "no statement"),
      wayOut: Text(
        nl: "'stelling list' noemt ze; 'stelling add ID TEKST' maakt er een",
        en: "'stelling list' lists them; 'stelling add ID TEXT' makes one")
    ) { try $0.workspace.currentCircle?.statements ?? [] }
  }
}

/// What a circle says to its statements in one round.
struct StatementRound {
  let circle: Circle
  let round: String
  /// The statements that somebody answered, in their order.
  let statements: [CircleStatement]

  init(_ circle: Circle, round: String) {
    (self.circle, self.round) = (circle, round)
    let answered = circle.rounds[round] ?? [:]
    statements = circle.statements.filter { !(answered[$0.id] ?? [:]).isEmpty }
  }

  func answers(_ statement: CircleStatement) -> AnswersByRole { circle.rounds[round]?[statement.id] ?? [:] }
  var summaries: [AnswerSummary] { statements.map { AnswerSummary(answers($0)) } }

  /// All roles that answered, in the order of the table.
  var roles: [String] {
    let said = Set(statements.flatMap { answers($0).keys })
    return circle.speakers.filter { said.contains($0) }
  }

  /// Krippendorff's alpha over all statements.
  func alpha(_ metric: KrippendorffAlpha.Metric) -> KrippendorffAlpha {
    KrippendorffAlpha(statements.map { answers($0).values.compactMap(\.number) }, metric: metric)
  }

  /// The mean absolute difference of two roles over what both answered, with how many statements that are.
  func distance(_ one: String, _ other: String) -> (mean: Double, statements: Int)? {
    let differences = statements.compactMap { statement -> Double? in
      let answers = answers(statement)
      guard let left = answers[one]?.number, let right = answers[other]?.number else { return nil }
      return abs(left - right)
    }
    guard !differences.isEmpty else { return nil }
    return (differences.reduce(0, +) / Double(differences.count), differences.count)
  }

  func table(_ context: Context) -> Table {
    let summaries = summaries
    var columns: [Column] = [
      .texts("statement", statements.map(\.id), label: Text(nl: "stelling", en: "statement")),
      .texts("text", statements.map(\.text), label: Text(nl: "wat", en: "what"), in: context).asDetail(),
    ]
    columns += AnswerSummary.columns(summaries, showsRoles: context.showsRoles)
    if context.showsRoles {
      columns.append(
        .texts(
          "farthest", summaries.map { $0.farthest.isEmpty ? nil : $0.farthest.joined(separator: ", ") },
          label: Text(nl: "verst ervan", en: "farthest")))
    }
    columns.append(.counts("roles", summaries.map(\.roles), label: Text(nl: "rollen", en: "roles")).asDetail())
    return Table(title: title, columns: columns)
  }

  var title: Text {
    CalendarDate(round).map { day in
      let words = Text.day(day)
      return Text(nl: "Stellingen op \(words.nl)", en: "Statements on \(words.en)")
    } ?? Text(nl: "Stellingen", en: "Statements")
  }
}
