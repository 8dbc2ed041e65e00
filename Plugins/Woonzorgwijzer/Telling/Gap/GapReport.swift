import WorkbenchKit

/// What is said around a table of needs or gaps: what is lacking and what was taken for granted.
struct GapReport {
  let gaps: [AreaGap]
  let finder: GapFinder
  let origin: FigureOrigin

  /// Notes in the result what the gaps came from.
  init(_ gaps: [AreaGap], _ finder: GapFinder, _ context: Context) throws {
    self.gaps = gaps
    self.finder = finder
    origin = try finder.origin(of: gaps, in: context.workspace)
    context.workspace.note(origin)
  }

  // MARK: What is lacking

  private static func lack(_ demand: AreaDemand) -> Int {
    demand.missing.reduce(demand.members.isEmpty ? 1000 : 0) { $0 + $1.lacks.count }
  }

  /// Why there is no demand, or of which groups it lacks.
  ///
  /// - Parameter names: whether the area is named.
  static func lacking(_ demand: AreaDemand, names: Bool = false) -> [Block] {
    let area = names ? Text(nl: " in \(demand.area.name)", en: " in \(demand.area.name)") : .verbatim("")
    let ways: (AreaDemand.Missing.Lack) -> Text = { lack in
      switch lack {
      case .people: Text(nl: "het aantal mensen", en: "the number of people")
      case .shares: Text(nl: "de verdeling over mantelzorgsituaties", en: "the shares of informal-care situations")
      case .necessity: Text(nl: "het oordeel van de kring", en: "the judgement of the circle")
      }
    }
    let listed = demand.missing.map { missing in
      let lacks = Text.joined(missing.lacks.map(ways), by: ", ")
      return Text(nl: "groep \(missing.group.id): \(lacks.nl)", en: "group \(missing.group.id): \(lacks.en)")
    }
    let list = Text.joined(listed, by: "; ")
    if demand.members.isEmpty {
      return [
        .notice(
          Notice(
            .caution,
            listed.isEmpty
              ? Text(
                nl:
                  "Er is geen vraag te berekenen: geen bron zegt hoeveel mensen een groep hier heeft, hoe zij over mantelzorgsituaties zijn verdeeld en wat zij nodig hebben. Geef het met 'wzw need people' of 'wzw need key', 'wzw need shares' en 'wzw need set'.",
                en:
                  "No demand can be worked out: no source says how many people of a group live here, how they divide over informal-care situations and what they need. Give it with 'wzw need people' or 'wzw need key', 'wzw need shares' and 'wzw need set'."
              )
              : Text(
                nl:
                  "Er is\(area.nl) nog geen vraag te berekenen. Ontbreekt van \(list.nl). 'wzw need inputs' toont wat er is.",
                en:
                  "No demand can be worked out\(area.en) yet. Lacking of \(list.en). 'wzw need inputs' shows what there is."
              )))
      ]
    }
    if listed.isEmpty { return [] }
    return [
      .caution(
        nl: "Onvolledig\(area.nl); ontbreekt van \(list.nl).", en: "Incomplete\(area.en); lacking of \(list.en).")
    ]
  }

  /// What a text calls needed without a grade, which counts for nothing unless it is asked for.
  static func stated(_ demands: [AreaDemand], _ threshold: Threshold) -> [Block] {
    guard !threshold.countsStated else { return [] }
    let rows = demands.flatMap(\.rows).filter { $0.necessity == .needed }
    if rows.isEmpty { return [] }
    let list = rows.map(\.precondition).listed(atMost: 3)
    return [
      .info(
        nl:
          "de tekst noemt dit nodig, maar zegt niet hoe nodig: \(list.nl); in 'wzw gap' en 'wzw needs' telt dat mee met --stated",
        en:
          "the text calls needed (nodig), without a grade: \(list.en); in 'wzw gap' and 'wzw needs' it counts with --stated"
      )
    ]
  }

  // MARK: Notices

  /// What demands rest on that is not of their areas or not of the circle, a line each.
  static func borrowed(_ demands: [AreaDemand]) -> [Block] {
    AreaDemand.borrowed(demands).map { .caution(nl: "\($0.nl).", en: "\($0.en).") }
  }

  /// What else was taken for granted, in one line of caution.
  static func assumed(_ origin: FigureOrigin, _ demands: [AreaDemand]) -> [Block] {
    OriginNotes(origin).assumed(as: Text(nl: "Aangenomen", en: "Assumed"), besides: AreaDemand.borrowed(demands))
  }

  /// The gaps with what has to be said of them.
  ///
  /// - Parameters:
  ///   - isOnPage: whether the table is cut down to what a page has room for.
  ///   - keeping: what is to be done with the table, and what is said of that.
  func told(
    _ atlas: Atlas, showsAll: Bool, _ context: Context, isOnPage: Bool = false,
    keeping: (Table) -> [Block] = { _ in [] }
  ) throws -> Told {
    let counts = SmallCounts(context.workspace)
    let made = GapTable(gaps, atlas, counts, showsAll: showsAll, in: context)
    let page = isOnPage ? made.page : (table: made.table, omitted: 0)
    var told = Told(shown: (made.sentence.map { [.paragraph($0)] } ?? []) + [.table(page.table)])
    if page.omitted > 0 {
      let rest = Text.counted(
        page.omitted, Text(nl: "andere randvoorwaarde", en: "other precondition"),
        Text(nl: "andere randvoorwaarden", en: "other preconditions"))
      told.say([
        .info(
          nl: "hier staat wat de meeste mensen nodig hebben; \(rest.nl) toont 'wzw gap'",
          en: "here stands what most people need; 'wzw gap' shows \(rest.en)")
      ])
    }
    told.say(
      try Self.borrowed(gaps.map(\.demand)) + made.remarks(finder.demands.threshold, context) + counts.notice(made.held)
        + keeping(made.table) + notices
        + Demo.notice(for: gaps.map(\.area)))
    let citations = gaps.flatMap(\.rows).filter(\.tells).map(\.demand.precondition.source)
    if !citations.isEmpty {
      let sources = try context.knowledge.publications(citations, in: context)
      for source in sources { context.workspace.note(source) }
      told.sources = sources
    }
    return told
  }

  /// The percentages that people were counted by.
  var use: [Block] {
    var use = RateUse()
    for gap in gaps { use.add(gap.demand.use) }
    return RateUseNotice.blocks(use, finder.demands.people.percentages)
  }

  private var notices: [Block] {
    var blocks: [Block] = []
    // Of several areas the one of which most is lacking stands for them.
    let worst = gaps.max { Self.lack($0.demand) < Self.lack($1.demand) }
    if let worst { blocks += Self.lacking(worst.demand, names: gaps.count > 1) }
    blocks += use
    blocks += Self.assumed(origin, gaps.map(\.demand))
    blocks += distances + supplies + Self.stated(gaps.map(\.demand), finder.demands.threshold)
    return blocks
  }

  /// How the distances were measured, and whose place is not known.
  var distances: [Block] {
    // Neighbourhoods and people of an area count once, also where another of the areas holds it.
    let rows = Array(gaps.indices)
    let once = AreaNesting(of: gaps.map(\.area)).choice(among: rows).rows.map { gaps[$0] }
    let found = once.compactMap { gap in gap.rows.lazy.compactMap(\.reach).first.map { (gap.area, $0) } }
    guard !found.isEmpty else { return [] }
    var texts: [Text] = []
    let middles = found.reduce(0) { $0 + $1.1.middles }
    let points = found.reduce(0) { $0 + $1.1.points }
    if middles > 0 {
      let wijken = found.reduce(0) { $0 + $1.1.wijken }
      let of =
        wijken > 0
        ? Text.plural(
          wijken,
          Text(
            nl: "de wijk, want haar buurten hebben geen grenzen",
            en: "the district, for its neighbourhoods have no boundaries"),
          Text(
            nl: "\(wijken) wijken, want hun buurten hebben geen grenzen",
            en: "\(wijken) districts, for their neighbourhoods have no boundaries"))
        : Text.plural(
          middles, Text(nl: "de buurt", en: "the neighbourhood"),
          Text(nl: "\(middles) buurten", en: "\(middles) neighbourhoods"))
      let homes =
        points > 0
        ? Text(nl: "\(points) woonpunten en verder ", en: "\(points) points where people live, and else ")
        : .verbatim("")
      texts.append(
        Text(
          nl: "afstand gemeten vanuit \(homes.nl)het midden van \(of.nl)",
          en: "distance from \(homes.en)the middle of \(of.en)"))
    }
    let unplaced = found.flatMap(\.1.unplaced)
    if !unplaced.isEmpty {
      let list = Text.list(unplaced, atMost: 3)
      let people = Text.number(found.reduce(0) { $0 + $1.1.unplacedPeople }, decimals: 0)
      texts.append(
        Text(
          nl: "zonder grenzen van de buurt en niet meegeteld: \(list.nl) (\(people.nl) inwoners)",
          en: "without boundaries of the neighbourhood and left out: \(list.en) (\(people.en) inhabitants)"))
    }
    let flat = found.flatMap(\.1.flat)
    if !flat.isEmpty {
      let list = Text.list(flat, atMost: 3)
      texts.append(
        Text(
          nl: "grens zonder oppervlak, het gemiddelde van de hoekpunten telt als midden: \(list.nl)",
          en: "boundary without surface, the mean of its corners counts as the middle: \(list.en)"))
    }
    let far = once.compactMap { $0.rows.compactMap(\.reach).last?.beyond }.reduce(0, +)
    if far > 0 {
      let people = Text.number(far, decimals: 0)
      texts.append(
        Text(
          nl:
            "\(people.nl) inwoners wonen buiten het gebied waarin de voorzieningen liggen; misschien reikt het bestand niet zo ver",
          en:
            "\(people.en) inhabitants live outside the area that the facilities span; perhaps the file does not reach there"
        ))
    }
    return texts.map { .notice(Notice(.info, $0)) } + finder.reach.changes.notice(found.flatMap(\.1.changed))
  }

  /// Supply that is not known, or counts in several units.
  private var supplies: [Block] {
    var blocks: [Block] = []
    let rows = gaps.flatMap(\.rows)
    let mixed = rows.filter { ($0.amount?.units.count ?? 0) > 1 }.map(\.demand.precondition)
    if !mixed.isEmpty {
      let list = mixed.listed()
      blocks.append(
        .warning(
          nl: "het aanbod staat in verschillende eenheden en is niet op te tellen: \(list.nl)",
          en: "the supply counts in different units and cannot be added up: \(list.en)"))
    }
    let hours = rows.filter { !$0.isComparable }.map(\.demand.precondition)
    if !hours.isEmpty {
      let list = hours.listed()
      blocks.append(
        .info(
          nl: "aanbod in uren, geld of oppervlak is niet van mensen af te trekken: \(list.nl)",
          en: "supply in hours, money or surface cannot be taken from people: \(list.en)"))
    }
    let unknown = rows.filter { $0.supply.isNaN && $0.demand.amount.demand > 0 && $0.amount == nil }
    if !unknown.isEmpty {
      let list = unknown.map(\.demand.precondition).listed(atMost: 4)
      blocks.append(
        .info(
          nl: "aanbod onbekend, en dat is iets anders dan geen (capaciteit 0): \(list.nl)",
          en: "supply unknown, which is not the same as none (capacity 0): \(list.en)"))
    }
    return blocks
  }
}
