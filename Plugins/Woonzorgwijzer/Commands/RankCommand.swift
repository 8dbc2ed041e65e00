import WorkbenchKit

/// `wzw rank`: the places of areas by a figure, and which cannot be told apart.
struct RankCommand: Command {
  struct Arguments: Sendable {
    let figure = Argument(
      optional: "figure", .name,
      about: Text(
        nl: "percentage, kerncijfer, eigen cijfers of doelgroep",
        en: "percentage, key figure, figures of your own or target group"),
      candidates: { FigureNames.candidates($0) + GroupChoice.candidates($0) })
    let group = GroupChoice.argument
    let scope = AreaScope()
    let age = Argument(
      flag: "age", .name, about: Text(nl: "leeftijdsgroep van een percentage", en: "age group of a percentage"),
      candidates: IndicatorArguments.ages)
    let year = FigureYear()
    let rates = RateChoice()
    let show = Argument(
      flag: "show", .choice(MapCommand.Arguments.Measure.self), default: "rate",
      about: Text(nl: "waarnaar een percentage gaat", en: "what a percentage is ranked by"))
    let lowest = Argument(toggle: "lowest", about: Text(nl: "plaats 1 is het laagst", en: "place 1 is the lowest"))
    let mark = Argument(
      flags: "mark", .name, about: Text(nl: "zeg van dit gebied de plaats", en: "say the place of this area"),
      candidates: NamedAreas.candidates)
    let draws = Argument(
      flag: "draws", .integer(100...20_000), default: "1000",
      about: Text(nl: "hoeveel trekkingen", en: "how many draws"))
    let seed = Argument(
      flag: "seed", .integer(0...Int.max),
      about: Text(
        nl: "begingetal van de trekkingen; anders dat van de werkruimte",
        en: "seed of the draws; else that of the workspace"))
    let small = SmallAreaArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw rank",
      aliases: ["wzw rangorde"],
      summary: Text(
        nl: "zet gebieden op volgorde, en zeg welke niet van elkaar te onderscheiden zijn",
        en: "put areas in order, and say which cannot be told apart"),
      details: Text(
        nl: """
          Voor elk percentage, kerncijfer of eigen cijfer, op elk niveau; zonder --level de buurten. Waar bekend is hoe zeker de \
          cijfers zijn, staan 'rank_low' en 'rank_high' erbij: de plaatsen die voor alle gebieden tegelijk met 95 % zekerheid mogelijk \
          zijn, en 'alike': het aantal gebieden waarvan een gebied niet te onderscheiden is. Die zekerheid komt van een enquête \
          (--base of --error bij 'wzw add'), van het toeval in eigen tellingen, of uit twee edities van de percentages; anders is er \
          geen, en dat staat erbij. Kleine aantallen krijgen geen plaats.
          \(SmallAreaArguments.details.nl)
          """,
        en: """
          For any percentage, key figure or figure of your own, at any level; without --level the neighbourhoods. Where it is known how \
          sure the figures are, 'rank_low' and 'rank_high' stand with them: the places that are possible with 95% confidence for all \
          areas at once, and 'alike': the number of areas that an area cannot be told apart from. That confidence comes from a survey \
          (--base or --error with 'wzw add'), from the chance in counts of your own, or from two editions of the percentages; else there \
          is none, and that is said. Small counts get no place.
          \(SmallAreaArguments.details.en)
          """),
      next: [FollowUp("wzw map {figure}", Text(nl: "op een kaart", en: "on a map"))],
      soughtBy: ["rang", "rangorde", "volgorde", "ranking", "hoogste", "laagste"],
      examples: [
        .init(
          "wzw rank eigen --in GM9901",
          Text(nl: "eigen cijfers, met hun zekerheid", en: "figures of your own, with their confidence")),
        .init(
          "wzw rank dwelling_value --level wijk --lowest --mark WK990101",
          Text(nl: "een kerncijfer, van laag naar hoog", en: "a key figure, from low to high")),
        .init(
          "wzw rank eenzaam --from pc6.csv --in GM9901 --year 2024",
          Text(
            nl: "de postcodes van een gemeente, uit een tabel", en: "the postcodes of a municipality, out of a table")),
        .init(
          "wzw rank Eenzaamheit", Text(nl: "een naam is nooit een gok", en: "a name is never a guess"),
          failsWith: "indicator.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    if let small = try smallAnswer(given, context) { return small }
    let codebook = try context.codebook
    let atlas = try given.year.atlas(in: context)
    let rates = try given.rates.searchIfAny(in: context)
    let search = MapSearch(atlas, codebook, context.workspace, among: rates)
    let found =
      try given.group == nil
      ? given.checking(\.figure) { try GroupChoice.figure($0, search, in: context) }
      : given.checking(\.group) { try GroupChoice.group($0, beside: given.figure, search, in: context) }
    let areas = try given.scope.areas([], in: atlas)
    let places = AreaSearch(atlas: atlas)
    let marked = try given.checkingEach(\.mark) { word in
      let area = try places.one(word)
      guard areas.contains(where: { $0.code == area.code }) else { throw Self.apart(area) }
      return area
    }
    var subjects = FigureSubjects(atlas: atlas, codebook: codebook, context: context)
    subjects.age = given.age
    subjects.agePlace = given.place(of: \.age)
    subjects.showsPersons = given.show == .persons
    subjects.sameCodes = given.rates.sameCodes
    let subject = try subjects.subject(found, areas, withCertainty: true)
    let seed = given.seed.map { UInt64($0) } ?? context.seed
    let ranks = try AreaRanks(
      subject.values, errors: subject.certainty?.errors, isLowest: given.lowest, draws: given.draws, seed: seed,
      context: context, at: given.place)
    guard ranks.count > 0 else { throw Self.nothing(subject.title, at: given.place(of: \.figure)) }
    let method = ranks.sets == nil ? nil : codebook.source("mogstad-2024", year: nil)
    if let method { context.workspace.note(method) }
    let report = RankReport(
      subject: subject, areas: areas, ranks: ranks, isLowest: given.lowest, draws: given.draws, seed: seed,
      marked: marked, method: method)
    return Output(report.blocks)
  }

  /// Out of a table of small areas, where one is named.
  private func smallAnswer(_ given: Given<Arguments>, _ context: Context) throws -> Output? {
    if given.small.has(\.from) {
      try SmallClash.refuse([
        ("group", given.has(\.group), given.place(of: \.group)), ("age", given.has(\.age), given.place(of: \.age)),
        ("level", given.has(\.scope.level), given.place(of: \.scope.level)),
        ("rate-year", given.has(\.rates.rateYear), given.place(of: \.rates.rateYear)),
        ("same-codes", given.has(\.rates.sameCodes), given.place(of: \.rates.sameCodes)),
      ])
    }
    let question = try given.small.question(
      given.figure, at: given.place(of: \.figure), year: given.year.year, at: given.place(of: \.year.year), in: context)
    return try question.map {
      try SmallAnswers(question: $0, context: context).rank(
        within: given.scope.within, at: given.place(of: \.scope.within), showsPersons: given.show == .persons,
        isLowest: given.lowest, draws: given.draws, seed: given.seed.map { UInt64($0) } ?? context.seed,
        marked: given.mark, markPlaces: given.places(of: \.mark), linePlace: given.place)
    }
  }

  private static func apart(_ area: Area) -> Diagnostic {
    Diagnostic(
      "rank.mark",
      Text(nl: "'\(area.name)' staat niet in deze rangorde", en: "'\(area.name)' is not in this ranking"),
      wayOut: Text(
        nl: "kies met --in en --level gebieden waar het bij hoort",
        en: "choose areas that it belongs to with --in and --level"))
  }

  private static func nothing(_ name: Text, at place: Place?) -> Diagnostic {
    Diagnostic(
      "rank.none",
      Text(
        nl: "van deze gebieden is er geen cijfer '\(name.nl)' te rangschikken",
        en: "of these areas there is no figure '\(name.en)' to rank"),
      wayOut: Text(
        nl: "kies een ander niveau met --level, of een ander jaar met --year",
        en: "choose another level with --level, or another year with --year"), place: place)
  }
}
