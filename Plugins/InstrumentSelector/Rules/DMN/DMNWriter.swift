import Decisions
import Markup
import WorkbenchKit

/// Writes decision tables as DMN 1.5 XML.
enum DMNWriter {
  /// The namespace of DMN 1.5 (20230324).
  static let namespace = "https://www.omg.org/spec/DMN/20230324/MODEL/"

  static func document(_ tables: [DecisionTable], language: Language) -> String {
    XMLWriter.document(
      element(
        "definitions", ["id": "leerkring", "name": "leerkring", "namespace": "https://leerkring.example/rules"],
        tables.flatMap(given) + tables.enumerated().map { decision($1, id: "decision_\($0 + 1)", language) }))
  }

  /// What is given to a table that names inputs without a column, or works something out: without a declaration the names
  /// would mean nothing. A table that only has columns is understood without.
  private static func given(_ table: DecisionTable) -> [XMLElement] {
    guard !table.others.isEmpty || !table.definitions.isEmpty || table.inputs.contains(where: { $0.formula != nil })
    else {
      return []
    }
    let parts = DMNPart.tree(table.asked.map { ($0.name.split(separator: ".").map(String.init), $0.type.dmn) })
    return parts.filter { !$0.parts.isEmpty }.map { definition($0, "itemDefinition", name: "t\($0.name)") }
      + parts.map { part in
        element(
          "inputData", ["name": part.name],
          [
            element(
              "variable", ["name": part.name, "typeRef": part.parts.isEmpty ? part.type : "t\(part.name)"])
          ])
      }
  }

  /// A type made of parts, as `woning.huur` and `woning.soort` are parts of `woning`.
  private static func definition(_ part: DMNPart, _ kind: String, name: String) -> XMLElement {
    let inner = part.parts.map { definition($0, "itemComponent", name: $0.name) }
    let type = part.parts.isEmpty ? [XMLElement("typeRef", namespace: namespace, text: part.type ?? "Any")] : []
    return element(kind, ["name": name], type + inner)
  }

  private static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [XMLElement] = []
  ) -> XMLElement {
    XMLElement(
      name, namespace: namespace,
      attributes: attributes.compactMap { key, value in value.map { XMLElement.Attribute(key, $0) } },
      nodes: children.map(XMLElement.Node.element))
  }

  private static func text(_ text: String) -> XMLElement { XMLElement("text", namespace: namespace, text: text) }

  private static func decision(_ table: DecisionTable, id: String, _ language: Language) -> XMLElement {
    let (policy, aggregation) = table.policy.dmn
    var children: [XMLElement] = table.inputs.enumerated().map { index, clause in
      element(
        "input", ["id": "\(id)_input_\(index + 1)", "label": clause.label?(language)],
        [element("inputExpression", ["typeRef": clause.type.dmn], [text(clause.formula?.text ?? clause.name)])]
          + (clause.allowed.map { [element("inputValues", [:], [text($0.feel)])] } ?? []))
    }
    children += table.outputs.enumerated().map { index, clause in
      element(
        "output",
        [
          "id": "\(id)_output_\(index + 1)", "label": clause.label?(language), "name": clause.name,
          "typeRef": clause.type.dmn,
        ],
        (clause.allowed.map { [element("outputValues", [:], [text($0.feel)])] } ?? [])
          + (table.fallback(index).map { [element("defaultOutputEntry", [:], [text($0.feel)])] } ?? []))
    }
    let hasNotes = table.rules.contains { $0.note != nil }
    if hasNotes { children.append(element("annotation", ["name": "note"])) }
    children += table.rules.enumerated().map { index, rule in
      element(
        "rule", ["id": "\(id)_rule_\(index + 1)"],
        rule.when.map { element("inputEntry", [:], [text($0.feel)]) }
          + rule.results.map { element("outputEntry", [:], [text($0?.feel ?? "null")]) }
          + (hasNotes ? [element("annotationEntry", [:], [text(rule.note?(language) ?? "")])] : []))
    }
    let body = element(
      "decisionTable", ["id": "\(id)_table", "hitPolicy": policy, "aggregation": aggregation], children)
    return element(
      "decision", ["id": id, "name": table.name],
      [element("variable", ["name": table.name]), table.definitions.isEmpty ? body : context(table, body)])
  }

  /// The table behind the names that it works with.
  private static func context(_ table: DecisionTable, _ body: XMLElement) -> XMLElement {
    func literal(_ formula: String) -> XMLElement { element("literalExpression", [:], [text(formula)]) }
    return element(
      "context", [:],
      table.definitions.map {
        element("contextEntry", [:], [element("variable", ["name": $0.name]), literal($0.formula.text)])
      } + [
        element("contextEntry", [:], [element("variable", ["name": table.name]), body]),
        element("contextEntry", [:], [literal(table.name)]),
      ])
  }
}

extension ValueType {
  /// What DMN calls it: FEEL has one kind of number. Nil where it leaves it open.
  fileprivate var dmn: String? {
    switch self {
    case .integer: ValueType.number.rawValue
    case .any, .list: nil
    default: rawValue
    }
  }
}

/// What is given, or a part of it.
private struct DMNPart {
  let name: String
  let type: String?
  let parts: [DMNPart]

  /// Puts together what begins with the same name, in the order in which it comes.
  static func tree(_ paths: [(path: [String], type: String?)]) -> [DMNPart] {
    var names: [String] = []
    for path in paths.compactMap(\.path.first) where !names.contains(path) { names.append(path) }
    return names.map { name in
      let own = paths.filter { $0.path.first == name }
      let inner = own.filter { $0.path.count > 1 }.map { (Array($0.path.dropFirst()), $0.type) }
      return DMNPart(name: name, type: own.first?.type, parts: tree(inner))
    }
  }
}
