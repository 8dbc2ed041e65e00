import WorkbenchKit

/// What is lacking in areas according to the table `wzw.gaps`, as far as it says which instruments to look at.
///
/// Which domain a family of preconditions belongs to is our reading.
struct AreaGaps: Sendable {
  /// Families of preconditions with a shortage, with the preconditions that lack most first.
  let lacking: [(family: String, preconditions: [String])]

  private static let domains: [String: [String]] = [
    "woning": ["wonen"], "woonomgeving": ["ruimtelijke-ordening"], "ondersteuning": ["wmo"], "toeleiding": ["wmo"],
  ]

  /// Nil where the table is not there or says nothing of shortages.
  init?(_ workspace: WorkspaceHandle) throws {
    guard let table = try workspace.table("wzw.gaps"), let families = table.column("family")?.texts,
      let gaps = table.column("gap")?.numbers
    else { return nil }
    let preconditions = table.column("precondition")?.texts ?? []
    var order: [String] = []
    var found: [String: [(String, Double)]] = [:]
    for (row, family) in families.enumerated() {
      guard let family, gaps[row] > 0 else { continue }
      if found[family] == nil { order.append(family) }
      found[family, default: []].append(
        (preconditions.indices.contains(row) ? preconditions[row] ?? "" : "", gaps[row]))
    }
    guard !order.isEmpty else { return nil }
    lacking = order.map { family in
      var names: [String] = []
      for (name, _) in (found[family] ?? []).sorted(by: { $0.1 > $1.1 }) where !name.isEmpty && !names.contains(name) {
        names.append(name)
      }
      return (family, names)
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
}
