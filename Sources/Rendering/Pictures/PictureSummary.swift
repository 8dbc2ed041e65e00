import WorkbenchKit

/// What is told of a map, a matrix, a timeline or a flow to somebody who does not see it, where its author told nothing.
enum PictureSummary {
  static func text(_ map: AreaMap) -> Text {
    map.alternative ?? Text(nl: sentence(map, .nl), en: sentence(map, .en))
  }

  static func text(_ matrix: CellMatrix) -> Text {
    matrix.alternative ?? Text(nl: sentence(matrix, .nl), en: sentence(matrix, .en))
  }

  static func text(_ timeline: Timeline) -> Text {
    timeline.alternative ?? Text(nl: sentence(timeline, .nl), en: sentence(timeline, .en))
  }

  static func text(_ flow: Flow) -> Text {
    flow.alternative ?? Text(nl: sentence(flow, .nl), en: sentence(flow, .en))
  }

  private static func sentence(_ flow: Flow, _ language: Language) -> String {
    let columns = Text.counted(
      flow.columns.count, Text(nl: "kolom", en: "column"), Text(nl: "kolommen", en: "columns"))
    let boxes = Text.counted(flow.nodes.count, Text(nl: "blok", en: "box"), Text(nl: "blokken", en: "boxes"))
    let links = Text.counted(
      flow.links.count, Text(nl: "verbinding", en: "link"), Text(nl: "verbindingen", en: "links"))
    let head = Text(
      nl: "stroomschema met \(columns.nl), \(boxes.nl) en \(links.nl)",
      en: "flow chart with \(columns.en), \(boxes.en) and \(links.en)")(language)
    let words = FlowWords(flow, language)
    // Of several of the same size the first.
    let largest = flow.links.filter { $0.value != nil }.reduce(nil as Flow.Link?) { most, link in
      most.map { ($0.value ?? 0) >= (link.value ?? 0) ? $0 : link } ?? link
    }
    // Values that count different things have no largest.
    guard let largest, let from = words.node(largest.from),
      Set(flow.links.map { words.node($0.from)?.unit }).count == 1
    else { return head + "." }
    let spot = "\(from.words(language)) → \(words.goes(largest))"
    return head + Text(nl: "; de grootste: \(spot).", en: "; the largest: \(spot).")(language)
  }

  private static func sentence(_ map: AreaMap, _ language: Language) -> String {
    let classes = MapClasses(map)
    let marks = NumberMarks(language)
    func words(_ area: AreaMap.Area) -> String {
      "\(marks.value(.number(area.value, unit: map.unit), format: map.format)) (\(area.name))"
    }
    let present = map.areas.filter { !$0.value.isNaN }
    var parts = [
      Text(
        nl: "kaart van \(map.areas.count) gebieden, \(map.label.nl)",
        en: "map of \(map.areas.count) areas, \(map.label.en)"
      )(language)
    ]
    if let low = present.min(by: { $0.value < $1.value }), let high = present.max(by: { $0.value < $1.value }) {
      parts.append(
        Text(nl: "van \(words(low)) tot \(words(high))", en: "from \(words(low)) to \(words(high))")(language))
    } else {
      parts.append(Text(nl: "geen waarden", en: "no values")(language))
    }
    if classes.missing > 0 { parts.append("\(classes.missing) " + MapClasses.missingLabel(language)) }
    if classes.withheld > 0 { parts.append("\(classes.withheld) " + MapClasses.withheldLabel(language)) }
    return parts.joined(separator: "; ") + "."
  }

  private static func sentence(_ matrix: CellMatrix, _ language: Language) -> String {
    let cells = matrix.cells.joined()
    let filled = cells.count { !$0.isEmpty }
    let head = Text(
      nl: "\(matrix.rowHeading.nl) (\(matrix.rows.count)) tegen \(matrix.columnHeading.nl) (\(matrix.columns.count)); "
        + "\(filled) van de \(cells.count) cellen gevuld",
      en: "\(matrix.rowHeading.en) (\(matrix.rows.count)) against \(matrix.columnHeading.en) "
        + "(\(matrix.columns.count)); \(filled) of \(cells.count) cells filled")(language)
    let numbers = cells.compactMap(\.number)
    guard let low = numbers.min(), let high = numbers.max() else { return head + "." }
    let words = CellWords(matrix, language)
    return head
      + Text(
        nl: "; van \(words.number(low)) tot \(words.number(high)).",
        en: "; from \(words.number(low)) to \(words.number(high)).")(language)
  }

  private static func sentence(_ timeline: Timeline, _ language: Language) -> String {
    guard let first = timeline.rows.map(\.start).min(), let last = timeline.rows.map({ $0.end ?? $0.start }).max()
    else {
      return Text(nl: "een tijdlijn zonder regels.", en: "a timeline without rows.")(language)
    }
    let rows = timeline.rows.map { row in
      "\(row.what(language)) (\(row.start.text)\(row.end.map { "–" + $0.text } ?? ""))"
    }
    return Text(
      nl: "tijdlijn van \(first.text) tot \(last.text): ", en: "timeline from \(first.text) to \(last.text): ")(
        language)
      + rows.joined(separator: "; ") + "."
  }
}
