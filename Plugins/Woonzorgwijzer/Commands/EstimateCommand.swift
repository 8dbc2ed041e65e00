import WorkbenchKit

/// `wzw estimate`: how many people of an area have a limitation, or belong to a target group.
struct EstimateCommand: Command {
  struct Arguments: Sendable {
    let areas = NamedAreas(required: false)
    let scope = AreaScope()
    let indicators = IndicatorArguments.several(
      Text(nl: "welk kenmerk: volledige naam of stam", en: "which trait: full name or stem"))
    let ages = Argument(
      flags: "age", .name,
      about: Text(nl: "leeftijdsgroep: 65+, 18+ of 18-64", en: "age group: 65+, 18+ or 18-64"),
      candidates: { IndicatorArguments.ages($0) + [Candidate("18-64")] })
    let year = FigureYear()
    let rates = RateChoice()
    let groups = Argument(
      flags: "group", .named(.counted),
      about: Text(nl: "doelgroep: 3, 4a, ggz-c3, dementie, …", en: "target group: 3, 4a, ggz-c3, dementia, …"))
    let method = Argument(
      flag: "method", .choice(EstimateMethod.self),
      about: Text(
        nl: "de methode; anders direct, met --group synthetic", en: "the method; else direct, with --group synthetic"))
    let split = IndicatorArguments.split
    let together = Argument(
      toggle: "together", about: Text(nl: "wie alle indicatoren samen heeft", en: "who has all the indicators together")
    )
    let rank = Argument(toggle: "rank", about: Text(nl: "rangen met hun interval", en: "ranks with their interval"))
    let by = Argument(
      flag: "by", .choice(Ranking.Measure.self), default: "estimate",
      about: Text(nl: "waarnaar de rang is", en: "what the rank is by"))
    let draws = Argument(
      flag: "draws", .integer(100...100_000), default: "1000",
      about: Text(nl: "hoeveel trekkingen", en: "how many draws"))
    let seed = Argument(
      flag: "seed", .integer(0...Int.max),
      about: Text(
        nl: "begingetal van de trekkingen; anders dat van de werkruimte",
        en: "seed of the draws; else that of the workspace"))
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "zet de tabel wzw.estimates in de werkruimte", en: "put the table wzw.estimates into the workspace"))
    let small = SmallAreaArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw estimate",
      aliases: ["wzw schat"],
      summary: Text(
        nl: "schat hoeveel mensen in een gebied een beperking of kenmerk hebben",
        en: "estimate how many people of an area have a limitation or trait"),
      details: Text(
        nl: """
          Zonder gebied: alle gebieden van --level (anders buurten), binnen --in. Met gebieden en --level: de gebieden van dat \
          niveau daarbinnen. 'rate' is een aandeel van 1.
          direct: het percentage van het gebied maal zijn inwoners van die leeftijd; zonder --indicator of --age alles wat is \
          ingelezen. 'low' en 'high' zijn geleerd uit twee edities van de percentages, als die ingelezen zijn; anders ontbreken zij. --age 18-64 is 18+ min 65+. --together telt wie \
          alle genoemde indicatoren samen heeft: grenzen, en een schatting als ze los van elkaar staan.
          Van de percentages telt het jaar dat het dichtst bij dat van de kerncijfers ligt, of --rate-year; een code die toen een \
          ander gebied noemde, telt alleen mee met --same-codes.
          synthetic: per doelgroep de kansen uit 'wzw import … --as rates' maal inwoners, en waar die er niet zijn de landelijke van 'wzw start'. calibrated: daarna aangepast op bekende \
          totalen (--as margins). composite: directe tellingen met hun fout (--as counts: area,group,estimate,sd of \
          area,group,share,n) samen met een model (Fay-Herriot). Kansen boven 65 vragen fijnere klassen (--as population) of --split.
          --rank geeft rangen met hun interval uit trekkingen; wie te onzeker is, staat als zodanig gemerkt. Bij direct zonder \
          marge telt alleen het toeval van de telling mee, en dat staat erbij.
          --offer zet de uitkomst als tabel wzw.estimates in de werkruimte, voor andere onderdelen: \(Offer.columns).
          \(SmallAreaArguments.details.nl)
          """,
        en: """
          Without an area: all areas of --level (else neighbourhoods), within --in. With areas and --level: the areas of that \
          level within them. 'rate' is a share of 1.
          direct: the percentage of the area times its people of that age; without --indicator or --age all that is imported. \
          'low' and 'high' are learnt from two editions of the percentages where these are imported, and missing else. --age 18-64 is 18+ minus 65+. --together counts who has all \
          the named indicators at once: bounds, and an estimate as if they were independent.
          Of the percentages the year nearest to that of the key figures counts, or --rate-year; a code that named another area \
          then counts only with --same-codes.
          synthetic: per target group the rates of 'wzw import … --as rates' times people, and where there are none the national ones of 'wzw start'. calibrated: then fitted to known \
          totals (--as margins). composite: direct counts with their error (--as counts: area,group,estimate,sd or \
          area,group,share,n) together with a model (Fay-Herriot). Rates above 65 ask for finer bands (--as population) or --split.
          --rank gives ranks with their interval out of draws; what is too uncertain is marked so. With direct and no margin only \
          the chance in the count goes in, and that is said.
          --offer puts the outcome into the workspace as the table wzw.estimates, for other parts: \(Offer.columns).
          \(SmallAreaArguments.details.en)
          """),
      next: [
        FollowUp(
          "wzw benchmark {area} --indicator {indicator} [--age {age}]",
          Text(nl: "tegenover de gemeente", en: "against the municipality")),
        FollowUp("wzw map {indicator} [--age {age}]", Text(nl: "op een kaart", en: "on a map")),
      ],
      soughtBy: ["hoeveel", "schatting", "eenzaam", "lonely", "beperking"],
      examples: [
        .init(
          "wzw estimate BU99010101 --indicator BeperkingInBewegen --age 65+",
          Text(nl: "één getal voor één buurt", en: "one figure for one neighbourhood")),
        .init(
          "wzw estimate --level wijk --in GM9901 --indicator Eenzaam --age 18+",
          Text(nl: "de wijken van een gemeente", en: "the districts of a municipality")),
        .init(
          "wzw estimate --in GM9901 --indicator Eenzaam --age 65+ --rank",
          Text(nl: "waar de meesten zijn, en hoe zeker dat is", en: "where most are, and how sure that is")),
        .init(
          "wzw estimate --from pc6.csv --in GM9901 --year 2024 --indicator eenzaam",
          Text(
            nl: "de postcodes van een gemeente, uit een tabel", en: "the postcodes of a municipality, out of a table")),
        .init(
          "wzw estimate GM9901 --group 3",
          Text(nl: "een doelgroep vraagt eigen kansen", en: "a target group asks for rates of your own"),
          failsWith: "rates.none"),
        .init(
          "wzw estimate GM9901 --indicator Bewegen",
          Text(nl: "de naam van een indicator is nooit een gok", en: "the name of an indicator is never a guess"),
          failsWith: "indicator.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    if let small = try smallAnswer(given, context) { return small }
    if let method = (given.method ?? (given.groups.isEmpty ? .direct : .synthetic)).ofGroups {
      try refuse(given, ("indicator", \.indicators), unless: .direct)
      try refuse(given, ("age", \.ages), unless: .direct)
      try refuse(given, ("together", \.together), unless: .direct)
      try refuse(given, ("rate-year", \.rates.rateYear), unless: .direct)
      try refuse(given, ("same-codes", \.rates.sameCodes), unless: .direct)
      return try groupAnswer(method, given, context).output()
    }
    try refuse(given, ("group", \.groups), unless: .synthetic)
    try refuse(given, ("split", \.split), unless: .synthetic)
    return try directAnswer(given, context).output()
  }

  /// Out of a table of small areas, where one is named.
  private func smallAnswer(_ given: Given<Arguments>, _ context: Context) throws -> Output? {
    if given.small.has(\.from) {
      try SmallClash.refuse([
        ("level", given.has(\.scope.level), given.place(of: \.scope.level)),
        ("age", given.has(\.ages), given.place(of: \.ages)),
        ("rate-year", given.has(\.rates.rateYear), given.place(of: \.rates.rateYear)),
        ("same-codes", given.has(\.rates.sameCodes), given.place(of: \.rates.sameCodes)),
        ("group", given.has(\.groups), given.place(of: \.groups)),
        ("method", given.has(\.method), given.place(of: \.method)),
        ("split", given.has(\.split), given.place(of: \.split)),
        ("together", given.has(\.together), given.place(of: \.together)),
        ("rank", given.has(\.rank), given.place(of: \.rank)),
        ("offer", given.has(\.offer), given.place(of: \.offer)),
      ])
      try SmallClash.refuse([
        ("indicator", given.indicators.count > 1, given.places(of: \.indicators).last ?? nil)
      ])
    }
    let question = try given.small.question(
      given.indicators.first, at: given.place(of: \.indicators), year: given.year.year,
      at: given.place(of: \.year.year), in: context)
    return try question.map {
      try SmallAnswers(question: $0, context: context).estimate(
        given.areas.areas, places: given.places(of: \.areas.areas), within: given.scope.within,
        at: given.place(of: \.scope.within))
    }
  }

  /// - Parameter takesPeople: whether a year will do of which only the population is imported.
  private func request(
    _ given: Given<Arguments>, _ context: Context, takesPeople: Bool = false
  ) throws -> EstimateRequest {
    let atlas = try given.year.atlas(in: context, takesPeople: takesPeople)
    return EstimateRequest(
      atlas: atlas, areas: try given.scope.areas(given.areas.found(in: atlas), in: atlas),
      rankedBy: given.rank ? given.by : nil, draws: given.draws, seed: given.seed.map { UInt64($0) },
      rankPlace: given.place(of: \.rank), isOffered: given.offer)
  }

  private func directAnswer(_ given: Given<Arguments>, _ context: Context) throws -> DirectAnswer {
    let request = try request(given, context)
    let search = try given.rates.search(in: context)
    let stems = try given.checkingEach(\.indicators) { try search.stem($0) }
    var ages = AskedAges(search)
    _ = try given.checkingEach(\.ages) { try ages.add($0) }
    let together = try given.together ? given.checking(\.together) { _ in try Together(stems, search, context) } : nil
    return DirectAnswer(
      request: request, search: search, chosen: stems.isEmpty ? search.stems : stems, ages: ages,
      together: together, place: given.place(of: \.indicators), context: context)
  }

  private func groupAnswer(_ method: GroupMethod, _ given: Given<Arguments>, _ context: Context)
    throws -> GroupAnswer
  {
    let request = try request(given, context, takesPeople: true)
    let estimates = try given.checking(\.groups) { _ in
      try GroupEstimates(
        context.workspace, request.atlas, context.codebook, seed: request.seed ?? context.seed, draws: request.draws,
        splits: given.checking(\.split, AgeSplits.init))
    }
    let groups = try given.checkingEach(\.groups) { name in
      try GroupChoice.found(name, among: estimates, in: context).id
    }
    return GroupAnswer(
      method: method, request: request, estimates: estimates, groups: groups.isEmpty ? estimates.groups : groups,
      context: context)
  }

  /// A flag that belongs to another method.
  private func refuse<Value>(
    _ given: Given<Arguments>, _ flag: (name: String, argument: KeyPath<Arguments, Argument<Value>>),
    unless method: EstimateMethod
  ) throws {
    guard given.has(flag.argument) else { return }
    throw Diagnostic(
      "argument.method",
      Text(nl: "--\(flag.name) hoort niet bij deze methode", en: "--\(flag.name) does not go with this method"),
      wayOut: Text(nl: "neem --method \(method.rawValue)", en: "take --method \(method.rawValue)"),
      suggestion: "--method \(method.rawValue)", place: given.place(of: flag.argument))
  }
}
