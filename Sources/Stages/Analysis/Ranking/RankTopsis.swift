import Methods
import WorkbenchKit

/// `rank topsis`: alternatives by how near they are to the best on everything.
struct RankTopsis: Stage {
  struct Arguments: Sendable {
    let ranking = RankingArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "rank topsis", aliases: ["rangschik topsis"],
    summary: Text(
      nl: "rangschik alternatieven naar hun afstand tot het beste en het slechtste dat voorkomt",
      en: "rank alternatives by their distance to the best and the worst that occurs"),
    details: Text(
      nl:
        "TOPSIS (Hwang & Yoon 1981): elk criterium gedeeld door de wortel van de som van zijn kwadraten, maal het gewicht; score = afstand "
        + "tot het slechtste / (afstand tot het beste + afstand tot het slechtste), van 0 tot 1. to_best en to_worst zijn die afstanden.",
      en:
        "TOPSIS (Hwang & Yoon 1981): each criterion over the root of its sum of squares, times the weight; score = distance to the worst / "
        + "(distance to the best + distance to the worst), from 0 to 1. to_best and to_worst are those distances."),
    input: .required,
    examples: [
      .init(
        "read keuzes.csv | rank topsis --weights a=.3,b=.4,c=.3 --minimise b",
        Text(nl: "van b is minder beter", en: "less is better of b")),
      .init(
        "read keuzes.csv | rank topsis --weights a=.3,d=.7",
        Text(nl: "een kolom die er niet is", en: "a column that is not there"), failsWith: "column.unknown"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let ranking = try given.ranking.input(of: table, in: context)
    let result = Topsis(try ranking.matrix())
    context.workspace.note(DecisionSources.topsis)
    let details = [
      Column.numbers(
        "to_best", result.toBest, label: Text(nl: "tot het beste", en: "to the best"), format: .decimals(4)
      ).asDetail(),
      Column.numbers(
        "to_worst", result.toWorst, label: Text(nl: "tot het slechtste", en: "to the worst"), format: .decimals(4)
      ).asDetail(),
    ]
    return ranking.output(
      input, table, Text(nl: "Rangorde naar TOPSIS", en: "Ranking by TOPSIS"), scores: result.closeness,
      label: Text(nl: "nabijheid", en: "closeness"), details: details)
  }
}
