import WorkbenchKit

extension GapTable {
  /// How many rows a page has room for.
  static let onPage = 8

  /// Rows with people or with supply, those with the most demand first.
  private var telling: [Int] {
    rows.indices.filter { row in
      let gap = rows[row].gap
      return gap.demand.amount.demand > 0 || gap.amount != nil || !gap.coverage.isNaN
    }.sorted { left, right in
      let (one, other) = (rows[left].gap.demand.amount.demand, rows[right].gap.demand.amount.demand)
      return (one.isNaN ? -1 : one, -left) > (other.isNaN ? -1 : other, -right)
    }
  }

  /// The rows that tell most, for a page, and how many are left out; all rows where they fit.
  var page: (table: Table, omitted: Int) {
    guard rows.count > Self.onPage, !telling.isEmpty else { return (table, 0) }
    let shown = telling.prefix(Self.onPage)
    return (table.rows(shown.sorted()), rows.count - shown.count)
  }

  /// What most people need of one area, in a sentence; nil of several, and where nothing can be told.
  var sentence: Text? {
    guard Set(rows.map(\.area.code)).count == 1, let first = telling.first(where: { !held.hidden.contains($0) })
    else { return nil }
    let (area, row) = (rows[first].area.name, rows[first].gap)
    guard row.demand.amount.demand > 0 else { return nil }
    let people = Text.number(row.demand.amount.demand, decimals: 0)
    let what = row.demand.precondition.label
    return Text(
      nl: "Het meest nodig in \(area): \(what.nl), voor naar schatting \(people.nl) mensen.",
      en: "Needed most in \(area): \(what.en), by an estimated \(people.en) people.")
  }
}
