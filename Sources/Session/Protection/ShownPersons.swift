import WorkbenchKit

/// What a session has shown of tables of persons: figures of few are held back, and those from which, with what was shown
/// before, one of few would follow.
struct ShownPersons {
  /// What is held back of some blocks.
  private struct Held {
    var small = 0
    var following = 0
    /// Groups of few that do not come out at all, not even what they are called.
    var left = 0
    /// Whether only figures may come out of one of the tables.
    var isSealed = false
    /// The most persons that were few for one of the tables.
    var threshold: Int
  }

  private var tables: [String: PersonSums] = [:]

  /// Returns blocks as they may go on, and remembers the figures in them as shown; of no figure it says any more who stands
  /// behind it.
  ///
  /// - Parameter threshold: how many persons are few; 0 holds nothing back.
  mutating func noting(_ blocks: [Block], threshold: Double) -> [Block] {
    let usual = Int(threshold.rounded(.up))
    var held = Held(threshold: usual)
    var result = blocks
    for (index, block) in blocks.enumerated() {
      switch block {
      case .table(let table) where table.columns.contains { $0.counted != nil }:
        result[index] = .table(noting(table, usual, &held))
      case .facts(let facts) where facts.counted != nil:
        result[index] = .facts(noting(facts, usual, &held))
      default: break
      }
    }
    return result + Self.notices(held)
  }

  private mutating func noting(_ table: Table, _ usual: Int, _ held: inout Held) -> Table {
    let threshold = table.columns.compactMap(\.counted?.fewest).reduce(usual, max)
    held.threshold = max(held.threshold, threshold)
    var sets: [String: Set<[Int]>] = [:]
    for counted in table.columns.compactMap(\.counted) { sets[counted.table, default: []].formUnion(counted.sets) }
    let hidden = sets.reduce(into: [:]) { hidden, next in hidden[next.key] = take(next.value, of: next.key, threshold) }
    var result = withoutFew(table, threshold, &held)
    var (small, following): (Set<[Int]>, Set<[Int]>) = ([], [])
    for var column in result.columns {
      guard let counted = column.counted else { continue }
      column.counted = nil
      if var values = column.numbers {
        for row in values.indices
        where !values[row].isNaN && hidden[counted.table]?.contains(counted.sets[row]) ?? false {
          let set = counted.sets[row]
          let isSmall = set.count < threshold
          if isSmall { small.insert(set) } else { following.insert(set) }
          // A mean of few is no number below five.
          let isCount = values[row] == Double(set.count)
          values[row] = .nan
          column.withheld[row] = isSmall && isCount ? Self.mark(threshold) : ShownCounts.mark
        }
        column.storage = .numbers(values)
      }
      result.set(column)
    }
    held.small += small.count
    held.following += following.count
    return result
  }

  /// Leaves out the groups of few where only figures may come out: what a group is called would tell of a person as the row does.
  private func withoutFew(_ table: Table, _ threshold: Int, _ held: inout Held) -> Table {
    let figures = table.columns.compactMap(\.counted)
    guard figures.contains(where: { $0.fewest > 0 }) else { return table }
    held.isSealed = true
    let shown = (0..<table.rowCount).filter { row in figures.contains { $0.sets[row].count >= threshold } }
    held.left += table.rowCount - shown.count
    let rows = shown.count == table.rowCount ? table : table.rows(shown)
    // Of several columns of figures each can stand for a group of its own, as those of a pivot do.
    let columns = rows.columns.indices.filter { index in
      guard figures.count > 1, let counted = rows.columns[index].counted else { return true }
      return counted.sets.contains { $0.count >= threshold }
    }
    held.left += rows.columns.count - columns.count
    return columns.count == rows.columns.count ? rows : rows.selecting(columns)
  }

  private mutating func noting(_ facts: Facts, _ usual: Int, _ held: inout Held) -> Facts {
    let threshold = max(usual, facts.counted?.fewest ?? 0)
    held.threshold = max(held.threshold, threshold)
    var result = facts
    result.counted = nil
    guard let counted = facts.counted, let set = counted.sets.first,
      !take([set], of: counted.table, threshold).isEmpty
    else { return result }
    let isSmall = set.count < threshold
    if isSmall { held.small += 1 } else { held.following += 1 }
    return result.mapping { fact in
      fact.value.number == nil ? fact : fact.with(.text(isSmall ? Self.mark(threshold) : ShownCounts.mark))
    }
  }

  /// The sets that may not be shown.
  private mutating func take(_ sets: Set<[Int]>, of table: String, _ threshold: Int) -> Set<[Int]> {
    threshold > 0 ? tables[table, default: PersonSums()].take(sets, threshold: threshold) : []
  }

  private static func mark(_ threshold: Int) -> String { "<\(threshold)" }

  private static func notices(_ held: Held) -> [Block] {
    let threshold = held.threshold
    var notices: [Block] = []
    if held.left > 0 {
      let many = Text.counted(
        held.left,
        Text(nl: "groep van minder dan \(threshold) personen is", en: "group of fewer than \(threshold) persons is"),
        Text(
          nl: "groepen van minder dan \(threshold) personen zijn", en: "groups of fewer than \(threshold) persons are"))
      notices.append(.info(nl: "\(many.nl) weggelaten", en: "\(many.en) left out"))
    }
    if held.small > 0 {
      let many = Text.counted(
        held.small,
        Text(nl: "groep van minder dan \(threshold) personen is", en: "group of fewer than \(threshold) persons is"),
        Text(
          nl: "groepen van minder dan \(threshold) personen zijn", en: "groups of fewer than \(threshold) persons are"))
      notices.append(
        held.isSealed
          ? .info(nl: "\(many.nl) achtergehouden", en: "\(many.en) held back")
          : .info(
            nl: "\(many.nl) achtergehouden; zijn de rijen geen personen, lees dan met: read BESTAND --persons no",
            en: "\(many.en) held back; where the rows are no persons, read with: read FILE --persons no"))
    }
    if held.following > 0 {
      notices.append(
        .caution(
          nl:
            "\(ShownCounts.mark) is achtergehouden: met wat in deze sessie al van dit bestand is getoond zou er een aantal onder \(threshold) uit volgen",
          en:
            "\(ShownCounts.mark) is held back: with what this session has shown of this file already a count below \(threshold) would follow from it"
        ))
    }
    return notices
  }
}
