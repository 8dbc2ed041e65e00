import WorkbenchKit

/// `kring dilemma take ID`: the dilemma that the circle works on.
struct DilemmaTakeCommand: Command {
  struct Arguments: Sendable {
    let dilemma = Argument("dilemma", .named(.dilemma), about: Text(nl: "welk dilemma", en: "which dilemma"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring dilemma take", aliases: ["kring dilemma neem"],
    summary: Text(nl: "pak een dilemma op", en: "take up a dilemma"),
    changesWorkspace: true,
    next: [
      FollowUp(
        "agenda add 'waar werken wij aan?' --minutes 30 --from dilemma:{dilemma}",
        Text(nl: "zet het op de agenda", en: "put it on the agenda"))
    ],
    examples: [
      .init("kring dilemma take crisis", Text(nl: "een van de vijf", en: "one of the five")),
      .init(
        "kring dilemma take weer", Text(nl: "een dat er niet is", en: "one that is not there"),
        failsWith: "dilemma.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let dilemma = try given.dilemma.item(in: context)
    if !circle.taken.contains(dilemma.id) { circle.taken.append(dilemma.id) }
    context.workspace.store(circle)
    var blocks: [Block] = [.heading(Heading(dilemma.label, level: 2))]
    if let what = dilemma.what { blocks.append(.paragraph(what.shown)) }
    if dilemma.source != nil { blocks.append(try context.knowledge.sources([dilemma.source], in: context)) }
    return Output(blocks)
  }
}
