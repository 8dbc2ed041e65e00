import WorkbenchKit

/// What a picture shows as figures, for a screen that is too low for the picture.
enum PictureTable {
  /// Returns nil for what is no picture.
  static func of(_ block: Block, _ language: Language) -> Table? {
    switch block {
    case .timeline(let timeline):
      // Who and where from come with the picture.
      named(timeline.title, timeline.table(language).selecting(["what", "start", "end"]))
    case .map(let map): named(map.title, highestFirst(map.table(language)))
    case .chart(let chart): named(chart.title, chart.table(language))
    case .matrix(let matrix): named(matrix.title, matrix.table(language, separator: "; "))
    default: nil
    }
  }

  private static func named(_ title: Text, _ table: Table) -> Table {
    var table = table
    table.title = title
    return table
  }

  private static func highestFirst(_ table: Table) -> Table {
    let shown = table.selecting(table.columns.map(\.name).filter { $0 != "code" })
    guard let values = table.columns.first(where: { $0.numbers != nil })?.numbers else { return shown }
    let order = values.indices.sorted { first, second in
      values[second].isNaN ? !values[first].isNaN : values[first] > values[second]
    }
    return shown.rows(order)
  }
}

extension Table {
  /// The columns of these names, as far as they are there.
  fileprivate func selecting(_ names: [String]) -> Table { selecting(names.compactMap(index)) }
}
