import WorkbenchKit

/// The form in which charts, maps, matrices and timelines are kept: both languages, values and outlines unrounded.
enum PictureCodec {
  // MARK: Charts

  static func encode(_ chart: Chart) -> JSON {
    var members: [String: JSON] = [
      "kind": .string(chart.kind.rawValue), "title": chart.title.json, "x": encode(chart.x), "y": encode(chart.y),
      "categories": .array(chart.categories.map(JSON.string)), "positions": numbers(chart.positions),
      "series": .array(chart.series.map { ["name": .string($0.name), "values": numbers($0.values)] }),
    ]
    members["alternative"] = chart.alternative?.json
    if !chart.labels.isEmpty { members["labels"] = .array(chart.labels.map(JSON.string)) }
    return .object(members)
  }

  static func chart(_ json: JSON) throws -> Chart {
    guard let kind = json["kind"]?.string.flatMap(Chart.Kind.init) else { throw ValueCodec.damaged }
    return Chart(
      kind, title: try ValueCodec.text(json["title"]), alternative: json["alternative"].flatMap(Text.init(json:)),
      x: try axis(json["x"]), y: try axis(json["y"]),
      categories: (json["categories"]?.array ?? []).compactMap(\.string), positions: numbers(json["positions"]),
      series: (json["series"]?.array ?? []).map {
        Chart.Series(name: $0["name"]?.string ?? "", values: numbers($0["values"]))
      },
      labels: (json["labels"]?.array ?? []).compactMap(\.string))
  }

  private static func encode(_ axis: Chart.Axis) -> JSON {
    var members: [String: JSON] = ["label": axis.label.json]
    members["unit"] = axis.unit.map(ValueCodec.encode)
    members["range"] = axis.range.map(encode)
    members["low"] = axis.low?.json
    members["high"] = axis.high?.json
    if axis.isOfDates { members["dates"] = .bool(true) }
    return .object(members)
  }

  private static func axis(_ json: JSON?) throws -> Chart.Axis {
    Chart.Axis(
      try ValueCodec.text(json?["label"]), unit: json?["unit"].flatMap(ValueCodec.unit), range: range(json?["range"]),
      low: json?["low"].flatMap(Text.init(json:)), high: json?["high"].flatMap(Text.init(json:)),
      isOfDates: json?["dates"]?.bool ?? false)
  }

  // MARK: Maps

  static func encode(_ map: AreaMap) -> JSON {
    var members: [String: JSON] = [
      "title": map.title.json, "label": map.label.json, "coordinates": .string(map.coordinates.rawValue),
      "areas": .array(map.areas.map(encode)), "breaks": numbers(map.breaks),
    ]
    members["alternative"] = map.alternative?.json
    members["unit"] = map.unit.map(ValueCodec.encode)
    members["format"] = map.format.json
    if !map.marked.isEmpty { members["marked"] = .array(map.marked.map(JSON.string)) }
    return .object(members)
  }

  /// A ring is one list, x and y in turn.
  private static func encode(_ area: AreaMap.Area) -> JSON {
    var members: [String: JSON] = [
      "code": .string(area.code), "name": .string(area.name), "value": number(area.value),
      "rings": .array(area.rings.map { .array($0.flatMap { [number($0.x), number($0.y)] }) }),
    ]
    members["withheld"] = area.withheld.map(JSON.string)
    return .object(members)
  }

  static func map(_ json: JSON) throws -> AreaMap {
    guard let coordinates = json["coordinates"]?.string.flatMap(AreaMap.Coordinates.init) else {
      throw ValueCodec.damaged
    }
    return AreaMap(
      title: try ValueCodec.text(json["title"]), alternative: json["alternative"].flatMap(Text.init(json:)),
      label: try ValueCodec.text(json["label"]), unit: json["unit"].flatMap(ValueCodec.unit),
      format: format(json["format"]), coordinates: coordinates,
      areas: (json["areas"]?.array ?? []).map(area), breaks: numbers(json["breaks"]),
      marked: (json["marked"]?.array ?? []).compactMap(\.string))
  }

  private static func area(_ json: JSON) -> AreaMap.Area {
    let rings = (json["rings"]?.array ?? []).map { ring in
      let numbers = numbers(ring)
      return stride(from: 0, to: numbers.count - 1, by: 2).map { AreaMap.Point(x: numbers[$0], y: numbers[$0 + 1]) }
    }
    return AreaMap.Area(
      code: json["code"]?.string ?? "", name: json["name"]?.string ?? "", rings: rings,
      value: json["value"]?.number ?? .nan, withheld: json["withheld"]?.string)
  }

  // MARK: Matrices

  static func encode(_ matrix: CellMatrix) -> JSON {
    var members: [String: JSON] = [
      "title": matrix.title.json, "row_heading": matrix.rowHeading.json, "column_heading": matrix.columnHeading.json,
      "rows": .array(matrix.rows.map(encode)), "columns": .array(matrix.columns.map(encode)),
      "cells": .array(matrix.cells.map { .array($0.map(encode)) }),
    ]
    members["alternative"] = matrix.alternative?.json
    members["unit"] = matrix.unit.map(ValueCodec.encode)
    members["format"] = matrix.format.json
    members["range"] = matrix.range.map(encode)
    return .object(members)
  }

  static func encode(_ entry: CellMatrix.Entry) -> JSON {
    var members: [String: JSON] = ["name": .string(entry.name)]
    members["label"] = entry.label?.json
    return .object(members)
  }

  private static func encode(_ cell: CellMatrix.Cell) -> JSON {
    var members: [String: JSON] = [:]
    if !cell.lines.isEmpty {
      members["lines"] = .array(
        cell.lines.map { line in
          var members: [String: JSON] = ["text": line.text.json]
          members["label"] = line.label?.json
          return .object(members)
        })
    }
    members["number"] = cell.number.map(JSON.number)
    members["mark"] = cell.mark.map { .string($0.rawValue) }
    return .object(members)
  }

  static func matrix(_ json: JSON) throws -> CellMatrix {
    CellMatrix(
      title: try ValueCodec.text(json["title"]), alternative: json["alternative"].flatMap(Text.init(json:)),
      rowHeading: try ValueCodec.text(json["row_heading"]), columnHeading: try ValueCodec.text(json["column_heading"]),
      rows: (json["rows"]?.array ?? []).map(entry), columns: (json["columns"]?.array ?? []).map(entry),
      cells: try (json["cells"]?.array ?? []).map { try ($0.array ?? []).map(cell) },
      unit: json["unit"].flatMap(ValueCodec.unit), format: format(json["format"]), range: range(json["range"]))
  }

  static func entry(_ json: JSON) -> CellMatrix.Entry {
    CellMatrix.Entry(json["name"]?.string ?? "", label: json["label"].flatMap(Text.init(json:)))
  }

  private static func cell(_ json: JSON) throws -> CellMatrix.Cell {
    let lines = try (json["lines"]?.array ?? []).map { line in
      CellMatrix.Line(try ValueCodec.text(line["text"]), label: line["label"].flatMap(Text.init(json:)))
    }
    return CellMatrix.Cell(
      lines, number: json["number"]?.number, mark: json["mark"]?.string.flatMap(CellMatrix.Mark.init))
  }

  // MARK: Timelines

  static func encode(_ timeline: Timeline) -> JSON {
    var members: [String: JSON] = ["title": timeline.title.json, "rows": .array(timeline.rows.map(encode))]
    members["alternative"] = timeline.alternative?.json
    return .object(members)
  }

  private static func encode(_ row: Timeline.Row) -> JSON {
    var members: [String: JSON] = ["what": row.what.json, "start": .string(row.start.text)]
    members["end"] = row.end.map { .string($0.text) }
    members["who"] = row.who?.json
    members["source"] = row.source?.json
    members["group"] = row.group?.json
    return .object(members)
  }

  static func timeline(_ json: JSON) throws -> Timeline {
    Timeline(
      title: try ValueCodec.text(json["title"]), alternative: json["alternative"].flatMap(Text.init(json:)),
      rows: try (json["rows"]?.array ?? []).map { row in
        guard let start = row["start"]?.string.flatMap({ CalendarDate($0) }) else { throw ValueCodec.damaged }
        return Timeline.Row(
          what: try ValueCodec.text(row["what"]), start: start, end: row["end"]?.string.flatMap { CalendarDate($0) },
          who: row["who"].flatMap(Text.init(json:)), source: row["source"].flatMap(Text.init(json:)),
          group: row["group"].flatMap(Text.init(json:)))
      })
  }

  // MARK: Parts

  static func format(_ json: JSON?) -> Column.Format { json.map(Column.Format.init(json:)) ?? .automatic }

  private static func encode(_ range: ClosedRange<Double>) -> JSON {
    [.number(range.lowerBound), .number(range.upperBound)]
  }

  private static func range(_ json: JSON?) -> ClosedRange<Double>? {
    guard let ends = json?.array?.compactMap(\.number), ends.count == 2, ends[0] <= ends[1] else { return nil }
    return ends[0]...ends[1]
  }

  private static func number(_ value: Double) -> JSON { value.isFinite ? .number(value) : .null }
  private static func numbers(_ values: [Double]) -> JSON { .array(values.map(number)) }
  private static func numbers(_ json: JSON?) -> [Double] { (json?.array ?? []).map { $0.number ?? .nan } }
}
