import WorkbenchKit

/// `wzw factsheet`: one page on an area: who, growth, needs and gaps, benchmark, map, and where every number comes from.
struct FactsheetCommand: UntypedCommand {
  let reference: Reference

  var signature: Signature {
    Signature(
      "wzw factsheet",
      aliases: ["wzw factsheets", "wzw overzicht"],
      summary: Text(nl: "zet één gebied op één blad", en: "put one area on one sheet"),
      details: Text(
        nl: """
          Wie er wonen, groei tot --to, wat nodig is en ontbreekt, vergelijking, kaart, en onder elk getal waar het vandaan komt. \
          Zonder --indicator de percentages die het meest van de omgeving verschillen; het eerste staat in de vergelijking en \
          op de kaart. Waar invoer ontbreekt, zegt het blad wat er ontbreekt. '| to html BESTAND' maakt er een pagina van.
          """,
        en: """
          Who live there, growth until --to, what is needed and lacking, comparison, map, and under each number where it comes \
          from. Without --indicator the percentages that differ most from the surroundings; the first is compared and drawn on the \
          map. Where input lacks, the sheet says what lacks. '| to html FILE' makes a page of it.
          """),
      parameters: [
        .argument(
          "area", about: Text(nl: "code of volledige naam", en: "code or full name"),
          candidates: AreaParameters.areaCandidates),
        .flag(
          "indicator", .text, repeated: true,
          about: Text(nl: "welke percentages: volledige naam of stam", en: "which percentages: full name or stem"),
          candidates: AreaParameters.indicatorCandidates(reference)),
        .flag(
          "to", .integer(1990...2200), about: Text(nl: "tot welk jaar de groei", en: "until which year the growth"),
          fallback: "2040"),
      ],
      examples: [
        .init("wzw factsheet BU99010101", Text(nl: "een buurt op een blad", en: "a neighbourhood on a sheet")),
        .init(
          "wzw factsheet GM9901 --indicator Eenzaam",
          Text(nl: "een gemeente, over één percentage", en: "a municipality, on one percentage")),
        .init(
          "wzw factsheet linde", Text(nl: "een naam is nooit een gok", en: "a name is never a guess"),
          failsWith: "area.ambiguous"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let knowledge = try reference.knowledge(context)
    let atlas = try Atlas(context.workspace, at: call.place)
    let area = try AreaSearch(atlas: atlas).one(call.text("area") ?? "", at: call.place(of: "area"))
    var asked: [String] = []
    if call.has("indicator") {
      let search = try IndicatorSearch(context.workspace, knowledge, at: call.place(of: "indicator"))
      asked = try call.all("indicator").map { try search.stem($0.value.text ?? $0.value.plain, at: $0.place) }
    }
    let sheet = Factsheet(
      area: area, asked: asked, year: call.integer("to") ?? 2040, atlas: atlas, reference: reference,
      knowledge: knowledge, context: context)
    return Output(try sheet.blocks())
  }
}
