import WorkbenchKit

/// `journey compare A [B]`: two journeys stage by stage, or what was planned of one against what happened.
struct JourneyCompareCommand: UntypedCommand {
  let signature = Signature(
    "journey compare", aliases: ["journey vergelijk"],
    summary: Text(
      nl: "leg twee reizen naast elkaar, of wat bedoeld was naast wat gebeurde",
      en: "put two journeys side by side, or what was planned beside what happened"),
    parameters: [
      SetParameters.journey(),
      .argument(
        "other", required: false, about: Text(nl: "de andere reis", en: "the other journey"),
        candidates: SetParameters.journeys),
    ],
    examples: [
      .init("journey compare bezoek", Text(nl: "bedoeld tegenover gebeurd", en: "planned against actual")),
      .init(
        "journey compare bezoek ander", Text(nl: "een reis die er niet is", en: "a journey that is not there"),
        failsWith: "journey.unknown"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    let set = try Holdings.current(context, at: call.place)
    let one = set.journeys[try call.one("journey", .journey, in: set.journeys)]
    guard call.has("other") else { return planned(one, context) }
    let other = set.journeys[try call.one("other", .journey, in: set.journeys)]
    var stages: [Journey.Stage] = []
    for stage in one.stages + other.stages where !stages.contains(where: { $0.id == stage.id }) { stages.append(stage) }
    func side(_ journey: Journey, _ letter: String) -> [Column] {
      let own = stages.map { stage in journey.stages.first { $0.id == stage.id } }
      let name = JourneyTables.name(journey, set, context)
      return [
        Shown.text(
          "steps_\(letter)", own.map { $0.map { Shown.joined($0.steps.map(\.label), by: "; ") } }, .verbatim(name),
          context),
        .numbers(
          "feeling_\(letter)", stages.map { journey.feeling(of: $0.id) ?? .nan },
          label: Text(nl: "gevoel \(letter)", en: "feeling \(letter)"), format: .decimals(1)),
        Shown.text(
          "pain_\(letter)", own.map { $0.map { Shown.joined($0.steps.compactMap(\.pain), by: "; ") } },
          Text(nl: "pijn \(letter)", en: "pain \(letter)"), context
        ).asDetail(),
      ]
    }
    let gaps = stages.map { stage -> Double in
      guard let left = one.feeling(of: stage.id), let right = other.feeling(of: stage.id) else { return .nan }
      return right - left
    }
    let table = Table(
      columns: [Shown.text("stage", stages.map(\.name), Text(nl: "fase", en: "stage"), context)] + side(one, "a")
        + side(other, "b") + [
          .numbers("feeling_gap", gaps, label: Text(nl: "verschil", en: "gap"), format: .decimals(1))
        ])
    var blocks: [Block] = [.table(table)]
    if let worst = zip(stages, gaps).filter({ !$0.1.isNaN && $0.1 != 0 }).max(by: { abs($0.1) < abs($1.1) }) {
      let name = worst.0.name
      blocks.append(Shown.info("het grootste verschil in gevoel: \(name.nl)", "the largest gap in feeling: \(name.en)"))
    }
    return Output(blocks)
  }

  private func planned(_ journey: Journey, _ context: Context) -> Output {
    let table = Table(
      title: journey.title,
      columns: [
        Shown.text("stage", journey.stages.map(\.name), Text(nl: "fase", en: "stage"), context),
        Shown.count(
          "planned", journey.stages.map { $0.steps.count(where: \.isPlanned) }, Text(nl: "bedoeld", en: "planned")),
        Shown.count(
          "taken", journey.stages.map { $0.steps.count { $0.isPlanned && $0.isActual } },
          Text(nl: "ook gebeurd", en: "taken")),
        Shown.count(
          "unplanned", journey.stages.map { $0.steps.count { !$0.isPlanned && $0.isActual } },
          Text(nl: "ongepland", en: "unplanned")),
        Shown.text(
          "skipped", journey.stages.map { Self.words($0.steps.filter { $0.isPlanned && !$0.isActual }) },
          Text(nl: "niet gebeurd", en: "skipped"), context),
        Shown.text(
          "extra", journey.stages.map { Self.words($0.steps.filter { !$0.isPlanned }) },
          Text(nl: "wat ongepland was", en: "what was unplanned"), context
        ).asDetail(),
      ])
    var blocks: [Block] = [.table(table)]
    if journey.steps.allSatisfy({ !$0.isActual }) {
      blocks.append(
        Shown.caution(
          "van geen stap staat vast dat die gebeurde ('journey step … --id STAP --as both')",
          "of no step it is known that it happened ('journey step … --id STEP --as both')"))
    }
    return Output(blocks)
  }

  private static func words(_ steps: [JourneyStep]) -> Text? {
    steps.isEmpty ? nil : Shown.joined(steps.map(\.label), by: "; ")
  }
}
