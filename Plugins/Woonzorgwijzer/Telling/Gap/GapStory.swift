import WorkbenchKit

/// What is said around a table of needs or gaps: what is lacking, what was taken for granted, what it came from.
struct GapStory {
  let gaps: [AreaGap]
  let finder: GapFinder
  let context: Context

  init(_ gaps: [AreaGap], _ finder: GapFinder, _ context: Context) {
    self.gaps = gaps
    self.finder = finder
    self.context = context
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
      let lacks = Shown.joined(missing.lacks.map(ways), by: ", ")
      return Text(nl: "groep \(missing.group.id): \(lacks.nl)", en: "group \(missing.group.id): \(lacks.en)")
    }
    let list = Shown.joined(listed, by: "; ")
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
      .notice(
        Notice(
          .caution,
          Text(
            nl: "Onvolledig\(area.nl); ontbreekt van \(list.nl).", en: "Incomplete\(area.en); lacking of \(list.en).")))
    ]
  }

  /// What a text calls needed without a grade, which counts for nothing unless it is asked for.
  static func stated(_ demands: [AreaDemand], _ threshold: Threshold) -> [Block] {
    guard !threshold.countsStated else { return [] }
    let rows = demands.flatMap(\.rows).filter { $0.necessity == .needed }
    if rows.isEmpty { return [] }
    let list = Shown.list(
      rows.map(\.precondition.id).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, atMost: 3)
    return [
      .notice(
        Notice(
          .info,
          Text(
            nl: "de tekst noemt nodig, zonder graad: \(list.nl); met --stated telt dat mee",
            en: "the text calls needed (nodig), without a grade: \(list.en); with --stated that counts")))
    ]
  }

  // MARK: What was taken for granted

  var assumptions: [Text] {
    var texts: [Text] = []
    let members = gaps.flatMap(\.demand.members)
    if !members.isEmpty {
      texts += Self.assumptions(members)
      if gaps.contains(where: { $0.rows.contains { $0.amount != nil } }) {
        texts.append(
          Text(nl: "één plaats of woning dient één persoon", en: "one place or dwelling serves one person"))
      }
    }
    let assumed = usedKinds.filter { $0.by == nil }.map(\.kind)
    if !assumed.isEmpty {
      let list = assumed.joined(separator: ", ")
      texts.append(
        Text(
          nl: "voor de afstanden telt mee: \(list) (anders: 'wzw need kind')",
          en: "for the distances count: \(list) (else: 'wzw need kind')"))
    }
    return texts
  }

  static func assumptions(_ members: [AreaDemand.Member]) -> [Text] {
    var seen: Set<String> = []
    var texts = members.filter { seen.insert($0.group.id).inserted }.map { member in
      let shares = member.shares.giver.words
      return Text(
        nl: "groep \(member.group.id): \(member.people.origin.nl); verdeling volgens \(shares.nl)",
        en: "group \(member.group.id): \(member.people.origin.en); shares by \(shares.en)")
    }
    if seen.count > 1 {
      texts.append(
        Text(
          nl: "wie tot twee groepen hoort, telt twee keer", en: "whoever belongs to two groups counts twice"))
    }
    return texts
  }

  private var usedKinds: [KindKey.Entry] {
    let isMeasured = gaps.contains { $0.rows.contains { ($0.reach?.middles ?? 0) > 0 } }
    guard isMeasured else { return [] }
    let here = Set(finder.facilities.map(\.kind))
    return finder.key.entries.filter { here.contains($0.kind) && !$0.preconditions.isEmpty }
  }

  // MARK: Notices

  /// One line of caution.
  var assumed: [Block] {
    if assumptions.isEmpty { return [] }
    let list = Shown.joined(assumptions, by: "; ")
    return [.notice(Notice(.caution, Text(nl: "Aangenomen: \(list.nl).", en: "Assumed: \(list.en).")))]
  }

  var notices: [Block] {
    var blocks: [Block] = []
    // Of several areas the one of which most is lacking stands for them.
    let worst = gaps.max { Self.lack($0.demand) < Self.lack($1.demand) }
    if let worst { blocks += Self.lacking(worst.demand, names: gaps.count > 1) }
    blocks += assumed
    blocks += distances + supplies + Self.stated(gaps.map(\.demand), finder.demands.threshold)
    return blocks
  }

  /// How the distances were measured, and whose place is not known.
  var distances: [Block] {
    let found = gaps.compactMap { gap in gap.rows.lazy.compactMap(\.reach).first.map { (gap.area, $0) } }
    guard !found.isEmpty else { return [] }
    var texts: [Text] = []
    let middles = found.reduce(0) { $0 + $1.1.middles }
    let points = found.reduce(0) { $0 + $1.1.points }
    if middles > 0 {
      let wijken = found.reduce(0) { $0 + $1.1.wijken }
      let of =
        wijken > 0
        ? Text(
          nl: wijken == 1
            ? "de wijk, want haar buurten hebben geen grenzen"
            : "\(wijken) wijken, want hun buurten hebben geen grenzen",
          en: wijken == 1
            ? "the district, for its neighbourhoods have no boundaries"
            : "\(wijken) districts, for their neighbourhoods have no boundaries")
        : middles == 1
          ? Text(nl: "de buurt", en: "the neighbourhood")
          : Text(nl: "\(middles) buurten", en: "\(middles) neighbourhoods")
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
      let list = Shown.list(unplaced, atMost: 3)
      let people = Shown.number(found.reduce(0) { $0 + $1.1.unplacedPeople }, decimals: 0)
      texts.append(
        Text(
          nl: "zonder grenzen van de buurt en niet meegeteld: \(list.nl) (\(people.nl) inwoners)",
          en: "without boundaries of the neighbourhood and left out: \(list.en) (\(people.en) inhabitants)"))
    }
    let flat = found.flatMap(\.1.flat)
    if !flat.isEmpty {
      let list = Shown.list(flat, atMost: 3)
      texts.append(
        Text(
          nl: "grens zonder oppervlak, het gemiddelde van de hoekpunten telt als midden: \(list.nl)",
          en: "boundary without surface, the mean of its corners counts as the middle: \(list.en)"))
    }
    let far = gaps.compactMap { $0.rows.compactMap(\.reach).last?.beyond }.reduce(0, +)
    if far > 0 {
      let people = Shown.number(far, decimals: 0)
      texts.append(
        Text(
          nl:
            "\(people.nl) inwoners wonen buiten het gebied waarin de voorzieningen liggen; misschien reikt het bestand niet zo ver",
          en:
            "\(people.en) inhabitants live outside the area that the facilities span; perhaps the file does not reach there"
        ))
    }
    return texts.map { .notice(Notice(.info, $0)) }
  }

  /// Supply that is not known, or counts in several units.
  private var supplies: [Block] {
    var blocks: [Block] = []
    let rows = gaps.flatMap(\.rows)
    let mixed = Set(rows.filter { ($0.amount?.units.count ?? 0) > 1 }.map(\.demand.precondition.id)).sorted()
    if !mixed.isEmpty {
      let list = Shown.list(mixed)
      blocks.append(
        .notice(
          Notice(
            .warning,
            Text(
              nl: "het aanbod staat in verschillende eenheden en is niet op te tellen: \(list.nl)",
              en: "the supply counts in different units and cannot be added up: \(list.en)"))))
    }
    let hours = Set(rows.filter { !$0.isComparable }.map(\.demand.precondition.id)).sorted()
    if !hours.isEmpty {
      let list = Shown.list(hours)
      blocks.append(
        .notice(
          Notice(
            .info,
            Text(
              nl: "aanbod in uren, geld of oppervlak is niet van mensen af te trekken: \(list.nl)",
              en: "supply in hours, money or surface cannot be taken from people: \(list.en)"))))
    }
    let unknown = rows.filter { $0.supply.isNaN && $0.demand.amount.demand > 0 && $0.amount == nil }
    if !unknown.isEmpty {
      let list = Shown.list(Set(unknown.map(\.demand.precondition.id)).sorted(), atMost: 4)
      blocks.append(
        .notice(
          Notice(
            .info,
            Text(
              nl: "aanbod onbekend, en dat is iets anders dan geen (capaciteit 0): \(list.nl)",
              en: "supply unknown, which is not the same as none (capacity 0): \(list.en)"))))
    }
    return blocks
  }

  // MARK: Where it comes from

  /// Where the preconditions stand, and what they mean.
  func sources(_ library: Library) throws -> [Block] {
    let shown = gaps.flatMap(\.rows).filter(\.tells).map(\.demand.precondition.source)
    return shown.isEmpty ? [] : [try library.sources(shown, context)]
  }

  /// Notes in the result what it came from.
  func note() throws {
    let workspace = context.workspace
    for assumption in assumptions { workspace.note(assumption: assumption) }
    let stock = Set(gaps.flatMap(\.rows).compactMap(\.amount).flatMap(\.entries).map(\.record))
    try note(Holdings.supply, stock, columns: ["capacity"])
    let reached = gaps.flatMap(\.rows).compactMap(\.reach)
    if !reached.isEmpty {
      try note(Holdings.facilities, Set(finder.facilities.map(\.record)), columns: ["lon", "lat"])
      try note(Holdings.geometry, Set(reached.flatMap(\.records)), columns: ["polygons"])
    }
  }

  private func note(_ table: String, _ used: Set<Int>, columns: [String]) throws {
    let records = try Holdings.records(of: table, in: context.workspace)
    for index in used.sorted() where records.indices.contains(index) {
      context.workspace.note(records[index].input(columns: columns))
    }
  }
}
