import WorkbenchKit

/// A decision table as JSON, in files and in the workspace: cells as DMN writes them.
extension DecisionTable {
  /// - Parameter name: what errors call it.
  /// - Throws: `rules.json`, and what `CellReader` throws.
  init(json: JSON, at place: Place? = nil) throws {
    guard let name = json["name"]?.string, !name.isEmpty, let inputs = json["inputs"]?.array,
      let outputs = json["outputs"]?.array
    else {
      throw Diagnostic(
        "rules.json",
        Text(
          nl: "dit is geen beslistabel: name, inputs of outputs ontbreekt",
          en: "this is no decision table: name, inputs or outputs is lacking"),
        wayOut: Text(
          nl: "'rules export NAAM --to json' toont hoe er een uitziet",
          en: "'rules export NAME --to json' shows what one looks like"),
        place: place)
    }
    let reader = CellReader(table: name, place: place)
    self.name = name
    title = json["title"].flatMap(Text.init(json:))
    policy = try reader.policy(json["hit_policy"]?.string ?? "U")
    self.inputs = try inputs.map { try Self.clause($0, reader) }
    self.outputs = try outputs.map { try Self.clause($0, reader) }
    let clauses = (self.inputs, self.outputs)
    defaults = try zip(outputs, clauses.1).map { json, clause in
      try json["default"]?.string.map { try reader.literal($0, clause, rule: nil) }
    }
    rules = try (json["rules"]?.array ?? []).enumerated().map { index, rule in
      let when = (rule["when"]?.array ?? []).map { $0.string ?? "-" }
      let then = (rule["then"]?.array ?? []).map(\.string)
      return try reader.rule(index + 1, when, then, rule["note"].flatMap(Text.init(json:)), clauses)
    }
    source = Citation(json["source"])
    isReading = json["reading"]?.bool ?? false
    try validate(at: place)
  }

  private static func clause(_ json: JSON, _ reader: CellReader) throws -> Clause {
    try reader.clause(
      json["name"]?.string ?? "", type: json["type"]?.string ?? "string", allowed: json["allowed"]?.string,
      label: json["label"].flatMap(Text.init(json:)))
  }

  var json: JSON {
    var members: [String: JSON] = [
      "name": .string(name), "hit_policy": .string(policy.rawValue),
      "inputs": .array(inputs.map { Self.json($0, fallback: nil) }),
      "outputs": .array(outputs.enumerated().map { Self.json($1, fallback: fallback($0)) }),
      "rules": .array(
        rules.map { rule in
          var members: [String: JSON] = [
            "when": .array(rule.when.map { .string($0.feel) }),
            "then": .array(rule.then.map { $0.map { .string($0.feel) } ?? .null }),
          ]
          members["note"] = rule.note?.json
          return .object(members)
        }),
    ]
    members["title"] = title?.json
    members["source"] = source?.json
    if isReading { members["reading"] = true }
    return .object(members)
  }

  private static func json(_ clause: Clause, fallback: Literal?) -> JSON {
    var members: [String: JSON] = ["name": .string(clause.name), "type": .string(clause.type.rawValue)]
    members["allowed"] = clause.allowed.map { .string($0.feel) }
    members["label"] = clause.label?.json
    members["default"] = fallback.map { .string($0.feel) }
    return .object(members)
  }
}
