import WorkbenchKit

/// `spiegel opinion import TABLE`: cases of a panel out of a table, one a row.
struct OpinionImportCommand: Command {
  struct Arguments: Sendable {
    let table = Argument(
      "table", .table,
      about: Text(
        nl:
          "kolommen case_code, kind, decision, panel, en zo nodig votes_for, votes_against, trust_before, trust_after",
        en:
          "columns case_code, kind, decision, panel, and where needed votes_for, votes_against, trust_before, trust_after"
      ))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "spiegel opinion import", aliases: ["spiegel mening inlezen"],
    summary: Text(nl: "lees zaken van een inwonerspanel in", en: "read cases of a residents' panel in"),
    details: Text(
      nl:
        "Per rij een zaak: het besluit is toe, af of deels; het panel vindt toe, af, deels of is verdeeld (geen meerderheid). Zonder stemmen (0 en 0) is niet bekend wat het panel "
        + "vindt. Vertrouwen is 1 tot 5, op een schaal van ons. Codes krijgen een pseudoniem. Een code die er al stond wordt vervangen.",
      en:
        "A case on each row: the decision is toe (granted), af (refused) or deels (in part); the panel finds toe, af, deels or is verdeeld (divided, no majority). Without votes (0 and "
        + "0) it is not known what the panel thinks. Trust is 1 to 5, on a scale of ours. Codes get a pseudonym. A code that was there is replaced."
    ),
    changesWorkspace: true,
    next: [FollowUp("spiegel opinion show", Text(nl: "hoe vaak anders", en: "how often otherwise"))],
    examples: [
      .init("spiegel opinion import zaken.csv", Text(nl: "verzonnen zaken", en: "invented cases")),
      .init(
        "spiegel opinion import oordelen.csv", Text(nl: "zonder die kolommen", en: "without these columns"),
        failsWith: "column.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let coded = try CodedTable(given.table, codes: ["case_code"], given.guarding, in: context)
    let cases = try coded.rows(in: context, PanelIntake(coded).panelCase)
    var list = try context.workspace.panels
    let replaced = list.cases.take(cases, by: \.code)
    context.workspace.store(list)
    let facts = Facts.taken(
      cases.count, replaced: replaced, Text(nl: "zaken", en: "cases"), SmallCounts(context.workspace))
    var blocks: [Block] = [.facts(facts)]
    if cases.contains(where: \.contradictsVotes) {
      blocks.append(
        .caution(
          nl:
            "niet bij elke zaak past het oordeel bij de stemmen (verdeeld is een panel waarin de stemmen staken); het oordeel telt",
          en: "not in every case does the view fit the votes (divided is a panel whose votes are tied); the view counts"
        ))
    }
    return Output(
      blocks + [coded.strangers(beside: PanelIntake.columns)].compactMap { $0 } + coded.notices.map(Block.notice))
  }
}
