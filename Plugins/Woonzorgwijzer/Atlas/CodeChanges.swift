import WorkbenchKit

/// Which codes name another place in one year than in another: CBS gives the codes of wijken and buurten out anew.
///
/// Told by the names of the years that are loaded, by CBS's own flag of change (2 another code, 3 another boundary than the year
/// before), and by bridges that carry a code's people elsewhere. Where the flags of all years between say that nothing changed,
/// another name is a new name of the same place.
final class CodeChanges {
  enum Reason: Hashable {
    /// It is called otherwise in the other year, and the name stands under another code.
    case renumbered(before: String, now: String)
    case named(before: String)
    /// CBS says so in the figures of a year.
    case flagged(year: Int)
    /// A bridge carries its people to other codes.
    case bridged
  }

  private static let flagStems = ["IndelingswijzigingWijkenEnBuurten", "ind_wbi"]

  private struct Span: Hashable {
    let from: Int
    let to: Int
  }

  private let tables: [AreaTable]
  private let workspace: WorkspaceHandle
  private var found: [Span: [String: Reason]] = [:]
  /// Areas are asked about year by year.
  private var latest: (span: Span, reasons: [String: Reason])?

  /// - Parameter tables: of all years that are loaded.
  init(_ tables: [AreaTable], _ workspace: WorkspaceHandle) {
    self.tables = tables
    self.workspace = workspace
  }

  /// Whether the key figures of a year are imported.
  func knows(_ year: Int) -> Bool { tables.contains { $0.year == year } }

  /// Why figures of a code in one year are not those of the code in another; nil where nothing speaks against it.
  func reason(_ code: String, from: Int, to: Int) -> Reason? {
    guard from != to else { return nil }
    let span = Span(from: from, to: to)
    if latest?.span != span {
      let reasons = found[span] ?? reasons(span)
      found[span] = reasons
      latest = (span, reasons)
    }
    guard let latest, !latest.reasons.isEmpty else { return nil }
    return latest.reasons[code]
  }

  private func reasons(_ span: Span) -> [String: Reason] {
    let (low, high) = (min(span.from, span.to), max(span.from, span.to))
    let between = tables.filter { (low...high).contains($0.year) }
    var reasons: [String: Reason] = [:]
    let unchanged = flagged(between.filter { $0.year > low }, years: high - low, into: &reasons)
    if let own = tables.first(where: { $0.year == span.to }) {
      for other in between where other.year != span.to {
        compare(own, other, unchanged, into: &reasons)
      }
    }
    for code in leaving(span) where reasons[code] == nil { reasons[code] = .bridged }
    return reasons
  }

  /// Notes what CBS flags, and returns the codes whose flags of all the years say that nothing changed.
  private func flagged(_ tables: [AreaTable], years: Int, into reasons: inout [String: Reason])
    -> Set<String>
  {
    var quiet: [String: Int] = [:]
    for table in tables {
      let flags = table.table.columns.first { column in
        Self.flagStems.contains { Stem.of(column.name).lowercased() == $0.lowercased() }
      }?.numbers
      guard let flags else { continue }
      for row in 0..<table.listed {
        if flags[row] > 1 { reasons[table.codes[row]] = .flagged(year: table.year) }
        if flags[row] == 1 { quiet[table.codes[row], default: 0] += 1 }
      }
    }
    return Set(quiet.filter { $0.value == years }.keys)
  }

  private func compare(
    _ own: AreaTable, _ other: AreaTable, _ unchanged: Set<String>,
    into reasons: inout [String: Reason]
  ) {
    var codes: [String: String]?
    for row in 0..<own.listed {
      let code = own.codes[row]
      guard let before = other.rows[code], before < other.listed, reasons[code] == nil,
        !unchanged.contains(code)
      else {
        continue
      }
      let (name, then) = (own.names[row], other.names[before])
      // A row without a name of its own goes by its code.
      if name == then || name == code || then == code
        || AreaNames.agree(name, then, own.levels[row])
      {
        continue
      }
      let byName = codes ?? Self.codesByName(other)
      codes = byName
      let moved = byName[Self.key(name, code)]
      reasons[code] = moved.map { .renumbered(before: then, now: $0) } ?? .named(before: then)
    }
  }

  private static func key(_ name: String, _ code: String) -> String {
    "\(code.prefix(2))\(AreaCode.municipality(of: code) ?? "")\(PlaceName(name).key)"
  }

  private static func codesByName(_ table: AreaTable) -> [String: String] {
    Dictionary(
      (0..<table.listed).map { (key(table.names[$0], table.codes[$0]), table.codes[$0]) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The codes that a bridge between the two years has as old ones and not as new ones.
  private func leaving(_ span: Span) -> Set<String> {
    guard let table = (try? workspace.table(ImportedTables.bridge(span.from, span.to))) ?? nil
    else { return [] }
    let old = Set((table.column("code")?.texts ?? []).compactMap { $0 })
    return old.subtracting((table.column("new")?.texts ?? []).compactMap { $0 })
  }
}

extension CodeChanges.Reason {
  /// `in 2020 'Dam'`, as it stands behind a code.
  func words(_ year: Int) -> Text {
    switch self {
    case .renumbered(let before, let now):
      Text(nl: "in \(year) '\(before)'; toen \(now)", en: "in \(year) '\(before)'; then \(now)")
    case .named(let before): Text(nl: "in \(year) '\(before)'", en: "in \(year) '\(before)'")
    case .flagged(let changed):
      Text(nl: "volgens CBS gewijzigd in \(changed)", en: "changed in \(changed), says CBS")
    case .bridged: Text(nl: "volgens de brug overgegaan", en: "gone over, says the bridge")
    }
  }
}
