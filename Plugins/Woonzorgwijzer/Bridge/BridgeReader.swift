import WorkbenchKit

/// Reads a bridge: an old code, a new code and a share on each row.
struct BridgeReader {
  static let oldNames = ["old", "old_code", "code_old", "oud", "oude_code", "code_oud", "van", "from"]
  static let newNames = ["new", "new_code", "code_new", "nieuw", "nieuwe_code", "code_nieuw", "naar", "to"]
  static let shareNames = ["share", "aandeel", "fraction", "fractie", "weight", "gewicht"]

  let file: String

  /// - Throws: `bridge.columns`, `bridge.code`, `bridge.share`, each naming the line; `bridge.sum` where an old area's shares are
  ///   more than 1 together.
  /// - Returns: the links, and what has to be said about how the shares were read.
  func links(_ text: DelimitedText) throws -> ([Bridge.Link], remarks: [Notice]) {
    if text.raggedCount > 0 { _ = try text.table() }
    let find = { (names: [String]) in Stem.index(of: names, in: text.header) }
    guard let old = find(Self.oldNames), let new = find(Self.newNames), let share = find(Self.shareNames) else {
      throw notBridge(text.header)
    }
    let text = text.settled(fractions: [share])
    let before = text.texts(column: old)
    let after = text.texts(column: new)
    let shares = text.numbers(column: share).values
    let links = try (0..<text.rowCount).map { row -> Bridge.Link in
      let line = text.line(ofRow: row)
      guard shares[row] >= 0, shares[row] <= 1 else {
        throw notShare(text.cell(row: row, column: share).trimmedOfPadding, line: line, hundredths: shares)
      }
      return Bridge.Link(old: try code(before[row], line), new: try code(after[row], line), share: shares[row])
    }
    if links.isEmpty {
      throw Diagnostic(
        "bridge.empty", Text(nl: "'\(file)' heeft geen enkele regel", en: "'\(file)' has not a single row"))
    }
    let over = Bridge(from: 0, to: 0, links: links).leaks.filter { $0.sum > 1 }
    if !over.isEmpty { throw tooMuch(over) }
    return (links.filter { $0.share > 0 }, text.numberNotices(of: [share]))
  }

  private func code(_ word: String?, _ line: Int) throws -> String {
    if let code = AreaCode.clean((word ?? "").uppercased()) { return code }
    throw Diagnostic(
      "bridge.code",
      Text(
        nl: "'\(file)', regel \(line): '\(word ?? "")' is geen code van een gebied",
        en: "'\(file)', line \(line): '\(word ?? "")' is no code of an area"),
      wayOut: Text(
        nl: "een code is GM, WK of BU met cijfers, zoals BU0363AA01; er is niets bewaard",
        en: "a code is GM, WK or BU with digits, such as BU0363AA01; nothing was kept"))
  }

  private func notShare(_ cell: String, line: Int, hundredths shares: [Double]) -> Diagnostic {
    let arePercentages = shares.contains { $0 > 1 } && shares.allSatisfy { $0.isNaN || (0...100).contains($0) }
    return Diagnostic(
      "bridge.share",
      Text(
        nl: "'\(file)', regel \(line): aandeel '\(cell)' ligt niet van 0 tot en met 1",
        en: "'\(file)', line \(line): share '\(cell)' is not from 0 through 1"),
      wayOut: arePercentages
        ? Text(
          nl: "deel percentages door 100: 60 wordt 0,6; er is niets bewaard",
          en: "divide percentages by 100: 60 becomes 0.6; nothing was kept")
        : Text(
          nl: "geef welk deel van de inwoners van het oude gebied naar het nieuwe gaat; er is niets bewaard",
          en: "give which part of the old area's people goes to the new one; nothing was kept"))
  }

  private func tooMuch(_ over: [Bridge.Leak]) -> Diagnostic {
    let list = Bridge.words(over, atMost: 3) { $0 }
    return Diagnostic(
      "bridge.sum",
      Text(
        nl: "'\(file)': de aandelen zijn samen meer dan 1 bij \(list.nl)",
        en: "'\(file)': the shares are more than 1 together of \(list.en)"),
      wayOut: Text(
        nl: "per oude code moeten ze samen 1 zijn, anders tellen mensen dubbel; er is niets bewaard",
        en: "they must be 1 together for each old code, or people count twice; nothing was kept"))
  }

  private func notBridge(_ header: [String]) -> Diagnostic {
    Diagnostic(
      "bridge.columns",
      Text(
        nl: "'\(file)' is geen brug: er staat in \(Text.list(header, atMost: 8).nl)",
        en: "'\(file)' is no bridge: it holds \(Text.list(header, atMost: 8).en)"),
      wayOut: Text(
        nl: "gezocht is naar oud, nieuw en aandeel (old, new, share); er is niets bewaard",
        en: "looked for old, new and share (oud, nieuw, aandeel); nothing was kept"))
  }
}
