import WorkbenchKit

/// `wzw estimate`: how many people of an area, by the direct method.
struct EstimateCommand: Command {
  /// More rows than this are asked for by accident.
  private static let rowLimit = 200_000

  let reference: Reference

  var signature: Signature {
    Signature(
      "wzw estimate",
      aliases: ["wzw schat"],
      summary: Text(
        nl: "schat hoeveel mensen in een gebied een beperking of kenmerk hebben",
        en: "estimate how many people of an area have a limitation or trait"),
      details: Text(
        nl: """
          Methode direct: het percentage van het gebied maal zijn inwoners van die leeftijd. Zonder gebied: alle gebieden van \
          --level (anders buurten), binnen --in. Met gebieden en --level: de gebieden van dat niveau daarbinnen. Zonder \
          --indicator of --age: alles wat is ingelezen. 'rate' is een aandeel van 1; 'low' en 'high' ontbreken waar het bestand \
          geen marge geeft.
          """,
        en: """
          Method direct: the percentage of the area times its people of that age. Without an area: all areas of --level (else \
          neighbourhoods), within --in. With areas and --level: the areas of that level within them. Without --indicator or \
          --age: all that is imported. 'rate' is a share of 1; 'low' and 'high' are missing where the file gives no margin.
          """),
      parameters: [
        .argument(
          "area", required: false, repeated: true, about: Text(nl: "code of volledige naam", en: "code or full name"),
          candidates: AreaParameters.areaCandidates),
        AreaParameters.level, AreaParameters.within,
        .flag(
          "indicator", .text, repeated: true,
          about: Text(nl: "welk kenmerk: volledige naam of stam", en: "which trait: full name or stem"),
          candidates: AreaParameters.indicatorCandidates(reference)),
        .flag(
          "age", .text, about: Text(nl: "leeftijdsgroep: 65+ of 18+", en: "age group: 65+ or 18+"),
          candidates: { _ in [Candidate("65+", nil), Candidate("18+", nil)] }),
        AreaParameters.year,
        .flag(
          "method",
          .choice([Candidate("direct", Text(nl: "percentage maal inwoners", en: "percentage times people"))]),
          about: Text(nl: "de methode", en: "the method"), fallback: "direct"),
      ],
      examples: [
        .init(
          "wzw estimate BU99010101 --indicator BeperkingInBewegen --age 65+",
          Text(nl: "één getal voor één buurt", en: "one figure for one neighbourhood")),
        .init(
          "wzw estimate --level wijk --in GM9901 --indicator Eenzaam --age 18+",
          Text(nl: "de wijken van een gemeente", en: "the districts of a municipality")),
        .init(
          "wzw estimate GM9901 --indicator Bewegen",
          Text(nl: "de naam van een indicator is nooit een gok", en: "the name of an indicator is never a guess"),
          failsWith: "indicator.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let knowledge = try reference.knowledge(context)
    let atlas = try AreaParameters.atlas(call, context)
    let areas = try areas(call, atlas)
    let search = try IndicatorSearch(context.workspace, knowledge)
    let stems =
      call.has("indicator")
      ? try call.all("indicator").map { try search.stem($0.value.text ?? $0.value.plain, at: $0.place) } : search.stems
    let ages = try search.ages(call.text("age"), at: call.place(of: "age"))
    if areas.count * stems.count * ages.count > Self.rowLimit { throw tooMany(areas.count, stems.count, call.place) }
    var estimator = Estimator(
      atlas: atlas, tables: search.tables, knowledge: knowledge, stems: stems, ages: ages)
    try estimator.estimate(areas, context: context)
    if estimator.estimates.isEmpty { throw notForAge(stems, ages, at: call.place(of: "indicator")) }
    return try output(estimator, areas, context)
  }

  private func output(
    _ estimator: Estimator, _ areas: [Area], _ context: Context
  ) throws -> Output {
    let counts = SmallCounts(context.workspace)
    let story = EstimateStory(estimator, records: try EstimateStory.records(estimator, context))
    let table = EstimateTable(
      estimator, origins: story.origins, small: counts, title: heading(estimator))
    story.note(in: context.workspace)
    var blocks: [Block] = []
    if let sentence = story.sentence(beside: table) { blocks.append(.paragraph(sentence)) }
    blocks.append(.table(table.table))
    blocks += story.notices(table, counts)
    blocks += Demo.notice(for: areas)
    blocks.append(.sources(story.sources))
    return Output(blocks)
  }

  private func areas(_ call: Call, _ atlas: Atlas) throws -> [Area] {
    let level = AreaParameters.level(call)
    let outer = try AreaParameters.within(call, atlas)
    let search = AreaSearch(atlas: atlas)
    var areas: [Area]
    if call.has("area") {
      let named = try call.all("area").map { try search.one($0.value.text ?? $0.value.plain, at: $0.place) }
      areas = level.map { level in named.flatMap { atlas.areas(level, within: $0) } } ?? named
      if let outer { areas = areas.filter { $0.members.allSatisfy { atlas.holds(outer, $0) } } }
      var seen: Set<String> = []
      areas = areas.filter { seen.insert($0.code).inserted }
    } else {
      areas = atlas.areas(level ?? .buurt, within: outer)
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

  private func heading(_ estimator: Estimator) -> Text {
    let stems = estimator.stems
    let ages = estimator.ages.map(\.name).joined(separator: ", ")
    let what =
      stems.count == 1
      ? Text.verbatim(stems.first ?? "") : Text(nl: "\(stems.count) indicatoren", en: "\(stems.count) indicators")
    let rates = Set(estimator.origins.map(\.healthYear)).sorted().map(String.init).joined(separator: ", ")
    let people = Set(estimator.origins.map(\.areasYear)).sorted().map(String.init).joined(separator: ", ")
    let method =
      rates.isEmpty
      ? Text(nl: "methode direct", en: "method direct")
      : Text(
        nl: "methode: percentage \(rates) × inwoners \(people)", en: "method: percentage \(rates) × people \(people)")
    return Text(nl: "\(what.nl), \(ages) · \(method.nl)", en: "\(what.en), \(ages) · \(method.en)")
  }

  private func tooMany(_ areas: Int, _ indicators: Int, _ place: Place?) -> Diagnostic {
    Diagnostic(
      "argument.missing",
      Text(
        nl: "\(indicators) indicatoren voor \(Shown.count(areas).nl) gebieden is te veel voor één tabel",
        en: "\(indicators) indicators for \(Shown.count(areas).en) areas are too many for one table"),
      wayOut: Text(
        nl: "noem een indicator met --indicator, of een gebied met --in",
        en: "name an indicator with --indicator, or an area with --in"),
      suggestion: "--indicator", place: place)
  }

  private func notForAge(_ stems: [String], _ ages: [Knowledge.Age], at place: Place?) -> Diagnostic {
    let age = ages.map(\.name).joined(separator: ", ")
    return Diagnostic(
      "indicator.unknown",
      Text(
        nl: "'\(stems.joined(separator: ", "))' is niet ingelezen voor \(age)",
        en: "'\(stems.joined(separator: ", "))' is not imported for \(age)"),
      wayOut: Text(nl: "'wzw indicators' noemt wat er is", en: "'wzw indicators' lists what there is"), place: place)
  }
}
