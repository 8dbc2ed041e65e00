import WorkbenchKit

/// `journey compare A [B]`: two journeys stage by stage, or what was planned of one against what happened.
struct JourneyCompareCommand: Command {
  struct Arguments: Sendable {
    let journey = Argument.journey
    let other = Argument(
      optional: "other", .named(.journey), about: Text(nl: "de andere reis", en: "the other journey"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "journey compare",
    aliases: ["journey vergelijk"],
    summary: Text(
      nl: "leg twee reizen naast elkaar, of wat bedoeld was naast wat gebeurde",
      en: "put two journeys side by side, or what was planned beside what happened"),
    examples: [
      .init("journey compare bezoek", Text(nl: "bedoeld tegenover gebeurd", en: "planned against actual")),
      .init(
        "journey compare bezoek ander", Text(nl: "een reis die er niet is", en: "a journey that is not there"),
        failsWith: "journey.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try context.workspace.currentSet()
    let one = try given.journey.item(among: set.journeys)
    guard let other = try given.other?.item(among: set.journeys) else { return planned(one, context) }
    let stages = [one, other].allStages
    func side(_ journey: Journey, _ letter: String) -> [Column] {
      let own = stages.map { stage in journey.phases.first { $0.id == stage.id } }
      let name = JourneyTables.name(journey, set, context)
      return [
        .texts(
          "steps_\(letter)", own.map { $0.map { Text.joined($0.steps.map(\.label), by: "; ") } },
          label: .verbatim(name), in: context),
        .numbers(
          "feeling_\(letter)", stages.map { journey.feeling(of: $0.id) ?? .nan },
          label: Text(nl: "gevoel \(letter)", en: "feeling \(letter)"), format: .decimals(1)),
        .texts(
          "pain_\(letter)", own.map { $0.map { Text.joined($0.steps.compactMap(\.pain), by: "; ") } },
          label: Text(nl: "pijn \(letter)", en: "pain \(letter)"), in: context
        ).asDetail(),
      ]
    }
    let gaps = stages.map { stage -> Double in
      guard let left = one.feeling(of: stage.id), let right = other.feeling(of: stage.id) else { return .nan }
      return right - left
    }
    let table = Table(
      columns: [.texts("stage", stages.map(\.name), label: Text(nl: "fase", en: "stage"), in: context)] + side(one, "a")
        + side(other, "b") + [
          .numbers("feeling_gap", gaps, label: Text(nl: "verschil", en: "gap"), format: .decimals(1))
        ])
    var blocks: [Block] = [.table(table)]
    if let worst = zip(stages, gaps).filter({ !$0.1.isNaN && $0.1 != 0 }).max(by: { abs($0.1) < abs($1.1) }) {
      let name = worst.0.name
      blocks.append(
        .info(nl: "het grootste verschil in gevoel: \(name.nl)", en: "the largest gap in feeling: \(name.en)"))
    }
    return Output(blocks)
  }

  private func planned(_ journey: Journey, _ context: Context) -> Output {
    let phases = journey.phases
    let table = Table(
      title: journey.title,
      columns: [
        .texts("stage", phases.map(\.name), label: Text(nl: "fase", en: "stage"), in: context),
        .counts(
          "planned", phases.map { $0.steps.count(where: \.isPlanned) },
          label: Text(nl: "bedoeld", en: "planned")),
        .counts(
          "taken", phases.map { $0.steps.count { $0.isPlanned && $0.isActual } },
          label: Text(nl: "ook gebeurd", en: "taken")),
        .counts(
          "unplanned", phases.map { $0.steps.count { !$0.isPlanned && $0.isActual } },
          label: Text(nl: "ongepland", en: "unplanned")),
        .texts(
          "skipped", phases.map { Self.words($0.steps.filter { $0.isPlanned && !$0.isActual }) },
          label: Text(nl: "niet gebeurd", en: "skipped"), in: context),
        .texts(
          "extra", phases.map { Self.words($0.steps.filter { !$0.isPlanned }) },
          label: Text(nl: "wat ongepland was", en: "what was unplanned"), in: context
        ).asDetail(),
      ])
    var blocks: [Block] = [.table(table)]
    if journey.steps.allSatisfy({ !$0.isActual }) {
      blocks.append(
        .caution(
          nl: "van geen stap staat vast dat die gebeurde ('journey step … --id STAP --as both')",
          en: "of no step it is known that it happened ('journey step … --id STEP --as both')"))
    }
    return Output(blocks)
  }

  private static func words(_ steps: [JourneyStep]) -> Text? {
    steps.isEmpty ? nil : Text.joined(steps.map(\.label), by: "; ")
  }
}
