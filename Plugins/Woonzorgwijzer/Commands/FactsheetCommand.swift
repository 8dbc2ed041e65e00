import WorkbenchKit

/// `wzw factsheet`: one page on an area: who, growth, needs and gaps, benchmark, map, and where every number comes from.
struct FactsheetCommand: Command {
  struct Arguments: Sendable {
    let area = AreaArgument()
    let indicators = IndicatorArguments.several(
      Text(nl: "welke percentages: volledige naam of stam", en: "which percentages: full name or stem"))
    let rates = RateChoice()
    let to = Argument(
      flag: "to", .integer(1990...2200), default: "2040",
      about: Text(nl: "tot welk jaar de groei", en: "until which year the growth"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw factsheet",
      aliases: ["wzw factsheets", "wzw overzicht"],
      summary: Text(nl: "zet één gebied op één blad", en: "put one area on one sheet"),
      details: Text(
        nl: """
          Wie er wonen, groei tot --to, wat nodig is en ontbreekt, vergelijking, kaart, en onder elk getal waar het vandaan komt. \
          Zonder --indicator de percentages die volgens de bron tellen voor wonen met zorg (bewegen, regie, eenzaamheid, mantelzorg \
          en andere), en anders die het meest van de omgeving verschillen; het eerste staat in de vergelijking en op de kaart. Waar invoer ontbreekt, zegt het blad wat er ontbreekt. Van de percentages telt het jaar dat het dichtst bij dat van de kerncijfers ligt, of \
          --rate-year. '| to html BESTAND' maakt er een pagina van.
          """,
        en: """
          Who live there, growth until --to, what is needed and lacking, comparison, map, and under each number where it comes \
          from. Without --indicator the percentages that by the source matter for living with care (moving about, control, loneliness, \
          informal care and others), else those that differ most from the surroundings; the first is compared and drawn on the map. Where input lacks, the sheet says what lacks. Of the percentages the year nearest to that of the key figures counts, or --rate-year. '| to html FILE' makes a page of it.
          """),
      next: [
        FollowUp(
          "wzw factsheet {area} | to html factsheet.html",
          Text(nl: "als bladzijde om af te drukken", en: "as a page to print"))
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

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let codebook = try context.codebook
    let atlas = try Atlas(context.workspace)
    let area = try given.area.found(in: atlas)
    let rates = try given.rates.searchIfAny(in: context)
    var asked: [String] = []
    if !given.indicators.isEmpty {
      let search = try rates ?? given.checking(\.indicators) { _ in try given.rates.search(in: context) }
      asked = try given.checkingEach(\.indicators) { try search.stem($0) }
    }
    let sheet = Factsheet(
      area: area, asked: asked, rates: rates, sameCodes: given.rates.sameCodes, year: given.to, atlas: atlas,
      codebook: codebook, context: context)
    return Output(try sheet.blocks())
  }
}
