import Methods
import WorkbenchKit

/// `arena simulate`: how uncertain it is, by party and in all.
struct SimulateCommand: Command {
  struct Arguments: Sendable {
    let drawn = DrawArguments()
    let weighs = Weighing.argument
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena simulate", aliases: ["arena simuleer"],
    summary: Text(nl: "trek hoe onzeker het saldo per partij is", en: "draw how uncertain the net of each party is"),
    details: Text(
      nl:
        "Elk aantal en bedrag dat als verdeling is gegeven wordt los van de andere getrokken; hetzelfde beginpunt geeft dezelfde getallen.",
      en:
        "Each number and amount that is given as a distribution is drawn independently of the others; the same start gives the same figures."
    ),
    next: [FollowUp("arena drivers", Text(nl: "waar de onzekerheid van komt", en: "what the uncertainty comes from"))],
    examples: [
      .init("arena simulate --draws 2000 --seed 1", Text(nl: "per partij en samen", en: "by party and in all")),
      .init("arena simulate --draws 0", Text(nl: "geen trekkingen", en: "no draws"), failsWith: "argument.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let model = SheetModel(try context.sheet(), weighs: given.weighs)
    let seed = given.drawn.seed(in: context)
    guard let draws = try model.drawn(given.drawn.draws, seed: seed, in: context) else {
      return Output(
        [
          .info(
            nl:
              "niets op het blad is als verdeling gegeven: er valt niets te trekken; zoals --quantity triangular:4:6:8",
            en:
              "nothing on the sheet is given as a distribution: there is nothing to draw; such as --quantity triangular:4:6:8"
          )
        ] + MoneyWords.remarks(model))
    }
    let sums = model.parties.indices.map { model.accounts.count + $0 } + [model.total]
    let outcomes = sums.map { draws.outcomes[$0] }
    let count = draws.draws
    func euros(_ name: String, _ values: [Double], _ label: Text) -> Column {
      .numbers(name, values, label: label, unit: .euro, format: .decimals(0))
    }
    let meanErrors = outcomes.map { MonteCarlo.error(ofMeanWith: $0.deviation, draws: count) }
    let everyone = Text(nl: "allen samen", en: "all together")
    let table = Table(
      title: Text(nl: "Hoe onzeker het saldo is", en: "How uncertain the net is"),
      columns: [
        .texts("party", model.parties + ["total"]).asDetail(),
        .texts(
          "party_label", model.parties.map { .verbatim($0) } + [everyone], label: Text(nl: "partij", en: "party"),
          in: context),
        // The mean is known exactly: what the draws give of it is only their error.
        euros("mean", sums.map { model.sums.mean($0) }, Text(nl: "gemiddeld", en: "mean")),
        euros("sd", sums.map { model.sums.variance($0).squareRoot() }, Text(nl: "spreiding", en: "spread")),
        euros("low", outcomes.map(\.low), Text(nl: "laag", en: "low")),
        euros("high", outcomes.map(\.high), Text(nl: "hoog", en: "high")),
        .numbers(
          "p_negative", outcomes.map(\.belowZero), label: Text(nl: "kans onder 0", en: "chance below 0"), unit: .share,
          format: .share(1)),
        euros("drawn_mean", outcomes.map(\.mean), Text(nl: "getrokken gemiddelde", en: "drawn mean")).asDetail(),
      ])
    let largest = Text.euros(meanErrors.max() ?? 0)
    let chance = Text.share(
      outcomes.map { MonteCarlo.error(ofShare: $0.belowZero, draws: count) }.max() ?? 0, decimals: 2)
    let words = Text.drawn(
      count, seed: seed,
      errors: [(largest, Text(nl: "een gemiddelde", en: "a mean")), (chance, Text(nl: "een kans", en: "a chance"))])
    return Output(
      [
        .table(table),
        .info(
          nl: "gemiddelde en spreiding zijn exact; 90 % ligt tussen laag en hoog; \(words.nl)",
          en: "mean and spread are exact; 90% lies between low and high; \(words.en)"),
      ] + Weighing.remark(given.weighs) + MoneyWords.below(model) + MoneyWords.remarks(model))
  }
}
