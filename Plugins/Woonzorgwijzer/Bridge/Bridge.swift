import WorkbenchKit

/// What became of the areas of one year in another: which part of each old area's people live in which new one.
struct Bridge: Sendable {
  struct Link: Sendable, Hashable {
    let old: String
    let new: String
    /// Of the old area's people, 0 through 1.
    let share: Double
    /// Which of the bridge's files it stands in, counted from 0.
    var record = 0
    /// Whether it may weigh by its share alone where no people are known.
    var isAlike = false

    func weighed(alike: Bool) -> Link {
      var link = self
      link.isAlike = alike
      return link
    }
  }

  /// An old area whose shares are not 1 together.
  struct Leak: Sendable, Hashable {
    let old: String
    let sum: Double
  }

  /// Shares are often given in two decimals; a third and a third and a third are then .99.
  static let tolerance = 0.0101

  let from: Int
  let to: Int
  let links: [Link]

  var name: String { ImportedTables.bridge(from, to) }

  /// The links of each new code, in the order of the file.
  var byNew: [(new: String, links: [Link])] {
    var order: [String] = []
    var found: [String: [Link]] = [:]
    for link in links {
      if found[link.new] == nil { order.append(link.new) }
      found[link.new, default: []].append(link)
    }
    return order.map { ($0, found[$0] ?? []) }
  }

  /// The bridge with the new wijken and municipalities of which it has every buurt: to them goes what goes to their buurten.
  ///
  /// - Parameters:
  ///   - codes: the new year's areas.
  ///   - before: the old year's, which need nothing carried over.
  func withWholes(among codes: some Sequence<String>, notIn before: Set<String>) -> Bridge {
    let byNew = Dictionary(grouping: links.indices, by: { links[$0].new })
    var parts: [String: [String]] = [:]
    for code in codes where AreaLevel(code: code) == .buurt {
      for whole in [AreaCode.district(of: code), AreaCode.municipality(of: code)] {
        if let whole, byNew[whole] == nil, !before.contains(whole) { parts[whole, default: []].append(code) }
      }
    }
    var more: [Link] = []
    for (whole, buurten) in parts.sorted(by: { $0.key < $1.key }) where buurten.allSatisfy({ byNew[$0] != nil }) {
      var shares: [String: Double] = [:]
      let these = buurten.flatMap { byNew[$0] ?? [] }.sorted().map { links[$0] }
      for link in these { shares[link.old, default: 0] += link.share }
      var seen: Set<String> = []
      for link in these where seen.insert(link.old).inserted {
        more.append(
          Link(
            old: link.old, new: whole, share: shares[link.old] ?? 0, record: link.record,
            isAlike: link.isAlike))
      }
    }
    return Bridge(from: from, to: to, links: links + more)
  }

  var oldCodes: [String] { Self.unique(links.map(\.old)) }
  var newCodes: [String] { Self.unique(links.map(\.new)) }

  var leaks: [Leak] {
    var sums: [String: Double] = [:]
    for link in links { sums[link.old, default: 0] += link.share }
    return oldCodes.compactMap { old in
      guard let sum = sums[old], abs(sum - 1) > Self.tolerance else { return nil }
      return Leak(old: old, sum: sum)
    }
  }

  /// "Kade (BU03630001) 0,85" of each, in the marks of each language.
  static func words(_ leaks: [Leak], atMost limit: Int, named: (String) -> String) -> Text {
    let shown = leaks.map { (named($0.old), Text.number($0.sum, decimals: 2)) }
    return Text(
      nl: Text.list(shown.map { "\($0.0) \($0.1.nl)" }, atMost: limit).nl,
      en: Text.list(shown.map { "\($0.0) \($0.1.en)" }, atMost: limit).en)
  }

  /// What is taken for granted wherever figures are carried over.
  static func assumption(_ file: String) -> Text {
    Text(
      nl: "de aandelen in \(file) gelden voor iedereen in het oude gebied, jong en oud",
      en: "the shares in \(file) hold for everybody in the old area, young and old")
  }

  static func all(_ workspace: WorkspaceHandle) throws -> [Bridge] {
    try workspace.names(.tables, prefix: ImportedTables.bridgePrefix).compactMap { name in
      let years = name.dropFirst(ImportedTables.bridgePrefix.count).split(separator: ".").compactMap { Int($0) }
      guard years.count == 2, let table = try workspace.table(name), let old = table.column("code")?.texts,
        let new = table.column("new")?.texts, let shares = table.column("share")?.numbers,
        let records = table.column("source")?.numbers
      else { return nil }
      // Bridges of before this was asked weighed so without a word.
      let alike = table.column("alike")?.numbers
      let links = old.indices.compactMap { row -> Link? in
        guard let before = old[row], let after = new[row] else { return nil }
        return Link(
          old: before, new: after, share: shares[row], record: Int(exactly: records[row]) ?? 0,
          isAlike: alike.map { $0[row] == 1 } ?? true)
      }
      return Bridge(from: years[0], to: years[1], links: links)
    }
  }

  /// The bridge as it is kept.
  var table: Table {
    Table(
      title: Text(nl: "Brug van \(from) naar \(to)", en: "Bridge from \(from) to \(to)"),
      columns: [
        .texts("code", links.map(\.old), label: Text(nl: "oud", en: "old")),
        .texts("new", links.map(\.new), label: Text(nl: "nieuw", en: "new")),
        .numbers("share", links.map(\.share), label: Text(nl: "aandeel", en: "share")),
        .numbers("alike", links.map { $0.isAlike ? 1 : 0 }, format: .plain),
      ])
  }

  private static func unique(_ codes: [String]) -> [String] {
    var seen: Set<String> = []
    return codes.filter { seen.insert($0).inserted }
  }
}
