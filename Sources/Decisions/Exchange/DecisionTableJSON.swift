import WorkbenchKit

/// A decision table as JSON, in files and in the workspace: cells as DMN writes them.
extension DecisionTable {
  /// - Throws: `rules.json`, and what `CellReader` throws.
  public init(json: JSON, at place: Place? = nil) throws {
    do { try self.init(Fields(json), at: place) } catch let problem as FieldProblem {
      throw Diagnostic(
        "rules.json",
        Text(nl: "dit is geen beslistabel: ", en: "this is no decision table: ") + problem.text,
        wayOut: Text(
          nl: "'rules export NAAM --to json' toont hoe er een uitziet",
          en: "'rules export NAME --to json' shows what one looks like"),
        place: place)
    }
  }

  private init(_ fields: Fields, at place: Place?) throws {
    name = try fields["name"]
    if name.isEmpty { throw FieldProblem(Text(nl: "is leeg", en: "is empty"), at: ["name"]) }
    var reader = CellReader(table: name, place: place)
    title = try fields["title"]
    policy = try reader.policy(fields["hit_policy"] ?? "U")
    let columns: [ClauseFields] = try fields["inputs"]
    let others: [ClauseFields] = try fields["others"] ?? []
    let definitions: [DefinitionFields] = try fields["definitions"] ?? []
    // What is worked out in a column has no name of its own: `uren * 2` names the hours.
    let given = columns.filter { $0.expression == nil }
    reader.names = KnownNames(given.map(\.name) + others.map(\.name) + definitions.map(\.name))
    inputs = try columns.map { try $0.clause(reader) }
    self.others = try others.map { try $0.clause(reader) }
    self.definitions = try definitions.map { try $0.definition(reader) }
    let results: [ClauseFields] = try fields["outputs"]
    outputs = try results.map { try $0.clause(reader) }
    let clauses = (inputs, outputs)
    defaults = try zip(results, outputs).map { result, clause in
      try result.fallback.map { try reader.literal($0, clause, rule: nil) }
    }
    rules = try fields.list("rules", of: RuleFields.self).enumerated().map { index, rule in
      var made = try reader.rule(
        index + 1, rule.when, rule.then, rule.note, clauses, unread: Set(rule.undecidable))
      made.rest = rule.rest
      return made
    }
    source = try fields["source"]
    isReading = try fields["reading"] ?? false
    rest = fields.rest
    try validate(at: place)
  }

  public var json: JSON {
    .members(
      [
        "name": .string(name), "title": title?.json, "hit_policy": .string(policy.rawValue),
        "source": source?.json, "reading": isReading ? true : nil,
        "others": others.isEmpty ? nil : .array(others.map { Self.json($0, fallback: nil) }),
        "definitions": definitions.isEmpty
          ? nil
          : .array(
            definitions.map {
              .members(["name": .string($0.name), "expression": .string($0.formula.text)], rest: $0.rest)
            }),
      ],
      rest: rest.merging([
        "inputs": .array(inputs.map { Self.json($0, fallback: nil) }),
        "outputs": .array(outputs.enumerated().map { Self.json($1, fallback: fallback($0)) }),
        "rules": .array(
          rules.map { rule in
            .object(
              rule.rest.merging([
                "when": .array(rule.when.map { .string($0.bracketed) }),
                "then": .array(rule.results.map { $0.map { .string($0.bracketed) } ?? .null }),
              ]) { $1 }.merging(rule.note.map { ["note": $0.json] } ?? [:]) { $1 }
                .merging(rule.unread.isEmpty ? [:] : ["undecidable": .array(unread(rule).map(JSON.string))]) { $1 })
          }),
      ]) { $1 })
  }

  private static func json(_ clause: Clause, fallback: Literal?) -> JSON {
    .members(
      [
        "name": .string(clause.name), "type": .string(clause.type.rawValue),
        "allowed": clause.allowed.map { .string($0.feel) }, "label": clause.label?.json,
        "default": fallback.map { .string($0.feel) }, "expression": clause.formula.map { .string($0.text) },
      ], rest: clause.rest)
  }

  /// Whether it holds members of JSON that are not known here.
  public var holdsUnknown: Bool {
    !rest.isEmpty || (inputs + others + outputs).contains { !$0.rest.isEmpty }
      || definitions.contains { !$0.rest.isEmpty } || rules.contains { !$0.rest.isEmpty }
  }

  /// Returns it without the members of JSON that are not known here.
  public var withoutUnknown: DecisionTable {
    var copy = self
    copy.rest = [:]
    for index in inputs.indices { copy.inputs[index].rest = [:] }
    for index in others.indices { copy.others[index].rest = [:] }
    for index in outputs.indices { copy.outputs[index].rest = [:] }
    for index in definitions.indices { copy.definitions[index].rest = [:] }
    for index in rules.indices { copy.rules[index].rest = [:] }
    return copy
  }
}

/// In the knowledge base and in the workspace a table that does not hold together cannot be read.
extension DecisionTable: FieldValue {
  public init(field: JSON) throws {
    do { try self.init(json: field) } catch let error as Diagnostic { throw FieldProblem(error.message) }
  }
}

/// An input or output as it stands in JSON.
private struct ClauseFields: FieldItem {
  let name: String
  let type: String
  let allowed: String?
  let label: Text?
  let fallback: String?
  let expression: String?
  let rest: [String: JSON]

  init(_ fields: Fields) throws {
    name = try fields["name"]
    type = try fields["type"] ?? "any"
    allowed = try fields["allowed"]
    label = try fields["label"]
    fallback = try fields["default"]
    expression = try fields["expression"]
    rest = fields.rest
  }

  func clause(_ reader: CellReader) throws -> DecisionTable.Clause {
    var clause = try reader.clause(name, type: type, allowed: allowed, label: label)
    clause.rest = rest
    if let expression { clause.formula = try reader.formula(expression, of: name) }
    return clause
  }
}

/// A name for what an expression comes to, as it stands in JSON.
private struct DefinitionFields: FieldItem {
  let name: String
  let expression: String
  let rest: [String: JSON]

  init(_ fields: Fields) throws {
    name = try fields["name"]
    expression = try fields["expression"]
    rest = fields.rest
  }

  func definition(_ reader: CellReader) throws -> DecisionTable.Definition {
    var definition = DecisionTable.Definition(name: name, formula: try reader.formula(expression, of: name))
    definition.rest = rest
    return definition
  }
}

/// A rule as it stands in JSON.
private struct RuleFields: FieldItem {
  let when: [String]
  let then: [String?]
  let note: Text?
  /// The inputs and outputs whose cell is not read.
  let undecidable: [String]
  let rest: [String: JSON]

  init(_ fields: Fields) throws {
    when = try fields.list("when")
    then = try fields.list("then", of: JSON.self).map { $0 == .null ? nil : try String(field: $0) }
    note = try fields["note"]
    undecidable = try fields["undecidable"] ?? []
    rest = fields.rest
  }
}
