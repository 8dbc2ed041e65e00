import WorkbenchKit

/// `wzw map`: a percentage or a key figure of all areas of a place, on a map.
struct MapCommand: UntypedCommand {
  let reference: Reference

  private static let defaultClasses = 5

  var signature: Signature {
    Signature(
      "wzw map",
      aliases: ["wzw kaart"],
      summary: Text(
        nl: "teken een kaart van een percentage of een kerncijfer", en: "draw a map of a percentage or a key figure"),
      details: Text(
        nl: """
          Een percentage zoals 'wzw indicators' ze noemt, of een kerncijfer van CBS onder de naam van zijn kolom \
          (AantalInwoners). Zonder --level het fijnste niveau waarvan grenzen zijn ingelezen, zonder --in de gemeenten waarvan. Klassen: quantile even veel \
          gebieden, equal even breed; --breaks geeft de bovengrenzen zelf, zoals ze in de legenda staan (percentages uit \
          honderd). Zonder waarde is gearceerd. De getallen zelf geeft 'wzw estimate'; '| to svg BESTAND' bewaart de kaart.
          """,
        en: """
          A percentage as 'wzw indicators' lists them, or a key figure of CBS under the name of its column (AantalInwoners). \
          Without --level the finest level of which boundaries are imported, without --in the municipalities of which. Classes: quantile as many areas in each, equal \
          equally wide; --breaks gives the upper bounds themselves, as they stand in the legend (percentages out of a \
          hundred). Without a value is hatched. The figures themselves are given by 'wzw estimate'; '| to svg FILE' keeps the map.
          """),
      parameters: [
        .argument(
          "indicator", about: Text(nl: "percentage of kerncijfer", en: "percentage or key figure"),
          candidates: { [reference] context in
            guard let knowledge = try? reference.knowledge(context), let atlas = try? Atlas(context.workspace) else {
              return []
            }
            return MapSearch(atlas, knowledge, context.workspace).candidates
          }),
        AreaParameters.within, AreaParameters.level,
        .flag(
          "age", .text, about: Text(nl: "leeftijdsgroep van een percentage", en: "age group of a percentage"),
          candidates: { _ in [Candidate("65+", nil), Candidate("18+", nil)] }),
        AreaParameters.year,
        .flag(
          "show",
          .choice([
            Candidate("rate", Text(nl: "het percentage", en: "the percentage")),
            Candidate("persons", Text(nl: "hoeveel mensen dat zijn", en: "how many people that is")),
          ]), about: Text(nl: "wat er van een percentage te zien is", en: "what is shown of a percentage"),
          fallback: "rate"),
        .flag(
          "classes",
          .choice([
            Candidate("quantile", Text(nl: "even veel gebieden", en: "as many areas in each")),
            Candidate("equal", Text(nl: "even breed", en: "equally wide")),
          ]), about: Text(nl: "hoe de klassen gemaakt worden", en: "how classes are made"), fallback: "quantile"),
        .flag("number", .integer(1...9), about: Text(nl: "hoeveel klassen", en: "how many classes"), fallback: "5"),
        .flag(
          "breaks", .number(-1e12...1e12), repeated: true,
          about: Text(nl: "eigen bovengrenzen, oplopend: 10,20,30", en: "own upper bounds, ascending: 10,20,30")),
      ],
      examples: [
        .init(
          "wzw map Eenzaam --in GM9901 --level buurt --age 65+",
          Text(nl: "de buurten van een gemeente", en: "the neighbourhoods of a municipality")),
        .init(
          "wzw map AantalInwoners --in GM9901 --breaks 500,1000,2000",
          Text(nl: "een kerncijfer met eigen klassen", en: "a key figure with classes of one's own")),
        .init(
          "wzw map Eenzaam --in GM9901 --breaks 30,20",
          Text(nl: "grenzen lopen op", en: "bounds ascend"), failsWith: "map.breaks"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let knowledge = try reference.knowledge(context)
    let atlas = try AreaParameters.atlas(call, context)
    let outer = try AreaParameters.within(call, atlas)
    let given = try breaks(call)
    let search = MapSearch(atlas, knowledge, context.workspace)
    let found = try search.find(call.text("indicator") ?? "", at: call.place(of: "indicator"))
    guard let outlines = try AreaOutlines.load(context.workspace) else { throw Self.noOutlines(nil, at: call.place) }
    let level = try level(call, outlines, atlas, outer)
    let areas = areas(level, outer, atlas, outlines)
    let known = Set(areas.flatMap(\.members))
    let extra = outlines.codes(level) { code in
      !known.contains(code) && (outer.map { atlas.holds($0, code) } ?? true)
    }
    guard known.contains(where: { outlines.rows[$0] != nil }) || !extra.isEmpty else {
      throw Self.noOutlines(level, at: call.place(of: "level"))
    }
    let subject = try subject(found, call, areas, atlas, knowledge, context)
    let mapping = try AreaMapping(subject, areas, outlines, extra: extra, where: place(outer, level)) { values in
      if !given.isEmpty { return ClassBreaks.given(given.map { $0 * subject.typedScale }, for: values) }
      let count = call.integer("number") ?? Self.defaultClasses
      return call.text("classes") == "equal"
        ? ClassBreaks.equal(values, count: count) : ClassBreaks.quantiles(values, count: count)
    }
    try note(outlines, known.union(extra), context.workspace)
    var blocks: [Block] = [.map(mapping.map)]
    if let extremes = mapping.extremes { blocks.append(.paragraph(extremes)) }
    blocks += subject.notices + mapping.notices
    blocks += Demo.notice(for: known.union(extra))
    blocks.append(.sources(subject.sources))
    return Output(blocks)
  }

  private func subject(
    _ found: MapSearch.Found, _ call: Call, _ areas: [Area], _ atlas: Atlas, _ knowledge: Knowledge, _ context: Context
  ) throws -> MapSubject {
    switch found {
    case .figure(let measure):
      if call.has("age") {
        throw Diagnostic(
          "argument.clash",
          Text(
            nl: "--age hoort bij een percentage, en '\(measure.name)' is een kerncijfer",
            en: "--age goes with a percentage, and '\(measure.name)' is a key figure"),
          wayOut: Text(nl: "laat --age weg", en: "leave --age out"), place: call.place(of: "age"))
      }
      return try .figure(measure, areas, atlas, knowledge, context)
    case .indicator(let stem, let search):
      let wanted = try search.ages(call.text("age"), at: call.place(of: "age"))
      let loaded = wanted.filter { age in
        search.tables.contains { $0.age == age.name && $0.indicator(stem) != nil }
      }
      // The group that holds the others comes first: all adults before those of 65 and over.
      let ages = loaded.sorted { $0.bands.count > $1.bands.count }
      guard let age = ages.first else {
        let names = wanted.map(\.name).joined(separator: ", ")
        throw Diagnostic(
          "indicator.unknown",
          Text(nl: "'\(stem)' is niet ingelezen voor \(names)", en: "'\(stem)' is not imported for \(names)"),
          wayOut: Text(nl: "'wzw indicators' noemt wat er is", en: "'wzw indicators' lists what there is"),
          place: call.place(of: "age"))
      }
      return try .indicator(
        stem, age, others: Array(ages.dropFirst()), showsPersons: call.text("show") == "persons", search, areas, atlas,
        context)
    }
  }

  /// - Throws: `map.breaks`.
  private func breaks(_ call: Call) throws -> [Double] {
    let bounds = call.all("breaks")
    let numbers = bounds.compactMap(\.value.number)
    if let wrong = zip(numbers, numbers.dropFirst()).enumerated().first(where: { $1.0 >= $1.1 }) {
      let (before, after) = (NumberText.shortest(wrong.element.0), NumberText.shortest(wrong.element.1))
      throw Diagnostic(
        "map.breaks",
        Text(nl: "de grenzen lopen niet op: \(before), \(after)", en: "the bounds do not ascend: \(before), \(after)"),
        wayOut: Text(nl: "geef ze van laag naar hoog: 10,20,30", en: "give them from low to high: 10,20,30"),
        place: bounds[wrong.offset + 1].place)
    }
    guard numbers.count <= 8 else {
      throw Diagnostic(
        "map.breaks",
        Text(
          nl: "\(numbers.count) grenzen geven meer klassen dan een kaart kan tonen",
          en: "\(numbers.count) bounds make more classes than a map can show"),
        wayOut: Text(nl: "geef er hooguit 8", en: "give at most 8"), place: bounds[8].place)
    }
    return numbers
  }

  /// The level that was asked for, else the finest of which there are outlines in the place.
  private func level(_ call: Call, _ outlines: AreaOutlines, _ atlas: Atlas, _ outer: Area?) throws -> AreaLevel {
    if let level = AreaParameters.level(call) { return level }
    for level in [AreaLevel.buurt, .wijk, .gemeente] {
      let codes = outlines.codes(level) { code in outer.map { atlas.holds($0, code) } ?? true }
      if !codes.isEmpty { return level }
    }
    throw Self.noOutlines(nil, at: call.place)
  }

  /// The areas of a level; where no place is given, those of the municipalities of which there are outlines.
  private func areas(_ level: AreaLevel, _ outer: Area?, _ atlas: Atlas, _ outlines: AreaOutlines) -> [Area] {
    let all = atlas.areas(level, within: outer)
    guard outer == nil, level == .buurt || level == .wijk else { return all }
    let drawn = Set(outlines.codes(level) { _ in true }.compactMap(AreaCode.municipality))
    return all.filter { area in AreaCode.municipality(of: area.code).map(drawn.contains) ?? false }
  }

  private func place(_ outer: Area?, _ level: AreaLevel) -> Text {
    guard let outer else { return Text(nl: "per \(level.label.nl)", en: "by \(level.label.en)") }
    return Text(nl: "\(outer.name) per \(level.label.nl)", en: "\(outer.name) by \(level.label.en)")
  }

  private func note(_ outlines: AreaOutlines, _ codes: Set<String>, _ workspace: WorkspaceHandle) throws {
    let used = Set(codes.compactMap { outlines.rows[$0]?.record })
    for (index, record) in try Holdings.records(of: Holdings.geometry, in: workspace).enumerated()
    where used.contains(index) {
      workspace.note(record.input(columns: ["geometry"]))
    }
  }

  private static func noOutlines(_ level: AreaLevel?, at place: Place?) -> Diagnostic {
    let what = level.map { Text(nl: " van het niveau \($0.label.nl)", en: " of the level \($0.label.en)") }
    return Diagnostic(
      "geometry.none",
      Text(
        nl: "er zijn daar geen grenzen\(what?.nl ?? "") ingelezen",
        en: "no boundaries\(what?.en ?? "") have been imported there"),
      wayOut: Text(
        nl: "lees een GeoJSON-bestand in met 'wzw import BESTAND'", en: "import a GeoJSON file with 'wzw import FILE'"),
      place: place)
  }
}
