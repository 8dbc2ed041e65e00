import WorkbenchKit

/// The form in which flows are kept.
extension PictureCodec {
  static func encode(_ flow: Flow) -> JSON {
    var members: [String: JSON] = [
      "title": flow.title.json, "columns": .array(flow.columns.map(encode)), "nodes": .array(flow.nodes.map(encode)),
      "links": .array(flow.links.map(encode)),
    ]
    members["alternative"] = flow.alternative?.json
    members["format"] = flow.format.json
    if !flow.remarks.isEmpty { members["remarks"] = .array(flow.remarks.map(\.json)) }
    return .object(members)
  }

  private static func encode(_ node: Flow.Node) -> JSON {
    var members: [String: JSON] = ["id": .string(node.id), "column": .string(node.column)]
    members["label"] = node.label?.json
    members["value"] = node.value.map(JSON.number)
    members["unit"] = node.unit.map(ValueCodec.encode)
    members["mark"] = node.mark.map { .string($0.rawValue) }
    members["withheld"] = node.withheld.map(JSON.string)
    return .object(members)
  }

  private static func encode(_ link: Flow.Link) -> JSON {
    var members: [String: JSON] = ["from": .string(link.from), "to": .string(link.to)]
    members["value"] = link.value.map(JSON.number)
    members["label"] = link.label?.json
    members["mark"] = link.mark.map { .string($0.rawValue) }
    members["withheld"] = link.withheld.map(JSON.string)
    return .object(members)
  }

  static func flow(_ json: JSON) throws -> Flow {
    Flow(
      title: try ValueCodec.text(json["title"]), alternative: json["alternative"].flatMap(Text.init(json:)),
      columns: (json["columns"]?.array ?? []).map(entry), nodes: try (json["nodes"]?.array ?? []).map(node),
      links: try (json["links"]?.array ?? []).map(link), format: format(json["format"]),
      remarks: (json["remarks"]?.array ?? []).compactMap { Text(json: $0) })
  }

  private static func node(_ json: JSON) throws -> Flow.Node {
    guard let id = json["id"]?.string, let column = json["column"]?.string else { throw ValueCodec.damaged }
    return Flow.Node(
      id, label: json["label"].flatMap(Text.init(json:)), column: column, value: json["value"]?.number,
      unit: json["unit"].flatMap(ValueCodec.unit), mark: mark(json), withheld: json["withheld"]?.string)
  }

  private static func link(_ json: JSON) throws -> Flow.Link {
    guard let from = json["from"]?.string, let to = json["to"]?.string else { throw ValueCodec.damaged }
    return Flow.Link(
      from: from, to: to, value: json["value"]?.number, label: json["label"].flatMap(Text.init(json:)),
      mark: mark(json), withheld: json["withheld"]?.string)
  }

  private static func mark(_ json: JSON) -> CellMatrix.Mark? {
    json["mark"]?.string.flatMap(CellMatrix.Mark.init)
  }
}
