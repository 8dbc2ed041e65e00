import WorkbenchKit

extension AreaDemand.Member {
  static let twice = Text(
    nl: "wie tot twee groepen hoort, telt twee keer", en: "whoever belongs to two groups counts twice")

  /// What is taken for granted of the members of a demand.
  static func assumptions(_ members: [Self]) -> [Text] {
    var seen: Set<String> = []
    let once = members.filter { seen.insert($0.group.id).inserted }
    var texts = once.map { member in
      let care = member.care.isGiven ? .verbatim("; ") + member.care.origin : Text.verbatim("")
      return Text(
        nl: "groep \(member.group.id): \(member.people.origin.nl)\(care.nl)",
        en: "group \(member.group.id): \(member.people.origin.en)\(care.en)")
    }
    // What nobody here gave is said once for all groups that it is the same for.
    let borrowed = once.filter { !$0.care.isGiven }
    var origins: [Text] = []
    for member in borrowed where !origins.contains(member.care.origin) { origins.append(member.care.origin) }
    for origin in origins {
      let ids = borrowed.filter { $0.care.origin == origin }.map(\.group.id)
      let lead = Text.plural(ids.count, Text(nl: "groep", en: "group"), Text(nl: "groepen", en: "groups"))
      let list = Text.list(ids)
      texts.append(Text(nl: "\(lead.nl) \(list.nl): \(origin.nl)", en: "\(lead.en) \(list.en): \(origin.en)"))
    }
    if seen.count > 1 { texts.append(twice) }
    return texts
  }
}

extension AreaDemand {
  /// What demands rest on that is not of their areas or not of the circle: national starting values, and other judgements than
  /// the circle's own. None where that is nothing.
  static func borrowed(_ demands: [AreaDemand]) -> [Text] {
    let counted = demands.filter { !$0.members.isEmpty }
    let starting = StartingMark.sentence(
      counted.flatMap(\.starting), ofCountry: counted.allSatisfy { $0.area.level == .land })
    // People counted by national rates overlap by far more than those whom a circle counted.
    let overlaps = counted.contains { $0.members.count(where: { !$0.people.starting.isEmpty }) > 1 }
    return [starting, counted.first?.judgements.mark, overlaps ? Member.twice : nil].compactMap { $0 }
  }
}

extension FigureOrigin {
  /// Adds what demands take for granted, what they borrow first.
  mutating func add(_ demands: [AreaDemand], _ codebook: Codebook) {
    for assumption in AreaDemand.borrowed(demands) { add(assumption: assumption) }
    for assumption in AreaDemand.Member.assumptions(demands.flatMap(\.members)) { add(assumption: assumption) }
    add(sourcesOf: demands.flatMap(\.starting), codebook)
  }
}

extension GapFinder {
  /// Where gaps come from.
  func origin(of gaps: [AreaGap], in workspace: WorkspaceHandle) throws -> FigureOrigin {
    var origin = FigureOrigin()
    origin.add(gaps.map(\.demand), demands.people.codebook)
    for assumption in assumptions(of: gaps) { origin.add(assumption: assumption) }
    func add(_ table: String, _ used: Set<Int>, columns: [String]) throws {
      let records = try ImportedTables.records(of: table, in: workspace)
      for index in used.sorted() where records.indices.contains(index) { origin.add(records[index], columns: columns) }
    }
    let stock = Set(gaps.flatMap(\.rows).compactMap(\.amount).flatMap(\.entries).map(\.record))
    try add(ImportedTables.supply, stock, columns: ["capacity"])
    let reached = gaps.flatMap(\.rows).compactMap(\.reach)
    if !reached.isEmpty {
      try add(ImportedTables.facilities, Set(facilities.map(\.record)), columns: ["lon", "lat"])
      try add(ImportedTables.geometry, Set(reached.flatMap(\.records)), columns: ["polygons"])
    }
    for (table, sources) in people(of: gaps) {
      let records = try ImportedTables.records(of: table, in: workspace)
      for source in sources where records.indices.contains(source.record) {
        origin.add(records[source.record].input(columns: source.columns))
      }
    }
    return origin
  }

  /// The files that people came out of, by the table that they went into: the percentages that groups were counted by with the
  /// people that these are of, and the inhabitants whose distance was measured.
  private func people(of gaps: [AreaGap]) -> [(table: String, sources: [FigureSource])] {
    var figures: [String: [(record: Int, column: String)]] = [:]
    func add(_ sources: [FigureSource], _ table: String) {
      figures[table, default: []] += sources.flatMap { source in source.columns.map { (source.record, $0) } }
    }
    for origin in Set(gaps.flatMap(\.demand.use.origins)).flatMap(\.all) {
      add(origin.areas, ImportedTables.areas(origin.areasYear))
      add(origin.rates, origin.health)
    }
    let measured = gaps.filter { $0.rows.contains { $0.reach != nil } }.map(\.demand.area)
    for (table, sources) in reach.inhabitants(of: measured) { add(sources, table) }
    return figures.sorted { $0.key < $1.key }.map { table, figures in
      (table, FigureSource.joined(figures.sorted { ($0.record, $0.column) < ($1.record, $1.column) }))
    }
  }

  private func assumptions(of gaps: [AreaGap]) -> [Text] {
    var texts: [Text] = []
    let members = gaps.flatMap(\.demand.members)
    if !members.isEmpty {
      if gaps.contains(where: { $0.rows.contains { $0.amount != nil } }) {
        texts.append(
          Text(nl: "één plaats of woning dient één persoon", en: "one place or dwelling serves one person"))
      }
    }
    let assumed = usedKinds(gaps).filter { $0.by == nil }.map(\.kind)
    if !assumed.isEmpty {
      let list = assumed.joined(separator: ", ")
      texts.append(
        Text(
          nl: "voor de afstanden telt mee: \(list) (anders: 'wzw need kind')",
          en: "for the distances count: \(list) (else: 'wzw need kind')"))
    }
    return texts
  }

  private func usedKinds(_ gaps: [AreaGap]) -> [KindKey.Entry] {
    let isMeasured = gaps.contains { $0.rows.contains { ($0.reach?.middles ?? 0) > 0 } }
    guard isMeasured else { return [] }
    let here = Set(facilities.map(\.kind))
    return key.entries.filter { here.contains($0.kind) && !$0.preconditions.isEmpty }
  }
}
