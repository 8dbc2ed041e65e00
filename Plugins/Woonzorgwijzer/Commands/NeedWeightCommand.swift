import WorkbenchKit

/// `wzw need weight`: which judgement moves the demand of an area most.
struct NeedWeightCommand: Command {
  struct Arguments: Sendable {
    let area = AreaArgument()
    let threshold = ThresholdArguments()
    let rates = RateChoice()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw need weight",
      aliases: ["wzw noodzaak gewicht"],
      summary: Text(
        nl: "toon welk oordeel de vraag het meest verschuift", en: "show which judgement moves the demand most"),
      details: Text(
        nl: """
          Van elke vraag staat er wat er met de vraag naar die randvoorwaarde gebeurt als het antwoord één graad lager of hoger \
          was. Wat niets verschuift, staat er niet.
          """,
        en: """
          Of each question it says what becomes of the demand for that precondition if the answer were one grade lower or higher. \
          What moves nothing is left out.
          """),
      next: [
        FollowUp("wzw need agree", Text(nl: "hoe eens de rollen het zijn", en: "how far the roles agree"))
      ],
      soughtBy: ["oordeel", "judgement", "gevoelig", "sensitive"],
      examples: [
        .init("wzw need weight BU99010101", Text(nl: "in een buurt", en: "in a neighbourhood")),
        .init(
          "wzw need weight linde", Text(nl: "een naam is nooit een gok", en: "a name is never a guess"),
          failsWith: "area.ambiguous"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let atlas = try Atlas(context.workspace)
    let area = try given.area.found(in: atlas)
    let finder = try DemandFinder(
      given.threshold.value(in: context), atlas, try given.rates.searchIfAny(in: context), context)
    let weights = try JudgementWeights(area, finder)
    if weights.demand.members.isEmpty {
      return Output(
        GapReport.lacking(weights.demand) + (try NeedsTables.missing(weights.demand, context))
          + Demo.notice(for: [area]))
    }
    return Output(try JudgementWeightReport(weights, context).blocks + Demo.notice(for: [area]))
  }
}
