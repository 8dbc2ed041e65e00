import WorkbenchKit

/// One figure of each row, out of the columns that hold it: two files of one year can call it differently.
struct JoinedColumns: Sendable {
  /// The names that files give the figure, the first of the table first.
  let names: [String]
  private(set) var values: [Double]
  /// The name of each row's own column; empty where there is one name.
  private var rowNames: [String] = []

  /// - Parameter columns: of numbers, at least one; of two figures of one row that of the later file counts.
  init(_ columns: [Column], _ sources: RowSources) {
    names = columns.map(\.name)
    values = columns.first?.numbers ?? []
    guard columns.count > 1, let first = names.first else { return }
    rowNames = [String](repeating: first, count: values.count)
    for column in columns.dropFirst() {
      for (row, value) in (column.numbers ?? []).enumerated() where !value.isNaN {
        let isLater = sources.record(row, column.name) > sources.record(row, rowNames[row])
        guard values[row].isNaN || isLater else { continue }
        values[row] = value
        rowNames[row] = column.name
      }
    }
  }

  /// The name of the column that a row's figure stands in.
  func name(_ row: Int) -> String { rowNames.indices.contains(row) ? rowNames[row] : names.first ?? "" }

  /// Puts the rows of another table behind these; missing where it has none of the columns.
  mutating func append(_ other: JoinedColumns?, count: Int) {
    if !rowNames.isEmpty { rowNames += (0..<count).map { other?.name($0) ?? names[0] } }
    values += other?.values ?? [Double](repeating: .nan, count: count)
  }
}

extension Table {
  /// The table with one column for each figure, under the first of its names.
  ///
  /// - Parameter meaning: what a column holds, alike for columns of the same figure; nil for a figure of its own.
  func joined(_ meaning: (String) -> String?) -> Table {
    let figures = columns.filter { $0.numbers != nil && $0.name != "source" }
    let named = figures.map { (column: $0, meaning: meaning($0.name) ?? " \($0.name)") }
    let groups = Dictionary(grouping: named, by: \.meaning).filter { $1.count > 1 }
    guard !groups.isEmpty else { return self }
    let sources = RowSources(self)
    var table = self
    for group in groups.values {
      var whole = group[0].column
      whole.storage = .numbers(JoinedColumns(group.map(\.column), sources).values)
      table.set(whole)
    }
    let gone = Set(groups.values.flatMap { $0.dropFirst().map(\.column.name) })
    return Table(title: table.title, columns: table.columns.filter { !gone.contains($0.name) })
  }
}
