import WorkbenchKit

/// One page on an area: who live there, growth, needs, comparison, map, and where every number comes from.
struct Factsheet {
  let area: Area
  /// Stems of the indicators that are asked for; empty for those that tell most.
  let asked: [String]
  /// The percentages to choose from; nil where none are imported.
  let rates: IndicatorSearch?
  /// Whether percentages and outlines count whose code names another place in their year.
  let sameCodes: Bool
  /// Until when the growth goes.
  let year: Int
  let atlas: Atlas
  let codebook: Codebook
  let context: Context

  func blocks() throws -> [Block] {
    var page: AreaPage?
    var facts = Facts()
    var percentages: Table?
    let who = try SheetSection(Text(nl: "Wie er wonen", en: "Who live there")) {
      let whole = try AreaPage(area, atlas, rates, codebook, context)
      page = whole
      facts = TellingFigures.facts(whole.facts)
      let aspects = try context.sheetAspects
      let source = try aspects.first.flatMap { try context.publications[$0.source.id]?.title } ?? ""
      let chosen = whole.percentages.map {
        TellingFigures.percentages(
          TellingFigures.nearest($0, to: peopleYear), asked: asked,
          own: (rates?.stems ?? []).filter { rates?.own($0) != nil }, aspects, by: source, beside: facts)
      }
      percentages = chosen?.table
      var told = try whole.told((facts, percentages))
      if let percentages, let all = whole.percentages {
        told.say(RateUseNotice.blocks(TellingFigures.years(percentages, among: all, peopleYear)))
      }
      guard let rule = chosen?.rule else { return told }
      told.say([.notice(Notice(.info, rule))])
      told.sources = (told.sources ?? []) + (try context.knowledge.publications(chosen?.citations ?? [], in: context))
      return told
    }
    let growth = try SheetSection(Text(nl: "Groei tot \(year)", en: "Growth until \(year)"), projected)
    let gap = try SheetSection(Text(nl: "Nodig en aanwezig", en: "Needed and there"), needed)
    var sections = [who, growth, gap]

    var origins = SheetOrigins(atlas, codebook, context)
    try origins.add(facts, of: area)
    if let percentages { try origins.add(percentages, of: area, page?.health ?? []) }
    origins.add(growth, method: growth.told.method)
    origins.add(
      gap,
      method: Text(
        nl: "mensen van een groep × mantelzorgsituatie × oordeel over wat nodig is, min het aanbod",
        en: "people of a group × situation of informal care × judgement on what is needed, less the supply")(
          context.language))
    try origins.add(Text(nl: "aanbod", en: "supply"), filesOf: ImportedTables.supply, column: "capacity")
    var answer: Text?
    if let subject = subject(percentages) {
      let words = codebook.indicators[subject.stem]?.label ?? .verbatim(subject.stem)
      let comparison = try SheetSection(
        Text(nl: "Vergeleken met de omgeving: \(words.nl)", en: "Compared with the surroundings: \(words.en)")
      ) { try compared(subject).calling(subject.stem, words) }
      answer = comparison.told.answer
      sections.append(comparison)
      sections.append(
        try SheetSection(Text(nl: "Op de kaart: \(words.nl)", en: "On the map: \(words.en)")) {
          try drawn(subject).calling(subject.stem, words)
        })
      origins.add(
        comparison, method: Text(nl: "waargenomen / verwacht (O/E)", en: "observed / expected (O/E)")(context.language))
      try origins.add(Text(nl: "grenzen", en: "boundaries"), filesOf: ImportedTables.geometry, column: "geometry")
    } else {
      sections.append(
        try SheetSection(Text(nl: "Vergeleken met de omgeving", en: "Compared with the surroundings")) {
          Told(shown: [.paragraph(Self.nothingToCompare)])
        })
    }
    let head = SheetHead(area: area, facts: facts, percentages: percentages, answer: answer)
    return self.page(head, sections, origins.table)
  }

  private static let nothingToCompare = Text(
    nl:
      "geen percentages van dit gebied ingelezen: geen vergelijking en geen kaart; lees gezondheidscijfers in met 'wzw import BESTAND'",
    en:
      "no percentages of this area have been imported: no comparison and no map; import health figures with 'wzw import FILE'"
  )

  /// Of which year the key figures are.
  private var peopleYear: Int { area.places.first?.year ?? 0 }

  // MARK: The answers

  private func projected() throws -> Told {
    let people = try PeopleByAge(atlas, codebook, context.workspace, splits: .none)
    let projection = try Projection(
      Projection.way([], in: context.workspace), [area], to: year, people, at: nil
    ).withoutBands
    return try ProjectionReport(projection, people, codebook, context, isOnPage: true).told([area], atlas)
  }

  private func needed() throws -> Told {
    let finder = try GapFinder(Threshold(), atlas, rates, sameCodes: sameCodes, context)
    return try GapReport([finder.find(area)], finder, context).told(
      atlas, showsAll: false, context, isOnPage: true)
  }

  /// With the municipality; of a municipality with the country. The funnel does not fit on a page beside the map.
  private func compared(_ subject: Subject) throws -> Told {
    guard let rates else { return Told() }
    let found = try AreaBenchmark(
      area, with: [(area.level == .gemeente ? "nederland" : "gemeente", nil)], at: nil, stem: subject.stem,
      age: subject.age, ageAt: nil, rates, atlas, context)
    return try BenchmarkReport(found, atlas, context).told(hasPicture: false)
  }

  /// The area among those of its level in the municipality; of a municipality its own neighbourhoods.
  private func drawn(_ subject: Subject) throws -> Told {
    var level: AreaLevel?
    var outer: String?
    switch area.level {
    case .land: level = .gemeente
    case .gemeente: outer = area.code
    case .buurt, .wijk, .eigen:
      outer = area.members.first.flatMap(AreaCode.municipality)
      if area.level == .wijk { level = .wijk }
    }
    let around = try outer.map { try AreaSearch(atlas: atlas).one($0, at: nil) }
    let found = try MapSearch(atlas, codebook, context.workspace, among: rates).find(subject.stem, at: nil)
    let frame = try MapFrame(
      level, levelAt: nil, within: around, at: nil, sameCodes: sameCodes, atlas, context.workspace)
    return try MapReport(
      found: found, frame: frame, age: subject.age, agePlace: nil, marked: outer == area.code ? [] : [(area, nil)]
    ).told(atlas, codebook, context)
  }

  // MARK: The page

  private typealias Subject = (stem: String, age: String)

  /// What is compared and drawn: the first of the percentages on the sheet.
  private func subject(_ percentages: Table?) -> Subject? {
    guard let stem = percentages?.column("indicator")?.texts?.first ?? nil,
      let age = percentages?.column("age")?.texts?.first ?? nil
    else { return nil }
    return (stem, age)
  }

  /// The sections under each other, what is said of several of them once, then the ways of the numbers and the sources.
  private func page(_ head: SheetHead, _ sections: [SheetSection], _ origins: Table) -> [Block] {
    var blocks: [Block] = [.heading(head.heading)]
    blocks += head.sentence + Demo.notice(for: [area])
    var notices: [Notice] = []
    var cautions: Set<Notice> = []
    var sources: [Source] = []
    for section in sections {
      blocks.append(.heading(Heading(section.title, level: 2)))
      // What bears on the figures stands with them, what is good to know at the end.
      let bearing = section.told.notices.filter { $0.level == .caution }
      blocks += section.shown + bearing.filter { cautions.insert($0).inserted }.map(Block.notice)
      for notice in section.told.notices where notice.level != .caution && !notices.contains(notice) {
        notices.append(notice)
      }
      for source in section.told.sources ?? [] where !sources.contains(source) { sources.append(source) }
    }
    let isSaid = Set(Demo.notice(for: [area]))
    blocks.append(.heading(Heading(Text(nl: "Bij de cijfers", en: "About the figures"), level: 2)))
    blocks += notices.map(Block.notice).filter { !isSaid.contains($0) }
    blocks.append(.table(origins))
    if !sources.isEmpty { blocks.append(.sources(sources)) }
    return blocks
  }
}
