import Decisions
import Markup
import WorkbenchKit

/// Reads one decision table of a DMN file whole. A cell that is not read stays as it stands and its rule cannot be decided.
struct DMNTable {
  private(set) var table: DecisionTable
  /// How something was read that the file says otherwise, or not at all.
  private(set) var remarks: [Text] = []

  /// - Parameters:
  ///   - name: the decision or model.
  ///   - variable: what the decision is called in expressions, with its type.
  ///   - names: what the table may name.
  /// - Throws: `dmn.policy`, `rules.*`.
  init(
    _ logic: DMNLogic, of name: String, variable: XMLElement?, names: DMNNames, types: DMNTypes, at place: Place?
  ) throws {
    let xml = logic.table
    guard let policy = HitPolicy(dmn: xml["hitPolicy"], aggregation: xml["aggregation"]) else {
      throw Diagnostic(
        "rules.policy",
        Text(
          nl: "'\(name)': de treffersregel \(xml["hitPolicy"] ?? "") \(xml["aggregation"] ?? "") is er geen",
          en: "'\(name)': the hit policy \(xml["hitPolicy"] ?? "") \(xml["aggregation"] ?? "") is none"), place: place)
    }
    table = DecisionTable(name: name, policy: policy, inputs: [], outputs: [], rules: [])
    table.definitions = logic.definitions
    var reader = CellReader(table: name, place: place, takesBareWords: false)
    reader.names = names.known.union(logic.definitions.map(\.name))
    let columns = xml.elements("input").enumerated().map { ($1, Self.text(of: $1, $0)) }
    // An input that the file does not declare is declared by its column.
    reader.names = reader.names.union(columns.map(\.1).filter(Self.isName))
    let cells = xml.elements("rule").map { rule in
      (
        when: rule.elements("inputEntry").map { $0.first("text")?.text ?? "-" },
        then: rule.elements("outputEntry").map { $0.first("text")?.text }
      )
    }
    for (index, column) in columns.enumerated() {
      try addInput(
        column.0, column.1, cells.compactMap { $0.when.indices.contains(index) ? $0.when[index] : nil }, names, types,
        reader)
    }
    try addOutputs(xml, variable, cells.map(\.then), types, reader)
    for (index, rule) in xml.elements("rule").enumerated() {
      let note = rule.first("annotationEntry")?.first("text")?.text ?? rule.first("description")?.text
      table.rules.append(
        try reader.rule(
          index + 1, cells[index].when, try texts(cells[index].then, reader), note.map(Text.verbatim),
          (table.inputs, table.outputs), unread: Set((table.inputs + table.outputs).map(\.name))))
    }
    addOthers(names)
    try table.validate(at: place)
  }

  private static func text(of input: XMLElement, _ index: Int) -> String {
    let text = input.first("inputExpression")?.first("text")?.text.withoutWhiteSpace ?? ""
    return text.isEmpty ? input["label"] ?? "input \(index + 1)" : text
  }

  /// Whether a FEEL expression is no more than a name.
  private static func isName(_ text: String) -> Bool {
    !text.contains { "()[]{}<>=+*/,\"?@".contains($0) } && text.first.map { !$0.isNumber } ?? false
  }

  // MARK: Inputs

  private mutating func addInput(
    _ input: XMLElement, _ text: String, _ cells: [String], _ names: DMNNames, _ types: DMNTypes, _ reader: CellReader
  ) throws {
    var name = text
    var formula = try? reader.formula(text, of: text)
    var label: String? = input["label"]
    if let formula, let start = formula.name {
      name = fact(behind: start)
      if name != start { label = label ?? start }
    }
    let isDefined = table.definitions.contains { $0.name == name }
    if formula?.name != nil, !isDefined { formula = nil }
    if formula == nil, !Self.isName(text), names.meanings[text] == nil {
      remarks.append(
        Text(
          nl: "'\(table.name)': de uitdrukking '\(text)' wordt niet uitgerekend; geef haar uitkomst als invoer",
          en: "'\(table.name)': the expression '\(text)' is not worked out; give its outcome as an input"))
    }
    // A second column on the same input is worked out of it.
    if formula == nil, table.inputs.contains(where: { $0.name == name }) {
      formula = try? reader.formula(name, of: name)
      var number = 2
      while table.inputs.contains(where: { $0.name == "\(text) (\(number))" }) { number += 1 }
      name = "\(text) (\(number))"
    }
    let reference = input.first("inputExpression")?["typeRef"]
    let declared = names.meanings[name]
    let meaning = reference == nil ? declared ?? DMNTypes.Meaning() : types.meaning(reference)
    note(undefined: reference, meaning, name)
    let values = input.first("inputValues")?.first("text")?.text ?? meaning.allowed ?? declared?.allowed
    let type = type(meaning.type, of: name, cells + [values].compactMap { $0 }, reader)
    var clause = clause(name, type, values, reader)
    clause.formula = formula
    clause.label = label.flatMap { $0 == name || $0.isEmpty ? nil : .verbatim($0) }
    table.inputs.append(clause)
  }

  /// The input that a name stands for, where definitions do no more than give it another name.
  private func fact(behind name: String) -> String {
    var name = name
    for definition in table.definitions.reversed() where definition.name == name {
      guard let other = definition.formula.name else { return name }
      name = other
    }
    return name
  }

  private mutating func note(undefined reference: String?, _ meaning: DMNTypes.Meaning, _ name: String) {
    guard !meaning.isDefined else { return }
    remarks.append(
      Text(
        nl: "'\(table.name)': de soort '\(reference ?? "")' van '\(name)' staat niet in het bestand; elke soort mag",
        en: "'\(table.name)': the type '\(reference ?? "")' of '\(name)' is not in the file; any type may be given"))
  }

  /// A text that is tested as a number is one, and a date with a time behind it as well: so Camunda takes them.
  private mutating func type(_ type: ValueType, of name: String, _ cells: [String], _ reader: CellReader) -> ValueType {
    func isRead(as type: ValueType) -> Bool {
      cells.allSatisfy { cell in
        do {
          _ = try UnaryParser(type: type, takesBareWords: false, names: reader.names).tests(cell)
          return true
        } catch { if case .type? = error as? CellProblem { return false } else { return true } }
      }
    }
    let others: [ValueType] = type == .text ? [.number, .any] : type == .date ? [.dateTime] : []
    guard !others.isEmpty, !isRead(as: type), let found = others.first(where: isRead) else { return type }
    remarks.append(
      Text(
        nl:
          "'\(table.name)': '\(name)' heet in het bestand \(type.label.nl) en wordt getoetst als \(found.label.nl); zo is "
          + "het gelezen, zoals Camunda doet",
        en:
          "'\(table.name)': '\(name)' is called \(type.label.en) in the file and tested as \(found.label.en); so it was "
          + "read, as Camunda takes it"))
    return found
  }

  private mutating func clause(
    _ name: String, _ type: ValueType, _ allowed: String?, _ reader: CellReader
  ) -> DecisionTable.Clause {
    var clause = DecisionTable.Clause(name: name, type: type)
    guard let allowed, !allowed.withoutWhiteSpace.isEmpty else { return clause }
    if let tests = try? reader.cell(allowed, clause, rule: nil) {
      clause.allowed = tests.isAny ? nil : tests
    } else {
      remarks.append(
        Text(
          nl: "'\(table.name)': de toegestane waarden '\(allowed)' van '\(name)' zijn niet gelezen; alles mag",
          en: "'\(table.name)': the allowed values '\(allowed)' of '\(name)' were not read; anything may be given"))
    }
    return clause
  }

  // MARK: Outputs

  private mutating func addOutputs(
    _ xml: XMLElement, _ variable: XMLElement?, _ cells: [[String?]], _ types: DMNTypes, _ reader: CellReader
  ) throws {
    let elements = xml.elements("output")
    let whole = types.meaning(xml["typeRef"] ?? variable?["typeRef"])
    for output in elements {
      let name = output["name"] ?? variable?["name"] ?? table.name
      var meaning = types.meaning(output["typeRef"])
      note(undefined: output["typeRef"], meaning, name)
      if output["typeRef"] == nil {
        // Of several outputs each is a part of what the decision is; a list has what it lists.
        let own = elements.count > 1 ? whole.parts.first { $0.name == name }?.meaning : whole
        meaning = own ?? DMNTypes.Meaning()
        if meaning.type == .list { meaning.type = .any }
      } else if elements.count > 1, let part = whole.parts.first(where: { $0.name == name })?.meaning {
        meaning.allowed = meaning.allowed ?? part.allowed
      }
      let clause = clause(
        name, meaning.type, output.first("outputValues")?.first("text")?.text ?? meaning.allowed, reader)
      table.outputs.append(clause)
      let fallback = output.first("defaultOutputEntry")?.first("text")?.text.withoutWhiteSpace
      table.defaults.append(
        try fallback.flatMap { $0.isEmpty || $0 == "null" ? nil : try reader.literal($0, clause, rule: nil) })
    }
  }

  /// The outputs of a rule; a number where the file says text is written as one.
  private mutating func texts(_ cells: [String?], _ reader: CellReader) throws -> [String?] {
    guard cells.count == table.outputs.count else { return cells }
    return zip(cells, table.outputs).map { cell, clause in
      guard clause.type == .text, let cell else { return cell }
      var any = clause
      any.type = .any
      guard let literal = try? reader.literal(cell, any, rule: nil), literal.kind != .text, literal != .null else {
        return cell
      }
      remarks.append(
        Text(
          nl:
            "'\(table.name)': de uitkomst \(cell) van '\(clause.name)' is als tekst gelezen, want zo heet zij in het bestand",
          en:
            "'\(table.name)': the outcome \(cell) of '\(clause.name)' was read as text, for so it is called in the file"
        ))
      return Literal.text(literal.plain).feel
    }
  }

  // MARK: What is named besides

  /// Inputs that cells, outputs and definitions name and that have no column; definitions that nobody names go.
  private mutating func addOthers(_ names: DMNNames) {
    var named = table.rules.reduce(into: Set<String>()) { $0.formUnion($1.names) }
    for clause in table.inputs { named.formUnion(clause.formula?.names ?? []) }
    var kept: [DecisionTable.Definition] = []
    for definition in table.definitions.reversed() where named.contains(definition.name) {
      named.remove(definition.name)
      named.formUnion(definition.formula.names)
      kept.insert(definition, at: 0)
    }
    table.definitions = kept
    let columns = Set(table.inputs.filter { $0.formula == nil }.map(\.name))
    for name in named.subtracting(columns).subtracting(kept.map(\.name)).sorted() {
      let meaning = names.meanings[name] ?? DMNTypes.Meaning()
      table.others.append(DecisionTable.Clause(name: name, type: meaning.type))
    }
  }
}
