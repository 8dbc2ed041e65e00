import WorkbenchKit

/// `wzw area`: the sheet of one area.
struct AreaCommand: Command {
  struct Arguments: Sendable {
    let area = AreaArgument()
    let year = FigureYear()
    let rates = RateChoice()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw area",
      aliases: ["wzw gebied"],
      summary: Text(nl: "toon het blad van één gebied", en: "show the sheet of one area"),
      next: [
        FollowUp("wzw factsheet {area}", Text(nl: "het blad voor op tafel", en: "the sheet for the table"))
      ],
      examples: [
        .init("wzw area BU99010101", Text(nl: "het blad van een buurt", en: "the sheet of a neighbourhood")),
        .init(
          "wzw area linde", Text(nl: "twee buurten heten ongeveer zo", en: "two neighbourhoods have such a name"),
          failsWith: "area.ambiguous"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let atlas = try given.year.atlas(in: context)
    let area = try given.area.found(in: atlas)
    let told = try AreaPage(area, atlas, given.rates.searchIfAny(in: context), context.codebook, context).told()
    let blocks = TellingFigures.atAGlance(told.blocks, try context.sheetAspects)
    return Output([.heading(Heading(.verbatim("\(area.name) (\(area.code))"), level: 2))] + blocks)
  }
}
