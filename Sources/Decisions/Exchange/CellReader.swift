import WorkbenchKit

/// Reads the cells of one decision table, and says in which rule and column one is not right.
public struct CellReader {
  let table: String
  let place: Place?
  /// Whether a bare word is a text; not in DMN, where it is a name.
  var takesBareWords: Bool
  /// Names that cells may compare with: inputs and definitions.
  public var names = KnownNames.none

  public init(table: String, place: Place?, takesBareWords: Bool = true) {
    self.table = table
    self.place = place
    self.takesBareWords = takesBareWords
  }

  /// - Throws: `rules.policy`.
  public func policy(_ word: String) throws -> HitPolicy {
    do { return try HitPolicy(typed: word) } catch let error as Diagnostic { throw error.at(place) }
  }

  /// - Throws: `rules.clause`, `rules.cell`.
  public func clause(
    _ name: String, type word: String, allowed: String?, label: Text? = nil
  ) throws -> DecisionTable.Clause {
    guard !name.isEmpty, let type = ValueType(word: word) else {
      throw Diagnostic(
        "rules.clause",
        Text(
          nl: name.isEmpty
            ? "een invoer of uitkomst heeft geen naam" : "'\(name)' heeft een soort die er niet is: '\(word)'",
          en: name.isEmpty ? "an input or output has no name" : "'\(name)' has a type that is not there: '\(word)'"),
        wayOut: Text(
          nl: "NAAM:SOORT, met als soort een van: \(ValueType.words.joined(separator: ", "))",
          en: "NAME:TYPE, with a type out of: \(ValueType.words.joined(separator: ", "))"),
        suggestion: NearestWord.best(word, among: ValueType.words),
        place: place)
    }
    var clause = DecisionTable.Clause(name: name, type: type, allowed: nil, label: label)
    if let allowed, !allowed.withoutWhiteSpace.isEmpty {
      let tests = try cell(allowed, clause, rule: nil)
      clause.allowed = tests.isAny ? nil : tests
    }
    return clause
  }

  /// - Parameter unread: the inputs and outputs whose cell may be FEEL that is not read: it stays as it stands, and the rule
  ///   cannot be decided. Elsewhere that is an error.
  /// - Throws: `rules.shape`, `rules.cell`.
  public func rule(
    _ number: Int, _ when: [String], _ then: [String?], _ note: Text?,
    _ clauses: (inputs: [DecisionTable.Clause], outputs: [DecisionTable.Clause]), unread: Set<String> = []
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
    // What was not read once is not to be taken for a bare word now.
    var strict = self
    strict.takesBareWords = false
    func guarded<Cell>(
      _ clause: DecisionTable.Clause, _ read: (CellReader) throws(CellProblem) -> Cell, else kept: (CellProblem) -> Cell
    ) throws -> Cell {
      guard unread.contains(clause.name) else {
        do { return try read(self) } catch { throw problem(error, clause, number) }
      }
      do { return try read(strict) } catch { return kept(error) }
    }
    return DecisionTable.Rule(
      when: try zip(when, clauses.inputs).map { text, clause in
        try guarded(clause, { reader throws(CellProblem) in try reader.parser(clause).tests(text) }) {
          UnaryTests(unread: text.withoutWhiteSpace, $0)
        }
      },
      results: try zip(then, clauses.outputs).map { text, clause in
        // An output may be left open: FEEL says null.
        guard let text, !["", "-", "null"].contains(text.withoutWhiteSpace) else { return nil }
        return try guarded(clause, { reader throws(CellProblem) in try reader.result(text, clause) }) {
          .unread(UnaryTests.Unread(text: text.withoutWhiteSpace, problem: $0))
        }
      }, note: note.flatMap { $0.nl.isEmpty ? nil : $0 })
  }

  private func parser(_ clause: DecisionTable.Clause) -> UnaryParser {
    UnaryParser(type: clause.type, takesBareWords: takesBareWords, names: names)
  }

  private func result(_ text: String, _ clause: DecisionTable.Clause) throws(CellProblem) -> DecisionTable.Result {
    switch try parser(clause).result(text) {
    case .literal(let literal): .value(literal)
    case .formula(let formula): .formula(formula)
    }
  }

  /// - Throws: `rules.cell`.
  public func cell(_ text: String, _ clause: DecisionTable.Clause, rule: Int?) throws -> UnaryTests {
    do { return try parser(clause).tests(text) } catch { throw problem(error, clause, rule) }
  }

  /// What a rule gives an output.
  ///
  /// - Throws: `rules.cell`.
  public func outcome(_ text: String, _ clause: DecisionTable.Clause, rule: Int?) throws -> DecisionTable.Result {
    do { return try result(text, clause) } catch { throw problem(error as CellProblem, clause, rule) }
  }

  public func literal(_ text: String, _ clause: DecisionTable.Clause, rule: Int?) throws -> Literal {
    do { return try parser(clause).literal(text) } catch { throw problem(error, clause, rule) }
  }

  /// An expression that stands by itself.
  ///
  /// - Throws: `rules.cell`.
  public func formula(_ text: String, of name: String) throws -> Formula {
    do { return try ExpressionParser.formula(text, names: names) } catch {
      throw problem(error, DecisionTable.Clause(name: name, type: .any), nil)
    }
  }

  private func problem(_ problem: CellProblem, _ clause: DecisionTable.Clause, _ rule: Int?) -> Diagnostic {
    let place =
      rule.map { Text(nl: "regel \($0) van '\(table)'", en: "rule \($0) of '\(table)'") } ?? .verbatim("'\(table)'")
    let known = names.all.sorted()
    let suggestion: String? =
      switch problem {
      case .type(let text): NearestWord.best(text, among: clause.values.map(\.plain))
      case .name(_, let name): NearestWord.best(name, among: known)
      case .expression, .empty: nil
      }
    return Diagnostic(
      "rules.cell", place + .verbatim(": ") + problem.said(of: clause),
      wayOut: Text(
        nl: "zoals: -, 5, < 18, [18..65), \"hoog\", not(\"laag\"), 1, 2, 3",
        en: "such as: -, 5, < 18, [18..65), \"high\", not(\"low\"), 1, 2, 3"),
      suggestion: suggestion, place: self.place)
  }
}

extension CellProblem {
  /// What is wrong, of a cell under this input or output.
  public func said(of clause: DecisionTable.Clause) -> Text {
    switch self {
    case .expression(let text):
      Text(
        nl: "'\(text)' bij '\(clause.name)' is geen toets of waarde die hier gelezen wordt",
        en: "'\(text)' for '\(clause.name)' is no test and no value that is read here")
    case .name(let text, let name):
      Text(
        nl: "'\(text)' bij '\(clause.name)' noemt '\(name)', en dat is geen invoer van deze tabel",
        en: "'\(text)' for '\(clause.name)' names '\(name)', which is no input of this table")
    case .type(let text):
      Text(
        nl: "'\(text)' past niet bij '\(clause.name)', dat is \(clause.type.label.nl)",
        en: "'\(text)' does not fit '\(clause.name)', which is \(clause.type.label.en)")
    case .empty(let text):
      Text(
        nl: "in '\(text)' bij '\(clause.name)' past geen waarde", en: "no value fits '\(text)' for '\(clause.name)'")
    }
  }
}

extension DecisionTable {
  /// The inputs and outputs whose cell in a rule is not read.
  public func unread(_ rule: Rule) -> [String] {
    zip(inputs, rule.when).filter { $0.1.unread != nil }.map(\.0.name)
      + zip(outputs, rule.results).filter { if case .unread? = $0.1 { true } else { false } }.map(\.0.name)
  }

  /// Why a rule cannot be decided: a sentence for each cell that is not read.
  public func reasons(_ rule: Int) -> [Text] {
    let cells = zip(inputs, rules[rule].when).compactMap { clause, cell in cell.unread?.problem.said(of: clause) }
    let results = zip(outputs, rules[rule].results).compactMap { clause, result in
      if case .unread(let unread)? = result { unread.problem.said(of: clause) } else { nil as Text? }
    }
    return cells + results
  }
}
