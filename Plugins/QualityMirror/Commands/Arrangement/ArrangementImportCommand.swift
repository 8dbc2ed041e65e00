import WorkbenchKit

/// `spiegel arrangement import TABLE`: goals out of a table, one a row.
struct ArrangementImportCommand: Command {
  struct Arguments: Sendable {
    let table = Argument(
      "table", .table,
      about: Text(
        nl: "kolommen code, provider, domain, goal, reached, en zo nodig needed, why, first_domain, period, persona",
        en: "columns code, provider, domain, goal, reached, and where needed needed, why, first_domain, period, persona"
      ))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "spiegel arrangement import", aliases: ["spiegel arrangement inlezen"],
    summary: Text(
      nl: "lees doelen in, met pseudoniemen en zonder verhalen",
      en: "read goals in, with pseudonyms and without stories"),
    details: Text(
      nl:
        "Per rij een doel: 'reached' is ja, deels, nee of onbekend; 'needed' is 1 tot 5 op een schaal van ons; 'why' komt uit 'spiegel reason list', en bij "
        + "ander-domein-eerst staat in 'first_domain' welk leefgebied eerst moest. Codes krijgen een pseudoniem. Hetzelfde doel nog eens vervangt het vorige. Een kolom met "
        + "lange tekst, of van een persoon, houdt het inlezen tegen.",
      en:
        "A goal on each row: 'reached' is ja, deels (partly), nee or onbekend; 'needed' is 1 to 5 on a scale of ours; 'why' comes from 'spiegel reason list', and with "
        + "ander-domein-eerst 'first_domain' says which life domain had to come first. Codes get a pseudonym. The same goal once more replaces the earlier one. A column "
        + "with long text, or of a person, stops the import."),
    changesWorkspace: true,
    next: [FollowUp("spiegel arrangement show", Text(nl: "welk deel is gehaald", en: "which share was reached"))],
    examples: [
      .init("spiegel arrangement import doelen.csv", Text(nl: "verzonnen doelen", en: "invented goals")),
      .init(
        "spiegel arrangement import verhaal.csv", Text(nl: "met een verhaal erin", en: "with a story in it"),
        failsWith: "text.story"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let coded = try CodedTable(given.table, codes: ["code"], given.guarding, in: context)
    var list = try context.workspace.goals
    let intake = try GoalIntake(
      coded, domains: try context.lifeDomains, reasons: try context.reasons(beside: list.reasons))
    let records = try coded.rows(in: context, intake.record)
    let replaced = list.records.take(records, by: \.key)
    context.workspace.store(list)
    let facts = Facts.taken(
      records.count, replaced: replaced, Text(nl: "doelen", en: "goals"), SmallCounts(context.workspace))
    return Output(
      [.facts(facts)] + [coded.strangers(beside: GoalIntake.columns)].compactMap { $0 }
        + coded.notices.map(Block.notice))
  }
}
