import WorkbenchKit

extension Redactor {
  func redacted(_ chart: Chart) -> Chart {
    Chart(
      chart.kind, title: redacted(chart.title), alternative: chart.alternative.map(redacted), x: redacted(chart.x),
      y: redacted(chart.y), categories: chart.categories.map { redacted($0) }, positions: chart.positions,
      series: chart.series.map { Chart.Series(name: redacted($0.name), values: $0.values) },
      labels: chart.labels.map { redacted($0) })
  }

  private func redacted(_ axis: Chart.Axis) -> Chart.Axis {
    Chart.Axis(
      redacted(axis.label), unit: axis.unit, range: axis.range, low: axis.low.map(redacted),
      high: axis.high.map(redacted))
  }

  func redacted(_ map: AreaMap) -> AreaMap {
    AreaMap(
      title: redacted(map.title), alternative: map.alternative.map(redacted), label: redacted(map.label),
      unit: map.unit, format: map.format, coordinates: map.coordinates,
      areas: map.areas.map { area in
        AreaMap.Area(
          code: redacted(area.code), name: redacted(area.name), rings: area.rings, value: area.value,
          withheld: area.withheld.map { redacted($0) })
      },
      breaks: map.breaks)
  }

  func redacted(_ matrix: CellMatrix) -> CellMatrix {
    func entry(_ entry: CellMatrix.Entry) -> CellMatrix.Entry {
      CellMatrix.Entry(redacted(entry.name), label: entry.label.map(redacted))
    }
    return CellMatrix(
      title: redacted(matrix.title), alternative: matrix.alternative.map(redacted),
      rowHeading: redacted(matrix.rowHeading), columnHeading: redacted(matrix.columnHeading),
      rows: matrix.rows.map(entry), columns: matrix.columns.map(entry),
      cells: matrix.cells.map { $0.map(redacted) }, unit: matrix.unit, format: matrix.format, range: matrix.range)
  }

  private func redacted(_ cell: CellMatrix.Cell) -> CellMatrix.Cell {
    let lines = cell.lines.map { CellMatrix.Line(redacted($0.text), label: $0.label.map(redacted)) }
    return CellMatrix.Cell(lines, number: cell.number, mark: cell.mark)
  }

  func redacted(_ timeline: Timeline) -> Timeline {
    Timeline(
      title: redacted(timeline.title), alternative: timeline.alternative.map(redacted),
      rows: timeline.rows.map { row in
        Timeline.Row(
          what: redacted(row.what), start: row.start, end: row.end, who: row.who.map(redacted),
          source: row.source.map(redacted), group: row.group.map(redacted))
      })
  }

  // MARK: Counting

  static func count(in chart: Chart) -> Int {
    let axes = [chart.x, chart.y].flatMap { [$0.label, $0.low, $0.high] }
    return count(in: [chart.title, chart.alternative] + axes)
      + count(in: chart.categories + chart.series.map(\.name) + chart.labels)
  }

  static func count(in map: AreaMap) -> Int {
    count(in: [map.title, map.alternative, map.label])
      + count(in: map.areas.flatMap { [$0.code, $0.name, $0.withheld ?? ""] })
  }

  static func count(in matrix: CellMatrix) -> Int {
    count(in: [matrix.title, matrix.alternative, matrix.rowHeading, matrix.columnHeading])
      + count(in: (matrix.rows + matrix.columns).map(\.words))
      + count(in: matrix.cells.joined().flatMap(\.lines).flatMap { [$0.text, $0.label] })
  }

  static func count(in timeline: Timeline) -> Int {
    count(in: [timeline.title, timeline.alternative])
      + count(in: timeline.rows.flatMap { [$0.what, $0.who, $0.source, $0.group] })
  }

  private static func count(in texts: [Text?]) -> Int { count(in: texts.map { $0?.en ?? "" }) }
  private static func count(in words: [String]) -> Int { words.reduce(0) { $0 + count(in: $1) } }
}
