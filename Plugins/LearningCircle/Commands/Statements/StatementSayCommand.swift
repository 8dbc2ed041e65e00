import WorkbenchKit

/// `stelling say ID=VALUE… --by ROLE`: what a role thinks of statements.
struct StatementSayCommand: Command {
  struct Arguments: Sendable {
    let answers = Argument(
      list: "answers", .pair(.value.stating(.choice(ScaleAnswer.scale))),
      about: Text(nl: "stelling=1 tot 5, of weet-niet", en: "statement=1 to 5, or weet-niet (does not know)"),
      candidates: DotWords.candidates(.statement))
    let by = Argument<String>.by
    let round = Argument(
      flag: "round", .day,
      about: Text(nl: "de bijeenkomst; anders die open is", en: "the meeting; else the one that is open"))
  }

  static let arguments = Arguments()
  static var ballot: Ballot? { Ballot(asking: arguments.answers, of: arguments.by) }

  let signature = Signature(
    "stelling say", aliases: ["stelling zeg"],
    summary: Text(nl: "leg vast wat een rol van stellingen vindt", en: "put down what a role thinks of statements"),
    details: Text(
      nl:
        "1 helemaal niet, 5 helemaal; weet-niet telt apart; intrekken neemt een antwoord terug. Een formulier voor alle rollen: 'ballot new NAAM stelling say'.",
      en:
        "1 not at all, 5 fully; weet-niet (does not know) counts apart; intrekken takes an answer back. A form for all roles: 'ballot new NAME stelling say'."
    ),
    changesWorkspace: true,
    next: [FollowUp("stelling agree", Text(nl: "waar men het eens is", en: "where people agree"))],
    examples: [
      .init("stelling say regie=4 huur=weet-niet --by corporatie", Text(nl: "een rol", en: "a role")),
      .init(
        "stelling say regie=6 --by corporatie", Text(nl: "buiten de schaal", en: "beyond the scale"),
        failsWith: "statement.value"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let role = circle.canonical(given.by)
    let round = given.round?.text ?? circle.round
    var said: [CircleStatement] = []
    for pair in given.answers {
      let statement = try Vocabulary<CircleStatement>.statement.one(pair.key, among: circle.statements, at: pair.place)
      let answer = try ScaleAnswer.typed(pair.value.plain, of: statement.id, code: "statement.value", at: pair.place)
      circle.rounds[round, default: [:]].take(answer, to: statement.id, by: role)
      said.append(statement)
    }
    context.workspace.store(circle)
    let known = StatementRound(circle, round: round)
    let summaries = said.map { AnswerSummary(known.answers($0)) }
    let table = Table(
      title: known.title,
      columns: [
        .texts("statement", said.map(\.id), label: Text(nl: "stelling", en: "statement"))
      ] + AnswerSummary.columns(summaries, showsRoles: context.showsRoles))
    return Output([.table(table), MeasureWords.scale])
  }
}
