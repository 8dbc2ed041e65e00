import WorkbenchKit

/// `agenda urgency ITEM=1..5… --by ROLE`: how urgent each item is to a role.
struct AgendaUrgencyCommand: Command {
  struct Arguments: Sendable {
    let urgency = Argument(
      list: "urgency", .pair(.value.stating(.choice(ScaleAnswer.scale))),
      about: Text(nl: "punt=1 tot 5, of weet-niet", en: "item=1 to 5, or weet-niet (does not know)"),
      candidates: DotWords.candidates(.item))
    let by = Argument<String>.by
  }

  static let arguments = Arguments()
  static var ballot: Ballot? { Ballot(asking: arguments.urgency, of: arguments.by) }

  let signature = Signature(
    "agenda urgency", aliases: ["agenda urgentie"],
    summary: Text(nl: "zeg hoe urgent punten zijn, per rol", en: "say how urgent items are, role by role"),
    details: Text(
      nl:
        "1 kan wachten, 5 moet nu. De bron raadt aan een punt van de agenda te halen als de urgentie er niet is of niet wordt gedeeld.",
      en:
        "1 can wait, 5 is for now. The source advises to take an item off the agenda where the urgency is not there or not shared."
    ),
    changesWorkspace: true,
    next: [FollowUp("agenda check", Text(nl: "wat de agenda mist", en: "what the agenda lacks"))],
    examples: [
      .init("agenda urgency crisis=5 opgave=3 --by gemeente", Text(nl: "een rol", en: "a role")),
      .init(
        "agenda urgency crisis=7 --by gemeente", Text(nl: "buiten de schaal", en: "beyond the scale"),
        failsWith: "urgency.value"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let items = circle.agenda(circle.openMeeting?.date)
    let role = try circle.voter(given.by, at: given.place(of: \.by))
    for pair in given.urgency {
      let item = try Vocabulary<AgendaItem>.item.one(pair.key, among: items, at: pair.place)
      let answer = try ScaleAnswer.typed(pair.value.plain, of: item.id, code: "urgency.value", at: pair.place)
      circle.urgency.take(answer, to: item.id, by: role)
    }
    context.workspace.store(circle)
    let told = items.filter { circle.urgency[$0.id] != nil }
    let summaries = told.map { AnswerSummary(circle.urgency[$0.id] ?? [:]) }
    let table = Table(
      title: Text(nl: "Urgentie", en: "Urgency"),
      columns: [
        .texts("id", told.map(\.id), label: Text(nl: "punt", en: "item"))
      ] + AnswerSummary.columns(summaries, showsRoles: context.showsRoles))
    return Output([
      .table(table), MeasureWords.scale, try context.knowledge.sources([MeasureWords.agreement], in: context),
    ])
  }
}
