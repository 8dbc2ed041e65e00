import WorkbenchKit

/// `wzw import`: takes in a file of CBS or RIVM, boundaries, facilities, or a table that the group made.
struct ImportCommand: Command {
  struct Arguments: Sendable {
    let file = Argument(
      "file", .file,
      about: Text(
        nl: "CSV, JSON, GeoJSON, werkmap, GeoPackage of een ander kaartbestand",
        en: "CSV, JSON, GeoJSON, workbook, GeoPackage or another map file"))
    let wanted = Argument(
      flag: "as",
      .choice([
        Candidate("areas", Text(nl: "kerncijfers wijken en buurten (CBS)", en: "key figures of districts (CBS)")),
        Candidate("health", Text(nl: "gezondheid per wijk en buurt (RIVM)", en: "health per neighbourhood (RIVM)")),
        Candidate(
          "geometry",
          Text(nl: "grenzen (GeoJSON, GeoPackage, shapefile)", en: "boundaries (GeoJSON, GeoPackage, shapefile)")),
        Candidate("rates", Text(nl: "kansen per doelgroep en leeftijd", en: "rates per target group and age")),
        Candidate("margins", Text(nl: "bekende totalen", en: "known totals")),
        Candidate("population", Text(nl: "bevolking in fijnere klassen", en: "population in finer bands")),
        Candidate("counts", Text(nl: "tellingen uit een enquête", en: "counts of a survey")),
        Candidate("survival", Text(nl: "overleving per klasse", en: "survival per band")),
        Candidate("forecast", Text(nl: "regionale prognose van CBS en PBL", en: "regional forecast of CBS and PBL")),
        Candidate("supply", Text(nl: "aanbod per gebied", en: "supply per area")),
        Candidate(
          "facilities", Text(nl: "voorzieningen als punten op de kaart", en: "facilities as points on the map")),
      ]), about: Text(nl: "wat het bestand moet zijn", en: "what the file has to be"))
    let year = Argument(
      flag: "year", .integer(1990...2100),
      about: Text(
        nl: "het jaar van de cijfers, waar het bestand het niet zegt",
        en: "the year of the figures, where the file does not say"))
    let only = Argument(
      flag: "only", .name,
      about: Text(
        nl: "alleen deze gemeente (code of naam) of wijk (code)",
        en: "only this municipality (code or name) or district (code)"))
    let level = Argument(
      flag: "level", .choice(AreaLevel.self),
      about: Text(
        nl: "het niveau van gebieden waarvan het bestand alleen de naam geeft",
        en: "the level of areas of which the file gives the name only"))
    let wishes = Argument(
      flags: "where", .pair(.name),
      about: Text(
        nl: "het deel van cijfers die zijn gesplitst, zoals Geslacht=Vrouwen; anders het totaal",
        en: "the part of figures that are split, such as Geslacht=Vrouwen; else the total"))
    let kind = Argument(
      flag: "kind", .words,
      about: Text(
        nl:
          "de soort van alle punten in een bestand met voorzieningen dat dit niet zelf zegt: supermarkt, buurthuis, …",
        en: "the kind of all points in a file of facilities that does not say so itself: supermarkt, buurthuis, …"),
      candidates: { context in ((try? context.facilityKinds) ?? []).map { Candidate($0.id, $0.label) } })
    let encoding = TextEncodings.argument
    let attributes = Argument(
      toggle: "attributes",
      about: Text(
        nl: "neem bij grenzen ook de cijfers mee die erbij staan (PDOK geeft er zo'n 200), als kerncijfers",
        en: "take with boundaries the figures that come along (PDOK gives about 200), as key figures"))
    let codes = Argument(
      flags: "codes", .file,
      about: Text(
        nl: "codelijsten van CBS (MeasureCodes, WijkenEnBuurtenCodes) bij waarnemingen uit de open data",
        en: "code lists of CBS (MeasureCodes, WijkenEnBuurtenCodes) with observations of its open data"))
    let columns = Argument(
      toggle: "columns",
      about: Text(
        nl: "noem elke kolom van het bestand met wat ermee gebeurde",
        en: "list every column of the file with what became of it"))
    let numbers = NumberArguments()
    let source = SourceArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw import",
      aliases: ["wzw inlezen"],
      summary: Text(
        nl: "lees cijfers van CBS of RIVM, grenzen, voorzieningen of een eigen tabel in",
        en: "import figures of CBS or RIVM, boundaries, facilities or a table of your own"),
      details: Text(
        nl: """
          Wat het bestand is, blijkt uit de kolommen. Bewaard worden alle kolommen met getallen onder hun eigen naam; van een gebied \
          dat er al was, komt wat het bestand heeft in de plaats en blijft de rest. Een tabel van meer jaren wordt met al haar jaren \
          gelezen, met --year alleen dat jaar. Gelezen worden ook downloads van de StatLine-website, breed en lang, en de open data \
          van CBS als JSON (OData v3 en v4, met --codes). Jaren mogen ook als kolommen naast \
          elkaar staan (2021, aantal_2022). Gebieden zonder code worden op naam gezocht, zoals u ze typt; de kolom (gemeente, wijk, \
          buurt), een kolom met de gemeente ernaast of --level zegt welk gebied bedoeld is. Van cijfers die zijn gesplitst, zoals \
          naar geslacht, telt het totaal, of het deel van --where; delen worden niet opgeteld. Van grenzen telt het land, niet het water; coördinaten zijn \
          graden, RD (EPSG:28992) of webkaart-meters (EPSG:3857). Een leeg vak, '.', -99997, -99995 en -99999999 zijn ontbrekend. \
          'read' telt gelezen gebieden, 'skipped' overgeslagen regels, 'suppressed' gebieden zonder enige waarde en 'unmatched' \
          gebieden zonder tegenhanger in wat al was ingelezen. Eigen tabellen hebben deze kolommen: \(Self.columns). \
          Een lege age_to, of een van 110 of meer, is open, een lege sex, household of group geldt voor allen; een aandeel is een getal van 0 tot en met 1. \
          Aantallen mensen zijn heel en niet negatief, percentages gaan tot 100; wat niet kan, wordt genoemd en ontbreekt. \
          Het bestand zelf bewijst welk teken decimalen of duizendtallen scheidt, anders --decimal of --thousands. \
          Voorzieningen hebben kind en lon + lat, of x_rd + y_rd (RD), en mogen een adres hebben.
          """,
        en: """
          What the file is, its columns tell. All columns of numbers are kept under their own names; of an area that was there \
          already, what the file has takes the place of what was, and the rest stays. A table of several years is read with all \
          of them, with --year only that one. Downloads of StatLine's website are read too, wide and long, and CBS's open data as \
          JSON (OData v3 and v4, with --codes). Years may stand side by side in columns as well (2021, \
          aantal_2022). Areas without a code are sought by name, as you type them; the column (gemeente, wijk, buurt), a column of \
          the municipality beside it or --level says which is meant. Of figures that are split, as by sex, the total counts, or the \
          part of --where; parts are not added up. Of boundaries the land counts, not the water; coordinates are degrees, RD \
          (EPSG:28992) or metres of web maps (EPSG:3857). An empty cell, '.', -99997, -99995 and -99999999 are missing. 'read' counts \
          areas taken in, 'skipped' rows left out, 'suppressed' areas without any value, and 'unmatched' areas without a \
          counterpart in what was imported before. Tables of your own have these columns: \(Self.columns). An empty \
          age_to, or one of 110 or more, is open, an empty sex, household or group is of everybody; a share is a number of 0 through 1. \
          Counts of people are whole and not negative, percentages end at 100; what cannot be is named and missing. The file \
          itself proves which mark is before decimals or between thousands, else --decimal or --thousands. \
          Facilities have kind and lon + lat, or x_rd + y_rd (RD), and may have an address.
          """),
      changesWorkspace: true,
      next: [
        FollowUp("wzw areas", Text(nl: "welke gebieden er nu zijn", en: "which areas there are now"))
      ],
      examples: [
        .init(
          "wzw import kwb_wilgendal_2024.csv --year 2024 --only GM9901",
          Text(nl: "de kerncijfers van één gemeente", en: "the key figures of one municipality")),
        .init(
          "wzw import buurten.csv --year 2024",
          Text(nl: "een tabel van een andere soort", en: "a table of another kind"),
          failsWith: "import.unrecognised"),
      ])
  }

  private static let columns =
    (FileKind.AnalystSheetKind.allCases.map { "\($0.rawValue) \($0.columns)" } + [
      "supply area,item,capacity,unit,source"
    ])
    .joined(separator: "; ")

  /// Percentages are read as a person sees them, as those of CSV are.
  private func choice(_ given: Given<SourceArguments>) throws -> SourceChoice {
    var choice = try given.choice()
    choice.usesHundred = true
    return choice
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let codebook = try context.codebook
    let scope = Scope(word: given.only, place: given.place(of: \.only))
    let protection = given.guarding.guarding(in: context)
    let importer = Importer(
      codebook: codebook, context: context, groups: try context.countedGroups, wanted: given.wanted, year: given.year,
      scope: scope, encoding: given.encoding, marks: try given.numbers.marks(), place: given.place(of: \.file),
      protection: protection,
      kinds: try context.facilityKinds, kind: given.kind, codes: given.codes, level: given.level,
      wishes: given.wishes.map { .init(column: $0.key, value: $0.value, place: $0.place) },
      choice: try choice(given.source),
      withFigures: given.attributes)
    let imported = try importer.take(given.file)
    var blocks = imported.flatMap { ImportReport($0, scope: scope, codebook: codebook).blocks }
    if given.columns {
      blocks += imported.filter { !$0.counts.columns.isEmpty }.map {
        .table(ColumnReport(columns: $0.counts.columns).table(context.language))
      }
    }
    let codes = imported.flatMap { $0.table.column("code")?.texts ?? [] }.compactMap { $0 }
    blocks += Demo.notice(for: codes)
    return Output(blocks + protection.notices.map(Block.notice))
  }
}
