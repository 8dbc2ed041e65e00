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
        tables.enumerated().map { decision($1, id: "decision_\($0 + 1)", language) }))
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
        [element("inputExpression", ["typeRef": clause.type.dmn], [text(clause.name)])]
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
          + rule.then.map { element("outputEntry", [:], [text($0?.feel ?? "null")]) }
          + (hasNotes ? [element("annotationEntry", [:], [text(rule.note?(language) ?? "")])] : []))
    }
    return element(
      "decision", ["id": id, "name": table.name],
      [
        element("variable", ["name": table.name]),
        element("decisionTable", ["id": "\(id)_table", "hitPolicy": policy, "aggregation": aggregation], children),
      ])
  }
}

extension ValueType {
  /// What DMN calls it: FEEL has one kind of number.
  fileprivate var dmn: String { self == .integer ? ValueType.number.rawValue : rawValue }
}
