import Methods
import WorkbenchKit

/// `weigh entropy`: weights from how much alternatives differ.
struct WeighEntropy: Stage {
  struct Arguments: Sendable {
    let rowNames = RowNameArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "weigh entropy", aliases: ["weeg entropie"],
    summary: Text(
      nl: "leid gewichten af uit hoeveel alternatieven op elk criterium verschillen",
      en: "derive weights from how much alternatives differ on each criterion"),
    details: Text(
      nl:
        "Een rij per alternatief, een kolom per criterium. entropy = -Σ p ln p / ln aantal, met p het aandeel van een alternatief in de kolom; het "
        + "gewicht is het aandeel in 1 - entropy (Hwang & Yoon 1981). Dit zegt wat onderscheidt, niet wat iemand belangrijk vindt.",
      en:
        "A row for each alternative, a column for each criterion. entropy = -Σ p ln p / ln count, with p an alternative's share of the column; the "
        + "weight is the share of 1 - entropy (Hwang & Yoon 1981). This says what tells apart, not what anybody finds important."
    ),
    input: .required,
    examples: [
      .init("read keuzes.csv | weigh entropy", Text(nl: "vier alternatieven", en: "four alternatives")),
      .init(
        "read keuzes.csv | top 1 | weigh entropy",
        Text(nl: "één alternatief verschilt niet", en: "one alternative does not differ"),
        failsWith: "weigh.alternatives"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let ranking = try RankingInput(table, id: given.rowNames.id, for: given.purpose)
    guard table.rowCount > 1 else {
      throw Diagnostic(
        "weigh.alternatives",
        Text(
          nl: "'weigh entropy' heeft ten minste twee alternatieven nodig",
          en: "'weigh entropy' needs at least two alternatives"), place: given.place)
    }
    for criterion in ranking.criteria {
      let numbers = try criterion.completeNumbers(
        .amount, for: given.purpose, rows: ranking.names.names)
      guard numbers.contains(where: { $0 > 0 }) else {
        throw Diagnostic(
          "value.range",
          Text(
            nl: "'\(criterion.name)' is overal 0: daar is geen aandeel van te nemen",
            en: "'\(criterion.name)' is 0 everywhere: there is no share to take of it"),
          wayOut: Text(nl: "laat die kolom weg met 'select'", en: "leave that column out with 'select'"),
          place: given.place)
      }
    }
    let result: EntropyWeights
    do { result = try EntropyWeights(ranking.values) } catch {
      throw Diagnostic(
        "value.range",
        Text(nl: "de getallen zijn te groot om mee te rekenen", en: "the numbers are too large to work with"),
        place: given.place)
    }
    context.workspace.note(DecisionSources.topsis)
    var blocks: [Block] = [.notice(ranking.names.notice)]
    if result.entropies.allSatisfy({ 1 - $0 < 1e-12 }) {
      blocks.append(
        .caution(
          nl: "de alternatieven verschillen nergens: alle gewichten zijn gelijk",
          en: "the alternatives differ nowhere: all weights are equal"))
    }
    return WeightsOutput(criteria: ranking.criterionNames, weights: result.weights).output(
      input, title: Text(nl: "Gewichten naar verschil (entropie)", en: "Weights by difference (entropy)"),
      details: [
        .numbers("entropy", result.entropies, label: Text(nl: "entropie", en: "entropy"), format: .decimals(4))
      ],
      blocks: blocks)
  }
}
