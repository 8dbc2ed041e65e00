import WorkbenchKit

/// `wzw trend`: a figure of areas over several years.
struct TrendCommand: Command {
  struct Arguments: Sendable {
    /// What is shown of counts of one's own.
    enum Shown: String, ArgumentChoice {
      case rate, persons

      static let usual = Shown.rate

      var about: Text? {
        switch self {
        case .rate: Text(nl: "het percentage", en: "the percentage")
        case .persons:
          Text(nl: "het aantal mensen, van eigen tellingen", en: "the number of people, of counts of your own")
        }
      }
    }

    let areas = NamedAreas(required: true)
    let indicator = Argument(
      flag: "indicator", .name,
      about: Text(nl: "welk percentage of welke eigen cijfers", en: "which percentage, or which figures of your own"),
      candidates: FigureNames.candidates)
    let figure = Argument(
      flag: "figure", .name,
      about: Text(
        nl: "welk kerncijfer: de naam, of die van de kolom", en: "which key figure: its name, or that of its column"),
      candidates: FigureNames.candidates)
    let age = Argument(
      flag: "age", .name, about: Text(nl: "leeftijdsgroep van een percentage", en: "age group of a percentage"),
      candidates: IndicatorArguments.ages)
    let from = Argument(flag: "from", .integer(1990...2100), about: Text(nl: "het eerste jaar", en: "the first year"))
    let to = Argument(flag: "to", .integer(1990...2100), about: Text(nl: "het laatste jaar", en: "the last year"))
    let show = Argument(
      flag: "show", .choice(Shown.self), default: "rate",
      about: Text(nl: "wat er van eigen tellingen te zien is", en: "what is shown of counts of your own"))
    let breaks = Argument(
      flags: "break", .pair(.words),
      about: Text(
        nl: "een breuk die u kent: 2023='andere telling'", en: "a break that you know of: 2023='counted otherwise'"))
    let alone = Argument(
      toggle: "alone",
      about: Text(nl: "zonder gemeente en land ernaast", en: "without the municipality and the country beside it"))
    let sameCodes = RateChoice.sameCodes
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw trend",
      aliases: ["wzw verloop"],
      summary: Text(
        nl: "zet een cijfer van enkele jaren naast elkaar", en: "set a figure of several years side by side"),
      details: Text(
        nl: """
          Elk jaar dat is ingelezen staat naast de andere, met de gemeente en het land erbij waar die bekend zijn. 'change' is het \
          laatste jaar min het eerste; van percentages in procentpunten. Een marge staat erbij waar er een is: van een enquête naar \
          het aantal ondervraagden (Newcombe 1998), van eigen tellingen wat toeval geven kan. Was een code toen een ander gebied, \
          dan ontbreken die jaren en staat er een breuk (¦); met een brug ('wzw bridge') zijn zij overgezet. Een breuk staat er \
          ook waar eigen cijfers een andere bron krijgen, en waar u er een noemt met --break: het verschil telt vanaf daar. \
          Aantallen van gebieden van verschillende grootte staan in de figuur als index.
          """,
        en: """
          Each year that is imported stands beside the others, with the municipality and the country where these are known. 'change' is \
          the last year less the first; of percentages in percentage points. A margin stands with it where there is one: of a survey by \
          the number of people asked (Newcombe 1998), of counts of your own what chance can make. Where a code was another area then, \
          those years are missing and a break is marked (¦); with a bridge ('wzw bridge') they are carried over. A break is marked too \
          where figures of your own get another source, and where you name one with --break: the change counts from there. Counts of \
          areas of different size stand in the picture as an index.
          """),
      next: [
        FollowUp("wzw rank {indicator}", Text(nl: "waar het nu het hoogst is", en: "where it is highest now")),
        FollowUp("wzw rank {figure}", Text(nl: "waar het nu het hoogst is", en: "where it is highest now")),
      ],
      soughtBy: ["trend", "verloop", "jaren", "ontwikkeling", "groei"],
      examples: [
        .init(
          "wzw trend BU99010101 --figure AantalInwoners",
          Text(nl: "hoeveel er wonen, jaar na jaar", en: "how many live there, year by year")),
        .init(
          "wzw trend BU99010101 BU99010102 --indicator eigen",
          Text(nl: "eigen cijfers van twee buurten", en: "figures of your own of two neighbourhoods")),
        .init(
          "wzw trend BU99010101 --indicator Eenzaam", Text(nl: "één jaar is geen verloop", en: "one year is no trend"),
          failsWith: "trend.years"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let atlas = try Atlas(context.workspace, at: given.place)
    let areas = try given.areas.found(in: atlas)
    let subject = try subject(given, atlas, context)
    let loaded = subject.years
    let years = loaded.filter { $0 >= given.from ?? 0 && $0 <= given.to ?? 9999 }
    guard years.count > 1 else { throw Self.oneYear(TrendWords(subject).label, years, loaded, at: given.place) }
    var told: [Int: String] = [:]
    for pair in given.breaks {
      guard let year = Int(pair.key), years.dropFirst().contains(where: { $0 >= year }), year > years[0] else {
        throw Self.noYear(pair.key, years, at: pair.place)
      }
      guard !pair.value.trimmedOfPadding.isEmpty else { throw Self.noWords(pair.key, at: pair.place) }
      told[year] = told[year].map { "\($0); \(pair.value)" } ?? pair.value
    }
    let beside = given.alone ? [] : Self.beside(areas, atlas)
    let tables =
      subject.tables.isEmpty ? years.map(ImportedTables.areas) : subject.tables.map(\.tableName)
    let trend = try Trend(
      subject, years: years, areas, beside: beside, told: told,
      records: ImportRecords(tables, in: context.workspace), context: context)
    return Output(try TrendReport(trend, context).blocks())
  }

  private func subject(_ given: Given<Arguments>, _ atlas: Atlas, _ context: Context) throws -> TrendSubject {
    let codebook = try context.codebook
    let search = MapSearch(atlas, codebook, context.workspace)
    if given.has(\.indicator), given.has(\.figure) {
      throw Diagnostic(
        "argument.clash",
        Text(nl: "een verloop is van één cijfer", en: "a trend is of one figure"),
        wayOut: Text(nl: "geef --indicator of --figure", en: "give --indicator or --figure"),
        place: given.place(of: \.figure))
    }
    guard
      let found = try given.checking(\.indicator, { try $0.map { try search.find($0, in: context) } })
        ?? given.checking(\.figure, { try $0.map { try search.find($0) } })
    else {
      throw Diagnostic(
        "argument.missing",
        Text(nl: "'wzw trend' weet niet waarvan", en: "'wzw trend' does not know of what"),
        wayOut: Text(
          nl: "noem een percentage of eigen cijfers met --indicator, of een kerncijfer met --figure",
          en: "name a percentage or figures of your own with --indicator, or a key figure with --figure"),
        suggestion: "--indicator")
    }
    func made(_ name: String, _ measure: TrendSubject.Measure, _ own: OwnFigure?, _ tables: [HealthTable])
      -> TrendSubject
    {
      TrendSubject(
        name: name, measure: measure, own: own, tables: tables, atlas: atlas, codebook: codebook,
        takesSameCodes: given.sameCodes)
    }
    switch found {
    case .indicator(let stem, let search):
      let age = try given.checking(\.age) { try search.age(of: stem, asked: $0).age }
      let tables = search.editions.filter { $0.age == age.name && $0.indicator(stem) != nil }
      let own = search.own(stem)
      if given.show == .persons, own?.measure != .count { throw Self.noCount(stem, at: given.place(of: \.show)) }
      return made(stem, given.show == .persons ? .persons(age) : .share(age), own, tables)
    case .figure(let measure):
      try refuseAge(given, measure.name)
      return made(measure.name, .figure(measure), nil, [])
    case .group(let group, _): throw Self.hasNoYears(group)
    case .own(let figure, let tables):
      try refuseAge(given, figure.name)
      return made(figure.name, .own(figure), figure, tables)
    }
  }

  private static func hasNoYears(_ group: CountedGroup) -> Diagnostic {
    let people = group.people
    return Diagnostic(
      "trend.group",
      Text(
        nl: "van \(people.nl) zijn er geen cijfers van meer jaren",
        en: "of \(people.en) there are no figures of several years"),
      wayOut: Text(
        nl: "'wzw project … --group \(group.id)' rekent hen vooruit",
        en: "'wzw project … --group \(group.id)' projects them"))
  }

  private func refuseAge(_ given: Given<Arguments>, _ name: String) throws {
    guard given.has(\.age) else { return }
    throw Diagnostic(
      "argument.clash",
      Text(
        nl: "--age hoort bij een percentage, en dat is '\(name)' niet",
        en: "--age goes with a percentage, which '\(name)' is not"),
      wayOut: Text(nl: "laat --age weg", en: "leave --age out"), place: given.place(of: \.age))
  }

  /// The municipality that all lie in, and the country.
  private static func beside(_ areas: [Area], _ atlas: Atlas) -> [Area] {
    let codes = Set(areas.flatMap(\.members))
    let municipalities = Set(codes.compactMap(AreaCode.municipality))
    var wholes = municipalities.count == 1 ? municipalities.sorted() : []
    wholes.append("NL00")
    let named = Set(areas.map(\.code))
    return wholes.filter { !named.contains($0) }.compactMap(atlas.area)
  }

  private static func oneYear(_ name: Text, _ years: [Int], _ loaded: [Int], at place: Place?) -> Diagnostic {
    let list = loaded.map(String.init).joined(separator: ", ")
    return Diagnostic(
      "trend.years",
      years.isEmpty
        ? Text(
          nl: "van '\(name.nl)' is er geen cijfer van die jaren",
          en: "there is no figure of '\(name.en)' of those years")
        : Text(
          nl: "van '\(name.nl)' is er maar één jaar: \(years[0])",
          en: "of '\(name.en)' there is one year only: \(years[0])"),
      wayOut: loaded.count > 1
        ? Text(nl: "er zijn cijfers van \(list)", en: "there are figures of \(list)")
        : Text(
          nl: "lees een tweede jaar in met 'wzw import' of 'wzw add'",
          en: "import a second year with 'wzw import' or 'wzw add'"),
      place: place)
  }

  private static func noYear(_ word: String, _ years: [Int], at place: Place?) -> Diagnostic {
    let list = years.dropFirst().map(String.init).joined(separator: ", ")
    return Diagnostic(
      "trend.break",
      Text(
        nl: "een breuk bij '\(word)' valt niet tussen de jaren",
        en: "a break at '\(word)' does not fall between the years"),
      wayOut: Text(nl: "geef het eerste jaar na de breuk: \(list)", en: "give the first year after the break: \(list)"),
      place: place)
  }

  private static func noWords(_ year: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "trend.break",
      Text(nl: "bij de breuk van \(year) staat geen reden", en: "the break at \(year) has no reason"),
      wayOut: Text(nl: "geef --break \(year)='andere telling'", en: "give --break \(year)='counted otherwise'"),
      place: place)
  }

  private static func noCount(_ name: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "argument.clash",
      Text(nl: "'\(name)' is een percentage, en geen telling", en: "'\(name)' is a percentage, and no count"),
      wayOut: Text(
        nl: "laat --show weg; 'wzw estimate' zegt hoeveel mensen het zijn",
        en: "leave --show out; 'wzw estimate' says how many people it is"),
      place: place)
  }
}

/// The figures that a map, a trend or a ranking can be of.
enum FigureNames {
  static let candidates: @Sendable (Context) -> [Candidate] = { context in
    guard let codebook = try? context.codebook, let atlas = try? Atlas(context.workspace) else { return [] }
    return MapSearch(atlas, codebook, context.workspace).candidates
  }
}
