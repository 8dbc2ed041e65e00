import WorkbenchKit

/// Parameters that several commands share, with the words that completion offers.
enum AreaParameters {
  static let areaCandidates: @Sendable (Context) -> [Candidate] = { context in
    guard let atlas = try? Atlas(context.workspace) else { return [] }
    return atlas.areas().map { Candidate($0.code, .verbatim($0.name)) }
  }

  static func indicatorCandidates(_ reference: Reference) -> @Sendable (Context) -> [Candidate] {
    { context in
      guard let knowledge = try? reference.knowledge(context),
        let search = try? IndicatorSearch(context.workspace, knowledge)
      else { return [] }
      return search.stems.map { Candidate($0, knowledge.indicators[$0]?.label) }
    }
  }

  static let level = Parameter.flag(
    "level", .choice(AreaLevel.candidates),
    about: Text(nl: "alleen gebieden van dit niveau", en: "only areas of this level"))

  static let within = Parameter.flag(
    "in", .text,
    about: Text(nl: "alleen gebieden binnen dit gebied: code of naam", en: "only areas within this one: code or name"),
    candidates: areaCandidates)

  static let year = Parameter.flag(
    "year", .integer(1990...2100),
    about: Text(
      nl: "het jaar van de kerncijfers; anders van elke gemeente het nieuwste",
      en: "the year of the key figures; else of each municipality the newest"))

  static func level(_ call: Call) -> AreaLevel? { call.text("level").flatMap { AreaLevel(rawValue: $0) } }

  static func within(_ call: Call, _ atlas: Atlas) throws -> Area? {
    try call.text("in").map { try AreaSearch(atlas: atlas).one($0, at: call.place(of: "in")) }
  }

  static func atlas(_ call: Call, _ context: Context) throws -> Atlas {
    try Atlas(context.workspace, year: call.integer("year"), at: call.place(of: "year"))
  }

  /// The areas that a call asks for: those it names, of `--level` those within them; else all of a level, within `--in`.
  ///
  /// - Throws: `area.unknown`, `area.ambiguous`, `area.empty`.
  static func areas(_ call: Call, _ atlas: Atlas, orElse usual: AreaLevel = .buurt) throws -> [Area] {
    let level = level(call)
    let outer = try within(call, atlas)
    let search = AreaSearch(atlas: atlas)
    var areas: [Area]
    if call.has("area") {
      let named = try call.all("area").map { try search.one($0.value.text ?? $0.value.plain, at: $0.place) }
      areas = level.map { level in named.flatMap { atlas.areas(level, within: $0) } } ?? named
      if let outer { areas = areas.filter { $0.members.allSatisfy { atlas.holds(outer, $0) } } }
      var seen: Set<String> = []
      areas = areas.filter { seen.insert($0.code).inserted }
    } else {
      areas = atlas.areas(level ?? usual, within: outer)
    }
    if areas.isEmpty {
      throw Diagnostic(
        "area.empty",
        Text(nl: "geen enkel gebied voldoet", en: "not a single area fits"),
        wayOut: Text(nl: "bekijk met 'wzw areas' wat is ingelezen", en: "see with 'wzw areas' what is imported"),
        place: call.place)
    }
    return areas
  }
}
