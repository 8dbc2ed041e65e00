import WorkbenchKit

/// The form in which blocks are kept in a workspace: both languages, values unrounded.
enum BlockCodec {
  static func encode(_ block: Block) throws -> JSON {
    switch block {
    case .heading(let heading): encode(heading)
    case .paragraph(let text): ["kind": "paragraph", "text": text.json]
    case .table(let table): try encode(table)
    case .chart(let chart): ["kind": "chart", "chart": PictureCodec.encode(chart)]
    case .map(let map): ["kind": "map", "map": PictureCodec.encode(map)]
    case .matrix(let matrix): ["kind": "matrix", "matrix": PictureCodec.encode(matrix)]
    case .timeline(let timeline): ["kind": "timeline", "timeline": PictureCodec.encode(timeline)]
    case .flow(let flow): ["kind": "flow", "flow": PictureCodec.encode(flow)]
    case .facts(let facts):
      ["kind": "facts", "detail": .bool(facts.isDetail), "facts": .array(facts.facts.map(encode))]
    case .notice(let notice):
      ["kind": "notice", "level": .string(notice.level.rawValue), "text": notice.text.json]
    case .sources(let sources): ["kind": "sources", "sources": .array(sources.map(encode))]
    case .text(let text): ["kind": "text", "text": .string(text)]
    }
  }

  static func decode(_ json: JSON) throws -> Block {
    switch json["kind"]?.string {
    case "heading":
      return .heading(
        Heading(
          try ValueCodec.text(json["text"]), level: json["level"]?.int ?? 1,
          under: json["under"].flatMap(Text.init(json:))))
    case "paragraph": return .paragraph(try ValueCodec.text(json["text"]))
    case "table": return .table(try table(json))
    case "chart": return .chart(try PictureCodec.chart(json["chart"] ?? .null))
    case "map": return .map(try PictureCodec.map(json["map"] ?? .null))
    case "matrix": return .matrix(try PictureCodec.matrix(json["matrix"] ?? .null))
    case "timeline": return .timeline(try PictureCodec.timeline(json["timeline"] ?? .null))
    case "flow": return .flow(try PictureCodec.flow(json["flow"] ?? .null))
    case "facts":
      var facts = Facts(isDetail: json["detail"]?.bool ?? false)
      for fact in json["facts"]?.array ?? [] {
        facts.add(
          fact["name"]?.string ?? "", ValueCodec.value(fact["value"] ?? .null),
          label: fact["label"].flatMap(Text.init(json:)),
          format: fact["format"].map(Column.Format.init(json:)) ?? .automatic,
          shown: fact["shown"].flatMap(Text.init(json:)))
      }
      return .facts(facts)
    case "notice":
      guard let level = json["level"]?.string.flatMap(Notice.Level.init) else { throw ValueCodec.damaged }
      return .notice(Notice(level, try ValueCodec.text(json["text"])))
    case "sources": return .sources((json["sources"]?.array ?? []).compactMap(decodeSource))
    case "text": return .text(json["text"]?.string ?? "")
    default: throw ValueCodec.damaged
    }
  }

  private static func encode(_ heading: Heading) -> JSON {
    var members: [String: JSON] = [
      "kind": "heading", "level": .number(Double(heading.level)), "text": heading.text.json,
    ]
    members["under"] = heading.under?.json
    return .object(members)
  }

  private static func encode(_ fact: Facts.Fact) -> JSON {
    var members: [String: JSON] = ["name": .string(fact.name), "value": ValueCodec.encode(fact.value)]
    members["label"] = fact.label?.json
    members["format"] = fact.format.json
    members["shown"] = fact.shown?.json
    return .object(members)
  }

  // MARK: Tables

  private static func encode(_ table: Table) throws -> JSON {
    var members: [String: JSON] = ["kind": "table", "table": try JSONReader.parse(TableCodec.encode(table))]
    members["origin"] = table.origin.map { origin in
      var parts: [String: JSON] = ["file": .string(origin.file), "sha256": .string(origin.sha256)]
      if !origin.isWhole {
        parts["rows"] = .array((0..<table.rowCount).map { .number(Double(origin.number(ofRow: $0))) })
      }
      return .object(parts)
    }
    return .object(members)
  }

  private static func table(_ json: JSON) throws -> Table {
    var table = try TableCodec.decode(Array((json["table"] ?? .null).canonical.utf8))
    guard let origin = json["origin"] else { return table }
    let rows = origin["rows"]?.array?.compactMap(\.int)
    guard rows?.count ?? table.rowCount == table.rowCount else { throw ValueCodec.damaged }
    table.origin = RowOrigin(file: origin["file"]?.string ?? "", sha256: origin["sha256"]?.string ?? "", rows: rows)
    return table
  }

  // MARK: Sources

  static func encode(_ source: Source) -> JSON {
    var members: [String: JSON] = [
      "id": .string(source.id), "title": .string(source.title), "publisher": .string(source.publisher),
      "date": .string(source.date),
    ]
    members["place"] = source.place.map(JSON.string)
    members["licence"] = source.licence.map(JSON.string)
    return .object(members)
  }

  static func decodeSource(_ json: JSON) -> Source? {
    guard let id = json["id"]?.string else { return nil }
    return Source(
      id: id, title: json["title"]?.string ?? "", publisher: json["publisher"]?.string ?? "",
      date: json["date"]?.string ?? "", place: json["place"]?.string, licence: json["licence"]?.string)
  }
}
