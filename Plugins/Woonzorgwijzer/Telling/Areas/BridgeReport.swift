import WorkbenchKit

/// What is said of a bridge once it lies: how much it carries over, and every code that does not fit.
struct BridgeReport {
  let bridge: Bridge
  let file: String
  /// Old codes that the old year does not have.
  let unmatchedOld: [String]
  /// New codes that the new year does not have.
  let unmatchedNew: [String]
  /// Codes of the old year in the same municipalities that neither the new year nor the bridge has.
  let stranded: [String]
  /// New areas that got figures.
  let carried: Int
  let hasPeople: Bool
  private let names: [String: String]

  init(_ bridge: Bridge, _ years: BridgeYears, file: String, in workspace: WorkspaceHandle) throws {
    self.bridge = bridge
    self.file = file
    let before = years.codes[bridge.from] ?? []
    let after = years.codes[bridge.to] ?? []
    let old = bridge.oldCodes
    unmatchedOld = old.filter { !before.contains($0) }
    unmatchedNew = bridge.newCodes.filter { !after.contains($0) }
    let municipalities = Set(old.compactMap(AreaCode.municipality))
    let bridged = Set(old)
    stranded = before.filter { code in
      !after.contains(code) && !bridged.contains(code)
        && (AreaCode.municipality(of: code).map(municipalities.contains) ?? false)
    }.sorted()
    let known = Set(old).intersection(before)
    carried = bridge.byNew.count { $0.links.contains { known.contains($0.old) } }
    let atlas = try? Atlas(workspace)
    hasPeople = try AreaTable.load(ImportedTables.areas(bridge.from), from: workspace) != nil
    var names: [String: String] = [:]
    for code in (unmatchedOld + unmatchedNew + stranded + bridge.leaks.map(\.old)) {
      names[code] = atlas?.area(code)?.name
    }
    self.names = names
  }

  /// What was taken for granted.
  var assumptions: [Text] {
    let merges = bridge.byNew.contains { $0.links.count > 1 }
    let shares = Bridge.assumption(file)
    guard merges, !hasPeople else { return [shares] }
    return [
      shares,
      Text(
        nl:
          "oude gebieden die samengaan tellen naar aandeel even zwaar: hun inwoners van \(bridge.from) zijn niet ingelezen",
        en: "old areas that merge weigh alike by share: their people of \(bridge.from) are not imported"),
    ]
  }

  var blocks: [Block] {
    var facts = Facts()
    facts.add("from", .number(Double(bridge.from)), label: Text(nl: "van", en: "from"), format: .plain)
    facts.add("to", .number(Double(bridge.to)), label: Text(nl: "naar", en: "to"), format: .plain)
    facts.add("old", bridge.oldCodes.count, label: Text(nl: "oude gebieden", en: "old areas"))
    facts.add("new", bridge.newCodes.count, label: Text(nl: "nieuwe gebieden", en: "new areas"))
    facts.add("carried", carried, label: Text(nl: "nieuwe gebieden met cijfers", en: "new areas with figures"))
    facts.add("shares_off", bridge.leaks.count, label: Text(nl: "aandelen niet samen 1", en: "shares not 1 together"))
    facts.add("unmatched_old", unmatchedOld.count, label: Text(nl: "oude codes onbekend", en: "old codes unknown"))
    facts.add("unmatched_new", unmatchedNew.count, label: Text(nl: "nieuwe codes onbekend", en: "new codes unknown"))
    facts.add("stranded", stranded.count, label: Text(nl: "niet in de brug", en: "not in the bridge"))
    return [.facts(facts)] + notices.map(Block.notice)
  }

  private var notices: [Notice] {
    var notices: [Notice] = []
    let leaks = Bridge.words(bridge.leaks, atMost: 5) { named($0) }
    add(
      &notices, .warning, bridge.leaks.count,
      Text(
        nl: "de aandelen zijn niet samen 1, de rest gaat verloren: \(leaks.nl)",
        en: "the shares are not 1 together, the rest is lost: \(leaks.en)"))
    let old = Text.list(unmatchedOld.map(named))
    add(
      &notices, .caution, unmatchedOld.count,
      Text(
        nl: "oude codes die \(bridge.from) niet kent: \(old.nl)",
        en: "old codes that \(bridge.from) does not know: \(old.en)"))
    let new = Text.list(unmatchedNew.map(named))
    add(
      &notices, .caution, unmatchedNew.count,
      Text(
        nl: "nieuwe codes die \(bridge.to) niet kent: \(new.nl)",
        en: "new codes that \(bridge.to) does not know: \(new.en)"))
    let left = Text.list(stranded.map(named))
    add(
      &notices, .info, stranded.count,
      Text(
        nl: "gebieden van \(bridge.from) die noch \(bridge.to) noch de brug kent: \(left.nl)",
        en: "areas of \(bridge.from) that neither \(bridge.to) nor the bridge knows: \(left.en)"))
    for assumption in assumptions {
      notices.append(Notice(.caution, Text(nl: "Aanname: \(assumption.nl).", en: "Assumption: \(assumption.en).")))
    }
    return notices
  }

  private func add(_ notices: inout [Notice], _ level: Notice.Level, _ count: Int, _ text: Text) {
    if count > 0 { notices.append(Notice(level, text)) }
  }

  private func named(_ code: String) -> String { names[code].map { "\($0) (\(code))" } ?? code }
}
