import Methods
import WorkbenchKit

/// `rank promethee`: alternatives by how far they outrank one another.
struct RankPromethee: Stage {
  struct Arguments: Sendable {
    let ranking = RankingArguments()
    let preference = PreferenceShapes.argument
  }

  static let arguments = Arguments()

  let signature = Signature(
    "rank promethee", aliases: ["rangschik promethee"],
    summary: Text(
      nl: "rangschik alternatieven naar hoe ver zij elkaar twee aan twee overtreffen",
      en: "rank alternatives by how far they outrank one another two by two"),
    details: Text(
      nl:
        "PROMETHEE II (Brans & Vincke 1985): per paar en criterium wordt het verschil een voorkeur van 0 tot 1. plus is hoe ver een alternatief "
        + "de andere gemiddeld overtreft, minus hoe ver het overtroffen wordt, net (de score) plus - minus. Vormen: usual (elk verschil telt "
        + "geheel), ushape:q (boven q), vshape:p (groeit tot p), level:q:p (half tussen q en p), linear:q:p (groeit van q tot p), gaussian:s.",
      en:
        "PROMETHEE II (Brans & Vincke 1985): for each pair and criterion the difference becomes a preference from 0 to 1. plus is how far an "
        + "alternative outranks the others on average, minus how far it is outranked, net (the score) plus - minus. Shapes: usual (any "
        + "difference in full), ushape:q (above q), vshape:p (grows up to p), level:q:p (half between q and p), linear:q:p (grows from q to "
        + "p), gaussian:s."),
    input: .required,
    examples: [
      .init(
        "read keuzes.csv | rank promethee --weights a=.3,b=.4,c=.3 --preference a=linear:1:3,b=vshape:4",
        Text(nl: "kleine verschillen tellen minder", en: "small differences count less")),
      .init(
        "read keuzes.csv | rank promethee --preference a=linear:3:1",
        Text(nl: "grenzen in de verkeerde volgorde", en: "thresholds in the wrong order"),
        failsWith: "preference.thresholds"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let ranking = try given.ranking.input(of: table, in: context)
    let functions = try PreferenceShapes.functions(given.preference, for: ranking)
    let result = Promethee(try ranking.matrix(), functions: functions)
    context.workspace.note(DecisionSources.promethee)
    return ranking.output(
      input, table, Text(nl: "Rangorde naar PROMETHEE II", en: "Ranking by PROMETHEE II"), scores: result.net,
      label: .verbatim("score"),
      details: [
        .measure("plus", result.leaving), .measure("minus", result.entering), .measure("net", result.net).asDetail(),
      ], notices: Self.onThreshold(result, ranking))
  }

  private static func onThreshold(_ result: Promethee, _ ranking: RankingInput) -> [Notice] {
    zip(result.onThreshold, ranking.criteria).compactMap { pairs, criterion in
      guard pairs > 0 else { return nil }
      return .info(
        nl: pairs == 1
          ? "één paar verschilt op '\(criterion.name)' precies zoveel als een grens: dat telt als niet erboven"
          : "\(pairs) paren verschillen op '\(criterion.name)' precies zoveel als een grens: dat telt als niet erboven",
        en: pairs == 1
          ? "one pair differs on '\(criterion.name)' by just as much as a threshold: that counts as not above it"
          : "\(pairs) pairs differ on '\(criterion.name)' by just as much as a threshold: that counts as not above it")
    }
  }
}
