import WorkbenchKit

/// Reads the cells of one decision table, and says in which rule and column one is not right.
struct CellReader {
  let table: String
  let place: Place?
  /// Whether a bare word is a text; not in DMN, where it is an expression.
  var takesBareWords = true

  /// - Throws: `rules.policy`.
  func policy(_ word: String) throws -> HitPolicy {
    do { return try HitPolicy(typed: word) } catch let error as Diagnostic { throw error.at(place) }
  }

  /// - Throws: `rules.clause`, `rules.cell`.
  func clause(_ name: String, type word: String, allowed: String?, label: Text? = nil) throws -> DecisionTable.Clause {
    guard !name.isEmpty, let type = ValueType(word: word) else {
      throw Diagnostic(
        "rules.clause",
        Text(
          nl: name.isEmpty
            ? "een invoer of uitkomst heeft geen naam" : "'\(name)' heeft een soort die er niet is: '\(word)'",
          en: name.isEmpty ? "an input or output has no name" : "'\(name)' has a type that is not there: '\(word)'"),
        wayOut: Text(
          nl: "NAAM:SOORT, met als soort text, number, integer of boolean",
          en: "NAME:TYPE, with text, number, integer or boolean as type"),
        suggestion: NearestWord.best(word, among: ["text", "number", "integer", "boolean"]), place: place)
    }
    var clause = DecisionTable.Clause(name: name, type: type, allowed: nil, label: label)
    if let allowed, !allowed.withoutWhiteSpace.isEmpty {
      let tests = try cell(allowed, clause, rule: nil)
      clause.allowed = tests.isAny ? nil : tests
    }
    return clause
  }

  func rule(
    _ number: Int, _ when: [String], _ then: [String?], _ note: Text?,
    _ clauses: (inputs: [DecisionTable.Clause], outputs: [DecisionTable.Clause])
  ) throws -> DecisionTable.Rule {
    guard when.count == clauses.inputs.count, then.count == clauses.outputs.count else {
      throw Diagnostic(
        "rules.shape",
        Text(
          nl: "regel \(number) van '\(table)' heeft \(when.count) cellen voor \(clauses.inputs.count) invoeren en "
            + "\(then.count) voor \(clauses.outputs.count) uitkomsten",
          en: "rule \(number) of '\(table)' has \(when.count) cells for \(clauses.inputs.count) inputs and "
            + "\(then.count) for \(clauses.outputs.count) outputs"), place: place)
    }
    return DecisionTable.Rule(
      when: try zip(when, clauses.inputs).map { try cell($0, $1, rule: number) },
      then: try zip(then, clauses.outputs).map { cell, clause in
        // An output may be left open: FEEL says null.
        guard let cell, !["", "-", "null"].contains(cell.withoutWhiteSpace) else { return nil }
        return try literal(cell, clause, rule: number)
      }, note: note.flatMap { $0.nl.isEmpty ? nil : $0 })
  }

  /// - Throws: `rules.cell`.
  func cell(_ text: String, _ clause: DecisionTable.Clause, rule: Int?) throws -> UnaryTests {
    do { return try UnaryParser(type: clause.type, takesBareWords: takesBareWords).tests(text) } catch {
      throw problem(error, clause, rule)
    }
  }

  func literal(_ text: String, _ clause: DecisionTable.Clause, rule: Int?) throws -> Literal {
    do { return try UnaryParser(type: clause.type, takesBareWords: takesBareWords).literal(text) } catch {
      throw problem(error, clause, rule)
    }
  }

  private func problem(_ problem: UnaryParser.Problem, _ clause: DecisionTable.Clause, _ rule: Int?) -> Diagnostic {
    let place =
      rule.map { Text(nl: "regel \($0) van '\(table)'", en: "rule \($0) of '\(table)'") } ?? .verbatim("'\(table)'")
    let said: Text
    switch problem {
    case .expression(let text):
      said = Text(
        nl: "'\(text)' bij '\(clause.name)' is geen toets of waarde",
        en: "'\(text)' for '\(clause.name)' is no test and no value")
    case .type(let text):
      said = Text(
        nl: "'\(text)' past niet bij '\(clause.name)', dat is \(clause.type.label.nl)",
        en: "'\(text)' does not fit '\(clause.name)', which is \(clause.type.label.en)")
    case .empty(let text):
      said = Text(
        nl: "in '\(text)' bij '\(clause.name)' past geen getal", en: "no number fits '\(text)' for '\(clause.name)'")
    }
    return Diagnostic(
      "rules.cell", place + .verbatim(": ") + said,
      wayOut: Text(
        nl: "zoals: -, 5, < 18, [18..65), \"hoog\", not(\"laag\"), 1, 2, 3",
        en: "such as: -, 5, < 18, [18..65), \"high\", not(\"low\"), 1, 2, 3"),
      suggestion: {
        if case .type(let text) = problem { NearestWord.best(text, among: clause.values.map(\.plain)) } else { nil }
      }(),
      place: self.place)
  }
}
