import WorkbenchKit

/// What a session has shown of counts of people by age, so that no small count follows from two answers: 18+ less 18-64 gives
/// those of 65 and over.
///
/// Looked at are tables with a column of ages and counts in persons. Figures that were published are public, and whoever wants
/// can set them beside each other: they keep their own notice. What is held back is the later answer.
///
/// Groups are told apart by the other words of their row and by the column. Within a group all answers of the session count
/// together (`AgeSums`): 18+, 18-64 and 65-74 give those of 75 and over. It is no full protection: what follows for areas within
/// areas over several commands, or for ages that do not lie in one run, is not looked for.
struct ShownCounts {
  private struct Key: Hashable {
    let column: String
    let words: [String]
  }

  /// What is held back of some blocks.
  struct Held {
    /// The counts themselves, so that they are taken out of whatever stands beside their table.
    var counts: Set<Double> = []
    /// The ages of which an earlier answer stands in the way.
    var earlier: Set<String> = []
  }

  /// Columns that tell of a row how it came about, and not whose it is.
  private static let about: Set<String> = ["name", "naam", "origin", "herkomst", "method", "source", "bron"]
  private static let ages: Set<String> = ["age", "leeftijd", "age_group", "leeftijdsgroep", "ages"]
  /// Stands where a count is held back because a small one would follow from it.
  static let mark = "•"

  private var shown: [Key: AgeSums] = [:]

  /// Returns blocks as they may be shown, and remembers what they show.
  ///
  /// - Parameter threshold: counts above 0 and below it are small; 0 holds nothing back.
  mutating func noting(_ blocks: [Block], threshold: Double) -> [Block] {
    guard threshold > 0 else { return blocks }
    var held = Held()
    var result = blocks.map { block -> Block in
      guard case .table(let table) = block else { return block }
      return .table(noting(table, threshold: threshold, &held))
    }
    guard !held.counts.isEmpty else { return blocks }
    result = result.compactMap { without(held, $0) }
    let isDropped = result.count < blocks.count
    let dropped =
      isDropped
      ? Text(nl: " Zinnen en tekeningen erbij zijn weggelaten.", en: " Sentences and pictures beside it are left out.")
      : .verbatim("")
    let ages = held.earlier.sorted().joined(separator: ", ")
    result.append(
      .caution(
        nl:
          "\(Self.mark) is achtergehouden: met wat in deze sessie al is getoond (\(ages)) zou er een aantal onder \(Int(threshold)) uit volgen.\(dropped.nl)",
        en:
          "\(Self.mark) is held back: with what this session has shown already (\(ages)) a count below \(Int(threshold)) would follow from it.\(dropped.en)"
      ))
    return result
  }

  private mutating func noting(_ table: Table, threshold: Double, _ held: inout Held) -> Table {
    guard let ages = table.columns.first(where: { Self.ages.contains($0.name.lowercased()) })?.texts else {
      return table
    }
    let counts = table.columns.indices.filter { table.columns[$0].unit == .persons && table.columns[$0].numbers != nil }
    guard !counts.isEmpty else { return table }
    let telling = table.columns.filter {
      let name = $0.name.lowercased()
      return !Self.ages.contains(name) && !Self.about.contains(name)
    }
    var heldRows: [Int] = []
    for row in ages.indices {
      guard let span = ages[row].flatMap(AgeSpan.init) else { continue }
      let words = telling.compactMap { $0.texts?[row] ?? Self.year($0, row) }
      let cells = counts.compactMap { index -> (key: Key, value: Double)? in
        let column = table.columns[index]
        guard let value = column.numbers?[row], !value.isNaN else { return nil }
        return (Key(column: column.name, words: words), value)
      }
      let earlier = cells.reduce(into: Set<AgeSpan>()) { earlier, cell in
        earlier.formUnion(shown[cell.key]?.answers(thatTellWith: cell.value, of: span, below: threshold) ?? [])
      }
      guard !earlier.isEmpty else {
        for cell in cells { shown[cell.key, default: AgeSums()].add(cell.value, of: span) }
        continue
      }
      held.earlier.formUnion(earlier.map(\.text))
      held.counts.formUnion(cells.map(\.value).filter { $0 != 0 })
      heldRows.append(row)
    }
    var result = table
    for index in counts { result.hold(heldRows, of: index) }
    return result
  }

  /// The year of a row: people of another year are others.
  private static func year(_ column: Column, _ row: Int) -> String? {
    let name = column.name.lowercased()
    guard name.contains("year") || name.contains("jaar"), let number = column.numbers?[row], !number.isNaN else {
      return nil
    }
    return NumberText.shortest(number)
  }

  /// A block that stands beside a table of which something is held back.
  private func without(_ held: Held, _ block: Block) -> Block? {
    switch block {
    case .paragraph, .chart, .map, .matrix: return nil
    case .facts(let facts):
      return .facts(
        facts.mapping { fact in
          fact.value.number.map(held.counts.contains) ?? false ? fact.with(.text(Self.mark)) : fact
        })
    default: return block
    }
  }
}

extension Table {
  /// Holds counts of a column back; nobody at all is no secret.
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
