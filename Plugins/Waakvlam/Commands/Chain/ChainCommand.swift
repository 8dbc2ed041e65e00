import WorkbenchKit

/// `waakvlam chain [SITUATION]`: of a hundred signals, how many end with help, and which step helps most.
struct ChainCommand: Command {
  struct Arguments: Sendable {
    let situation = Argument<NameOf<Situation>?>.situation
    let returning = Argument(
      flag: "return", .share,
      about: Text(nl: "kans dat een verloren signaal terugkomt", en: "chance that a lost signal comes back"))
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "zet de stappen klaar als \(ChainTables.offered), voor andere plugins",
        en: "offer the steps as \(ChainTables.offered), for other plugins"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam chain", aliases: ["waakvlam keten"],
    summary: Text(
      nl: "toon wat er van 100 signalen overblijft, en welke stap het meest helpt",
      en: "show what is left of 100 signals, and which step helps most"),
    details: Text(
      nl:
        "Per stap de mediaan van de rollen, achter elkaar. 'alleen dit' is wat er met hulp eindigt als alleen die stap wordt zoals gewenst. "
        + "Met --return komt een verloren signaal met die kans terug, zoals bij de volgende overlast. Waar niemand iets van een stap zei, houdt het op.",
      en:
        "Step by step the median of the roles, one behind the other. 'this alone' is how many end with help if that step alone becomes as wanted. "
        + "With --return a lost signal comes back with that chance, as at the next nuisance. Where nobody said anything of a step, it stops."
    ),
    changesWorkspace: true,
    next: [FollowUp("waakvlam who", Text(nl: "wie doet wat", en: "who does what"))],
    soughtBy: ["verlies", "loss", "keten"],
    examples: [
      .init("waakvlam chain 1", Text(nl: "de eerste situatie", en: "the first situation")),
      .init("waakvlam chain 1 --return .5", Text(nl: "de helft komt nog eens", en: "half come once more")),
      .init("waakvlam chain 1 --return 2", Text(nl: "geen kans", en: "no chance"), failsWith: "argument.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let chain = try context.workspace.lightChain
    let one = try given.situation?.item(in: context)
    let spoken = try one.map { [$0] } ?? context.situations.filter(chain.says)
    let outcomes = spoken.filter(chain.says).map { ChainOutcome($0, chain) }
    guard !outcomes.isEmpty else {
      let step = one?.steps.first?.id ?? "1.1"
      return Output([
        .info(
          nl: "nog niemand zei hoeveel een stap haalt; 'waakvlam now \(step)=0.6 --by ROL'",
          en: "nobody said yet how many get through a step; 'waakvlam now \(step)=0.6 --by ROLE'")
      ])
    }
    var blocks = outcomes.map { Block.paragraph(Self.answer($0)) }
    blocks.append(.table(try ChainTables.main(outcomes, context)))
    blocks += try outcomes.map { .facts(try Self.facts($0, given.returning, context)) }
    for outcome in outcomes {
      if let flow = try ChainTables.flow(outcome, context) { blocks.append(.flow(flow)) }
      if !outcome.reachedNow.allSatisfy(\.isNaN) { blocks.append(.chart(ChainTables.chart(outcome))) }
      blocks += Self.remarks(outcome, given.returning)
    }
    if given.offer { blocks.append(ChainTables.offer(outcomes, context)) }
    blocks.append(
      .info(
        nl: "de getallen zijn van de tafel, geen meting; stappen worden los van elkaar genomen",
        en: "the figures are the table's, no measurement; steps are taken as independent"))
    if !context.showsRoles { blocks.append(Context.rolesHidden) }
    blocks.append(
      try context.knowledge.sources(
        outcomes.map(\.situation.source) + (given.returning == nil ? [] : [MethodWords.chain]), in: context))
    return Output(blocks)
  }

  private static func answer(_ outcome: ChainOutcome) -> Text {
    let id = outcome.situation.id
    guard !outcome.endNow.isNaN else {
      return Text(
        nl: "Situatie \(id): nog niet elke stap heeft een getal", en: "Situation \(id): not every step has a figure yet"
      )
    }
    let now = Text.number(outcome.endNow, decimals: 1)
    var text = Text(
      nl: "Situatie \(id): van 100 signalen eindigen er nu \(now.nl) met hulp",
      en: "Situation \(id): of 100 signals \(now.en) end with help now")
    if !outcome.endWanted.isNaN {
      let wanted = Text.number(outcome.endWanted, decimals: 1)
      text = text + Text(nl: "; het zouden er \(wanted.nl) kunnen zijn", en: "; it could be \(wanted.en)")
    }
    if let best = outcome.best {
      let (step, alone) = (outcome.situation.steps[best], Text.number(outcome.alone[best], decimals: 1))
      text =
        text
        + Text(
          nl: ". Eén stap helpt het meest: \(step.id), \(step.label.nl) (dan \(alone.nl))",
          en: ". One step helps most: \(step.id), \(step.label.en) (then \(alone.en))")
    }
    return text
  }

  private static func facts(_ outcome: ChainOutcome, _ returning: Double?, _ context: Context) throws -> Facts {
    var facts = Facts()
    if let best = outcome.best {
      let step = outcome.situation.steps[best]
      facts.add(
        "best_step", .text(step.id), label: Text(nl: "helpt het meest", en: "helps most"),
        shown: .verbatim("\(step.id) ") + step.label)
    }
    facts.add(
      "end_now", outcome.endNow.isNaN ? .missing : .number(outcome.endNow),
      label: Text(nl: "met hulp van 100, nu", en: "with help of 100, now"),
      format: .decimals(1))
    facts.add(
      "end_wanted", outcome.endWanted.isNaN ? .missing : .number(outcome.endWanted),
      label: Text(nl: "met hulp van 100, gewenst", en: "with help of 100, wanted"), format: .decimals(1))
    if let returning, let rounds = outcome.rounds(returning: returning) {
      facts.add(
        "eventually", .number(rounds.eventually),
        label: Text(nl: "met hulp, uiteindelijk", en: "with help, in the end"), format: .share(1))
      facts.add(
        "rounds", .number(rounds.rounds), label: Text(nl: "rondes per signaal", en: "rounds a signal"),
        format: .decimals(2))
    }
    return facts
  }

  /// Steps that nobody said anything of, and shares that go down.
  private static func remarks(_ outcome: ChainOutcome, _ returning: Double?) -> [Block] {
    var blocks: [Block] = []
    for (moment, summaries) in [(Moment.now, outcome.now), (.wanted, outcome.wanted)] {
      let silent = outcome.silent(summaries)
      guard let first = silent.first else { continue }
      let (names, word) = (Text.list(silent.map(\.id)), moment.rawValue)
      blocks.append(
        .caution(
          nl:
            "niemand zei iets van \(names.nl) (\(moment.label.nl)): vanaf \(first.id) is er geen getal; 'waakvlam \(word) \(first.id)=0.6 --by ROL'",
          en:
            "nobody said anything of \(names.en) (\(moment.label.en)): from \(first.id) on there is no figure; 'waakvlam \(word) \(first.id)=0.6 --by ROLE'"
        ))
    }
    let worse = outcome.situation.steps.indices.filter { outcome.wanted[$0].median < outcome.now[$0].median }
    if !worse.isEmpty {
      let names = Text.list(worse.map { outcome.situation.steps[$0].id })
      blocks.append(
        .caution(
          nl: "gewenst ligt onder nu bij \(names.nl): is dat bedoeld?",
          en: "wanted lies below now at \(names.en): is that meant?"))
    }
    if let returning, !outcome.endNow.isNaN, outcome.rounds(returning: returning) == nil {
      blocks.append(
        .caution(
          nl: "niemand komt ooit door, en elk signaal komt terug: zo gaat het eindeloos rond",
          en: "nobody ever gets through, and each signal comes back: it goes round for ever"))
    }
    return blocks
  }
}
