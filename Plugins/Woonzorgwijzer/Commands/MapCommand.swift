import WorkbenchKit

/// `wzw map`: a percentage or a key figure of all areas of a place, on a map.
struct MapCommand: Command {
  struct Arguments: Sendable {
    /// What is shown of a percentage.
    enum Measure: String, ArgumentChoice {
      case rate, persons

      static let usual = Measure.rate

      var about: Text? {
        switch self {
        case .rate: Text(nl: "het percentage", en: "the percentage")
        case .persons: Text(nl: "hoeveel mensen dat zijn", en: "how many people that is")
        }
      }
    }

    /// How classes are made.
    enum Classes: String, ArgumentChoice {
      case quantile, equal

      static let usual = Classes.quantile

      var about: Text? {
        switch self {
        case .quantile: Text(nl: "even veel gebieden", en: "as many areas in each")
        case .equal: Text(nl: "even breed", en: "equally wide")
        }
      }
    }

    let indicator = Argument(
      optional: "indicator", .name,
      about: Text(nl: "percentage, kerncijfer of doelgroep", en: "percentage, key figure or target group"),
      candidates: { context in
        guard let codebook = try? context.codebook, let atlas = try? Atlas(context.workspace) else { return [] }
        return MapSearch(atlas, codebook, context.workspace).candidates + GroupChoice.candidates(context)
      })
    let within = AreaScope.within
    let level = AreaScope.level
    let group = GroupChoice.argument
    let age = Argument(
      flag: "age", .name, about: Text(nl: "leeftijdsgroep van een percentage", en: "age group of a percentage"),
      candidates: IndicatorArguments.ages)
    let year = FigureYear()
    let rates = RateChoice()
    let mark = Argument(
      flags: "mark", .name,
      about: Text(nl: "dit gebied krijgt een rand en zijn naam", en: "this area gets an outline and its name"),
      candidates: NamedAreas.candidates)
    let show = Argument(
      flag: "show", .choice(Measure.self), default: "rate",
      about: Text(nl: "wat er van een percentage te zien is", en: "what is shown of a percentage"))
    let classes = Argument(
      flag: "classes", .choice(Classes.self), default: "quantile",
      about: Text(nl: "hoe de klassen gemaakt worden", en: "how classes are made"))
    let number = Argument(
      flag: "number", .integer(1...9), default: "5", about: Text(nl: "hoeveel klassen", en: "how many classes"))
    let breaks = Argument(
      flags: "breaks", .number(-1e12...1e12),
      about: Text(nl: "eigen bovengrenzen, oplopend: 10,20,30", en: "own upper bounds, ascending: 10,20,30"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw map",
      aliases: ["wzw kaart"],
      summary: Text(
        nl: "teken een kaart van een percentage of een kerncijfer", en: "draw a map of a percentage or a key figure"),
      details: Text(
        nl: """
          Een percentage zoals 'wzw indicators' ze noemt, een kerncijfer van CBS onder de naam van zijn kolom \
          (AantalInwoners), of een doelgroep waarvan kansen zijn ingelezen of geladen (dementie). Zonder --level het fijnste niveau waarvan grenzen zijn ingelezen, zonder --in de gemeenten waarvan. Klassen: quantile even veel \
          gebieden, equal even breed; --breaks geeft de bovengrenzen zelf, zoals ze in de legenda staan (percentages uit \
          honderd). Zonder waarde is gearceerd. Met naam staan erop: --mark, en de drie hoogste en laagste waarden. De getallen zelf geeft 'wzw estimate'; '| to svg BESTAND' bewaart de kaart.
          """,
        en: """
          A percentage as 'wzw indicators' lists them, a key figure of CBS under the name of its column (AantalInwoners), or a \
          target group of which rates are imported or loaded (dementia). \
          Without --level the finest level of which boundaries are imported, without --in the municipalities of which. Classes: quantile as many areas in each, equal \
          equally wide; --breaks gives the upper bounds themselves, as they stand in the legend (percentages out of a \
          hundred). Without a value is hatched. By name stand on it: --mark, and the three highest and lowest values. The figures themselves are given by 'wzw estimate'; '| to svg FILE' keeps the map.
          """),
      next: [
        FollowUp(
          "procure forms --axis funding",
          Text(nl: "welke vormen van bekostiging er zijn", en: "which ways of funding there are"))
      ],
      soughtBy: ["kaart", "map"],
      examples: [
        .init(
          "wzw map Eenzaam --in GM9901 --level buurt --age 65+",
          Text(nl: "de buurten van een gemeente", en: "the neighbourhoods of a municipality")),
        .init(
          "wzw map Eenzaam --in GM9901 --age 65+ --mark BU99010101",
          Text(nl: "waar ligt onze buurt daarin", en: "where our neighbourhood lies in it")),
        .init(
          "wzw map AantalInwoners --in GM9901 --breaks 500,1000,2000",
          Text(nl: "een kerncijfer met eigen klassen", en: "a key figure with classes of one's own")),
        .init(
          "wzw map --group dementie --in GM9901",
          Text(nl: "een doelgroep, zonder 'wzw start' of eigen kansen", en: "a target group, without rates"),
          failsWith: "rates.none"),
        .init(
          "wzw map Eenzaam --in GM9901 --breaks 30,20",
          Text(nl: "grenzen lopen op", en: "bounds ascend"), failsWith: "map.breaks"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let codebook = try context.codebook
    let atlas = try given.year.atlas(in: context)
    let outer = try given.checking(\.within) { try $0.map { try AreaSearch(atlas: atlas).one($0) } }
    let breaks = try Self.checked(given.breaks, at: given.places(of: \.breaks))
    // Of a key figure no percentages need be there.
    let rates = try given.rates.searchIfAny(in: context)
    let search = MapSearch(atlas, codebook, context.workspace, among: rates)
    let found =
      try given.group == nil
      ? given.checking(\.indicator) { try GroupChoice.figure($0, search, in: context) }
      : given.checking(\.group) { try GroupChoice.group($0, beside: given.indicator, search, in: context) }
    let frame = try MapFrame(
      given.level, levelAt: given.place(of: \.level), within: outer, at: given.place,
      sameCodes: given.rates.sameCodes, atlas, context.workspace)
    let areas = AreaSearch(atlas: atlas)
    let marked = try given.checkingEach(\.mark) { try areas.one($0) }
    var report = MapReport(
      found: found, frame: frame, age: given.age, agePlace: given.place(of: \.age),
      showsPersons: given.show == .persons,
      classes: !breaks.isEmpty
        ? .given(breaks) : given.classes == .equal ? .equal(given.number) : .quantiles(given.number),
      marked: Array(zip(marked, given.places(of: \.mark))))
    report.sameCodes = given.rates.sameCodes
    return Output(try report.told(atlas, codebook, context).blocks)
  }

  /// - Throws: `map.breaks`.
  private static func checked(_ numbers: [Double], at places: [Place?]) throws -> [Double] {
    if let wrong = zip(numbers, numbers.dropFirst()).enumerated().first(where: { $1.0 >= $1.1 }) {
      let (before, after) = (NumberText.shortest(wrong.element.0), NumberText.shortest(wrong.element.1))
      throw Diagnostic(
        "map.breaks",
        Text(nl: "de grenzen lopen niet op: \(before), \(after)", en: "the bounds do not ascend: \(before), \(after)"),
        wayOut: Text(nl: "geef ze van laag naar hoog: 10,20,30", en: "give them from low to high: 10,20,30"),
        place: places[wrong.offset + 1])
    }
    guard numbers.count <= 8 else {
      throw Diagnostic(
        "map.breaks",
        Text(
          nl: "\(numbers.count) grenzen geven meer klassen dan een kaart kan tonen",
          en: "\(numbers.count) bounds make more classes than a map can show"),
        wayOut: Text(nl: "geef er hooguit 8", en: "give at most 8"), place: places[8])
    }
    return numbers
  }
}
