import WorkbenchKit

/// Charts, maps, matrices, timelines and flows for programs: what they show, without how it is drawn.
extension JSONRenderer {
  mutating func chart(_ chart: Chart) {
    object("chart") {
      $0.member("chart", chart.kind.rawValue)
      $0.member("title", chart.title($0.language))
      $0.member("alternative", ChartSummary(chart).text($0.language))
      $0.axis("x", chart.x)
      $0.axis("y", chart.y)
      $0.strings("categories", chart.categories)
      if chart.x.isOfDates {
        $0.days("positions", chart.positions)
      } else {
        $0.numbers("positions", chart.positions)
      }
      if !chart.labels.isEmpty { $0.strings("labels", chart.labels) }
      $0.list("series", chart.series) { writer, series in
        writer.member("name", series.name)
        writer.numbers("values", series.values)
      }
    }
  }

  private mutating func days(_ key: String, _ days: [Double]) {
    writer.key(key)
    writer.beginArray()
    for day in days { if let date = CalendarDate(position: day) { writer.string(date.text) } else { writer.null() } }
    writer.endArray()
  }

  private mutating func axis(_ key: String, _ axis: Chart.Axis) {
    writer.key(key)
    writer.beginObject()
    member("label", axis.label(language))
    member("unit", axis.unit?.name)
    if axis.isOfDates { member("type", "date") }
    if let range = axis.range { numbers("range", [range.lowerBound, range.upperBound]) }
    if let low = axis.low { member("low", low(language)) }
    if let high = axis.high { member("high", high(language)) }
    writer.endObject()
  }

  /// Classes are counted from 1; outlines stay with the workspace.
  mutating func map(_ map: AreaMap) {
    let classes = MapClasses(map)
    let marked = Set(map.marked)
    object("map") {
      $0.member("title", map.title($0.language))
      $0.member("alternative", PictureSummary.text(map)($0.language))
      $0.member("label", map.label($0.language))
      $0.member("unit", map.unit?.name)
      $0.list("areas", map.areas) { writer, area in
        writer.member("code", area.code)
        writer.member("name", area.name)
        writer.member("value", area.value)
        writer.member("class", map.classIndex(of: area.value).map { Double($0 + 1) } ?? .nan)
        if let withheld = area.withheld { writer.member("withheld", withheld) }
        if marked.contains(area.code) {
          writer.writer.key("marked")
          writer.writer.bool(true)
        }
      }
      $0.list("classes", Array(classes.classes.enumerated())) { writer, entry in
        writer.member("class", Double(entry.offset + 1))
        writer.member("low", entry.element.low)
        writer.member("high", entry.element.high)
        writer.member("count", Double(entry.element.count))
      }
      $0.member("missing", Double(classes.missing))
      $0.member("withheld", Double(classes.withheld))
      $0.member("without_outline", Double(classes.undrawn))
    }
  }

  mutating func matrix(_ matrix: CellMatrix) {
    object("matrix") {
      $0.member("title", matrix.title($0.language))
      $0.member("alternative", PictureSummary.text(matrix)($0.language))
      $0.member("row_heading", matrix.rowHeading($0.language))
      $0.member("column_heading", matrix.columnHeading($0.language))
      $0.member("unit", matrix.unit?.name)
      if let range = matrix.range { $0.numbers("range", [range.lowerBound, range.upperBound]) }
      $0.list("rows", matrix.rows) { $0.members(of: $1) }
      $0.list("columns", matrix.columns) { $0.members(of: $1) }
      $0.writer.key("cells")
      $0.writer.beginArray()
      for row in matrix.cells { $0.cells(row) }
      $0.writer.endArray()
    }
  }

  private mutating func members(of entry: CellMatrix.Entry) {
    member("name", entry.name)
    member("label", entry.words(language))
  }

  private mutating func cells(_ row: [CellMatrix.Cell]) {
    writer.beginArray()
    for cell in row {
      writer.beginObject()
      if let number = cell.number { member("number", number) }
      if let mark = cell.mark { member("mark", mark.rawValue) }
      if !cell.lines.isEmpty {
        list("lines", cell.lines) { writer, line in
          if let label = line.label { writer.member("label", label(writer.language)) }
          writer.member("text", line.text(writer.language))
        }
      }
      writer.endObject()
    }
    writer.endArray()
  }

  mutating func flow(_ flow: Flow) {
    object("flow") {
      $0.member("title", flow.title($0.language))
      $0.member("alternative", PictureSummary.text(flow)($0.language))
      $0.strings("columns", flow.columns.map(\.name))
      $0.list("nodes", flow.nodes) { writer, node in
        writer.member("id", node.id)
        writer.member("label", node.words(writer.language))
        writer.member("column", node.column)
        writer.member("value", node.value ?? .nan)
        writer.member("unit", node.unit?.name)
        writer.member("mark", node.mark?.rawValue)
        if let withheld = node.withheld { writer.member("withheld", withheld) }
      }
      $0.list("links", flow.links) { writer, link in
        writer.member("from", link.from)
        writer.member("to", link.to)
        writer.member("value", link.value ?? .nan)
        writer.member("label", link.label?(writer.language))
        writer.member("mark", link.mark?.rawValue)
        if let withheld = link.withheld { writer.member("withheld", withheld) }
      }
      if !flow.remarks.isEmpty {
        let language = $0.language
        $0.strings("remarks", flow.remarks.map { $0(language) })
      }
    }
  }

  mutating func timeline(_ timeline: Timeline) {
    object("timeline") {
      $0.member("title", timeline.title($0.language))
      $0.member("alternative", PictureSummary.text(timeline)($0.language))
      $0.list("rows", timeline.rows) { writer, row in
        writer.member("what", row.what(writer.language))
        writer.member("start", row.start.text)
        writer.member("end", row.end?.text)
        writer.member("who", row.who?(writer.language))
        writer.member("source", row.source?(writer.language))
        if let group = row.group { writer.member("group", group(writer.language)) }
      }
    }
  }
}
