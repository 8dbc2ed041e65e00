import WorkbenchKit

/// What areas do by their arrangements, out of the table `arrangement.measures` that the persona mapper offers.
///
/// Which domain a pillar belongs to is our reading.
struct AreaMeasures: Sendable {
  struct Measure: Sendable {
    let area: String
    let label: String
    let pillar: String?
    let party: String?

    /// The measure, who takes it up, and where.
    var shown: Text {
      let who = party.map { Text.verbatim($0) } ?? Text(nl: "nog van niemand", en: "nobody's yet")
      return Text(nl: "\(label) (\(who.nl), \(area))", en: "\(label) (\(who.en), \(area))")
    }
  }

  private static let domains: [String: String] = [
    "woning": "wonen", "wijk": "ruimtelijke-ordening", "netwerk": "wmo", "informatie": "wmo",
  ]

  let measures: [Measure]

  /// Nil where the table is not there, or holds nothing.
  init?(_ workspace: WorkspaceHandle) throws {
    guard let table = try workspace.table("arrangement.measures") else { return nil }
    let (areas, names) = (table.openTexts("area"), table.openTexts("name"))
    let (ids, labels) = (table.openTexts("measure"), table.openTexts("label"))
    let (pillars, parties) = (table.openTexts("pillar"), table.openTexts("party"))
    // A measure that answers two moments of an area is one.
    var seen: Set<[String?]> = []
    measures = (0..<table.rowCount).compactMap { row in
      guard let label = labels[row] ?? ids[row], seen.insert([areas[row], ids[row], parties[row]]).inserted else {
        return nil
      }
      return Measure(
        area: names[row] ?? areas[row] ?? "?", label: label, pillar: pillars[row], party: parties[row])
    }
    if measures.isEmpty { return nil }
  }

  /// Those that belong to a domain of instruments.
  func of(domain: String) -> [Measure] {
    measures.filter { $0.pillar.flatMap { Self.domains[$0] } == domain }
  }

  /// Said wherever they count.
  static let remark = Text(
    nl:
      "bij welk domein en onderwerp een maatregel uit een arrangement hoort, is onze lezing: wij gaan uit van de pijler",
    en: "to which domain and topic a measure of an arrangement belongs is our reading: we go by its pillar")

  /// Up to two of them in words.
  static func named(_ measures: [Measure]) -> Text {
    let shown = Text.joined([Text](measures.prefix(2).map(\.shown)), by: "; ")
    let more = measures.count - 2
    return more > 0 ? shown + Text(nl: " en nog \(more)", en: " and \(more) more") : shown
  }
}
