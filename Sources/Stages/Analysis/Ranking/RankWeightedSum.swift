import Methods
import WorkbenchKit

/// `rank wsm`: alternatives by the weighted sum of their utilities.
struct RankWeightedSum: Stage {
  struct Arguments: Sendable {
    let ranking = RankingArguments()
    let scale = Scaling.argument
  }

  static let arguments = Arguments()

  let signature = Signature(
    "rank wsm", aliases: ["rangschik wsm"],
    summary: Text(
      nl: "rangschik alternatieven naar de gewogen som van hun waarden",
      en: "rank alternatives by the weighted sum of their values"),
    details: Text(
      nl:
        "Een rij per alternatief, een kolom met getallen per criterium. score = Σ gewicht × nut. Waarden van 0 tot en met 1 tellen zoals ze "
        + "zijn (bij --minimise: 1 min de waarde); andere worden geschaald van het slechtste (0) tot het beste (1) dat voorkomt, en dan "
        + "hangt de uitkomst af van wie er meedoet. Gelijke scores delen een plaats.",
      en:
        "A row for each alternative, a column of numbers for each criterion. score = Σ weight × utility. Values from 0 through 1 count as "
        + "they stand (with --minimise: 1 less the value); others are scaled from the worst (0) to the best (1) that occurs, and then the "
        + "outcome hangs on who takes part. Equal scores share a rank."),
    input: .required,
    examples: [
      .init(
        "read keuzes.csv | rank wsm --weights a=.3,b=.4,c=.3 --scale minmax",
        Text(nl: "drie criteria met gewichten", en: "three criteria with weights")),
      .init(
        "read keuzes.csv | rank wsm --weights a=.3,b=-.4,c=.3",
        Text(nl: "een gewicht onder nul", en: "a weight below nought"), failsWith: "weights.negative"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let ranking = try given.ranking.input(of: table, in: context)
    let scale = try Scaling(Array(zip(given.scale, given.places(of: \.scale))), for: ranking)
    let utilities = scale.utilities(ranking)
    let scores = weightedSum(utilities, weights: try ranking.matrix().weights)
    context.workspace.note(DecisionSources.weightedSum)
    return ranking.output(
      input, table, Text(nl: "Rangorde naar gewogen som", en: "Ranking by weighted sum"), scores: scores,
      size: utilities.largest, label: .verbatim("score"), notices: scale.notices)
  }
}
