import WorkbenchKit

/// A result as it stands in a workspace under its name, with everything that tells where it came from.
public struct KeptResult: Sendable {
  public let name: String
  public let time: String
  public internal(set) var result: RunResult

  public init(name: String, time: String, result: RunResult) {
    self.name = name
    self.time = time
    self.result = result
  }

  /// - Throws: `result.damaged`.
  public init(name: String, json: JSON) throws {
    guard let line = json["command"]?.string, let blocks = json["blocks"]?.array else { throw ValueCodec.damaged }
    var output = Output(try blocks.map(BlockCodec.decode))
    if let main = json["main"]?.int { output.main = main }
    let owner = json["plugin"]?.string.map { Registration.Owner(name: $0, version: json["version"]?.string ?? "") }
    self.name = name
    time = json["time"]?.string ?? ""
    result = RunResult(
      output: output, provenance: ProvenanceCodec.decode(json["provenance"] ?? .null), line: line, owner: owner)
    result.rowsDigest = json["rows_sha256"]?.string
  }

  /// - Throws: `json.syntax` if a table cannot be written and read back.
  public func json() throws -> JSON {
    var members: [String: JSON] = [
      "command": .string(result.line), "time": .string(time),
      "blocks": .array(try result.output.blocks.map(BlockCodec.encode)),
      "provenance": ProvenanceCodec.encode(result.provenance),
    ]
    members["main"] = result.output.main.map { .number(Double($0)) }
    members["rows_sha256"] = result.rowsDigest.map(JSON.string)
    members["plugin"] = result.owner.map { .string($0.name) }
    members["version"] = result.owner.map { .string($0.version) }
    return .object(members)
  }
}
