import Methods
import WorkbenchKit

/// `rank smaa`: how often alternatives come at each rank when weights are not known.
struct RankAcceptability: Stage {
  struct Arguments: Sendable {
    let draws = Argument(
      flag: "draws", .integer(1...100_000_000), default: "100000",
      about: Text(nl: "hoeveel trekkingen", en: "how many draws"))
    let seed = Argument(
      flag: "seed", .integer(0...Int(1) << 53),
      about: Text(
        nl: "dezelfde seed geeft dezelfde uitkomst; anders die van de werkruimte",
        en: "the same seed gives the same outcome; else that of the workspace"))
    let order = WeightOrder.argument
    let spread = Spreads.argument
    let minimise = RankingInput.minimise
    let scale = Scaling.argument
    let rowNames = RowNameArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "rank smaa", aliases: ["rangschik smaa"],
    summary: Text(
      nl: "laat zien hoe vaak elk alternatief op elke plaats komt als de gewichten niet vaststaan",
      en: "show how often each alternative comes at each rank when weights are not settled"),
    details: Text(
      nl:
        "SMAA-2 (Lahdelma & Salminen 2001): gewichten worden getrokken uit alles wat mag (samen 1, in de volgorde van --weights-order), en "
        + "telkens is de gewogen som de score. rank_1, rank_2 … is het deel van de trekkingen op die plaats; score weegt de plaatsen "
        + "(1, dan aflopend naar het zwaartepunt van een volgorde). De centrale gewichten zijn het gemiddelde van die waarmee een "
        + "alternatief eerste is: wie zo weegt, kiest het. confidence is hoe vaak het met die gewichten eerste is; zonder --spread is dat ja "
        + "of nee. Waarden van 0 tot en met 1 tellen zoals ze zijn, andere worden geschaald.",
      en:
        "SMAA-2 (Lahdelma & Salminen 2001): weights are drawn from all that may be (1 together, in the order of --weights-order), and each "
        + "time the weighted sum is the score. rank_1, rank_2 … is the share of the draws at that rank; score weighs the ranks (1, then "
        + "down by the centroid of an order). The central weights are the mean of those with which an alternative is first: who weighs so, "
        + "chooses it. confidence is how often it is first with those weights; without --spread that is yes or no. Values from 0 through 1 "
        + "count as they stand, others are scaled."),
    input: .required,
    examples: [
      .init(
        "read keuzes.csv | rank smaa --draws 2000 --seed 1 --weights-order 'a>b>c'",
        Text(nl: "alleen de volgorde van de gewichten staat vast", en: "only the order of the weights is settled")),
      .init(
        "read keuzes.csv | rank smaa --weights-order 'a>z'",
        Text(nl: "een criterium dat er niet is", en: "a criterion that is not there"), failsWith: "criterion.unknown"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let ranking = try RankingInput(table, id: given.rowNames.id, minimise: given.minimise, for: given.purpose)
    let scale = try Scaling(Array(zip(given.scale, given.places(of: \.scale))), for: ranking)
    let space = try given.checking(\.order) { try WeightOrder.space($0, criteria: ranking.criterionNames) }
    let spreads = try Spreads.of(given.spread, for: ranking, scale.scales)
    let draws = given.draws
    let seed = given.seed.map(UInt64.init) ?? context.seed
    var random = RandomStream(seed: seed)
    let result = try AcceptabilityAnalysis(
      utilities: scale.utilities(ranking), spreads: spreads, space: space, draws: draws, random: &random
    ) { done in
      try context.checkInterrupt()
      context.monitor.progress(Double(done) / Double(draws), Text(nl: "gewichten trekken", en: "drawing weights"))
    }
    context.workspace.note(DecisionSources.acceptability)
    context.workspace.note(assumption: Self.assumption(space, spreads != nil))
    let drawn = DrawnRanking(result, seed: seed)
    return ranking.output(
      input, table, Text(nl: "Rangorde bij onbekende gewichten (SMAA)", en: "Ranking with unknown weights (SMAA)"),
      scores: result.holistic, shown: drawn.scores, label: .verbatim("score"), details: drawn.columns,
      blocks: [.table(drawn.central(ranking)), .facts(drawn.facts)], notices: [drawn.notice] + scale.notices)
  }

  private static func assumption(_ space: WeightSpace, _ isUncertain: Bool) -> Text {
    let order =
      space.order.isEmpty
      ? Text(nl: "alle gewichten zijn even waarschijnlijk", en: "all weights are equally likely")
      : Text(
        nl: "alle gewichten in de gegeven volgorde zijn even waarschijnlijk",
        en: "all weights in the given order are equally likely")
    guard isUncertain else { return order }
    return order
      + Text(
        nl: "; een onzekere waarde ligt overal binnen haar marge even waarschijnlijk, los van de andere",
        en: "; an uncertain value lies anywhere within its margin equally likely, apart from the others")
  }
}
