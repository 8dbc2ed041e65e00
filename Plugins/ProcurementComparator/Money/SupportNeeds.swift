import WorkbenchKit

/// What people need of support in some areas and what of it is lacking, precondition by precondition, each person once.
struct SupportNeeds {
  struct Row {
    /// As it is typed, and as people call it.
    let id: String
    let label: String
    let family: String
    /// Nil where no number is known.
    let demand: ClientNeed?
    let short: ClientNeed?
    /// The largest part of the people concerned of whom it is not known whether they need it.
    let unknown: Double?
    /// Whether a number is there and held back because it is of few people.
    let isHeld: Bool

    var isLacking: Bool { (short?.estimate ?? 0) > 0 }

    var state: Text {
      if let short {
        let open = short.choice.missing.count + short.choice.held.count
        let found = isLacking ? Text(nl: "tekort", en: "lacking") : Text(nl: "genoeg", en: "enough")
        if open == 0 { return found }
        let areas = Text.counted(open, Text(nl: "gebied", en: "area"), Text(nl: "gebieden", en: "areas"))
        return Text(nl: "\(found.nl); van \(areas.nl) niet bekend", en: "\(found.en); not known of \(areas.en)")
      }
      if isHeld { return Text(nl: "achtergehouden: te weinig mensen", en: "held back: too few people") }
      guard let demand else { return Text(nl: "vraag niet bekend", en: "demand not known") }
      return demand.estimate > 0
        ? Text(nl: "aanbod niet bekend, of niet in mensen", en: "supply not known, or not in people")
        : Text(nl: "geen vraag boven de drempel", en: "no demand above the threshold")
    }
  }

  let rows: [Row]
  /// How many preconditions are of other families, such as dwellings.
  let others: Int

  /// - Parameters:
  ///   - table: `wzw.gaps`.
  ///   - areas: codes or names; all where it is empty.
  ///   - isAll: whether preconditions of every family count.
  /// - Throws: `area.unknown`, `area.ambiguous`, `estimates.overlap`.
  init(_ table: Table, areas: [String], isAll: Bool) throws {
    let (ids, labels, families) = (
      table.openTexts("precondition"), table.openTexts("label"), table.openTexts("family")
    )
    var seen: Set<String> = []
    let first = ids.indices.filter { row in ids[row].map { seen.insert($0).inserted } ?? false }
    let wanted = first.filter { isAll || NeedTable.supportFamilies.contains(families[$0] ?? "") }
    let (demands, gaps) = (NeedTable(gaps: table, isShort: false), NeedTable(gaps: table, isShort: true))
    let (held, demandHeld) = (gaps.withheld, demands.withheld)
    rows = try wanted.map { row in
      let id = ids[row] ?? "?"
      let demand = try Self.known(demands, id, areas)
      return Row(
        id: id, label: labels[row] ?? id, family: families[row] ?? "", demand: demand,
        short: try Self.known(gaps, id, areas),
        unknown: demand.flatMap { ClientNeed.unknownShare(demands, $0.choice) },
        isHeld: ids.indices.contains { ids[$0] == id && (held[$0] != nil || demandHeld[$0] != nil) })
    }
    others = first.count - wanted.count
  }

  /// Nil where there is no number.
  private static func known(_ needs: NeedTable, _ id: String, _ areas: [String]) throws -> ClientNeed? {
    do { return try ClientNeed([needs], subject: id, areas: areas) } catch let error as Diagnostic
      where error.code == "estimates.none"
    { return nil }
  }

  /// Support of which there is too little, most first; nil where there is none.
  var lacking: Text? {
    let found = rows.filter(\.isLacking).sorted { ($0.short?.estimate ?? 0) > ($1.short?.estimate ?? 0) }
    guard !found.isEmpty else { return nil }
    let parts = found.prefix(5).map { row -> Text in
      let people = Text.number(row.short?.estimate ?? 0, decimals: 0)
      return Text(nl: "\(row.label) (\(people.nl))", en: "\(row.label) (\(people.en))")
    }
    let more = found.count - 5
    let listed = Text.joined(parts, by: "; ")
    return more > 0 ? listed + Text(nl: " en nog \(more)", en: " and \(more) more") : listed
  }
}
