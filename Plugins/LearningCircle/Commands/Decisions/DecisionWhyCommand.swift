import WorkbenchKit

/// `besluit why ID`: on what a decision rests, and what of that has changed.
struct DecisionWhyCommand: Command {
  struct Arguments: Sendable {
    let decision = Argument("decision", .named(.decision), about: Text(nl: "welk besluit", en: "which decision"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "besluit why", aliases: ["besluit waarom"],
    summary: Text(nl: "toon waarop een besluit rust, toen en nu", en: "show on what a decision rests, then and now"),
    details: Text(
      nl:
        "Veranderd is: de uitkomst zelf, een bestand of een deel van de werkruimte waar zij uit kwam, een aanname, of de versie van de plugin "
        + "toen zij opnieuw werd bewaard. Tot zij opnieuw is bewaard, staat er nu wat er toen stond.",
      en:
        "Changed is: the result itself, a file or a part of the workspace that it came from, an assumption, or the version of the plugin when it was "
        + "kept anew. Until it is kept anew, now says what it said then."),
    examples: [
      .init("besluit why avondteam", Text(nl: "waarop het rust", en: "on what it rests")),
      .init(
        "besluit why niets", Text(nl: "een dat er niet is", en: "one that is not there"), failsWith: "decision.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    let list = try context.workspace.decisions(of: circle).decisions
    let decision = try given.decision.item(among: list)
    let day = Text.day(decision.made)
    let by = Text.list(decision.by)
    var blocks: [Block] = [
      .paragraph(.verbatim(decision.text)),
      .paragraph(
        decision.by.isEmpty
          ? Text(
            nl: "genomen op \(day.nl); \(decision.who) doet het", en: "taken on \(day.en); \(decision.who) sees to it")
          : Text(
            nl: "genomen op \(day.nl) door \(by.nl); \(decision.who) doet het",
            en: "taken on \(day.en) by \(by.en); \(decision.who) sees to it")),
    ]
    if let other = decision.replacedBy {
      blocks.append(.info(nl: "vervangen door '\(other)'", en: "replaced by '\(other)'"))
    }
    if let other = decision.replaces { blocks.append(.info(nl: "vervangt '\(other)'", en: "replaces '\(other)'")) }
    if let because = decision.because {
      blocks.append(.info(nl: "vervallen omdat: \(because)", en: "dropped because: \(because)"))
    }
    if decision.rests.isEmpty {
      blocks.append(
        .info(
          nl: "het rust op geen bewaarde uitkomst (--rests-on)", en: "it rests on no kept result (--rests-on)"))
    }
    var files = FileDigests()
    for rest in decision.rests { blocks += Self.blocks(RestChange(rest, &files, in: context), context) }
    return Output(blocks)
  }

  private static func blocks(_ change: RestChange, _ context: Context) -> [Block] {
    let name = change.then.name
    let figures = change.figures.prefix(20)
    var blocks: [Block] = [
      .table(
        Table(
          title: Text(nl: "\(name): \(change.then.command)", en: "\(name): \(change.then.command)"),
          columns: [
            .texts("figure", figures.map(\.name)).asDetail(),
            .texts(
              "label", figures.map { ($0.then ?? $0.now)?.label }, label: Text(nl: "cijfer", en: "figure"), in: context),
            .texts("then", figures.map { $0.then?.shown }, label: Text(nl: "toen", en: "then"), in: context),
            .texts("now", figures.map { $0.now?.shown }, label: Text(nl: "nu", en: "now"), in: context),
            Column(
              "changed", .booleans(figures.map { $0.then?.value != $0.now?.value }),
              label: Text(nl: "anders", en: "different")),
          ]))
    ]
    if change.isChanged {
      let reasons = Text.joined(change.reasons, by: "; ")
      blocks.append(
        .caution(nl: "rust op veranderde cijfers: \(reasons.nl)", en: "rests on changed figures: \(reasons.en)"))
      if !change.hasOtherContent {
        blocks.append(
          .info(
            nl: "'\(name)' zelf is niet opnieuw gemaakt: typ '\(change.then.command)' en dan 'keep \(name) --last'",
            en: "'\(name)' itself was not made anew: type '\(change.then.command)' and then 'keep \(name) --last'"))
      }
    } else {
      blocks.append(.info(nl: "'\(name)' is nog zoals toen", en: "'\(name)' is as it was then"))
    }
    return blocks
  }
}
