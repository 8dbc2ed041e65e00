import WorkbenchKit

/// `wzw benchmark`: how many there are of an area against how many another would lead one to expect.
struct BenchmarkCommand: Command {
  struct Arguments: Sendable {
    let area = AreaArgument()
    let with = Argument(
      flags: "with", .name,
      about: Text(
        nl: "gemeente (anders dit), nederland, peers, of gebieden",
        en: "gemeente (by default), nederland, peers, or areas"),
      candidates: { Comparators.candidates + NamedAreas.candidates($0) })
    let indicator = Argument(
      flag: "indicator", .name,
      about: Text(nl: "welk kenmerk: volledige naam of stam", en: "which trait: full name or stem"),
      candidates: IndicatorArguments.candidates)
    let group = GroupChoice.argument
    let age = Argument(
      flag: "age", .name, about: Text(nl: "leeftijdsgroep: 65+ of 18+", en: "age group: 65+ or 18+"),
      candidates: IndicatorArguments.ages)
    let year = FigureYear()
    let rates = RateChoice()
    let small = SmallAreaArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw benchmark",
      aliases: ["wzw vergelijk"],
      summary: Text(
        nl:
          "vergelijk een gebied met zijn gemeente, het land, andere gebieden of de gebieden die er het meest op lijken",
        en: "compare an area with its municipality, the country, other areas or its peers"),
      details: Text(
        nl: """
          Indirecte standaardisatie: 'expected' is de som over de leeftijdsklassen van het percentage elders maal de eigen \
          inwoners; 'ratio' is observed / expected. Klassen zijn 18-64 en 65+ waar van beide percentages zijn ingelezen, anders \
          één. 'funnel_low' en 'funnel_high' zijn aandelen van 1: p ± 1,96 √(p (1 − p) / n) om het verwachte aandeel p bij n \
          eigen inwoners (Spiegelhalter 2005). Met --group is 'expected' het aandeel elders maal de eigen mensen van die leeftijden; \
          grenzen van toeval zijn er dan niet, want er is niets geteld. 'peers' zijn de tien gebieden die er het meest op lijken in leeftijd, \
          huishouden, eigendom, WOZ-waarde en dichtheid.
          \(SmallAreaArguments.details.nl) Zonder --with is de maatstaf de gemeente die ernaast staat.
          """,
        en: """
          Indirect standardisation: 'expected' is the sum over the age bands of the rate elsewhere times the own people; 'ratio' \
          is observed / expected. The bands are 18-64 and 65+ where percentages of both are imported, else one. 'funnel_low' and \
          'funnel_high' are shares of 1: p ± 1.96 √(p (1 − p) / n) around the expected share p with n own people (Spiegelhalter \
          2005). With --group 'expected' is the share elsewhere times the own people of those ages; there are no limits of chance \
          then, for nothing was counted. Peers are the ten areas nearest in age, household, tenure, value and density.
          \(SmallAreaArguments.details.en) Without --with the yardstick is the municipality that stands beside it.
          """),
      next: [
        FollowUp("wzw map {indicator} [--age {age}]", Text(nl: "op een kaart", en: "on a map")),
        FollowUp("wzw factsheet {area}", Text(nl: "het blad van dit gebied", en: "the sheet of this area")),
      ],
      soughtBy: ["vergelijken", "gemiddelde", "average", "toeval"],
      examples: [
        .init(
          "wzw benchmark BU99010101 --with gemeente --indicator Eenzaam --age 65+",
          Text(nl: "een buurt tegenover haar gemeente", en: "a neighbourhood against its municipality")),
        .init(
          "wzw benchmark BU99010101 --with peers --indicator Eenzaam",
          Text(nl: "tegenover de tien buurten die er het meest op lijken", en: "against the ten most like it")),
        .init(
          "wzw benchmark 9901AB --from pc6.csv --year 2024 --indicator eenzaam",
          Text(nl: "een postcode tegenover haar gemeente", en: "a postcode against its municipality")),
        .init(
          "wzw benchmark BU99010101 --group 3 --age 65+",
          Text(nl: "een doelgroep heeft haar eigen leeftijden", en: "a target group has ages of its own"),
          failsWith: "argument.clash"),
        .init(
          "wzw benchmark GM9901 --indicator Eenzaam",
          Text(nl: "een gemeente tegenover zichzelf", en: "a municipality against itself"), failsWith: "benchmark.self"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    if let small = try smallAnswer(given, context) { return small }
    let atlas = try given.year.atlas(in: context)
    let area = try given.area.found(in: atlas)
    if let group = given.group { return try compared(group, area, atlas, given, context) }
    let search = try given.rates.search(in: context)
    guard let stem = try given.checking(\.indicator, { try $0.map { try search.stem($0) } }) else {
      throw Self.noIndicator
    }
    let found = try AreaBenchmark(
      area, with: Array(zip(given.with, given.places(of: \.with))), at: given.place(of: \.with), stem: stem,
      age: given.age,
      ageAt: given.place(of: \.age), search, atlas, context)
    return Output(try BenchmarkReport(found, atlas, context).told().blocks)
  }

  /// Out of a table of small areas, where one is named.
  private func smallAnswer(_ given: Given<Arguments>, _ context: Context) throws -> Output? {
    if given.small.has(\.from) {
      try SmallClash.refuse([
        ("group", given.has(\.group), given.place(of: \.group)), ("age", given.has(\.age), given.place(of: \.age)),
        ("rate-year", given.has(\.rates.rateYear), given.place(of: \.rates.rateYear)),
        ("same-codes", given.has(\.rates.sameCodes), given.place(of: \.rates.sameCodes)),
      ])
    }
    let question = try given.small.question(
      given.indicator, at: given.place(of: \.indicator), year: given.year.year, at: given.place(of: \.year.year),
      in: context)
    return try question.map {
      try SmallAnswers(question: $0, context: context).benchmark(
        given.area.area, at: given.place(of: \.area.area), with: Array(zip(given.with, given.places(of: \.with))))
    }
  }

  /// A target group instead of an indicator.
  private func compared(
    _ name: NameOf<CountedGroup>, _ area: Area, _ atlas: Atlas, _ given: Given<Arguments>, _ context: Context
  ) throws -> Output {
    if given.indicator != nil {
      throw GroupClash.with(.verbatim("--indicator"), at: given.place(of: \.group))
    }
    if given.age != nil {
      throw GroupClash.age(at: given.place(of: \.age))
    }
    let found = try given.checking(\.group) { _ in
      let estimates = try GroupEstimates(context.workspace, atlas, context.codebook, seed: context.seed)
      return (try GroupChoice.found(name, among: estimates, in: context), estimates)
    }
    let benchmark = try GroupBenchmark(
      area, with: Array(zip(given.with, given.places(of: \.with))), at: given.place(of: \.with), found.0, found.1,
      atlas, context)
    return Output(try GroupBenchmarkReport(benchmark, context).blocks)
  }

  private static var noIndicator: Diagnostic {
    Diagnostic(
      "argument.missing",
      Text(nl: "'wzw benchmark' weet niet waarop", en: "'wzw benchmark' does not know on what"),
      wayOut: Text(
        nl: "noem een indicator met --indicator ('wzw indicators' noemt ze alle), of een doelgroep met --group",
        en: "name an indicator with --indicator ('wzw indicators' lists them all), or a target group with --group"),
      suggestion: "--indicator")
  }
}
