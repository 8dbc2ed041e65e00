import WorkbenchKit

/// Pictures without what is hidden: of a number that is hidden nothing is drawn.
extension Redactor {
  func redacted(_ chart: Chart) -> Chart {
    let positions = chart.x.isOfDates ? drawnDays(chart.positions) : drawn(chart.positions)
    return Chart(
      chart.kind, title: redacted(chart.title), alternative: chart.alternative.map(redacted), x: redacted(chart.x),
      y: redacted(chart.y), categories: chart.categories.map { redacted($0) }, positions: positions,
      series: chart.series.map { series in
        Chart.Series(name: redacted(series.name), values: apart(drawn(series.values), positions))
      },
      labels: chart.labels.map { redacted($0) })
  }

  private func redacted(_ axis: Chart.Axis) -> Chart.Axis {
    Chart.Axis(
      redacted(axis.label), unit: axis.unit, range: open(axis.range), low: axis.low.map(redacted),
      high: axis.high.map(redacted), isOfDates: axis.isOfDates)
  }

  func redacted(_ map: AreaMap) -> AreaMap {
    AreaMap(
      title: redacted(map.title), alternative: map.alternative.map(redacted), label: redacted(map.label),
      unit: map.unit, format: map.format, coordinates: map.coordinates,
      areas: map.areas.map { area in
        let isHidden = hidden(area.value)
        return AreaMap.Area(
          code: redacted(area.code), name: redacted(area.name), rings: area.rings, value: area.value,
          withheld: isHidden ? Self.mark : area.withheld.map { redacted($0) })
      },
      // A bound of a class is the figure of an area as often as not.
      breaks: map.breaks.filter { !hidden($0) }, marked: map.marked.map { redacted($0) })
  }

  func redacted(_ matrix: CellMatrix) -> CellMatrix {
    func entry(_ entry: CellMatrix.Entry) -> CellMatrix.Entry {
      CellMatrix.Entry(redacted(entry.name), label: entry.label.map(redacted))
    }
    return CellMatrix(
      title: redacted(matrix.title), alternative: matrix.alternative.map(redacted),
      rowHeading: redacted(matrix.rowHeading), columnHeading: redacted(matrix.columnHeading),
      rows: matrix.rows.map(entry), columns: matrix.columns.map(entry),
      cells: matrix.cells.map { $0.map(redacted) }, unit: matrix.unit, format: matrix.format,
      range: shaded(matrix))
  }

  private func redacted(_ cell: CellMatrix.Cell) -> CellMatrix.Cell {
    let lines = cell.lines.map { CellMatrix.Line(redacted($0.text), label: $0.label.map(redacted)) }
    guard let number = cell.number, hidden(number) else {
      return CellMatrix.Cell(lines, number: cell.number, mark: cell.mark)
    }
    return CellMatrix.Cell(lines.isEmpty ? [CellMatrix.Line(.verbatim(Self.mark))] : lines, mark: cell.mark)
  }

  /// The range of the shades; where one of its ends is hidden, that of the numbers that still show.
  private func shaded(_ matrix: CellMatrix) -> ClosedRange<Double>? {
    guard let range = matrix.range, open(range) == nil else { return matrix.range }
    let numbers = matrix.cells.joined().compactMap(\.number).filter { !hides($0) }
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    return low...high
  }

  func redacted(_ timeline: Timeline) -> Timeline {
    Timeline(
      title: redacted(timeline.title), alternative: timeline.alternative.map(redacted),
      rows: timeline.rows.compactMap { row in
        // A row without its day has no place on a calendar.
        if [row.start, row.end].contains(where: { $0.map { redacted($0.text) != $0.text } ?? false }) { return nil }
        return Timeline.Row(
          what: redacted(row.what), start: row.start, end: row.end, who: row.who.map(redacted),
          source: row.source.map(redacted), group: row.group.map(redacted))
      })
  }

  /// What is said of rows that are left out of a timeline.
  static func remark(_ count: Int) -> [Block] {
    guard count > 0 else { return [] }
    let rows = Text.counted(count, Text(nl: "regel", en: "row"), Text(nl: "regels", en: "rows"))
    return [
      .info(
        nl: "\(mark): \(rows.nl) met een afgeschermde dag \(count == 1 ? "staat" : "staan") niet op de tijdlijn",
        en: "\(mark): \(rows.en) with a hidden day left out of the timeline")
    ]
  }

  // MARK: Numbers

  /// Numbers as they may be drawn, without those that are hidden.
  private func drawn(_ values: [Double]) -> [Double] {
    values.map { value in
      guard hidden(value) else { return value }
      noteUncounted()
      return .nan
    }
  }

  /// Days as they may be drawn, without those that are hidden.
  private func drawnDays(_ values: [Double]) -> [Double] {
    values.map { value in
      guard let date = CalendarDate(position: value), hides(date) else { return value }
      hits += 1
      noteUncounted()
      return .nan
    }
  }

  /// A point without its place across has none.
  private func apart(_ values: [Double], _ positions: [Double]) -> [Double] {
    values.enumerated().map { index, value in
      positions.indices.contains(index) && positions[index].isNaN ? .nan : value
    }
  }

  /// A range of which neither end is hidden.
  private func open(_ range: ClosedRange<Double>?) -> ClosedRange<Double>? {
    range.flatMap { hides($0.lowerBound) || hides($0.upperBound) ? nil : $0 }
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

  static func count(in texts: [Text?]) -> Int { count(in: texts.map { $0?.en ?? "" }) }
  static func count(in words: [String]) -> Int { words.reduce(0) { $0 + count(in: $1) } }
}
