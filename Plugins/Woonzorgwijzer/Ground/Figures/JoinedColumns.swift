import WorkbenchKit

/// One figure of each row, out of the columns that hold it: two files of one year can call it differently.
struct JoinedColumns: Sendable {
  /// The names that files give the figure, the first of the table first.
  let names: [String]
  private(set) var values: [Double]
  /// The name of each row's own column; empty where there is one name.
  private var rowNames: [String] = []

  /// - Parameter columns: of numbers, at least one; no row has a figure in two of them.
  init(_ columns: [Column]) {
    names = columns.map(\.name)
    values = columns.first?.numbers ?? []
    guard columns.count > 1, let first = names.first else { return }
    rowNames = [String](repeating: first, count: values.count)
    for column in columns.dropFirst() {
      for (row, value) in (column.numbers ?? []).enumerated() where values[row].isNaN && !value.isNaN {
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

  /// Puts one figure behind these, under the first of the names.
  mutating func append(_ value: Double) {
    if !rowNames.isEmpty { rowNames.append(names[0]) }
    values.append(value)
  }
}

extension Table {
  /// Its columns of figures.
  var figureColumns: [Column] { columns.filter { $0.numbers != nil && $0.name != "source" } }
  /// Their names, as they stand in the table.
  var figureNames: [String] { figureColumns.map(\.name) }

  /// The columns of figures, those of the same meaning together.
  ///
  /// Two columns that are both filled in for a row are two figures, whatever they are called, and so are two titles of the website,
  /// which bear no number that shifts; the second then goes by its name.
  /// - Parameter meaning: what a column holds, alike for columns of the same figure; nil for a figure of its own.
  func figures(by meaning: (String) -> String?) -> [(meaning: String, columns: [Column])] {
    var figures: [(meaning: String, columns: [Column])] = []
    for column in figureColumns {
      let meant = meaning(column.name) ?? column.name
      let place = figures.firstIndex { figure in
        figure.meaning == meant && !figure.columns.contains { Self.areTwo($0, column) }
      }
      if let place {
        figures[place].columns.append(column)
      } else {
        figures.append((figures.contains { $0.meaning == meant } ? column.name : meant, [column]))
      }
    }
    return figures
  }

  private static func areTwo(_ one: Column, _ other: Column) -> Bool {
    if StatLineTitle(one.name) != nil, StatLineTitle(other.name) != nil { return true }
    return zip(one.numbers ?? [], other.numbers ?? []).contains { !$0.isNaN && !$1.isNaN }
  }

  /// The table with one column for each figure, under the first of its names.
  func joined(by meaning: (String) -> String?) -> Table {
    let groups = figures(by: meaning).map(\.columns).filter { $0.count > 1 }
    guard !groups.isEmpty else { return self }
    var table = self
    for group in groups {
      var whole = group[0]
      whole.storage = .numbers(JoinedColumns(group).values)
      table.set(whole)
    }
    let gone = Set(groups.flatMap { $0.dropFirst().map(\.name) })
    return Table(title: table.title, columns: table.columns.filter { !gone.contains($0.name) })
  }
}
