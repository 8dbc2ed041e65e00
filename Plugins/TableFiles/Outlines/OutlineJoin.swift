import WorkbenchKit

/// A table whose rows have found their outlines by code.
struct OutlineJoin {
  /// Of each row its polygons; empty where it has no outline.
  let polygons: [[[[AreaMap.Point]]]]
  /// What has to be said of it.
  let notices: [Notice]

  private struct Pair {
    let figures: AreaKeys
    let outlines: AreaKeys
    /// How many codes find an outline.
    let count: Int
    let doubledRows: [String]
    let doubledOutlines: [String]

    var isUnique: Bool { doubledRows.isEmpty && doubledOutlines.isEmpty }
  }

  /// Joins a table to a set by the columns of which the most codes find an outline.
  ///
  /// - Parameter title: what the table is called.
  /// - Throws: `to.noarea`, `to.nomatch`, `to.doubled`; what the interrupt throws.
  init(_ table: Table, titled title: String, _ set: OutlineSet, _ checkInterrupt: () throws -> Void) throws {
    guard table.rowCount > 0 else {
      (polygons, notices) = ([], [])
      return
    }
    let columns = table.columns.compactMap(AreaKeys.init)
    guard let first = columns.first else { throw OutlineProblem.noArea() }
    let pair = try Self.best(columns, set, checkInterrupt)
    guard let pair else {
      let other = set.columns.lazy.flatMap { $0.keys.lazy.compactMap { $0 } }.first
      throw OutlineProblem.noMatch(first, set.name, other: other ?? "")
    }
    guard pair.doubledRows.isEmpty else { throw OutlineProblem.doubledRows(pair.doubledRows, pair.figures) }
    guard pair.doubledOutlines.isEmpty else {
      throw OutlineProblem.doubledOutlines(pair.doubledOutlines, pair.outlines, set.name)
    }
    let places = Dictionary(
      pair.outlines.keys.enumerated().compactMap { row, key in key.map { ($0, row) } }, uniquingKeysWith: { a, _ in a })
    polygons = pair.figures.keys.map { $0.flatMap { places[$0] }.map { set.polygons[$0] } ?? [] }
    notices = Self.notices(pair, places, title, set)
  }

  private static func best(_ columns: [AreaKeys], _ set: OutlineSet, _ checkInterrupt: () throws -> Void) throws
    -> Pair?
  {
    var pairs: [Pair] = []
    for outlines in set.columns {
      let known = Set(outlines.keys.compactMap { $0 })
      for figures in columns {
        try checkInterrupt()
        let count = Set(figures.keys.compactMap { $0 }).count(where: known.contains)
        guard count > 0 else { continue }
        pairs.append(
          Pair(
            figures: figures, outlines: outlines, count: count, doubledRows: figures.doubled(),
            doubledOutlines: outlines.doubled(among: Set(figures.keys.compactMap { $0 }))))
      }
    }
    func most(_ pairs: [Pair]) -> Pair? {
      pairs.reduce(nil as Pair?) { best, next in
        if let best, best.count >= next.count { return best }
        return next
      }
    }
    // A column that names the larger area around each row doubles; the one that names the row itself is meant.
    guard let best = most(pairs) else { return nil }
    guard let unique = most(pairs.filter(\.isUnique)), unique.count * 2 >= best.count else { return best }
    return unique
  }

  private static func notices(_ pair: Pair, _ places: [String: Int], _ title: String, _ set: OutlineSet) -> [Notice] {
    var notices: [Notice] = []
    let codes = pair.figures.keys.compactMap { $0 }
    let without = codes.filter { places[$0] == nil }
    if !without.isEmpty {
      let count = Text.counted(without.count, Text(nl: "code", en: "code"), Text(nl: "codes", en: "codes"))
      let have = Text.plural(without.count, Text(nl: "heeft", en: "has"), Text(nl: "hebben", en: "have"))
      let list = Text.list(without, atMost: 3)
      notices.append(
        Notice(
          .caution,
          Text(
            nl: "\(count.nl) van '\(title)' \(have.nl) geen grens in '\(set.name)': \(list.nl)",
            en: "\(count.en) of '\(title)' \(have.en) no outline in '\(set.name)': \(list.en)")))
    }
    let unnamed = pair.figures.keys.count - codes.count
    if unnamed > 0 {
      let rows = Text.counted(unnamed, Text(nl: "rij", en: "row"), Text(nl: "rijen", en: "rows"))
      notices.append(
        Notice(
          .caution,
          Text(
            nl: "\(rows.nl) van '\(title)' zonder code in '\(pair.figures.column)', en dus zonder grens",
            en: "\(rows.en) of '\(title)' without a code in '\(pair.figures.column)', and so without an outline")))
    }
    let figures = Set(codes)
    let unused = places.keys.count { !figures.contains($0) }
    if unused > 0 {
      let outlines = Text.counted(unused, Text(nl: "grens", en: "outline"), Text(nl: "grenzen", en: "outlines"))
      notices.append(
        Notice(
          .info,
          Text(
            nl: "\(outlines.nl) in '\(set.name)' zonder cijfer in '\(title)', en niet geschreven",
            en: "\(outlines.en) in '\(set.name)' without a figure in '\(title)', and not written")))
    }
    return notices
  }
}
