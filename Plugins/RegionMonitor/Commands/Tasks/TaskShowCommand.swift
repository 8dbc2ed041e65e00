import WorkbenchKit

/// `opgave show T`: one task with its questions and pilots.
struct TaskShowCommand: Command {
  struct Arguments: Sendable {
    let task = Argument(
      "task", .named(.task),
      about: Text(nl: "de opgave: 3.1.7, 7 of huisvesting", en: "the task: 3.1.7, 7 or huisvesting"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "opgave show", aliases: ["opgave toon"],
    summary: Text(
      nl: "toon een opgave: wat zij is, haar vragen, en wat regio's proberen",
      en: "show a task: what it is, its questions, and what regions try"),
    next: [
      FollowUp(
        "opgave place huisvesting --by gemeente",
        Text(nl: "zeg waar zij op de agenda hoort", en: "say on whose agenda it belongs"))
    ],
    examples: [
      .init("opgave show huisvesting", Text(nl: "woningen en de wijk", en: "homes and the neighbourhood")),
      .init("opgave show 15", Text(nl: "er zijn er veertien", en: "there are fourteen"), failsWith: "task.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let task = try given.task.item(in: context)
    let placings = try context.placings.filter { $0.task == task.id }
    let scales = try context.scales.labels
    let domain = try task.domain.flatMap { try context.taskDomains.labels[$0] }
    let under = domain ?? Text(nl: "raakt alle of meer leefdomeinen", en: "touches all or several life domains")
    var blocks: [Block] = [
      .heading(Heading(.verbatim(task.id + " ") + task.label, level: 2, under: under)),
      .paragraph(task.what.shown + .verbatim(".")),
    ]
    let questions =
      task.questions.map { (Text(nl: "samen door te ontwikkelen", en: "to develop together"), $0.text, $0.source) }
      + placings.flatMap { placing in
        placing.questions.map { (scales[placing.scale] ?? .verbatim(placing.scale), $0, placing.source) }
      }
    if questions.isEmpty {
      blocks.append(
        .info(nl: "de bron geeft bij deze opgave geen vragen", en: "the source gives no questions at this task"))
    } else {
      blocks.append(
        .table(
          Table(
            title: Text(nl: "Vragen", en: "Questions"),
            columns: [
              .texts("place", questions.map(\.0), label: Text(nl: "waar", en: "where"), in: context),
              .texts("question", questions.map(\.1), label: Text(nl: "vraag", en: "question"), in: context),
              .texts("source", questions.map { $0.2.shown }, in: context).asDetail(),
            ])))
    }
    if !task.pilots.isEmpty {
      blocks.append(
        .table(
          Table(
            title: Text(nl: "Wat regio's proberen (2017)", en: "What regions try (2017)"),
            columns: [
              .texts("where", task.pilots.map(\.place), label: Text(nl: "waar", en: "where")),
              .texts("pilot", task.pilots.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
            ])))
    }
    blocks += Self.remarks(task, placings, try context.levels.labels)
    blocks.append(
      try context.knowledge.sources(
        [task.source, task.what.source] + task.pilots.map(\.source) + placings.map(\.source), in: context))
    return Output(blocks)
  }

  private static func remarks(_ task: RegionTask, _ placings: [Placing], _ levels: [String: Text]) -> [Block] {
    var blocks: [Block] = []
    if let announced = task.announced {
      blocks.append(
        .caution(
          nl: "de bron kondigt hier \(announced) vragen aan; er staan er \(task.questions.count)",
          en: "the source announces \(announced) questions here; there are \(task.questions.count)"))
    }
    if let fragment = task.fragment {
      let level = levels[fragment.level] ?? .verbatim(fragment.level)
      blocks.append(
        .info(
          nl: "van de verloren figuur staat er nog, op \(level.nl): \(fragment.text.nl)",
          en: "of the lost figure there is still, at the \(level.en): \(fragment.text.en)"))
    } else {
      blocks.append(.info(nl: "de figuur met niveaus is verloren", en: "the figure with levels is lost"))
    }
    if placings.isEmpty {
      blocks.append(
        .info(nl: "de bron zet deze opgave op geen enkele agenda", en: "the source puts this task on no agenda"))
    }
    for called in placings.compactMap(\.called) {
      blocks.append(.info(nl: "heet in de bijlage: \(called.nl)", en: "is called in the annex: \(called.en)"))
    }
    return blocks
  }
}
