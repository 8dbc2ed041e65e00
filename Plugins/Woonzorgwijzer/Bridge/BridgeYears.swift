import WorkbenchKit

/// Between which years a bridge lies: those given, or those whose areas its codes are.
struct BridgeYears {
  /// The codes of each year that is loaded, out of all its tables.
  let codes: [Int: Set<String>]

  init(_ workspace: WorkspaceHandle) throws {
    var codes: [Int: Set<String>] = [:]
    for prefix in [ImportedTables.areasPrefix, ImportedTables.healthPrefix, OwnTable.prefix] {
      for name in workspace.names(.tables, prefix: prefix) {
        guard let year = name.dropFirst(prefix.count).split(separator: ".").first.flatMap({ Int($0) }) else { continue }
        codes[year, default: []].formUnion((try workspace.table(name)?.column("code")?.texts ?? []).compactMap { $0 })
      }
    }
    self.codes = codes
  }

  /// The links, and for a new area that the old year has too and the file does not name as old, one from itself: tables of changes
  /// leave out what stays, and what joins it would stand for the whole.
  func withUnchanged(_ links: [Bridge.Link], from: Int) -> (
    links: [Bridge.Link], unchanged: [String]
  ) {
    let old = Set(links.map(\.old))
    var seen: Set<String> = []
    let kept = links.map(\.new).filter { code in
      codes[from]?.contains(code) == true && !old.contains(code) && seen.insert(code).inserted
    }
    return (links + kept.map { Bridge.Link(old: $0, new: $0, share: 1) }, kept)
  }

  /// - Throws: `bridge.year` where the years do not follow from what is loaded, `bridge.unmatched` where no code is known.
  func find(_ links: [Bridge.Link], from: Int?, to: Int?, file: String) throws -> (from: Int, to: Int) {
    let old = Set(links.map(\.old))
    let new = Set(links.map(\.new))
    let years = codes.keys.sorted()
    if let from, let to {
      guard from != to else { throw unclear(file, years) }
      return (from, to)
    }
    let known = years.contains { codes[$0]?.isDisjoint(with: old.union(new)) == false }
    guard known else {
      throw Diagnostic(
        "bridge.unmatched",
        Text(
          nl: "geen enkele code uit '\(file)' is ingelezen: \(Text.list(links.map(\.old), atMost: 3).nl)",
          en: "not a single code of '\(file)' has been imported: \(Text.list(links.map(\.old), atMost: 3).en)"),
        wayOut: Text(
          nl: "lees eerst de cijfers van beide jaren in met 'wzw import', of geef --from en --to",
          en: "first import the figures of both years with 'wzw import', or give --from and --to"))
    }
    var fits: [(from: Int, to: Int, count: Int)] = []
    for before in years where from == nil || before == from {
      for after in years where after != before && (to == nil || after == to) {
        let count =
          codes[before, default: []].intersection(old).count + codes[after, default: []].intersection(new).count
        fits.append((before, after, count))
      }
    }
    let most = fits.map(\.count).max() ?? 0
    let best = fits.filter { $0.count == most && most > 0 }
    guard best.count == 1, let one = best.first else { throw unclear(file, years) }
    return (one.from, one.to)
  }

  func unclear(_ file: String, _ years: [Int]) -> Diagnostic {
    let loaded = years.map(String.init).joined(separator: ", ")
    return Diagnostic(
      "bridge.year",
      Text(
        nl: "van welk jaar naar welk jaar '\(file)' overzet, volgt niet uit de codes",
        en: "from which year to which '\(file)' carries over does not follow from its codes"),
      wayOut: Text(
        nl: "geef twee verschillende jaren met --from en --to; ingelezen: \(loaded)",
        en: "give two different years with --from and --to; imported: \(loaded)"),
      suggestion: years.count > 1 ? "--from \(years[0]) --to \(years[years.count - 1])" : nil)
  }
}
