import Rendering
import WorkbenchKit

/// Figures of two branches as tables: the numbers with their differences, and the texts that differ.
struct ComparisonTable {
  let a: String
  let b: String
  let pairs: [FigurePair]

  private var labelA: Text { Text(nl: "\(a) (oud)", en: "\(a) (old)") }
  private var labelB: Text { Text(nl: "\(b) (nieuw)", en: "\(b) (new)") }

  /// The same for who reads: each figure as it is called, and in its own unit.
  func readable(_ language: Language) -> [Table] {
    let marks = NumberMarks(language)
    let numeric = pairs.filter(\.isNumeric)
    let textual = pairs.filter { !$0.isNumeric && $0.isChanged }
    let sides = { (pairs: [FigurePair], isRight: Bool) in
      [("a", labelA, \FigurePair.a), ("b", labelB, \FigurePair.b)].map { name, label, side in
        let cells = pairs.map { $0.words($0[keyPath: side], marks) }
        return Column.texts(name, isRight ? Self.aligned(cells) : cells, label: label)
      }
    }
    let percents = Column.numbers(
      "difference_percent", numeric.map(\.percent), label: Text(nl: "in %", en: "in %"), unit: .percent,
      format: .decimals(1))
    let numbers = Table(
      columns: readableKeys(numeric, language) + sides(numeric, true) + [
        .texts(
          "difference", Self.aligned(numeric.map { $0.differenceWords(marks) }),
          label: Text(nl: "verschil", en: "difference")), percents,
      ])
    guard !textual.isEmpty else { return [numbers] }
    return [numbers, Table(title: Self.textTitle, columns: readableKeys(textual, language) + sides(textual, false))]
  }

  /// Puts numbers with their units to the right, as numbers stand.
  private static func aligned(_ cells: [String]) -> [String] {
    let width = cells.map(DisplayWidth.of).max() ?? 0
    return cells.map { DisplayWidth.padded($0, to: width, at: .right) }
  }

  private func readableKeys(_ pairs: [FigurePair], _ language: Language) -> [Column] {
    let rows = keys(pairs).filter { $0.name != "column" }
    return rows + [
      .texts(
        "column", pairs.map { $0.label?(language) ?? $0.column }, label: Text(nl: "gegeven", en: "figure"))
    ]
  }

  private static let textTitle = Text(nl: "teksten die verschillen", en: "texts that differ")

  /// The table of numbers, which flows on, and that of texts if there is one.
  var tables: [Table] {
    let numeric = pairs.filter(\.isNumeric)
    let textual = pairs.filter { !$0.isNumeric && $0.isChanged }
    return textual.isEmpty ? [numbers(numeric)] : [numbers(numeric), texts(textual)]
  }

  private func numbers(_ pairs: [FigurePair]) -> Table {
    let sides = pairs.flatMap { [$0.a, $0.b] }.filter { $0.value.number != nil }
    let units = Set(sides.map(\.value.unit))
    let format = Self.common(Set(sides.map(\.format)))
    let unit = units.count == 1 ? units.first ?? nil : nil
    var columns = keys(pairs)
    for (name, label, side) in [("a", labelA, \FigurePair.a), ("b", labelB, \FigurePair.b)] {
      let withheld = pairs.enumerated().compactMap { row, pair in pair[keyPath: side].withheld.map { (row, $0) } }
      columns.append(
        Column(
          name, .numbers(pairs.map { $0[keyPath: side].value.number ?? .nan }), label: label, unit: unit,
          format: format, withheld: Dictionary(withheld) { first, _ in first }))
    }
    columns.append(
      .numbers(
        "difference", pairs.map(\.difference), label: Text(nl: "verschil", en: "difference"), unit: unit, format: format
      )
    )
    columns.append(
      .numbers(
        "difference_percent", pairs.map(\.percent), label: Text(nl: "verschil in %", en: "difference in %"),
        unit: .percent, format: .decimals(1)))
    return Table(columns: columns)
  }

  /// One form for figures of several: what they share, or as many decimals as any of them has.
  private static func common(_ formats: Set<Column.Format>) -> Column.Format {
    if formats.count == 1, let only = formats.first { return only }
    let decimals = formats.compactMap { if case .decimals(let count) = $0 { count } else { nil } }
    return decimals.count == formats.count ? decimals.max().map(Column.Format.decimals) ?? .automatic : .automatic
  }

  private func texts(_ pairs: [FigurePair]) -> Table {
    let sides = [("a", labelA, \FigurePair.a), ("b", labelB, \FigurePair.b)].map { name, label, side in
      Column.texts(
        name, pairs.map { $0[keyPath: side].withheld ?? $0[keyPath: side].value.words }, label: label)
    }
    return Table(title: Self.textTitle, columns: keys(pairs) + sides)
  }

  private func keys(_ pairs: [FigurePair]) -> [Column] {
    let rows = Column.texts("row", pairs.map(\.row), label: Text(nl: "rij", en: "row"))
    return [
      .texts("result", pairs.map(\.result), label: Text(nl: "uitkomst", en: "result")),
      // Single figures have no row: then a screen needs no column for it.
      rows.asDetail(pairs.allSatisfy { $0.row == nil }),
      .texts("column", pairs.map(\.column), label: Text(nl: "gegeven", en: "figure")),
    ]
  }
}

extension Value {
  fileprivate var unit: Unit? { if case .number(_, let unit) = self { unit } else { nil } }
  fileprivate var words: String? { isMissing ? nil : plain }
}
