import WorkbenchKit

/// `wzw add`: joins a column of one's own to the areas.
struct AddCommand: Command {
  struct Arguments: Sendable {
    let file = Argument(
      "file", .file,
      about: Text(nl: "CSV of werkmap, met een gebied op elke rij", en: "CSV or workbook, with an area on each row"))
    let name = Argument(
      requiredFlag: "as", .words,
      about: Text(
        nl: "hoe de cijfers voortaan heten: wmo-clienten", en: "what the figures are called from now on: wmo-clients"),
      candidates: { OwnNames.candidates($0) })
    let column = Argument(
      flag: "column", .name,
      about: Text(
        nl: "de kolom met de cijfers, als het er meer kunnen zijn",
        en: "the column of the figures, where several can be"))
    let year = Argument(
      flag: "year", .integer(1990...2100),
      about: Text(
        nl: "het jaar van de cijfers, waar het bestand het niet zegt",
        en: "the year of the figures, where the file does not say"))
    let measure = Argument(
      flag: "kind", .choice(OwnMeasure.self),
      about: Text(nl: "wat het voor cijfers zijn; anders aantallen", en: "what the figures are; else counts"))
    let base = Argument(
      flag: "of", .name,
      about: Text(
        nl: "van welke mensen: alle, 18+ of 65+; een percentage moet het zeggen",
        en: "of which people: all, 18+ or 65+; a percentage has to say it"),
      candidates: { _ in [Candidate("alle", AgeRange.everybody), Candidate("18+"), Candidate("65+")] })
    let unit = Argument(
      flag: "unit", .words,
      about: Text(
        nl: "wat er geteld of gemeten is, als het geen mensen zijn: woningen, rapportcijfer",
        en: "what is counted or measured, where it is no people: dwellings, a mark"))
    let source = Argument(
      flag: "source", .words,
      about: Text(
        nl: "waar het vandaan komt: Wmo-registratie, enquête 2024",
        en: "where it comes from: Wmo registration, survey 2024"))
    let sample = Argument(
      flag: "base", .name,
      about: Text(
        nl: "de kolom die zegt hoeveel mensen ondervraagd zijn", en: "the column that says how many people were asked"))
    let error = Argument(
      flag: "error", .name, about: Text(nl: "de kolom met standaardfouten", en: "the column of standard errors"))
    let replace = Argument(
      toggle: "replace",
      about: Text(
        nl: "een ander cijfer van een gebied komt in de plaats", en: "another figure of an area takes its place"))
    let level = Argument(
      flag: "level", .choice(AreaLevel.self),
      about: Text(
        nl: "het niveau van gebieden waarvan het bestand alleen de naam geeft",
        en: "the level of areas of which the file gives the name only"))
    let encoding = TextEncodings.argument
    let numbers = NumberArguments()
    let sheet = SourceArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw add",
      aliases: ["wzw toevoegen"],
      summary: Text(
        nl: "voeg eigen cijfers per gebied toe: een registratie, een enquête",
        en: "add figures of your own per area: a registration, a survey"),
      details: Text(
        nl: """
          Elke rij is een gebied, met zijn code of volledige naam; één kolom heeft de cijfers. Zij heten daarna als \
          --as en zijn een indicator als elke andere: 'wzw estimate', 'map', 'benchmark', 'trend', 'rank' en \
          'factsheet' kennen hen. Aantallen zijn aantallen mensen, tenzij --unit iets anders zegt, en gelden als deel \
          van alle inwoners of van die van --of. Percentages noemen met --of van wie zij zijn; --base geeft hoeveel \
          mensen ondervraagd zijn, --error een standaardfout: daaruit volgt de marge. Onder de 5 ondervraagden, of \
          waar bij --base geen aantal staat, is het cijfer achtergehouden. Een volgend bestand vult aan: andere \
          gebieden of een ander jaar. Hetzelfde cijfer nog eens verandert niets, maar vult --base, --error en \
          --source aan; een ander cijfer van hetzelfde gebied wordt geweigerd, of geldt met --replace. Een leeg vak \
          is onbekend; '.', 'x' en '<5' zijn achtergehouden en blijven dat. Van wijken en gemeenten die het bestand \
          niet geeft, wordt opgeteld of gewogen uit de delen. Kleine aantallen tonen als <5, en wat hen verraadt als \
          •. 'wzw drop' haalt cijfers weg, 'wzw imports' noemt wat er is.
          """,
        en: """
          Each row is an area, by its code or full name; one column has the figures. From then on they are called as \
          --as says and are an indicator like any other: 'wzw estimate', 'map', 'benchmark', 'trend', 'rank' and \
          'factsheet' know them. Counts are of people unless --unit says otherwise, and are taken as a part of all \
          inhabitants or of those of --of. Percentages say with --of whose they are; --base gives how many people \
          were asked, --error a standard error: the margin follows from these. With fewer than 5 asked, or no number \
          under --base, the figure is held back. A next file adds to it: other areas or another year. The same figure \
          once more changes nothing, but --base, --error and --source are added to it; another figure of the same \
          area is refused, or holds with --replace. An empty cell is unknown; '.', 'x' and '<5' are held back and \
          stay so. Of districts and municipalities that the file does not give, it is added up or weighed out of the \
          parts. Small counts show as <5, and what gives them away as •. 'wzw drop' takes figures away, 'wzw imports' \
          lists what there is.
          """),
      changesWorkspace: true,
      next: [
        FollowUp("wzw map {as}", Text(nl: "op een kaart", en: "on a map")),
        FollowUp("wzw rank {as}", Text(nl: "waar het het hoogst is", en: "where it is highest")),
      ],
      soughtBy: ["eigen cijfers", "registratie", "enquête", "wmo", "own data", "survey"],
      examples: [
        .init(
          "wzw add wmo.csv --as wmo --year 2024",
          Text(nl: "Wmo-cliënten per buurt", en: "Wmo clients per neighbourhood")),
        .init(
          "wzw add enquete.csv --as eenzaamheid --kind rate --of 65+ --base respondenten --year 2024",
          Text(nl: "percentages uit een enquête, met hun marge", en: "percentages of a survey, with their margin")),
        .init(
          "wzw add wmo.csv --as wmo --kind rate --year 2024",
          Text(nl: "een percentage zegt van wie het er een is", en: "a percentage says whose it is"),
          failsWith: "argument.missing"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let codebook = try context.codebook
    let atlas = try Atlas(context.workspace, at: given.place)
    let figure = try self.figure(given, atlas, codebook, context)
    let protection = given.guarding.guarding(in: context)
    var choice = try given.sheet.choice()
    choice.usesHundred = true
    // Percentages are kept as such, so that what is asked of a workbook's makes no share of them.
    if figure.measure == .rate, choice.asksForHundred == false { choice.asksForHundred = true }
    let marks = try given.numbers.marks()
    choice.decimal = marks.decimal
    let opened = try given.checking(\.file) { try context.openText($0, choice) }
    let threshold = SmallCounts(context.workspace).threshold
    let reader = OwnReader(
      opened: opened, figure: figure, codebook: codebook, context: context, protection: protection,
      encoding: given.encoding, marks: marks,
      year: given.year, words: AreaWords(context.workspace, year: given.year, level: given.level),
      column: given.column, sample: given.sample, error: given.error, threshold: threshold,
      place: given.place(of: \.file))
    let rows = try given.checking(\.file) { _ in try reader.read() }
    let unknown = AddedCodes(rows, atlas)
    if unknown.isNothingKnown { throw unknown.problem(opened.file.name, at: given.place(of: \.file)) }
    let store = OwnStore(
      figure: figure, file: opened.file, cited: given.source, replaces: given.replace, threshold: threshold,
      atlas: atlas, codebook: codebook, workspace: context.workspace)
    let kept = try given.checking(\.file) { _ in try store.keep(rows) }
    let report = AddReport(figure: figure, file: opened.file.name, rows: rows, kept: kept, codes: unknown)
    return Output(
      try report.blocks(codebook, atlas, context.workspace) + opened.notices.map { .notice($0) }
        + protection.notices.map(Block.notice))
  }

  /// What the figures are, as the line says or an earlier file did.
  private func figure(_ given: Given<Arguments>, _ atlas: Atlas, _ codebook: Codebook, _ context: Context) throws
    -> OwnFigure
  {
    let before = try OwnTable.all(of: given.name, in: context.workspace).first?.said(in: context.workspace)
    let name = try given.checking(\.name) {
      try before?.name ?? OwnNames.checked($0, atlas, codebook, context.countedGroups, context.workspace)
    }
    let measure = given.measure ?? before?.measure ?? .count
    let base = try given.checking(\.base) { word in
      try word.map { try OwnNames.base($0, codebook) } ?? before?.base
    }
    let isOfOthers = measure == .mean || (given.unit ?? before?.unit).map { !OwnNames.isPeople($0) } ?? false
    if measure == .rate, base == nil { throw Self.ofWhom(name) }
    let unit = (given.unit ?? before?.unit).flatMap { OwnNames.isPeople($0) ? nil : $0 }
    if measure == .rate, unit != nil { throw Self.unitOfRate(at: given.place(of: \.unit)) }
    if isOfOthers, given.has(\.base) { throw Self.baseOfOthers(at: given.place(of: \.base)) }
    let figure = OwnFigure(
      name: name, measure: measure, base: isOfOthers ? nil : base ?? AgeRange.all.label, unit: unit)
    if let before, before != figure { throw Self.otherKind(before, codebook, at: given.place(of: \.name)) }
    return figure
  }

  private static func ofWhom(_ name: String) -> Diagnostic {
    Diagnostic(
      "argument.missing",
      Text(
        nl: "van welke mensen '\(name)' een percentage is, is niet gezegd",
        en: "it is not said of which people '\(name)' is a percentage"),
      wayOut: Text(nl: "geef --of alle, --of 18+ of --of 65+", en: "give --of all, --of 18+ or --of 65+"),
      suggestion: "--of alle")
  }

  private static func unitOfRate(at place: Place?) -> Diagnostic {
    Diagnostic(
      "argument.clash",
      Text(nl: "een percentage heeft geen eenheid naast zich", en: "a percentage has no unit beside it"),
      wayOut: Text(
        nl: "laat --unit weg, of kies --kind count of --kind mean",
        en: "leave --unit out, or choose --kind count or --kind mean"),
      place: place)
  }

  private static func baseOfOthers(at place: Place?) -> Diagnostic {
    Diagnostic(
      "argument.clash",
      Text(
        nl: "--of zegt van welke mensen iets een deel is, en dit telt geen mensen",
        en: "--of says of which people something is a part, and this counts no people"),
      wayOut: Text(nl: "laat --of weg", en: "leave --of out"), place: place)
  }

  private static func otherKind(_ before: OwnFigure, _ codebook: Codebook, at place: Place?) -> Diagnostic {
    let said = AddReport.kind(before, codebook)
    return Diagnostic(
      "add.kind",
      Text(nl: "'\(before.name)' is er al, als \(said.nl)", en: "'\(before.name)' is there already, as \(said.en)"),
      wayOut: Text(
        nl: "geef dezelfde soort, een andere naam met --as, of haal het eerst weg met 'wzw drop \(before.name)'",
        en: "give the same kind, another name with --as, or take it away first with 'wzw drop \(before.name)'"),
      place: place)
  }
}
