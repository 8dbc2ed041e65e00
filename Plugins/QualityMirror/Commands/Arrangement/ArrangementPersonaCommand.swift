import WorkbenchKit

/// `spiegel arrangement persona`: which share of the goals was reached, by persona.
struct ArrangementPersonaCommand: Command {
  struct Arguments: Sendable {
    let half = Argument(toggle: "half", about: Text(nl: "deels gehaald telt half", en: "reached in part counts half"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "spiegel arrangement persona",
    summary: Text(
      nl: "toon welk deel van de doelen is gehaald, per persona",
      en: "show which share of the goals was reached, by persona"),
    details: Text(
      nl: "Waar het bestand een kolom 'persona' heeft. Wie geen persona heeft, telt alleen in het totaal mee.",
      en: "Where the file has a column 'persona'. Who has no persona counts in the total only."),
    examples: [
      .init("spiegel arrangement persona", Text(nl: "per persona", en: "by persona")),
      .init(
        "spiegel arrangement persona guus", Text(nl: "een woord te veel", en: "a word too many"),
        failsWith: "argument.surplus"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let list = try context.workspace.goals
    guard !list.records.isEmpty else { return Output([GoalWords.none]) }
    guard list.records.contains(where: { $0.persona != nil }) else {
      return Output([.info(nl: "bij geen doel staat een persona", en: "no goal names a persona")])
    }
    let counts = SmallCounts(context.workspace)
    let views = try GoalViews(list.records, threshold: counts.threshold, poll: context.checkInterrupt)
    let report = ArrangementReport(
      views, .persona, half: given.half, target: nil, labels: try context.lifeDomains.labels)
    var blocks: [Block] = []
    let table = report.table(in: context)
    if table.rowCount > 0 { blocks.append(.table(table)) }
    blocks.append(
      .caution(
        nl: "een persona is een hulpmiddel voor het gesprek, geen groep mensen",
        en: "a persona is an aid to talk, no group of people"))
    blocks += [GoalWords.rest(report), counts.notice(holdsBack: report.holdsBack)].compactMap { $0 }
    blocks.append(try context.knowledge.sources([MethodWords.limits], in: context))
    return Output(blocks)
  }
}
