import Methods
import WorkbenchKit

/// What a decision table says of given inputs.
public enum Evaluation {
  /// One output: nothing, one value, or a list.
  public enum Outcome: Sendable, Hashable {
    case none
    case one(Literal)
    case list([Literal?])
    /// What is said cannot be worked out: the text of it.
    case open(String)

    public var value: Value {
      switch self {
      case .none, .open: .missing
      case .one(let literal): literal.value
      case .list(let literals): .list(literals.map { $0?.value ?? .missing })
      }
    }

    /// As it is shown in a cell.
    public var shown: Value {
      switch self {
      case .none: .missing
      case .open(let text): .text(text)
      case .one(let literal): literal.value
      case .list(let literals): .text(literals.map { $0?.plain ?? "" }.joined(separator: ", "))
      }
    }

    public var isOpen: Bool { if case .open = self { true } else { false } }
  }

  /// What keeps rules that fired together from one answer.
  public enum Conflict: Error, Hashable {
    /// Several rules of a table in which one may fire; counted from 0.
    case several([Int])
    /// Rules that fired say different things.
    case disagree([Int])
  }
}

/// The values that are known where a table is asked, those that are worked out among them.
struct KnownInputs: Sendable {
  /// For each input; nil where it is not known.
  let inputs: [Literal?]
  private let values: [String: Literal]

  var scope: Scope { Scope(values) }

  /// - Parameter known: for each of `asked`, nil where it is not known.
  init(_ table: DecisionTable, _ known: [Literal?]) {
    var scope = Scope([:])
    for (clause, literal) in zip(table.asked, known) { scope.values[clause.name] = literal }
    for definition in table.definitions {
      scope.values[definition.name] = try? definition.formula.expression.value(in: scope)
    }
    for clause in table.inputs {
      if let formula = clause.formula { scope.values[clause.name] = try? formula.expression.value(in: scope) }
    }
    inputs = table.inputs.map { scope.values[$0.name] }
    values = scope.values
  }
}

extension DecisionTable {
  /// The rules that surely fire on these values, one for each that is asked; under F the first only, for there it ends.
  public func fired(_ values: [Literal]) -> [Int] {
    let given = KnownInputs(self, values)
    let hits = rules.indices.filter { verdict(of: $0, on: given) == .yes }
    return policy == .first ? Array(hits.prefix(1)) : hits
  }

  /// Whether a rule fires: open where that hangs on what is not known or not read.
  ///
  /// - Parameter leavesUnknownOut: whether cells under an input that is not known have no say.
  func verdict(of rule: Int, on given: KnownInputs, leavesUnknownOut: Bool = false) -> Verdict {
    var said = Verdict.yes
    for (cell, value) in zip(rules[rule].when, given.inputs) {
      if let value {
        said = said.and(cell.verdict(on: value, given.scope))
      } else if !leavesUnknownOut {
        said = said.and(cell.verdictOnUnknown)
      }
      if said == .no { return .no }
    }
    return said
  }

  /// What each rule says of each output.
  func said(on given: KnownInputs) -> [[Said]] {
    let scope = given.scope
    return rules.map { rule in rule.results.map { Said($0, scope) } }
  }

  /// Returns what the table says where these rules fire and no others.
  ///
  /// - Parameter all: what each rule of the table says.
  /// - Throws: `Evaluation.Conflict`.
  func outcome(of hits: [Int], saying all: [[Said]]) throws(Evaluation.Conflict) -> [Evaluation.Outcome] {
    let said = hits.map { all[$0] }
    let isOpen = said.joined().contains { if case .open = $0 { true } else { false } }
    let chosen: [Said]?
    switch policy {
    case .unique:
      guard hits.count < 2 else { throw .several(hits) }
      chosen = said.first
    case .any:
      // Two that cannot be worked out say the same where they are written the same.
      guard Set(said).count < 2 else {
        if isOpen { return open(said) }
        throw .disagree(hits)
      }
      chosen = said.first
    case .first: chosen = said.first
    case .priority:
      if isOpen, said.count > 1 { return open(said) }
      chosen = ordered(said).first
    case .ruleOrder, .collect: return list(said)
    case .outputOrder: return isOpen && said.count > 1 ? open(said) : list(ordered(said))
    case .sum, .minimum, .maximum, .count:
      if isOpen, policy != .count { return open(said) }
      return outputs.indices.map { aggregate($0, said) }
    }
    return outputs.indices.map { output in
      switch chosen?[output] {
      case .open(let text): .open(text)
      case .literal(let literal): literal.map(Evaluation.Outcome.one) ?? .none
      case nil: fallback(output).map(Evaluation.Outcome.one) ?? .none
      }
    }
  }

  /// What one rule says of one output.
  enum Said: Sendable, Hashable {
    case literal(Literal?)
    case open(String)

    init(_ result: Result?, _ scope: Scope) {
      switch result {
      case nil: self = .literal(nil)
      case .value(let literal): self = .literal(literal == .null ? nil : literal)
      case .unread(let unread): self = .open(unread.text)
      case .formula(let formula):
        do {
          let literal = try formula.expression.value(in: scope)
          self = .literal(literal == .null ? nil : literal)
        } catch { self = .open(formula.text) }
      }
    }

    var literal: Literal? { if case .literal(let literal) = self { literal } else { nil } }
    var text: String { if case .open(let text) = self { text } else { literal?.feel ?? "null" } }
  }

  private func open(_ said: [[Said]]) -> [Evaluation.Outcome] {
    outputs.indices.map { output in
      .open(said.map { $0[output].text }.joined(separator: ", "))
    }
  }

  private func list(_ said: [[Said]]) -> [Evaluation.Outcome] {
    outputs.indices.map { output in
      if said.isEmpty, let literal = fallback(output) { return .list([literal]) }
      if said.contains(where: { if case .open = $0[output] { true } else { false } }) { return open(said)[output] }
      return .list(said.map { $0[output].literal })
    }
  }

  private func aggregate(_ output: Int, _ said: [[Said]]) -> Evaluation.Outcome {
    if policy == .count {
      if said.isEmpty, let literal = fallback(output) { return .one(literal) }
      return .one(.number(Double(said.count)))
    }
    let numbers = said.compactMap { $0[output].literal?.number }
    guard let low = numbers.min(), let high = numbers.max() else {
      return fallback(output).map(Evaluation.Outcome.one) ?? .none
    }
    switch policy {
    case .minimum: return .one(.number(low))
    case .maximum: return .one(.number(high))
    default: return .one(.number(CompensatedSum(numbers).value))
    }
  }

  /// By the order of the outputs' allowed values, the first output first, those without values not; equal ones in the order of
  /// the rules.
  private func ordered(_ said: [[Said]]) -> [[Said]] {
    let places = said.map { rule in
      zip(outputs, rule).filter { !$0.0.values.isEmpty }.map { clause, said in
        said.literal.flatMap { clause.values.firstIndex(of: $0) } ?? clause.values.count
      }
    }
    return said.indices.sorted { one, other in
      places[one] == places[other] ? one < other : places[one].lexicographicallyPrecedes(places[other])
    }.map { said[$0] }
  }
}
