import WorkbenchKit

/// Which of a table's files each figure came from: a row's own file, but for columns that a later file added to it.
struct RowSources: Sendable {
  /// The column that names what later files added: `{"2":["a_inw"]}`.
  static let column = "added"

  private let base: [Double]
  private let added: [Int: [String: Int]]

  init(_ table: Table) {
    base = table.column("source")?.numbers ?? []
    var found: [Int: [String: Int]] = [:]
    // A file adds the same columns to all its rows.
    var columns = Remembered(Self.columns)
    for (row, text) in (table.column(Self.column)?.texts ?? []).enumerated() {
      if let text { found[row] = columns(text) }
    }
    added = found
  }

  /// The number of the file that a row came from.
  func record(_ row: Int) -> Int { base.indices.contains(row) ? Int(exactly: base[row]) ?? 0 : 0 }

  /// The number of the file that a figure came from.
  func record(_ row: Int, _ column: String?) -> Int { column.flatMap { added[row]?[$0] } ?? record(row) }

  /// What later files added to a row: column by column the number of the file.
  func added(_ row: Int) -> [String: Int] { added[row] ?? [:] }

  /// All files that a row came from.
  func records(_ row: Int) -> Set<Int> { Set((added[row] ?? [:]).values).union([record(row)]) }

  static func text(_ columns: [String: Int]) -> String? {
    guard !columns.isEmpty else { return nil }
    let byFile = Dictionary(grouping: columns.keys, by: { columns[$0] ?? 0 })
    return JSON.object(
      Dictionary(uniqueKeysWithValues: byFile.map { (String($0), .array($1.sorted().map(JSON.string))) })
    ).canonical
  }

  /// A text that is none of ours adds nothing.
  private static func columns(_ text: String) -> [String: Int] {
    var columns: [String: Int] = [:]
    for (file, names) in (try? JSONReader.parse(text))?.object ?? [:] {
      guard let number = Int(file) else { continue }
      for name in (names.array ?? []).compactMap(\.string) { columns[name] = number }
    }
    return columns
  }
}
