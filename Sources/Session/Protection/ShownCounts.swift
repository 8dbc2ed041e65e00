import WorkbenchKit

/// What a session has shown of counts of people, so that no small count follows from several answers: 18+ less 18-64 gives
/// those of 65 and over, and a district less its neighbourhoods those who live elsewhere in it.
///
/// Looked at are tables with counts in persons, the figures of an area, and figures of tables of persons. Figures that were
/// published are public, and whoever wants can set them beside each other: they keep their own notice. What is held back is the
/// later answer.
///
/// Groups are told apart by the other words of their row and by the column. Within a group all answers of the session count
/// together, by age and by area (`AreaSums`). It is no full protection: what follows for ages that do not lie in one run, or from
/// answers in which the same people stand under other words, is not looked for.
struct ShownCounts {
  /// What is held back of some blocks.
  private struct Held {
    /// The figures themselves, so that they are taken out of whatever stands beside their table.
    var figures: Set<Double> = []
    /// The earlier answers that stand in the way.
    var earlier: Set<AreaSums.Answer> = []

    /// As a person reads them: of several areas which, of one which ages.
    var words: [String] {
      let areas = Set(earlier.map(\.area))
      return areas.count > 1 ? areas.sorted() : Set(earlier.map(\.text)).sorted()
    }
  }

  /// Stands where a count is held back because a small one would follow from it.
  static let mark = "•"
  /// More earlier answers than this are counted, not named.
  private static let named = 3

  private var shown: [CountedRow.Key: AreaSums] = [:]

  /// Returns blocks as they may be shown, and remembers what they show.
  ///
  /// - Parameter threshold: counts above 0 and below it are small; 0 holds nothing back.
  mutating func noting(_ blocks: [Block], threshold: Double) -> [Block] {
    guard threshold > 0 else { return blocks }
    var held = Held()
    var result = blocks.map { block -> Block in
      switch block {
      case .table(let table): .table(noting(table, threshold: threshold, &held))
      case .facts(let facts): .facts(noting(facts, threshold: threshold, &held))
      default: block
      }
    }
    guard !held.earlier.isEmpty else { return blocks }
    result = result.compactMap { without(held, $0) }
    return result + [Self.notice(held, threshold: threshold, isDropped: result.count < blocks.count)]
  }

  private static func notice(_ held: Held, threshold: Double, isDropped: Bool) -> Block {
    let dropped =
      isDropped
      ? Text(nl: " Zinnen en tekeningen erbij zijn weggelaten.", en: " Sentences and pictures beside it are left out.")
      : .verbatim("")
    let earlier = Text.list(held.words, atMost: named)
    return .caution(
      nl:
        "\(mark) is achtergehouden: met wat in deze sessie al is getoond (\(earlier.nl)) zou er een aantal onder \(Int(threshold)) uit volgen.\(dropped.nl)",
      en:
        "\(mark) is held back: with what this session has shown already (\(earlier.en)) a count below \(Int(threshold)) would follow from it.\(dropped.en)"
    )
  }

  private mutating func noting(_ table: Table, threshold: Double, _ held: inout Held) -> Table {
    guard let counted = CountedTable(table) else { return table }
    var heldRows: [Int] = []
    for row in 0..<table.rowCount {
      guard let one = counted.row(row), !take(one, threshold: threshold, &held) else { continue }
      heldRows.append(row)
      for index in counted.bounds {
        if let bound = table.columns[index].numbers?[row], bound != 0 { held.figures.insert(bound) }
      }
    }
    var result = table
    for index in counted.counts + counted.bounds { result.hold(heldRows, of: index) }
    return result
  }

  private mutating func noting(_ facts: Facts, threshold: Double, _ held: inout Held) -> Facts {
    guard let row = CountedRow(facts), !take(row, threshold: threshold, &held) else { return facts }
    return facts.mapping { fact in
      guard case .number(let people, let unit) = fact.value, unit == .persons, people != 0 else { return fact }
      return fact.with(.text(Self.mark))
    }
  }

  /// Remembers a row that may be shown; all its counts go together.
  ///
  /// - Returns: whether it may.
  private mutating func take(_ row: CountedRow, threshold: Double, _ held: inout Held) -> Bool {
    let earlier = row.cells.reduce(into: Set<AreaSums.Answer>()) { earlier, cell in
      earlier.formUnion(
        shown[cell.key, default: AreaSums()]
          .answers(thatTellWith: cell.people, of: cell.span, in: row.area, below: threshold))
    }
    guard earlier.isEmpty else {
      held.earlier.formUnion(earlier)
      held.figures.formUnion(row.cells.map(\.people).filter { $0 != 0 })
      return false
    }
    for cell in row.cells { shown[cell.key, default: AreaSums()].add(cell.people, of: cell.span, in: row.area) }
    return true
  }

  /// A block that stands beside a table of which something is held back.
  private func without(_ held: Held, _ block: Block) -> Block? {
    switch block {
    case .paragraph, .chart, .map, .matrix, .flow: return nil
    case .facts(let facts):
      return .facts(
        facts.mapping { fact in
          fact.value.number.map(held.figures.contains) ?? false ? fact.with(.text(Self.mark)) : fact
        })
    default: return block
    }
  }
}

extension Table {
  /// Holds figures of a column back; nobody at all is no secret.
  fileprivate mutating func hold(_ rows: [Int], of index: Int) {
    var column = columns[index]
    guard !rows.isEmpty, var values = column.numbers else { return }
    for row in rows where !values[row].isNaN && values[row] != 0 {
      values[row] = .nan
      column.withheld[row] = ShownCounts.mark
    }
    column.storage = .numbers(values)
    set(column)
  }
}
