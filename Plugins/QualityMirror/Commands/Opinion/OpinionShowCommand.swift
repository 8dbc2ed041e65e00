import WorkbenchKit

/// `spiegel opinion show`: how often residents would have decided otherwise, and which way.
struct OpinionShowCommand: Command {
  let signature = Signature(
    "spiegel opinion show", aliases: ["spiegel mening toon"],
    summary: Text(
      nl: "toon hoe vaak het inwonerspanel anders had besloten, en of het milder of strenger was",
      en: "show how often the residents' panel would have decided otherwise, and whether milder or stricter"),
    details: Text(
      nl:
        "Het deel is van de zaken waarvan bekend is wat het panel vindt; een verdeeld panel had niet anders besloten. Het interval is van Wilson (95 %). Of het vaker milder dan strenger is, zegt de exacte "
        + "toets van McNemar. Vertrouwen voor en na: de mediane verandering met de tekentoets. A is de overeenstemming van Van der Eijk over voor en tegen: 1 eensgezind, -1 half om half. "
        + "Kleine aantallen blijven achter, met alles waaruit zij zouden volgen.",
      en:
        "The share is of the cases in which it is known what the panel thinks; a divided panel would not have decided otherwise. The interval is Wilson's (95%). Whether it is milder more often than stricter "
        + "is told by McNemar's exact test. Trust before and after: the median change with the sign test. A is van der Eijk's agreement over for and against: 1 of one mind, -1 half and half. "
        + "Small counts are held back, with all from which they would follow."),
    next: [FollowUp("spiegel opinion learn", Text(nl: "wat op de agenda kan", en: "what can go on the agenda"))],
    soughtBy: ["tweede mening", "inwonerspanel", "second opinion"],
    examples: [
      .init("spiegel opinion show", Text(nl: "alles, en per soort zaak", en: "all, and by kind of case"))
    ])

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    let cases = try context.workspace.panels.cases
    guard !cases.isEmpty else { return Output([PanelWords.none]) }
    let counts = SmallCounts(context.workspace)
    let report = PanelReport(PanelViews(cases, threshold: counts.threshold))
    let table = report.table(in: context)
    var blocks: [Block] = [.paragraph(report.sentence), .facts(report.facts)]
    if table.rowCount > 0 { blocks.append(.table(table)) }
    if report.hasRest {
      blocks.append(
        .info(
          nl: "een soort met te weinig zaken om te tonen telt alleen in het totaal mee",
          en: "a kind with too few cases to show counts in the total only"))
    }
    blocks += [PanelWords.noCourt] + [counts.notice(holdsBack: report.holdsBack)].compactMap { $0 }
    blocks.append(
      try context.knowledge.sources(
        [MethodWords.limits, MethodWords.changed, MethodWords.signs, MethodWords.agreement], in: context))
    return Output(blocks)
  }
}

/// What is said beside cases.
enum PanelWords {
  static let none = Block.info(
    nl: "er zijn nog geen zaken; 'spiegel opinion import BESTAND'",
    en: "there are no cases yet; 'spiegel opinion import FILE'")
  static let noCourt = Block.info(
    nl: "een panel is geen rechter: het bezwaar zelf, volgens de Awb, staat hier los van",
    en: "a panel is no court: the objection itself, under the Awb, stands apart from this")
}
