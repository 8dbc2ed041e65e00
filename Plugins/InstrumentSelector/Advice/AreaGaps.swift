import WorkbenchKit

/// What is lacking in areas according to the table `wzw.gaps`, as far as it says which instruments to look at.
///
/// Which domain a family of preconditions belongs to is our reading.
struct AreaGaps: Sendable {
  /// Families of preconditions with a shortage, with the preconditions that lack most first.
  let lacking: [(family: String, preconditions: [String])]
  /// How many areas lie within another, so that their people are in that one.
  let inner: Int
  /// How many rows are held back, of which nobody can say whether they lack anything.
  let held: Int

  private static let domains: [String: [String]] = [
    "woning": ["wonen"], "woonomgeving": ["ruimtelijke-ordening"], "ondersteuning": ["wmo"], "toeleiding": ["wmo"],
  ]

  /// Nil where the table is not there or says nothing of shortages.
  init?(_ workspace: WorkspaceHandle) throws {
    guard let table = try workspace.table("wzw.gaps"), let families = table.column("family")?.texts,
      let column = table.column("gap"), let gaps = column.open.numbers
    else { return nil }
    let names = table.column("precondition")?.texts ?? families.map { _ in nil }
    let rows = Array(families.indices)
    let nesting = AreaNesting(table)
    let inner = nesting?.choice(among: rows).inner.map(\.row) ?? []
    self.inner = Set(inner.compactMap { nesting?.name($0) }).count
    held = column.withheld.count
    // What a district lacks is part of what its municipality lacks: of a precondition only the largest areas add up.
    var short: [String: [String: Double]] = [:]
    var order: [String] = []
    for (name, rows) in Dictionary(grouping: rows, by: { names[$0] ?? "" }) {
      let counted = nesting?.choice(among: rows, where: { !gaps[$0].isNaN }).rows ?? rows
      for row in counted where gaps[row] > 0 {
        short[families[row] ?? "", default: [:]][name, default: 0] += gaps[row]
      }
    }
    for case let family? in families where short[family] != nil && !order.contains(family) { order.append(family) }
    guard !order.isEmpty || held > 0 else { return nil }
    lacking = order.map { family in
      let found = (short[family] ?? [:]).filter { !$0.key.isEmpty }
      return (family, found.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key))
    }
  }

  /// The domains in which something is lacking.
  var domains: [String] {
    var found: [String] = []
    for (family, _) in lacking {
      for domain in Self.domains[family] ?? [] where !found.contains(domain) { found.append(domain) }
    }
    return found
  }

  /// Topics for the performance agreements, of those that the source names, with what calls for them.
  var topics: [(topic: Text, because: [String])] {
    let named: [(String, Text)] = [
      ("woning", Text(nl: "woningaanpassing", en: "adapting dwellings")),
      ("woonomgeving", Text(nl: "maatschappelijk vastgoed in de wijk", en: "social property in the neighbourhood")),
      ("ondersteuning", Text(nl: "projecten voor bijzondere doelgroepen", en: "projects for special groups")),
    ]
    return named.compactMap { family, topic in
      lacking.first { $0.family == family }.map { (topic, $0.preconditions) }
    }
  }

  /// What was left out of it.
  var remarks: [Text] {
    var texts: [Text] = []
    if inner > 0 {
      let many = Text.counted(
        inner, Text(nl: "gebied ligt", en: "area lies"), Text(nl: "gebieden liggen", en: "areas lie"))
      let verb = inner == 1 ? "telt" : "tellen"
      texts.append(
        Text(
          nl: "wzw.gaps: \(many.nl) binnen een ander en \(verb) niet nog eens",
          en: "wzw.gaps: \(many.en) within another and \(inner == 1 ? "is" : "are") not counted again"))
    }
    if held > 0 {
      let many = Text.counted(
        held, Text(nl: "tekort is", en: "gap is"), Text(nl: "tekorten zijn", en: "gaps are"))
      let verb = held == 1 ? "telt" : "tellen"
      texts.append(
        Text(
          nl: "wzw.gaps: \(many.nl) achtergehouden en \(verb) hier niet mee",
          en: "wzw.gaps: \(many.en) held back and \(held == 1 ? "does" : "do") not count here"))
    }
    return texts
  }
}
