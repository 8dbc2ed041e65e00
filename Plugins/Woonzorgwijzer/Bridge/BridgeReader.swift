import WorkbenchKit

/// Reads a bridge in the forms in which recode tables are made; see `BridgeColumns`.
struct BridgeReader {
  /// What was read.
  struct Reading {
    var links: [Bridge.Link]
    /// The years that the file itself says, or that were given.
    var from: Int?
    var to: Int?
    var remarks: [Text] = []
    /// What has to be said about how the numbers were read.
    var numbers: [Notice] = []
  }

  let file: String
  let years: BridgeYears

  /// - Throws: `bridge.columns`, `bridge.code`, `bridge.share`, `bridge.moment`, each naming the line; `bridge.sum`, `bridge.split`, `bridge.year`,
  ///   `bridge.empty`.
  func read(_ text: DelimitedText, from: Int?, to: Int?) throws -> Reading {
    if text.raggedCount > 0 { _ = try text.table() }
    let form = try BridgeColumns(text, file: file).form
    let (shares, counts) = form.amounts
    let settled = text.settled(whole: counts, fractions: shares)
    var reading: Reading
    switch form {
    // A matrix says itself how its numbers were read.
    case .matrix(let old, let columns): return try matrix(text, old, columns, from, to)
    case .years(let columns, let amount): reading = try yearly(settled, columns, amount, from, to)
    case .pairs(let old, let new, let amount, let moment):
      if let moment, let chain = try chain(settled, old, new, amount, moment, from, to) {
        reading = chain
      } else {
        let (links, remarks) = try pairs(settled, old, new, amount, Array(0..<settled.rowCount))
        reading = Reading(links: links, from: from, to: to, remarks: remarks)
      }
    }
    reading.numbers = settled.numberNotices(of: shares + counts)
    return reading
  }

  // MARK: A pair of codes on each row

  private func pairs(
    _ text: DelimitedText, _ old: Int, _ new: Int,
    _ amount: (column: Int, kind: BridgeColumns.Amount)?, _ chosen: [Int],
    skipsEmpty: Bool = false
  ) throws -> ([Bridge.Link], [Text]) {
    let before = text.texts(column: old)
    let after = text.texts(column: new)
    let amounts = amount.map { text.numbers(column: $0.column).values }
    let rows = try chosen.compactMap { row -> BridgeShares.Row? in
      if skipsEmpty, before[row] == nil || after[row] == nil { return nil }
      let line = text.line(ofRow: row)
      let cell = amount.map { text.cell(row: row, column: $0.column).trimmedOfPadding } ?? ""
      return BridgeShares.Row(
        old: try code(before[row], line), new: try code(after[row], line), amount: amounts?[row] ?? 1,
        cell: cell, line: line)
    }
    if amount == nil { return try unweighed(rows) }
    let shares = try BridgeShares(rows, counts: amount?.kind == .count, file: file)
    return (shares.links, shares.remarks)
  }

  /// Rows without an amount: each old area goes over whole, or each row is one of its addresses.
  private func unweighed(_ rows: [BridgeShares.Row]) throws -> ([Bridge.Link], [Text]) {
    var targets: [String: Set<String>] = [:]
    for row in rows { targets[row.old, default: []].insert(row.new) }
    let pairs = targets.values.reduce(0) { $0 + $1.count }
    let split = targets.filter { $0.value.count > 1 }.keys.sorted()
    // A pair that stands there more than once is counted: such a table has a row for each address or postcode.
    if split.isEmpty || rows.count > pairs {
      let shares = try BridgeShares(rows, counts: true, file: file)
      return (
        shares.links,
        split.isEmpty
          ? []
          : [
            Text(
              nl: "aandelen zijn het deel van de regels van een oud gebied",
              en: "shares are the part of an old area's rows")
          ]
      )
    }
    throw Diagnostic(
      "bridge.split",
      Text(
        nl: "'\(file)' zegt niet welk deel waarheen gaat van \(Text.list(split, atMost: 3).nl)",
        en: "'\(file)' does not say which part goes where of \(Text.list(split, atMost: 3).en)"),
      wayOut: Text(
        nl: "voeg een kolom aandeel of aantal toe; er is niets bewaard",
        en: "add a column share or count; nothing was kept"))
  }

  private func code(_ word: String?, _ line: Int) throws -> String {
    if let code = AreaCode.given(word ?? "") { return code }
    throw Diagnostic(
      "bridge.code",
      Text(
        nl: "'\(file)', regel \(line): '\(word ?? "")' is geen code van een gebied",
        en: "'\(file)', line \(line): '\(word ?? "")' is no code of an area"),
      wayOut: Text(
        nl: "een code is GM, WK of BU met cijfers, zoals BU0363AA01; er is niets bewaard",
        en: "a code is GM, WK or BU with digits, such as BU0363AA01; nothing was kept"))
  }

  // MARK: Changes of several years

  /// The changes between two years after each other; nil where the column of moments holds none.
  ///
  /// - Throws: `bridge.moment` where one of them is none: its change belongs to no year.
  private func chain(
    _ text: DelimitedText, _ old: Int, _ new: Int,
    _ amount: (column: Int, kind: BridgeColumns.Amount)?, _ moment: Int,
    _ from: Int?, _ to: Int?
  ) throws -> Reading? {
    let moments = text.texts(column: moment).map { $0.flatMap(BridgeColumns.year) }
    let all = Set(moments.compactMap { $0 }).sorted()
    guard let first = all.first, let last = all.last else { return nil }
    if let row = moments.firstIndex(of: nil) { throw notMoment(text, row, moment) }
    let known = years.codes.keys.sorted()
    let start = from ?? (all.count == 1 ? nil : known.count == 2 ? known[0] : nil)
    let end = to ?? (all.count == 1 ? nil : known.count == 2 ? known[1] : nil)
    if all.count == 1, start == nil, end == nil {
      // Of one year alone: from what was before it to what came of it.
      let before = known.last { $0 < first } ?? first - 1
      let after = known.first { $0 >= first } ?? first
      let (links, remarks) = try pairs(text, old, new, amount, Array(0..<text.rowCount))
      return Reading(links: links, from: before, to: after, remarks: remarks)
    }
    guard let start = start ?? known.first, let end = end ?? known.last, start < end,
      all.count == 1 || known.count == 2 || from != nil && to != nil
    else { throw years.unclear(file, known) }
    var links: [Bridge.Link] = []
    var remarks: [Text] = []
    for year in all where year > start && year <= end {
      let rows = (0..<text.rowCount).filter { moments[$0] == year }
      let (next, said) = try pairs(text, old, new, amount, rows)
      links = Self.followed(links, by: next, known: years.codes[start] ?? [])
      for remark in said where !remarks.contains(remark) { remarks.append(remark) }
    }
    if links.isEmpty {
      throw Diagnostic(
        "bridge.empty",
        Text(
          nl:
            "'\(file)' heeft geen wijziging tussen \(start) en \(end), alleen van \(first) tot en met \(last)",
          en:
            "'\(file)' has no change between \(start) and \(end), only from \(first) through \(last)"
        ))
    }
    remarks.append(
      Text(
        nl: "wijzigingen na \(start) tot en met \(end) na elkaar genomen",
        en: "changes after \(start) through \(end) were taken one after the other"))
    return Reading(links: links, from: start, to: end, remarks: remarks)
  }

  private func notMoment(_ text: DelimitedText, _ row: Int, _ column: Int) -> Diagnostic {
    let (line, cell) = (text.line(ofRow: row), text.cell(row: row, column: column).trimmedOfPadding)
    return Diagnostic(
      "bridge.moment",
      Text(
        nl: "'\(file)', regel \(line): '\(cell)' in kolom '\(text.header[column])' is geen jaar of datum",
        en: "'\(file)', line \(line): '\(cell)' in column '\(text.header[column])' is no year or date"),
      wayOut: Text(
        nl: "geef van elke wijziging het jaar of de datum, of laat de kolom weg; er is niets bewaard",
        en: "give the year or the date of each change, or leave the column out; nothing was kept"))
  }

  /// What becomes of old areas when later changes follow: `A → B` and then `B → C` is `A → C`.
  ///
  /// - Parameter known: the codes of the old year.
  private static func followed(_ links: [Bridge.Link], by next: [Bridge.Link], known: Set<String>)
    -> [Bridge.Link]
  {
    let onward = Dictionary(grouping: next, by: \.old)
    var all = links.flatMap { link in
      onward[link.new].map { later in
        later.map { Bridge.Link(old: link.old, new: $0.new, share: link.share * $0.share) }
      } ?? [link]
    }
    // Areas that only change now; one that only came about by an earlier change was none of the old year's.
    let before = Set(links.map(\.old))
    let made = Set(links.map(\.new)).subtracting(known)
    all += next.filter { link in !made.contains(link.old) && !before.contains(link.old) }
    return all
  }

  // MARK: A code for each year

  private func yearly(
    _ text: DelimitedText, _ columns: [(year: Int, column: Int)],
    _ amount: (column: Int, kind: BridgeColumns.Amount)?, _ from: Int?, _ to: Int?
  ) throws -> Reading {
    let said = Set(columns.map(\.year)).sorted()
    let known = said.filter { years.codes[$0] != nil }
    let pair = said.count == 2 ? said : known.count == 2 ? known : []
    guard let start = from ?? pair.first, let end = to ?? pair.last, start != end,
      said.contains(start),
      said.contains(end)
    else { throw years.unclear(file, said) }
    var links: [Bridge.Link] = []
    var remarks: [Text] = []
    // A table may have buurt, wijk and municipality of each year: each level by itself.
    for level in [AreaLevel.buurt, .wijk, .gemeente] {
      let column = { (year: Int) in
        columns.first { $0.year == year && level == Self.level(text, $0.column) }?.column
      }
      guard let old = column(start), let new = column(end) else { continue }
      let (found, said) = try pairs(
        text, old, new, amount, Array(0..<text.rowCount), skipsEmpty: true)
      links += found
      for remark in said where !remarks.contains(remark) { remarks.append(remark) }
    }
    if links.isEmpty { throw years.unclear(file, said) }
    return Reading(links: links, from: start, to: end, remarks: remarks)
  }

  private static func level(_ text: DelimitedText, _ column: Int) -> AreaLevel? {
    text.texts(column: column).lazy.compactMap { $0.flatMap(AreaCode.given) }.first.flatMap(
      AreaLevel.init(code:))
  }

  // MARK: New codes on top

  private func matrix(
    _ text: DelimitedText, _ old: Int, _ columns: [(new: String, column: Int)], _ from: Int?, _ to: Int?
  ) throws -> Reading {
    // What a lone mark before three digits means depends on what the matrix holds: `1.234` people, a share of `0.125`.
    let areShares = Self.areShares(try rows(text, old, columns))
    let amounts = columns.map(\.column)
    let text = text.settled(whole: areShares ? [] : amounts, fractions: areShares ? amounts : [])
    let shares = try BridgeShares(try rows(text, old, columns), counts: !areShares, file: file)
    return Reading(
      links: shares.links, from: from, to: to,
      remarks: shares.remarks + [
        Text(
          nl: "oude codes staan links, nieuwe bovenaan",
          en: "old codes stand on the left, new ones on top")
      ], numbers: text.numberNotices(of: amounts))
  }

  /// The cells that are filled in with more than nothing.
  private func rows(
    _ text: DelimitedText, _ old: Int, _ columns: [(new: String, column: Int)]
  ) throws -> [BridgeShares.Row] {
    let before = text.texts(column: old)
    return try columns.flatMap { new, column in
      let amounts = text.numbers(column: column).values
      return try (0..<text.rowCount).compactMap { row -> BridgeShares.Row? in
        guard amounts[row] != 0 else { return nil }
        let cell = text.cell(row: row, column: column).trimmedOfPadding
        if cell.isEmpty { return nil }
        let line = text.line(ofRow: row)
        return BridgeShares.Row(
          old: try code(before[row], line), new: new, amount: amounts[row], cell: cell, line: line)
      }
    }
  }

  /// Whether the amounts of each old area are 1 or 100 together, and not numbers of people or addresses.
  private static func areShares(_ rows: [BridgeShares.Row]) -> Bool {
    let sums = Dictionary(grouping: rows, by: \.old).values.map { $0.reduce(0) { $0 + $1.amount } }
    return sums.allSatisfy { $0 <= 1 + Bridge.tolerance } || sums.allSatisfy { abs($0 - 100) <= 1.01 }
  }
}
