import WorkbenchKit

/// Rows of a file that are put together with the rows that are there already: the file's own columns are taken over, all
/// other figures of the row stay.
struct AddedRows {
  /// The rows that were there, with what the file has of them.
  private(set) var table: Table
  /// Rows of the file that were not there.
  let others: [Int]
  /// Figures that were there and that the file leaves empty.
  private(set) var emptied = 0

  /// - Parameters:
  ///   - old: with its column `source`.
  ///   - new: of which no two rows have the same code.
  ///   - record: the number of the new file.
  ///   - meaning: what a column holds, alike for columns of the same figure; nil where that is not known.
  init(_ old: Table, _ new: Table, record: Int, meaning: (String) -> FigureMeaning?) {
    let places = Dictionary(
      (old.column("code")?.texts ?? []).enumerated().compactMap { row, code in code.map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
    let codes = new.column("code")?.texts ?? []
    let rows = codes.map { $0.flatMap { places[$0] } }
    others = codes.indices.filter { rows[$0] == nil }
    table = old
    let met = codes.indices.compactMap { row in rows[row].map { (new: row, old: $0) } }
    guard !met.isEmpty else { return }
    let figures = new.figureColumns
    for column in new.columns where column.numbers == nil && column.name != "code" { name(column, met) }
    let own = Set(figures.map(\.name))
    let known = old.figures { meaning($0)?.name }.map { $0.columns.map(\.name) }
    var cleared: Set<String> = []
    for column in figures {
      // The same figure under another name, of another file: `a_inw` beside `AantalInwoners_5`.
      let twins = Self.names(of: column.name, among: known, meaning).filter { !own.contains($0) }
      set(column, met, besides: twins)
      for twin in twins { clear(twin, met) }
      cleared.formUnion(twins)
    }
    note(figures.map(\.name), met, record, cleared: cleared)
  }

  /// The columns that hold a figure; none where its name may stand for several.
  ///
  /// - Parameter known: the names of columns, those of one figure together.
  private static func names(
    of column: String, among known: [[String]], _ meaning: (String) -> FigureMeaning?
  ) -> [String] {
    let meant = meaning(column)
    let same = known.filter { $0.contains(column) || meant != nil && $0.contains { meaning($0) == meant } }
    if meant?.isKnown ?? false { return same.flatMap(\.self) }
    return same.first { $0.contains(column) } ?? (same.count == 1 ? same[0] : [])
  }

  /// Takes a name over where the file has one.
  private mutating func name(_ column: Column, _ met: [(new: Int, old: Int)]) {
    var texts = table.column(column.name)?.texts ?? Texts(repeating: nil, count: table.rowCount)
    for row in met { if let text = column.texts?[row.new] { texts[row.old] = text } }
    table.set(.texts(column.name, texts))
  }

  /// - Parameter twins: the columns in which the same figure can stand under another name.
  private mutating func set(_ column: Column, _ met: [(new: Int, old: Int)], besides twins: [String]) {
    let before = table.column(column.name)
    let others = twins.compactMap { table.column($0)?.numbers }
    var numbers = before?.numbers ?? [Double](repeating: .nan, count: table.rowCount)
    for row in met {
      let value = column.numbers?[row.new] ?? .nan
      if value.isNaN, !numbers[row.old].isNaN || others.contains(where: { !$0[row.old].isNaN }) { emptied += 1 }
      numbers[row.old] = value
    }
    var whole = before ?? column
    whole.storage = .numbers(numbers)
    whole.withheld = before?.withheld ?? [:]
    table.set(whole)
  }

  /// The same figure under another name, of another file, gives way: no row has it twice.
  private mutating func clear(_ name: String, _ met: [(new: Int, old: Int)]) {
    guard var column = table.column(name), var numbers = column.numbers else { return }
    for row in met { numbers[row.old] = .nan }
    column.storage = .numbers(numbers)
    table.set(column)
  }

  /// Writes down which figures of each row came from the file: a row of which nothing else is left is the file's own.
  private mutating func note(
    _ names: [String], _ met: [(new: Int, old: Int)], _ record: Int, cleared: Set<String>
  ) {
    let sources = RowSources(table)
    var base = table.column("source")?.numbers ?? [Double](repeating: 0, count: table.rowCount)
    var added = table.column(RowSources.column)?.texts ?? Texts(repeating: nil, count: table.rowCount)
    var text = Remembered(RowSources.text)
    let own = Set(names)
    let rest = table.figureColumns.filter { !own.contains($0.name) }
    for row in met {
      var later = sources.added(row.old).filter { !cleared.contains($0.key) }
      for name in names { later[name] = record }
      if rest.allSatisfy({ $0.numbers?[row.old].isNaN ?? true }) {
        base[row.old] = Double(record)
        later = [:]
      }
      added[row.old] = text(later)
    }
    table.set(.numbers("source", base, format: .plain))
    if table.column(RowSources.column) != nil || added.contains(where: { $0 != nil }) {
      table.set(.texts(RowSources.column, added))
    }
  }
}
