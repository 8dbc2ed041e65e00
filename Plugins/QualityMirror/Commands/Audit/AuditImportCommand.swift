import WorkbenchKit

/// `spiegel audit import TABLE`: judgements out of a table, one a row.
struct AuditImportCommand: Command {
  struct Arguments: Sendable {
    let table = Argument(
      "table", .table,
      about: Text(
        nl: "kolommen place, auditor, norm, score, en zo nodig kind",
        en: "columns place, auditor, norm, score, and where needed kind"))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "spiegel audit import", aliases: ["spiegel audit inlezen"],
    summary: Text(nl: "lees oordelen van auditoren in", en: "read judgements of auditors in"),
    details: Text(
      nl:
        "Per rij een plaats, een auditor, een norm en een oordeel: ja of nee, of 1 tot 5 (een schaal van ons). 'kind' zegt of de auditor cliënt (client) of vakgenoot (peer) is. "
        + "Auditoren krijgen een pseudoniem. Oordeelt een auditor twee keer over een norm op een plaats, dan telt de laatste keer. Is er nog geen gedragscode, dan maakt het bestand haar.",
      en:
        "On each row a place, an auditor, a norm and a judgement: ja (yes) or nee (no), or 1 to 5 (a scale of ours). 'kind' says whether the auditor is a client or a peer. "
        + "Auditors get a pseudonym. Where an auditor judges a norm in a place twice, the later one counts. Where there is no code yet, the file makes it."
    ),
    changesWorkspace: true,
    next: [FollowUp("spiegel audit agree", Text(nl: "waar auditoren verschillen", en: "where auditors differ"))],
    examples: [
      .init("spiegel audit import oordelen.csv", Text(nl: "verzonnen oordelen", en: "invented judgements")),
      .init(
        "spiegel audit import doelen.csv", Text(nl: "zonder die kolommen", en: "without these columns"),
        failsWith: "column.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let coded = try CodedTable(given.table, codes: ["auditor"], given.guarding, in: context)
    var list = try context.workspace.audits
    let judgements = try coded.rows(in: context, JudgementIntake(coded, norms: list.norms).judgement)
    let replaced = list.judgements.take(judgements, by: \.key)
    try JudgementIntake.demandOneScale(list.judgements, at: coded.place)
    var made: [String] = []
    if list.norms.isEmpty {
      let names = coded.table.column("norm")
      for (row, judgement) in judgements.enumerated() where !made.contains(judgement.key.norm) {
        made.append(judgement.key.norm)
        list.norms.append(Norm(id: judgement.key.norm, text: ShortCell.words(names, row)))
      }
    }
    context.workspace.store(list)
    var facts = Facts()
    facts.add("read", judgements.count, label: Text(nl: "oordelen gelezen", en: "judgements read"))
    facts.add(
      "replaced", replaced,
      label: Text(nl: "stonden er al; de laatste telt", en: "were there already; the last one counts"))
    var blocks: [Block] = [.facts(facts)]
    if !made.isEmpty {
      let listed = Text.list(made, atMost: 9)
      blocks.append(.info(nl: "nieuw in de gedragscode: \(listed.nl)", en: "new in the code: \(listed.en)"))
    }
    return Output(
      blocks + [coded.strangers(beside: JudgementIntake.columns)].compactMap { $0 } + coded.notices.map(Block.notice))
  }
}
