import Decisions
import Markup
import WorkbenchKit

/// Reads the decision tables of a DMN file, each whole; what else is in it is named and not taken along.
struct DMNReader {
  private(set) var tables: [DecisionTable] = []
  /// What was left, and why: other kinds of decisions and elements, tables that are refused.
  private(set) var left: [Text] = []
  /// How something was read that the file says otherwise, or not at all.
  private(set) var remarks: [Text] = []
  private var refusal: Diagnostic?

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
    let types = DMNTypes(root)
    var names = DMNNames()
    for element in root.elements where ["inputData", "decision"].contains(element.name) {
      names.add(variableOf: element, types)
    }
    let models = Dictionary(
      root.elements("businessKnowledgeModel").map { ($0["name"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    var passed: Set<String> = []
    for decision in root.elements("decision") {
      passed.formUnion(take(decision, names, models, types, at: place))
    }
    for model in root.elements("businessKnowledgeModel") where !passed.contains(model["name"] ?? "") {
      take(model: model, models, types, at: place)
    }
    var others: [String: Int] = [:]
    for element in root.elements where !Self.known.contains(element.name) { others[element.name, default: 0] += 1 }
    for (kind, count) in others.sorted(by: { $0.key < $1.key }) { left.append(.verbatim("\(kind) (\(count))")) }
    guard tables.isEmpty else { return }
    if let refusal { throw refusal }
    throw Diagnostic(
      "dmn.none",
      Text(
        nl: "in '\(name)' staat geen beslistabel die mee kan", en: "'\(name)' holds no decision table that can be taken"
      ),
      wayOut: left.isEmpty
        ? nil : Text(nl: "er staat: ", en: "there is: ") + .joined(Array(left.prefix(3)), by: "; "),
      place: place)
  }

  /// What is read by way of the tables, or carries no rule: texts and pictures.
  private static let known: Set = [
    "decision", "businessKnowledgeModel", "itemDefinition", "inputData", "description", "extensionElements", "DMNDI",
  ]

  /// - Returns: the models of business knowledge that it went by.
  private mutating func take(
    _ decision: XMLElement, _ names: DMNNames, _ models: [String: XMLElement], _ types: DMNTypes, at place: Place?
  ) -> [String] {
    let name = decision["name"] ?? decision["id"] ?? "decision"
    guard let body = DMNLogic.body(of: decision) else {
      left.append(
        Text(nl: "de beslissing '\(name)' is geen tabel maar leeg", en: "the decision '\(name)' is no table but empty"))
      return []
    }
    do {
      let logic = try DMNLogic.read(body, names: names, models: models, types: types)
      keep(try DMNTable(logic, of: name, variable: decision.first("variable"), names: names, types: types, at: place))
      return logic.models
    } catch let refused as DMNLogic.Refusal {
      left.append(
        refused.isExpression && body.name == "literalExpression"
          ? Text(
            nl: "de beslissing '\(name)' is geen tabel maar \(body.name)",
            en: "the decision '\(name)' is no table but \(body.name)")
          : Text(nl: "de beslissing '\(name)': ", en: "the decision '\(name)': ") + refused.reason)
    } catch { refuse(error) }
    return []
  }

  /// A model that no decision goes by plainly, by its own name: its parameters are its inputs.
  private mutating func take(
    model: XMLElement, _ models: [String: XMLElement], _ types: DMNTypes, at place: Place?
  ) {
    let name = model["name"] ?? model["id"] ?? "model"
    guard let logic = model.first("encapsulatedLogic"), let body = DMNLogic.body(of: logic) else {
      left.append(.verbatim("businessKnowledgeModel '\(name)'"))
      return
    }
    var names = DMNNames()
    for parameter in logic.elements("formalParameter") {
      names.add(parameter["name"] ?? "", types.meaning(parameter["typeRef"]))
    }
    do {
      let found = try DMNLogic.read(body, names: names, models: models, types: types)
      keep(try DMNTable(found, of: name, variable: model.first("variable"), names: names, types: types, at: place))
    } catch let refused as DMNLogic.Refusal {
      left.append(
        Text(nl: "het kennismodel '\(name)': ", en: "the knowledge model '\(name)': ") + refused.reason)
    } catch { refuse(error) }
  }

  private mutating func keep(_ read: DMNTable) {
    guard !tables.contains(where: { $0.name == read.table.name }) else {
      left.append(
        Text(nl: "nog een tabel '\(read.table.name)'", en: "another table '\(read.table.name)'"))
      return
    }
    remarks += read.remarks
    tables.append(read.table)
  }

  private mutating func refuse(_ error: any Error) {
    guard let error = error as? Diagnostic else {
      return left.append(
        Text(nl: "een tabel die niet te lezen is: \(error)", en: "a table that cannot be read: \(error)"))
    }
    refusal = refusal ?? error
    left.append(error.message)
  }
}
