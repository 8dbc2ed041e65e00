import Decisions
import Markup
import WorkbenchKit

/// The table that a decision comes to, by way of contexts and models of business knowledge where these are plain: values by
/// name, and a table as what is given back.
struct DMNLogic {
  let table: XMLElement
  /// What has a name on the way to the table, in the order in which it is worked out.
  let definitions: [DecisionTable.Definition]
  /// The models of business knowledge that it goes by.
  let models: [String]

  /// Why a decision is not read as a table.
  struct Refusal: Error {
    let reason: Text
    /// Whether it is an expression and nothing more.
    var isExpression = false

    init(nl: String, en: String, isExpression: Bool = false) {
      reason = Text(nl: nl, en: en)
      self.isExpression = isExpression
    }
  }

  /// Reads the logic of a decision or of a model.
  ///
  /// - Parameters:
  ///   - names: what expressions may name.
  ///   - models: the models of business knowledge of the file by name.
  static func read(
    _ element: XMLElement, names: DMNNames, models: [String: XMLElement], types: DMNTypes
  ) throws(Refusal) -> DMNLogic {
    var way = Way(names: names, models: models, types: types)
    let table = try way.table(of: element)
    return DMNLogic(table: table, definitions: way.definitions, models: way.passed)
  }

  /// The element of a decision, model or entry that holds its logic.
  static func body(of element: XMLElement) -> XMLElement? {
    element.elements.first {
      ["decisionTable", "context", "invocation", "literalExpression", "relation", "list", "functionDefinition"]
        .contains($0.name) || ["conditional", "for", "every", "some", "filter"].contains($0.name)
    }
  }
}

/// The way from a decision to its table.
private struct Way {
  var names: DMNNames
  let models: [String: XMLElement]
  let types: DMNTypes
  var definitions: [DecisionTable.Definition] = []
  var passed: [String] = []

  private typealias Refusal = DMNLogic.Refusal

  mutating func table(of element: XMLElement) throws(DMNLogic.Refusal) -> XMLElement {
    switch element.name {
    case "decisionTable": return element
    case "context": return try context(element)
    case "invocation":
      let arguments = element.elements("binding").map { binding in
        (binding.first("parameter")?["name"], binding.first("literalExpression")?.first("text")?.text)
      }
      return try invocation(element.first("literalExpression")?.first("text")?.text ?? "", arguments)
    case "literalExpression":
      let text = element.first("text")?.text.withoutWhiteSpace ?? ""
      guard let model = models.keys.first(where: { text.hasPrefix($0 + "(") }), text.hasSuffix(")") else {
        throw Refusal(nl: "een uitdrukking en geen tabel", en: "an expression and no table", isExpression: true)
      }
      let inner = text.dropFirst(model.count + 1).dropLast()
      guard !inner.contains(where: { "()[]\"".contains($0) }) else {
        throw Refusal(
          nl: "de aanroep '\(text)' is meer dan namen", en: "the invocation '\(text)' is more than names")
      }
      return try invocation(model, inner.split(separator: ",").map { (nil, String($0)) })
    default: throw Refusal(nl: "\(element.name) en geen tabel", en: "\(element.name) and no table")
    }
  }

  /// A context that gives back one of its entries; the others have a name for a value each.
  private mutating func context(_ element: XMLElement) throws(DMNLogic.Refusal) -> XMLElement {
    let entries = element.elements("contextEntry")
    guard let last = entries.last, last.first("variable") == nil,
      let result = last.first("literalExpression")?.first("text")?.text.withoutWhiteSpace
    else {
      if let last = entries.last, last.first("variable") == nil, let body = DMNLogic.body(of: last) {
        for entry in entries.dropLast() { try define(entry) }
        return try table(of: body)
      }
      throw Refusal(nl: "een context met meer dan één uitkomst", en: "a context with more than one outcome")
    }
    guard let chosen = entries.dropLast().last(where: { $0.first("variable")?["name"]?.withoutWhiteSpace == result }),
      let body = DMNLogic.body(of: chosen), body.name != "literalExpression"
    else {
      throw Refusal(
        nl: "een context die '\(result)' teruggeeft, en dat is geen tabel",
        en: "a context that gives back '\(result)', which is no table")
    }
    for entry in entries.dropLast() where entry != chosen { try define(entry) }
    return try table(of: body)
  }

  private mutating func define(_ entry: XMLElement) throws(DMNLogic.Refusal) {
    let name = entry.first("variable")?["name"] ?? ""
    guard let text = entry.first("literalExpression")?.first("text")?.text else {
      throw Refusal(
        nl: "'\(name)' in de context is zelf een tabel of meer",
        en: "'\(name)' in the context is a table itself or more")
    }
    try define(name, text, types.meaning(entry.first("variable")?["typeRef"]))
  }

  private mutating func define(
    _ name: String, _ text: String, _ meaning: DMNTypes.Meaning
  ) throws(DMNLogic.Refusal) {
    var reader = CellReader(table: name, place: nil, takesBareWords: false)
    reader.names = names.known
    guard let formula = try? reader.formula(text.withoutWhiteSpace, of: name) else {
      throw Refusal(
        nl: "'\(name)' is '\(text.withoutWhiteSpace)', en dat wordt niet uitgerekend",
        en: "'\(name)' is '\(text.withoutWhiteSpace)', which is not worked out")
    }
    definitions.append(DecisionTable.Definition(name: name, formula: formula))
    names.add(name, meaning)
  }

  /// The table of a model, with its parameters as names for what is given.
  private mutating func invocation(
    _ callee: String, _ arguments: [(name: String?, text: String?)]
  ) throws(DMNLogic.Refusal) -> XMLElement {
    let callee = callee.withoutWhiteSpace
    guard let model = models[callee], let logic = model.first("encapsulatedLogic"), let body = DMNLogic.body(of: logic)
    else {
      throw Refusal(
        nl: "roept '\(callee)' aan, en dat staat niet in dit bestand",
        en: "it invokes '\(callee)', which is not in this file")
    }
    guard passed.count < 8, !passed.contains(callee) else {
      throw Refusal(nl: "'\(callee)' roept zichzelf aan", en: "'\(callee)' invokes itself")
    }
    passed.append(callee)
    let parameters = logic.elements("formalParameter")
    var renamed: Set<String> = []
    for (place, parameter) in parameters.enumerated() {
      let name = parameter["name"] ?? ""
      let given =
        arguments.first { $0.name == name }
        ?? (arguments.indices.contains(place) && arguments[place].name == nil ? arguments[place] : nil)
      guard let text = given?.text?.withoutWhiteSpace else {
        throw Refusal(
          nl: "'\(callee)' krijgt geen waarde voor '\(name)'", en: "'\(callee)' is given no value for '\(name)'")
      }
      if text == name { continue }
      let meaning = types.meaning(parameter["typeRef"])
      let parts = names.parts(of: text)
      // Arguments are worked out before any parameter has its value.
      func isPlain(_ name: String) -> Bool { !renamed.contains(name) }
      if !parts.isEmpty {
        for part in parts where isPlain("\(text).\(part)") {
          try define("\(name).\(part)", "\(text).\(part)", names.meanings["\(text).\(part)"] ?? meaning)
          renamed.insert("\(name).\(part)")
        }
        continue
      }
      try define(name, text, meaning)
      if let last = definitions.last, !last.formula.names.isDisjoint(with: renamed) {
        throw Refusal(
          nl: "'\(callee)' krijgt namen in een andere volgorde", en: "'\(callee)' is given names in another order")
      }
      renamed.insert(name)
    }
    return try table(of: body)
  }
}
