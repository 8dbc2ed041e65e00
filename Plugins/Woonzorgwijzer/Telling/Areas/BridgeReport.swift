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
  /// By which years' people the new areas that are made of several weigh, and how many; 0 for alike.
  let weighed: [Int: Int]
  /// New areas that are not carried over, as the people of their old areas are known of no year.
  let unweighed: [String]
  /// What is said of how the file was read.
  let remarks: [Text]
  /// Old areas that the file does not name and that stay.
  let unchanged: [String]
  private let hasFigures: Bool
  private let names: [String: String]

  /// - Parameters:
  ///   - remarks: what is said of how the file was read.
  ///   - unchanged: old areas that the file does not name and that stay.
  init(
    _ bridge: Bridge, _ years: BridgeYears, file: String, remarks: [Text], unchanged: [String],
    _ codebook: Codebook,
    in workspace: WorkspaceHandle
  ) throws {
    self.remarks = remarks
    self.unchanged = unchanged
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
    let people = try OldPeople(of: bridge, nil, codebook, in: workspace)
    var weighed: [Int: Int] = [:]
    var unweighed: [String] = []
    for (new, links) in bridge.byNew {
      switch people.weights(links).by {
      case .single: continue
      case .people(let year): weighed[year, default: 0] += 1
      case .alike: weighed[0, default: 0] += 1
      case .unknown: unweighed.append(new)
      }
    }
    self.weighed = weighed
    self.unweighed = unweighed
    hasFigures = !CarriedTables.healthTables(bridge, workspace).isEmpty
    var names: [String: String] = [:]
    for code
      in (unmatchedOld + unmatchedNew + stranded + bridge.leaks.map(\.old) + unweighed + unchanged)
    {
      names[code] = atlas?.area(code)?.name
    }
    self.names = names
  }

  /// What was taken for granted.
  var assumptions: [Text] {
    [Bridge.assumption(file)]
      + weighed.keys.sorted().compactMap { year in
        (year == 0 ? Weighing.alike : .people(year: year)).assumption(from: bridge.from)
      }
  }

  /// - Throws: `bridge.people` where there is something to carry over and nothing to weigh it by.
  func demandPeople() throws {
    guard hasFigures, !unweighed.isEmpty, weighed.isEmpty else { return }
    let list = Text.list(unweighed.map(named), atMost: 3)
    throw Diagnostic(
      "bridge.people",
      Text(
        nl:
          "van geen enkel jaar zijn de inwoners bekend van alle oude gebieden die samengaan in \(list.nl)",
        en: "of no year are the people known of all old areas that merge into \(list.en)"),
      wayOut: Text(
        nl:
          "lees eerst de kerncijfers van \(bridge.from) in, of die van een jaar dat deze gebieden nog had; met --alike wegen ze even zwaar; er is niets bewaard",
        en:
          "first import the key figures of \(bridge.from), or of a year that still had these areas; with --alike they weigh alike; nothing was kept"
      ), suggestion: "--alike")
  }

  var blocks: [Block] {
    var facts = Facts()
    facts.add("from", .number(Double(bridge.from)), label: Text(nl: "van", en: "from"), format: .plain)
    facts.add("to", .number(Double(bridge.to)), label: Text(nl: "naar", en: "to"), format: .plain)
    facts.add("old", bridge.oldCodes.count, label: Text(nl: "oude gebieden", en: "old areas"))
    facts.add("new", bridge.newCodes.count, label: Text(nl: "nieuwe gebieden", en: "new areas"))
    facts.add(
      "carried", carried,
      label: Text(nl: "nieuwe gebieden met cijfers", en: "new areas with figures"))
    facts.add(
      "unweighed", unweighed.count, label: Text(nl: "niet te wegen", en: "not to be weighed"))
    facts.add(
      "shares_off", bridge.leaks.count,
      label: Text(nl: "aandelen niet samen 1", en: "shares not 1 together"))
    facts.add(
      "unmatched_old", unmatchedOld.count,
      label: Text(nl: "oude codes onbekend", en: "old codes unknown"))
    facts.add(
      "unmatched_new", unmatchedNew.count,
      label: Text(nl: "nieuwe codes onbekend", en: "new codes unknown"))
    facts.add(
      "stranded", stranded.count, label: Text(nl: "niet in de brug", en: "not in the bridge"))
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
    for remark in remarks { notices.append(Notice(.info, remark)) }
    let stays = Text.list(unchanged.map(named))
    add(
      &notices, .info, unchanged.count,
      Text(
        nl:
          "het bestand noemt deze oude gebieden niet; ze zijn gebleven en tellen heel mee: \(stays.nl)",
        en: "the file does not name these old areas; they stayed and count whole: \(stays.en)"))
    let nothing = Text.list(unweighed.map(named))
    add(
      &notices, .caution, unweighed.count,
      Text(
        nl:
          "niet overgezet, want van geen jaar zijn de inwoners van al hun oude gebieden bekend: \(nothing.nl); met --alike wegen die even zwaar",
        en:
          "not carried over, as of no year the people of all their old areas are known: \(nothing.en); with --alike these weigh alike"
      ))
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
