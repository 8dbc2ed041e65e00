import WorkbenchKit

/// What there is per area, as it was imported.
struct Stock: Sendable {
  struct Entry: Sendable, Hashable {
    let code: String
    let item: String
    let capacity: Double
    let unit: String?
    let from: String?
    let record: Int
  }

  /// What an area has of something together.
  struct Amount: Sendable {
    let entries: [Entry]
    /// The areas that the entries are of.
    var codes: [String] { entries.reduce(into: []) { if !$0.contains($1.code) { $0.append($1.code) } } }
    var units: [String] { entries.compactMap(\.unit).reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
    /// Whether it counts something of which one serves one person, as far as the name of the unit tells.
    var servesPersons: Bool { !units.contains { Stock.otherUnits.contains($0.lowercased()) } }
    /// NaN where the entries count in different units.
    var capacity: Double { units.count > 1 ? .nan : entries.reduce(0) { $0 + $1.capacity } }
  }

  /// Units that tell how much is done or paid, and not for how many.
  static let otherUnits: Set = ["uur", "uren", "hour", "hours", "fte", "euro", "€", "m2", "m²", "minuten", "minutes"]

  let entries: [Entry]

  static func load(_ workspace: WorkspaceHandle) throws -> Stock {
    guard let part = workspace.part(PartName(.tables, ImportedTables.supply)) else { return Stock(entries: []) }
    return try part.derived("woonzorgwijzer.supply") { try Stock(part.table()) }
  }

  init(entries: [Entry]) { self.entries = entries }

  private init(_ table: Table) throws {
    let codes = try table.require("code").texts ?? []
    let items = try table.require("item").texts ?? []
    let capacities = try table.require("capacity").numbers ?? []
    let (units, froms) = (try table.require("unit").texts ?? [], try table.require("from").texts ?? [])
    let sources = table.column("source")?.numbers ?? []
    entries = codes.indices.compactMap { row in
      guard let code = codes[row], let item = items[row] else { return nil }
      return Entry(
        code: code, item: item, capacity: capacities[row], unit: units[row], from: froms[row],
        record: sources.indices.contains(row) ? Int(exactly: sources[row]) ?? 0 : 0)
    }
  }

  /// What an area has of some items: its own figure where one is given, else the sum over the areas within it.
  ///
  /// Nothing is divided over smaller areas. Nil where nothing is given at all, which is not the same as none.
  func amount(of items: Set<String>, in area: Area) -> Amount? {
    let found = entries.filter { items.contains($0.item) }
    let own = found.filter { $0.code == area.code }
    if !own.isEmpty { return Amount(entries: own) }
    var within = found.filter { entry in
      area.isOwn
        ? area.partCodes.contains { AreaCode.holds($0, entry.code) } : AreaCode.holds(area.code, entry.code)
    }
    // Of a wijk and its buurten only the wijk: its figure holds theirs.
    let codes = Set(within.map(\.code))
    within = within.filter { entry in !codes.contains { $0 != entry.code && AreaCode.holds($0, entry.code) } }
    return within.isEmpty ? nil : Amount(entries: within)
  }

  /// The items that stand anywhere, in order.
  var items: [String] { Set(entries.map(\.item)).sorted() }
}
