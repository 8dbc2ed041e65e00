import WorkbenchKit

/// One area.
struct AreaArgument: ArgumentGroup {
  let area: Argument<String>

  init(about: Text = NamedAreas.about) {
    area = Argument("area", .name, about: about, candidates: NamedAreas.candidates)
  }
}

extension Given<AreaArgument> {
  /// - Throws: `area.unknown`, `area.ambiguous`.
  func found(in atlas: Atlas) throws -> Area { try checking(\.area) { try AreaSearch(atlas: atlas).one($0) } }
}

/// Several areas.
struct NamedAreas: ArgumentGroup {
  static let about = Text(nl: "code of volledige naam", en: "code or full name")
  static let candidates: @Sendable (Context) -> [Candidate] = { context in
    guard let atlas = try? Atlas(context.workspace) else { return [] }
    return atlas.areas().map { Candidate($0.code, .verbatim($0.name)) }
  }

  let areas: Argument<[String]>

  init(required: Bool, about: Text = Self.about) {
    areas = Argument(list: "area", .name, required: required, about: about, candidates: Self.candidates)
  }
}

extension Given<NamedAreas> {
  /// Returns the areas, each once.
  ///
  /// - Throws: `area.unknown`, `area.ambiguous`.
  func found(in atlas: Atlas) throws -> [Area] {
    var seen: Set<String> = []
    return try placed(in: atlas).map(\.area).filter { seen.insert($0.code).inserted }
  }

  /// The areas with where each stands, as often as they are named.
  ///
  /// Words that are no area each but together are one are taken together: `GM 0164`, `Den Haag`.
  func placed(in atlas: Atlas) throws -> [(area: Area, place: Place?)] {
    let search = AreaSearch(atlas: atlas)
    let words = self.areas
    let places = self.places(of: \.areas)
    var found: [(area: Area, place: Place?)] = []
    var next = 0
    while next < words.count {
      let place = places.indices.contains(next) ? places[next] : nil
      let taken = Self.together(words[next...], search)
      let word = words[next..<(next + taken)].joined(separator: " ")
      do { found.append((try search.one(word), place)) } catch let error as Diagnostic { throw error.at(place) }
      next += taken
    }
    return found
  }

  /// No name of CBS has more words than this.
  private static let mostWords = 8

  /// How many of the words are one area: the first alone where it is one and no other, else as many as are one together.
  private static func together(_ words: ArraySlice<String>, _ search: AreaSearch) -> Int {
    guard let first = words.first, words.count > 1, search.exact(first).count != 1 else { return 1 }
    let most = min(words.count, mostWords)
    return (2...most).reversed().first { !search.exact(words.prefix($0).joined(separator: " ")).isEmpty } ?? 1
  }
}

/// `--level` and `--in`: which areas, where none are named.
struct AreaScope: ArgumentGroup {
  let level = Self.level
  let within = Self.within

  static let level = Argument(
    flag: "level", .choice(AreaLevel.self),
    about: Text(nl: "alleen gebieden van dit niveau", en: "only areas of this level"))
  static let within = Argument(
    flag: "in", .name,
    about: Text(nl: "alleen gebieden binnen dit gebied: code of naam", en: "only areas within this one: code or name"),
    candidates: NamedAreas.candidates)
}

extension Given<AreaScope> {
  /// The area within which others are asked for.
  ///
  /// - Throws: `area.unknown`, `area.ambiguous`.
  func outer(in atlas: Atlas) throws -> Area? {
    try checking(\.within) { try $0.map { try AreaSearch(atlas: atlas).one($0) } }
  }

  /// The areas that are asked for: those that are named, of `--level` those within them; else all of a level, within `--in`.
  ///
  /// - Throws: `area.unknown`, `area.ambiguous`, `area.empty`.
  func areas(_ named: [Area], in atlas: Atlas, orElse usual: AreaLevel = .buurt) throws -> [Area] {
    let outer = try outer(in: atlas)
    var areas: [Area]
    if named.isEmpty {
      areas = atlas.areas(self.level ?? usual, within: outer)
    } else {
      areas = self.level.map { level in named.flatMap { atlas.areas(level, within: $0) } } ?? named
      if let outer { areas = areas.filter { $0.members.allSatisfy { atlas.holds(outer, $0) } } }
      var seen: Set<String> = []
      areas = areas.filter { seen.insert($0.code).inserted }
    }
    if areas.isEmpty {
      throw Diagnostic(
        "area.empty",
        Text(nl: "geen enkel gebied voldoet", en: "not a single area fits"),
        wayOut: Text(nl: "bekijk met 'wzw areas' wat is ingelezen", en: "see with 'wzw areas' what is imported"))
    }
    return areas
  }
}

/// `--year`: of which year the figures are.
struct FigureYear: ArgumentGroup {
  let year = Argument(
    flag: "year", .integer(1990...2100),
    about: Text(
      nl: "het jaar van de kerncijfers; anders van elke gemeente het nieuwste",
      en: "the year of the key figures; else of each municipality the newest"))
}

extension Given<FigureYear> {
  /// - Parameter takesPeople: whether a year will do of which only the population is imported.
  func atlas(in context: Context, takesPeople: Bool = false) throws -> Atlas {
    try checking(\.year) { try Atlas(context.workspace, year: $0, takesPeople: takesPeople) }
  }
}

/// `--rate-year` and `--same-codes`: which percentages belong to the areas.
struct RateChoice: ArgumentGroup {
  let rateYear = Argument(
    flag: "rate-year", .integer(1990...2100),
    about: Text(
      nl: "het jaar van de percentages; anders het dichtst bij dat van de kerncijfers",
      en: "the year of the percentages; else the one nearest to that of the key figures"))
  let sameCodes = Self.sameCodes

  static let sameCodes = Argument(
    toggle: "same-codes",
    about: Text(
      nl: "neem ook percentages en grenzen van codes die in hun jaar een ander gebied noemen",
      en: "take percentages and boundaries too of codes that name another area in their year"))
}

extension Given<RateChoice> {
  /// - Throws: `indicator.none`, `year.unknown`.
  func search(in context: Context) throws -> IndicatorSearch {
    let isSame = self.sameCodes
    return try checking(\.rateYear) {
      try IndicatorSearch(context.workspace, context.codebook, .init(year: $0, takesSameCodes: isSame))
    }
  }

  /// The same for what can do without percentages: nil where none are imported and no year of them is asked for.
  ///
  /// - Throws: `indicator.none`, `year.unknown`.
  func searchIfAny(in context: Context) throws -> IndicatorSearch? {
    do {
      return try search(in: context)
    } catch let problem as Diagnostic where problem.code == "indicator.none" && self.rateYear == nil {
      return nil
    }
  }
}
