import WorkbenchKit

/// `wzw project`: how many people there will be, as far as what is loaded or given allows.
struct ProjectCommand: Command {
  struct Arguments: Sendable {
    let areas = NamedAreas(required: false)
    let to = Argument(requiredFlag: "to", .integer(1990...2200), about: Text(nl: "het jaar", en: "the year"))
    let growth = Argument(
      flags: "growth", .pair(.value),
      about: Text(
        nl: "factor van nu tot dat jaar, per leeftijd: 65+=1.35", en: "factor from now to that year, per age: 65+=1.35")
    )
    let group = GroupChoice.argument
    let split = IndicatorArguments.split
    let scope = AreaScope()
    let year = FigureYear()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw project",
      aliases: ["wzw vooruitblik"],
      summary: Text(
        nl: "reken vooruit hoeveel mensen er in een gebied komen", en: "project how many people an area will have"),
      details: Text(
        nl: """
          Met overleving per klasse ('wzw import … --as survival': age_from,age_to,survival[,migration][,births]) en bevolking in \
          die klassen ('--as population'): de cohort-componentmethode, per stap zo lang als een klasse breed is. Anders met \
          --growth: een factor per leeftijd. Anders wordt er niets berekend en staat er alleen wat de bron zegt. Zonder gebied: \
          alle gemeenten, of die van --level. Met --group: hoeveel mensen er van een doelgroep komen, als de kansen per leeftijd \
          blijven zoals ze zijn.
          """,
        en: """
          With survival per band ('wzw import … --as survival': age_from,age_to,survival[,migration][,births]) and population in \
          those bands ('--as population'): the cohort-component method, in steps as long as a band is wide. Else with --growth: a \
          factor per age. Else nothing is computed and there is only what the source says. Without an area: all municipalities, \
          or those of --level. With --group: how many people of a target group there will be, if the rates by age stay as they \
          are.
          """),
      examples: [
        .init(
          "wzw project GM9901 --to 2040", Text(nl: "wat er zonder meer te zeggen is", en: "what can be said as it is")),
        .init(
          "wzw project GM9901 --to 2040 --growth 65+=1.35",
          Text(nl: "met een eigen groeifactor", en: "with a growth factor of your own")),
        .init(
          "wzw project GM9901 --to 2040 --group dementie",
          Text(nl: "een doelgroep, zonder 'wzw start' of eigen kansen", en: "a target group, without rates"),
          failsWith: "rates.none"),
        .init(
          "wzw project GM9901 --to 2020", Text(nl: "een jaar dat al voorbij is", en: "a year that is past"),
          failsWith: "project.year"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let codebook = try context.codebook
    let atlas = try given.year.atlas(in: context, takesPeople: true)
    let areas = try given.scope.areas(given.areas.found(in: atlas), in: atlas, orElse: .gemeente)
    let people = try PeopleByAge(
      atlas, codebook, context.workspace, splits: given.checking(\.split, AgeSplits.init))
    let way = try Projection.way(Projection.factors(given.growth), in: context.workspace)
    let projection = try Projection(way, areas, to: given.to, people, at: given.place(of: \.to))
    let report = try ProjectionReport(projection, people, codebook, context)
    guard let name = given.group else { return Output(report.told(areas, atlas).blocks) }
    let found = try given.checking(\.group) { _ in
      let estimates = try GroupEstimates(
        context.workspace, atlas, codebook, seed: context.seed, splits: given.checking(\.split, AgeSplits.init))
      return (try GroupChoice.found(name, among: estimates, in: context), estimates)
    }
    let group = try ProjectedGroup(
      found.0, found.1, projection, areas, atlas, at: given.place(of: \.group), context)
    return Output(try ProjectedGroupReport(group, beside: report, codebook, context).blocks(areas))
  }
}
