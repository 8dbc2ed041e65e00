import Methods
import WorkbenchKit

/// `weigh points`: weights from points that were divided.
struct WeighPoints: Stage {
  struct Arguments: Sendable {
    let points = Argument(
      flag: "points", .column, about: Text(nl: "de kolom met de punten", en: "the column with the points"))
    let judged = JudgementArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "weigh points", aliases: ["weeg punten"],
    summary: Text(nl: "leid gewichten af uit verdeelde punten", en: "derive weights from points that were divided"),
    details: Text(
      nl:
        "Een rij per criterium met zijn punten; het gewicht is het aandeel in het totaal. Met --by telt elke rol even zwaar: het gewicht voor de "
        + "groep is het gemiddelde van hun aandelen.",
      en:
        "A row for each criterion with its points; the weight is the share of the total. With --by each role counts alike: the group's weight is "
        + "the mean of their shares."),
    input: .required,
    examples: [
      .init(
        "read punten.csv | weigh points --by role",
        Text(nl: "twee rollen verdelen punten", en: "two roles divide points")),
      .init(
        "read punten.csv | derive points = 0 | weigh points --by role",
        Text(nl: "niemand gaf punten", en: "nobody gave points"),
        failsWith: "weights.zero"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let points = try CriterionMarks(
      given.points, called: "points", by: given.judged.by, id: given.judged.rowNames.id, in: table, bound: .amount,
      for: given.purpose)
    let shares = try points.marks.map { judge, values in
      guard let shares = pointAllocation(values) else {
        let who = judge.map { "\($0): " } ?? ""
        throw Diagnostic(
          "weights.zero", Text(nl: "\(who)alle punten zijn nul", en: "\(who)all points are nought"), place: given.place)
      }
      return (judge, shares)
    }
    let means = points.criteria.indices.map { index in
      shares.reduce(0) { $0 + $1.1[index] } / Double(shares.count)
    }
    var shown = WeightsOutput(criteria: points.criteria, weights: means)
    shown.judges = shares.compactMap { judge, weights in judge.map { ($0, weights) } }
    return shown.output(input, title: Text(nl: "Gewichten uit punten", en: "Weights from points"))
  }
}
