import WorkbenchKit

/// `wzw needs`: what the people of an area need.
struct NeedsCommand: Command {
  struct Arguments: Sendable {
    let area = AreaArgument()
    let threshold = ThresholdArguments()
    let rates = RateChoice()
    let all = Argument(
      toggle: "all",
      about: Text(
        nl: "ook randvoorwaarden waarover niets bekend is", en: "also preconditions of which nothing is known"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw needs",
      aliases: ["wzw behoeften"],
      summary: Text(
        nl: "reken uit hoeveel mensen in een gebied elke randvoorwaarde nodig hebben",
        en: "work out how many people of an area need each precondition"),
      details: Text(
        nl: """
          Mensen van een groep × aandeel van elke mantelzorgsituatie × noodzaak volgens de kring, opgeteld waar de mediaan de \
          drempel haalt. 'demand_low' neemt de lage aantallen en het laagste oordeel, 'demand_high' de hoge en het hoogste; \
          'unknown_share' is het deel van de mensen van wie niet bekend is of zij het nodig hebben. Waar alles onbekend is, \
          staat er geen getal. Mensen, verdeling en sleutel geeft de groep zelf: 'wzw need people', 'shares' en 'key'.
          """,
        en: """
          People of a group × share of each informal-care situation × necessity by the circle, added up where the median \
          reaches the threshold. 'demand_low' takes the low counts and the lowest judgement, 'demand_high' the high and the \
          highest; 'unknown_share' is the part of the people of whom it is not known whether they need it. Where all is \
          unknown there is no number. The group itself gives people, shares and key: 'wzw need people', 'shares' and 'key'.
          """),
      next: [
        FollowUp("wzw gap {area}", Text(nl: "wat daarvan ontbreekt", en: "what of it is lacking"))
      ],
      examples: [
        .init(
          "wzw needs BU99010101",
          Text(nl: "een buurt; zegt wat er nog ontbreekt", en: "a neighbourhood; says what is lacking")),
        .init(
          "wzw needs linde", Text(nl: "een naam is nooit een gok", en: "a name is never a guess"),
          failsWith: "area.ambiguous"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let atlas = try Atlas(context.workspace)
    let area = try given.area.found(in: atlas)
    let rates = try given.rates.searchIfAny(in: context)
    let finder = try DemandFinder(given.threshold.value(in: context), atlas, rates, context)
    let demand = try finder.find(area)
    let counts = SmallCounts(context.workspace)
    var blocks: [Block] = []
    let use = RateUseNotice.blocks(demand.use, rates)
    if demand.members.isEmpty {
      blocks += GapReport.lacking(demand)
      blocks += try NeedsTables.missing(demand, context)
      let counted = try NeedsTables.indicators(area, atlas, rates, counts, context)
      blocks += counted + use.filter { !counted.contains($0) }
    } else {
      let (table, made) = NeedsTables.demand(demand, atlas, counts, showsAll: given.all, in: context)
      blocks += made.sentence.map { [.paragraph($0)] } ?? []
      blocks.append(.table(table))
      blocks += NeedsTables.members(demand, counts, context)
      blocks += try made.remarks(finder.threshold, context)
      blocks += GapReport.lacking(demand) + use
      var origin = FigureOrigin()
      origin.add([demand], try context.codebook)
      context.workspace.note(origin)
      blocks +=
        GapReport.borrowed([demand]) + GapReport.assumed(origin, [demand]) + counts.notice(made.held)
        + GapReport.stated([demand], finder.threshold)
    }
    return Output(blocks + Demo.notice(for: [area]))
  }
}
