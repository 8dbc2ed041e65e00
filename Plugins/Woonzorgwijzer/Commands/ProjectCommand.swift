import WorkbenchKit

/// `wzw project`: how many people there will be, as far as what is loaded or given allows.
struct ProjectCommand: UntypedCommand {
  let reference: Reference

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
          alle gemeenten, of die van --level.
          """,
        en: """
          With survival per band ('wzw import … --as survival': age_from,age_to,survival[,migration][,births]) and population in \
          those bands ('--as population'): the cohort-component method, in steps as long as a band is wide. Else with --growth: a \
          factor per age. Else nothing is computed and there is only what the source says. Without an area: all municipalities, \
          or those of --level.
          """),
      parameters: [
        .argument(
          "area", required: false, repeated: true, about: Text(nl: "code of volledige naam", en: "code or full name"),
          candidates: AreaParameters.areaCandidates),
        Parameter(
          "to", .integer(1990...2200), position: .flag, required: true, about: Text(nl: "het jaar", en: "the year")),
        .flag(
          "growth", .pair, repeated: true,
          about: Text(
            nl: "factor van nu tot dat jaar, per leeftijd: 65+=1.35",
            en: "factor from now to that year, per age: 65+=1.35")),
        .flag(
          "split", .pair, repeated: true,
          about: Text(
            nl: "aanname: welk deel van de 65-plussers ouder is, zoals 75+=48%",
            en: "assumption: what part of the people over 65 is older, such as 75+=48%")),
        AreaParameters.level, AreaParameters.within, AreaParameters.year,
      ],
      examples: [
        .init(
          "wzw project GM9901 --to 2040", Text(nl: "wat er zonder meer te zeggen is", en: "what can be said as it is")),
        .init(
          "wzw project GM9901 --to 2040 --growth 65+=1.35",
          Text(nl: "met een eigen groeifactor", en: "with a growth factor of your own")),
        .init(
          "wzw project GM9901 --to 2020", Text(nl: "een jaar dat al voorbij is", en: "a year that is past"),
          failsWith: "project.year"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let knowledge = try reference.knowledge(context)
    let atlas = try AreaParameters.atlas(call, context)
    let areas = try AreaParameters.areas(call, atlas, orElse: .gemeente)
    let people = try PeopleByAge(
      atlas, knowledge, context.workspace, splits: AgeSplits(call.pairs("split"), at: call.place(of: "split")))
    let way = try Projection.way(Projection.factors(call.pairs("growth")), in: context.workspace)
    let projection = try Projection(
      way, areas, to: call.integer("to") ?? 0, people, at: call.place(of: "to"))
    let story = try ProjectionStory(projection, people, knowledge, reference.library, context)
    return Output(story.told(areas, atlas).blocks)
  }
}
