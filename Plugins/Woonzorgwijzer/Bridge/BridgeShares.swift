import WorkbenchKit

/// What part of each old area goes where, out of what a file gives: shares of 1 or of 100, or counts.
struct BridgeShares {
  /// An old and a new code with what stands behind them.
  struct Row {
    let old: String
    let new: String
    let amount: Double
    let cell: String
    let line: Int
  }

  let file: String
  private(set) var links: [Bridge.Link] = []
  private(set) var remarks: [Text] = []

  /// - Throws: `bridge.empty`, `bridge.share`, `bridge.sum`.
  init(_ rows: [Row], counts: Bool, file: String) throws {
    self.file = file
    guard !rows.isEmpty else {
      throw Diagnostic(
        "bridge.empty",
        Text(nl: "'\(file)' heeft geen enkele regel", en: "'\(file)' has not a single row"))
    }
    var sums: [String: Double] = [:]
    for row in rows {
      guard row.amount >= 0, row.amount < 1e12 else { throw notShare(row) }
      sums[row.old, default: 0] += row.amount
    }
    let divisor: (Row) -> Double
    if counts {
      divisor = { sums[$0.old] ?? 1 }
      remarks.append(
        Text(
          nl: "de aantallen zijn per oud gebied omgerekend tot aandelen",
          en: "the counts were turned into shares of each old area"))
    } else if rows.allSatisfy({ $0.amount <= 1 }) {
      divisor = { _ in 1 }
    } else if sums.values.contains(where: { abs($0 - 100) <= Bridge.tolerance * 100 }),
      sums.values.allSatisfy({ $0 <= 100 + Bridge.tolerance * 100 })
    {
      divisor = { _ in 100 }
      remarks.append(
        Text(
          nl: "de aandelen zijn gelezen als percentages", en: "the shares were read as percentages")
      )
    } else if let row = rows.first(where: { $0.amount > 1 }) {
      throw notShare(row)
    } else {
      divisor = { _ in 1 }
    }
    let all = rows.map { Bridge.Link(old: $0.old, new: $0.new, share: $0.amount / divisor($0)) }
    let over = Bridge(from: 0, to: 0, links: all.filter { !$0.share.isNaN }).leaks.filter {
      $0.sum > 1
    }
    if !over.isEmpty { throw tooMuch(over) }
    // An old area without people has no share to give.
    links = Self.merged(all.filter { $0.share > 0 })
  }

  /// Each pair once.
  private static func merged(_ links: [Bridge.Link]) -> [Bridge.Link] {
    struct Pair: Hashable {
      let old: String
      let new: String
    }
    var order: [Pair] = []
    var shares: [Pair: Double] = [:]
    for link in links {
      let pair = Pair(old: link.old, new: link.new)
      if shares[pair] == nil { order.append(pair) }
      shares[pair, default: 0] += link.share
    }
    return order.map { Bridge.Link(old: $0.old, new: $0.new, share: min(shares[$0] ?? 0, 1)) }
  }

  private func notShare(_ row: Row) -> Diagnostic {
    Diagnostic(
      "bridge.share",
      Text(
        nl:
          "'\(file)', regel \(row.line): '\(row.cell)' is geen aandeel van 0 tot en met 1, en geen van 0 tot en met 100",
        en:
          "'\(file)', line \(row.line): '\(row.cell)' is no share from 0 through 1, and none from 0 through 100"
      ),
      wayOut: Text(
        nl:
          "geef welk deel van de inwoners van het oude gebied naar het nieuwe gaat, per oud gebied samen 1 of 100, of een kolom 'aantal'; er is niets bewaard",
        en:
          "give which part of the old area's people goes to the new one, 1 or 100 together of each old area, or a column 'count'; nothing was kept"
      ))
  }

  private func tooMuch(_ over: [Bridge.Leak]) -> Diagnostic {
    let list = Bridge.words(over, atMost: 3) { $0 }
    return Diagnostic(
      "bridge.sum",
      Text(
        nl: "'\(file)': de aandelen zijn samen meer dan 1 bij \(list.nl)",
        en: "'\(file)': the shares are more than 1 together of \(list.en)"),
      wayOut: Text(
        nl:
          "per oude code moeten ze samen 1 zijn, anders tellen mensen dubbel; er is niets bewaard",
        en: "they must be 1 together for each old code, or people count twice; nothing was kept"))
  }
}
