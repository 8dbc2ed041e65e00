import Methods
import WorkbenchKit

/// `weigh roc`: weights from the order of importance alone.
struct WeighRanks: Stage {
  struct Arguments: Sendable {
    let rank = Argument(
      flag: "rank", .column, about: Text(nl: "de kolom met de plaats", en: "the column with the place"))
    let judged = JudgementArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "weigh roc", aliases: ["weeg roc"],
    summary: Text(
      nl: "leid gewichten af uit alleen de volgorde van belangrijkheid",
      en: "derive weights from the order of importance alone"),
    details: Text(
      nl:
        "Rank order centroid (Barron & Barrett 1996): het midden van alle gewichten in die volgorde. Een rij per criterium met zijn plaats, 1 het "
        + "belangrijkst; gelijke plaatsen delen hun gewicht. Met --by is de plaats voor de groep de mediaan van de rollen.",
      en:
        "Rank order centroid (Barron & Barrett 1996): the middle of all weights in that order. A row for each criterion with its place, 1 the most "
        + "important; equal places share their weight. With --by the group's place is the median of the roles."),
    input: .required,
    examples: [
      .init("read plaatsen.csv | weigh roc", Text(nl: "een volgorde", en: "an order")),
      .init(
        "read plaatsen.csv | select criterion | weigh roc",
        Text(nl: "zonder plaatsen", en: "without places"), failsWith: "weigh.marks"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let ranks = try CriterionMarks(
      given.rank, called: "rank", by: given.judged.by, id: given.judged.rowNames.id, in: table, bound: .any,
      for: given.purpose)
    let medians = ranks.criteria.indices.map { index in Self.median(ranks.marks.map { $0.values[index] }) }
    context.workspace.note(DecisionSources.centroid)
    var shown = WeightsOutput(criteria: ranks.criteria, weights: rankOrderCentroid(medians))
    shown.judges = ranks.marks.compactMap { judge, values in judge.map { ($0, rankOrderCentroid(values)) } }
    let column = Column.numbers("rank", medians, label: Text(nl: "plaats", en: "rank"))
    return shown.output(
      input, title: Text(nl: "Gewichten uit een volgorde", en: "Weights from an order"), details: [column])
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
