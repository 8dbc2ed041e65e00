import WorkbenchKit

/// A file behind a figure, counted in the records of its table, and the columns of it that the figure came out of.
struct FigureSource: Hashable, Sendable {
  let record: Int
  let columns: [String]

  /// The files behind figures, each once with all its columns; the first of the table first.
  ///
  /// - Parameter figures: the file and the column of each.
  static func joined(_ figures: some Sequence<(record: Int, column: String)>) -> [FigureSource] {
    var columns: [Int: [String]] = [:]
    for (record, column) in figures where columns[record]?.contains(column) != true {
      columns[record, default: []].append(column)
    }
    return columns.sorted { $0.key < $1.key }.map { FigureSource(record: $0.key, columns: $0.value) }
  }
}
