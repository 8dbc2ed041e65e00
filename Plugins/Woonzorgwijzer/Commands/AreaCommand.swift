import WorkbenchKit

/// `wzw area`: the sheet of one area.
struct AreaCommand: UntypedCommand {
  let reference: Reference

  var signature: Signature {
    Signature(
      "wzw area",
      aliases: ["wzw gebied"],
      summary: Text(nl: "toon het blad van één gebied", en: "show the sheet of one area"),
      parameters: [
        .argument(
          "area", about: Text(nl: "code of volledige naam", en: "code or full name"),
          candidates: AreaParameters.areaCandidates),
        AreaParameters.year,
      ],
      examples: [
        .init("wzw area BU99010101", Text(nl: "het blad van een buurt", en: "the sheet of a neighbourhood")),
        .init(
          "wzw area linde", Text(nl: "twee buurten heten ongeveer zo", en: "two neighbourhoods have such a name"),
          failsWith: "area.ambiguous"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let knowledge = try reference.knowledge(context)
    let atlas = try AreaParameters.atlas(call, context)
    let area = try AreaSearch(atlas: atlas).one(call.text("area") ?? "", at: call.place(of: "area"))
    let told = try AreaPage(area, atlas, knowledge, context).told()
    return Output([.heading(Heading(.verbatim("\(area.name) (\(area.code))"), level: 2))] + told.blocks)
  }
}
