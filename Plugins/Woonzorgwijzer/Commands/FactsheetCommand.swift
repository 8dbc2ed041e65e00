import WorkbenchKit

/// `wzw factsheet`: one page on an area: who, growth, needs and gaps, benchmark, map, and where every number comes from.
struct FactsheetCommand: UntypedCommand {
  let reference: Reference

  var signature: Signature {
    Signature(
      "wzw factsheet",
      aliases: ["wzw factsheets", "wzw overzicht"],
      summary: Text(nl: "zet één gebied op één blad", en: "put one area on one sheet"),
      details: Text(
        nl: """
          Wie er wonen, groei tot --to, wat nodig is en ontbreekt, vergelijking, kaart, en onder elk getal waar het vandaan komt. \
          Zonder --indicator de percentages die het meest van de omgeving verschillen; het eerste staat in de vergelijking en \
          op de kaart. Waar invoer ontbreekt, zegt het blad wat er ontbreekt. '| to html BESTAND' maakt er een pagina van.
          """,
        en: """
          Who live there, growth until --to, what is needed and lacking, comparison, map, and under each number where it comes \
          from. Without --indicator the percentages that differ most from the surroundings; the first is compared and drawn on the \
          map. Where input lacks, the sheet says what lacks. '| to html FILE' makes a page of it.
          """),
      parameters: [
        .argument(
          "area", about: Text(nl: "code of volledige naam", en: "code or full name"),
          candidates: AreaParameters.areaCandidates),
        .flag(
          "indicator", .text, repeated: true,
          about: Text(nl: "welke percentages: volledige naam of stam", en: "which percentages: full name or stem"),
          candidates: AreaParameters.indicatorCandidates(reference)),
        .flag(
          "to", .integer(1990...2200), about: Text(nl: "tot welk jaar de groei", en: "until which year the growth"),
          fallback: "2040"),
      ],
      examples: [
        .init("wzw factsheet BU99010101", Text(nl: "een buurt op een blad", en: "a neighbourhood on a sheet")),
        .init(
          "wzw factsheet GM9901 --indicator Eenzaam",
          Text(nl: "een gemeente, over één percentage", en: "a municipality, on one percentage")),
        .init(
          "wzw factsheet linde", Text(nl: "een naam is nooit een gok", en: "a name is never a guess"),
          failsWith: "area.ambiguous"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let knowledge = try reference.knowledge(context)
    let atlas = try Atlas(context.workspace, at: call.place)
    let area = try AreaSearch(atlas: atlas).one(call.text("area") ?? "", at: call.place(of: "area"))
    let health = try HealthTable.all(context.workspace)
    let asked = try asked(call, context, knowledge)
    func sub(_ words: String, _ arguments: [String: Value]) -> Call {
      let own = arguments.mapValues { [Call.Argument($0, place: call.place)] }
      return Call(
        path: ["wzw", words], line: call.line, place: call.place,
        arguments: own.merging(["area": [.init(.text(area.code), place: call.place)]]) { mine, _ in mine })
    }

    var facts = Facts()
    var percentages: Table?
    func telling(_ block: Block) -> Block? {
      switch block {
      case .facts(let all):
        facts = TellingFigures.facts(all)
        return .facts(facts)
      case .table(let table):
        percentages = TellingFigures.percentages(table, asked: asked)
        return percentages.map(Block.table)
      default: return block
      }
    }
    let who = try SheetSection(Text(nl: "Wie er wonen", en: "Who live there"), keeps: telling) {
      try AreaCommand(reference: reference).run(sub("area", [:]), in: context)
    }
    let to = call.integer("to") ?? 2040
    let growth = try SheetSection(Text(nl: "Groei tot \(to)", en: "Growth until \(to)")) {
      try ProjectCommand(reference: reference).run(sub("project", ["to": .number(Double(to))]), in: context)
    }
    let gap = try SheetSection(Text(nl: "Nodig en aanwezig", en: "Needed and there")) {
      try GapCommand(reference: reference).run(sub("gap", [:]), in: context)
    }
    var sections = [who, growth, gap]
    var pictured: SheetSection?
    if let subject = subject(percentages) {
      let words = knowledge.indicators[subject.stem]?.label ?? .verbatim(subject.stem)
      sections.append(
        try SheetSection(
          Text(nl: "Vergeleken met de omgeving: \(words.nl)", en: "Compared with the surroundings: \(words.en)"),
          keeps: Self.withoutChart
        ) {
          try BenchmarkCommand(reference: reference).run(sub("benchmark", compared(area, subject)), in: context)
        })
      let map = try SheetSection(
        Text(nl: "Op de kaart: \(words.nl)", en: "On the map: \(words.en)")
      ) {
        try MapCommand(reference: reference).run(sub("map", drawn(area, subject)), in: context)
      }
      sections.append(map)
      pictured = map
    } else {
      let missing = Text(
        nl:
          "geen percentages van dit gebied ingelezen: geen vergelijking en geen kaart; lees gezondheidscijfers in met 'wzw import BESTAND'",
        en:
          "no percentages of this area have been imported: no comparison and no map; import health figures with 'wzw import FILE'"
      )
      sections.append(
        try SheetSection(Text(nl: "Vergeleken met de omgeving", en: "Compared with the surroundings")) {
          Output([.paragraph(missing)])
        })
    }

    var origins = SheetOrigins(atlas, knowledge, context)
    try origins.add(facts, of: area)
    if let percentages { try origins.add(percentages, of: area, health) }
    origins.add(growth)
    origins.add(
      gap,
      method: Text(
        nl: "mensen van een groep × situatie × noodzaak volgens de kring, min het aanbod",
        en: "people of a group × situation × necessity by the circle, less the supply"))
    try origins.add(Text(nl: "aanbod", en: "supply"), filesOf: Holdings.supply, column: "capacity")
    if sections.count > 4 {
      origins.add(sections[3], method: Text(nl: "waargenomen / verwacht (O/E)", en: "observed / expected (O/E)"))
    }
    if pictured != nil {
      try origins.add(Text(nl: "grenzen", en: "boundaries"), filesOf: Holdings.geometry, column: "geometry")
    }
    return Output(page(area, sections, origins.table))
  }

  /// The sections under each other, what is said of several of them once, then the ways of the numbers and the sources.
  private func page(_ area: Area, _ sections: [SheetSection], _ origins: Table) -> [Block] {
    var blocks: [Block] = [.heading(Heading(.verbatim("\(area.name) (\(area.code))")))]
    blocks += Demo.notice(for: [area])
    var notices: [Notice] = []
    var cautions: Set<Notice> = []
    var sources: [Source] = []
    for section in sections {
      blocks.append(.heading(Heading(section.title, level: 2)))
      blocks += section.blocks + section.cautions.filter { cautions.insert($0).inserted }.map(Block.notice)
      for notice in section.notices where !notices.contains(notice) { notices.append(notice) }
      for source in section.sources where !sources.contains(source) { sources.append(source) }
    }
    let isSaid = Set(Demo.notice(for: [area]))
    blocks.append(.heading(Heading(Text(nl: "Bij de cijfers", en: "About the figures"), level: 2)))
    blocks += notices.map(Block.notice).filter { !isSaid.contains($0) }
    blocks.append(.table(origins))
    if !sources.isEmpty { blocks.append(.sources(sources)) }
    return blocks
  }

  /// The funnel does not fit on a page beside the map.
  private static func withoutChart(_ block: Block) -> Block? { if case .chart = block { nil } else { block } }

  private func asked(_ call: Call, _ context: Context, _ knowledge: Knowledge) throws -> [String] {
    guard call.has("indicator") else { return [] }
    let search = try IndicatorSearch(context.workspace, knowledge, at: call.place(of: "indicator"))
    return try call.all("indicator").map { try search.stem($0.value.text ?? $0.value.plain, at: $0.place) }
  }

  /// What is compared and drawn: the first of the percentages on the sheet.
  private func subject(_ percentages: Table?) -> (stem: String, age: String)? {
    guard let stem = percentages?.column("indicator")?.texts?.first ?? nil,
      let age = percentages?.column("age")?.texts?.first ?? nil
    else { return nil }
    return (stem, age)
  }

  private func compared(_ area: Area, _ subject: (stem: String, age: String)) -> [String: Value] {
    let with = area.level == .gemeente ? "nederland" : "gemeente"
    return ["with": .text(with), "indicator": .text(subject.stem), "age": .text(subject.age)]
  }

  /// The map shows the area among those of its level in the municipality; of a municipality its own neighbourhoods.
  private func drawn(_ area: Area, _ subject: (stem: String, age: String)) -> [String: Value] {
    var arguments: [String: Value] = ["indicator": .text(subject.stem), "age": .text(subject.age)]
    switch area.level {
    case .land: arguments["level"] = .text(AreaLevel.gemeente.rawValue)
    case .gemeente: arguments["in"] = .text(area.code)
    case .buurt, .wijk, .eigen:
      if let code = area.members.first.flatMap(AreaCode.municipality) { arguments["in"] = .text(code) }
      if area.level == .wijk { arguments["level"] = .text(AreaLevel.wijk.rawValue) }
    }
    return arguments
  }
}
