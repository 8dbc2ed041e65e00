import Markup
import WorkbenchKit

/// Reads the decision tables of a DMN file; what else is in it is named and not taken along.
struct DMNReader {
  private(set) var tables: [DecisionTable] = []
  /// What was left: expressions beyond unary tests, other kinds of decisions and elements.
  private(set) var left: [Text] = []
  private var types: [String: (base: String, allowed: String?)] = [:]

  /// - Parameter name: what errors call the file.
  /// - Throws: `xml.*`, `dmn.none`, `rules.*`.
  init(_ bytes: [UInt8], name: String, at place: Place? = nil) throws {
    let root = try XMLReader.root(of: bytes, name: name)
    guard root.name == "definitions", root.namespace.contains("DMN") || root.namespace.contains("dmn") else {
      throw Diagnostic(
        "dmn.none", Text(nl: "'\(name)' is geen DMN", en: "'\(name)' is no DMN"),
        wayOut: Text(
          nl: "het buitenste element van DMN heet definitions", en: "the outermost element of DMN is called definitions"
        ),
        place: place)
    }
    for item in root.elements("itemDefinition") { define(item) }
    var others: [String: Int] = [:]
    for element in root.elements where element.name != "itemDefinition" {
      guard element.name == "decision" else {
        others[element.name, default: 0] += 1
        continue
      }
      let decision = element["name"] ?? element["id"] ?? "decision"
      guard let table = element.first("decisionTable") else {
        let kind = element.elements.first { !Self.silent.contains($0.name) }?.name ?? "decision"
        left.append(
          Text(
            nl: "de beslissing '\(decision)' is geen tabel maar \(kind)",
            en: "the decision '\(decision)' is no table but \(kind)"))
        continue
      }
      try take(table, of: decision, variable: element.first("variable"), at: place)
    }
    for (kind, count) in others.sorted(by: { $0.key < $1.key }) where !Self.silent.contains(kind) {
      left.append(.verbatim("\(kind) (\(count))"))
    }
    guard !tables.isEmpty else {
      throw Diagnostic(
        "dmn.none",
        Text(
          nl: "in '\(name)' staat geen beslistabel die mee kan",
          en: "'\(name)' holds no decision table that can be taken"),
        wayOut: left.isEmpty
          ? nil : Text(nl: "er staat: ", en: "there is: ") + .joined(Array(left.prefix(3)), by: "; "),
        place: place)
    }
  }

  /// What carries no rule: texts about the file, and what is read by way of the tables.
  private static let silent: Set = [
    "description", "extensionElements", "variable", "informationRequirement", "authorityRequirement",
    "knowledgeRequirement", "question", "allowedAnswers", "inputData", "DMNDI",
  ]

  private mutating func define(_ item: XMLElement) {
    guard let name = item["name"], let base = item.first("typeRef")?.text else { return }
    types[name] = (base, item.first("allowedValues")?.first("text")?.text)
  }

  /// The type that a reference means, through what the file itself defines.
  private func type(_ reference: String?) -> (type: ValueType?, allowed: String?) {
    var name = reference ?? "string"
    var allowed: String?
    for _ in 0..<8 {
      let local = name.split(separator: ":").last.map(String.init) ?? name
      if let known = ValueType(word: local) { return (known, allowed) }
      guard let defined = types[name] ?? types[local] else { return (nil, allowed) }
      allowed = allowed ?? defined.allowed
      name = defined.base
    }
    return (nil, allowed)
  }

  private mutating func take(_ xml: XMLElement, of decision: String, variable: XMLElement?, at place: Place?) throws {
    guard let policy = HitPolicy(dmn: xml["hitPolicy"], aggregation: xml["aggregation"]) else {
      left.append(
        Text(
          nl: "'\(decision)': de treffersregel \(xml["hitPolicy"] ?? "") \(xml["aggregation"] ?? "")",
          en: "'\(decision)': the hit policy \(xml["hitPolicy"] ?? "") \(xml["aggregation"] ?? "")"))
      return
    }
    let reader = CellReader(table: decision, place: place, takesBareWords: false)
    var inputs: [DecisionTable.Clause] = []
    for (index, input) in xml.elements("input").enumerated() {
      let expression = input.first("inputExpression")
      let text = expression?.first("text")?.text ?? input["label"] ?? "input \(index + 1)"
      if !Self.isName(text) {
        left.append(
          Text(
            nl: "'\(decision)': de uitdrukking '\(text)' wordt niet uitgerekend; geef haar uitkomst als invoer",
            en: "'\(decision)': the expression '\(text)' is not worked out; give its outcome as an input"))
      }
      inputs.append(
        try clause(text, expression?["typeRef"], input.first("inputValues")?.first("text")?.text, reader, decision))
    }
    var outputs: [DecisionTable.Clause] = []
    var defaults: [Literal?] = []
    let outputElements = xml.elements("output")
    for output in outputElements {
      let name = output["name"] ?? variable?["name"] ?? decision
      let own = output["typeRef"] ?? (outputElements.count == 1 ? variable?["typeRef"] ?? xml["typeRef"] : nil)
      let clause = try clause(name, own, output.first("outputValues")?.first("text")?.text, reader, decision)
      outputs.append(clause)
      defaults.append(
        output.first("defaultOutputEntry")?.first("text").flatMap { try? reader.literal($0.text, clause, rule: nil) })
    }
    var table = DecisionTable(
      name: decision, policy: policy, inputs: inputs, outputs: outputs, defaults: defaults, rules: [])
    for (index, rule) in xml.elements("rule").enumerated() {
      let when = rule.elements("inputEntry").map { $0.first("text")?.text ?? "-" }
      let then = rule.elements("outputEntry").map { $0.first("text")?.text }
      let note = rule.first("annotationEntry")?.first("text")?.text ?? rule.first("description")?.text
      do {
        table.rules.append(try reader.rule(index + 1, when, then, note.map(Text.verbatim), (inputs, outputs)))
      } catch {
        // A table whose rules do not fit its inputs is broken; a cell beyond unary tests is left out by name.
        guard let problem = error as? Diagnostic, problem.code == "rules.cell" else { throw error }
        left.append(problem.message)
      }
    }
    try table.validate(at: place)
    tables.append(table)
  }

  private mutating func clause(
    _ name: String, _ reference: String?, _ allowed: String?, _ reader: CellReader, _ decision: String
  ) throws -> DecisionTable.Clause {
    let found = type(reference)
    if found.type == nil {
      left.append(
        Text(
          nl: "'\(decision)': de soort '\(reference ?? "")' van '\(name)' is als tekst gelezen",
          en: "'\(decision)': the type '\(reference ?? "")' of '\(name)' was read as text"))
    }
    let type = found.type ?? .text
    let values = allowed ?? found.allowed
    do { return try reader.clause(name, type: type.rawValue, allowed: values) } catch {
      left.append(
        Text(
          nl: "'\(decision)': de toegestane waarden '\(values ?? "")' van '\(name)'",
          en: "'\(decision)': the allowed values '\(values ?? "")' of '\(name)'"))
      return try reader.clause(name, type: type.rawValue, allowed: nil)
    }
  }

  /// Whether a FEEL expression is no more than a name.
  private static func isName(_ text: String) -> Bool {
    !text.contains { "()[]{}<>=+*/,\"".contains($0) }
  }
}
