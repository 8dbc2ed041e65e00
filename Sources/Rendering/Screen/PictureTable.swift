import WorkbenchKit

/// What a picture shows as figures, for a screen that is too low for the picture.
enum PictureTable {
  /// Returns nil for what is no picture.
  static func of(_ block: Block, _ language: Language) -> Table? {
    switch block {
    case .timeline(let timeline):
      // Who and where from come with the picture.
      named(timeline.title, timeline.table(language).selecting(["what", "start", "end"]))
    case .map(let map): named(map.title, highestFirst(map, language))
    case .chart(let chart): named(chart.title, chart.table(language))
    case .matrix(let matrix): named(matrix.title, matrix.table(language, separator: "; "))
    case .flow(let flow): named(flow.title, flow.table(language))
    default: nil
    }
  }

  private static func named(_ title: Text, _ table: Table) -> Table {
    var table = table
    table.title = title
    return table
  }

  /// Areas without a value come last.
  private static func highestFirst(_ map: AreaMap, _ language: Language) -> Table {
    let ranked = map.ranked
    let others = map.areas.indices.filter { map.areas[$0].value.isNaN }
    return map.table(language).selecting(["name", "value", "class"]).rows(ranked + others)
  }
}

extension Table {
  /// The columns of these names, as far as they are there.
  fileprivate func selecting(_ names: [String]) -> Table { selecting(names.compactMap(index)) }
}
