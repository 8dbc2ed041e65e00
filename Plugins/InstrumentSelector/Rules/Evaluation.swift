import WorkbenchKit

/// What a decision table says of given inputs.
struct Evaluation: Sendable, Hashable {
  /// One output: nothing, one value, or a list.
  enum Outcome: Sendable, Hashable {
    case none
    case one(Literal)
    case list([Literal?])

    var value: Value {
      switch self {
      case .none: .missing
      case .one(let literal): literal.value
      case .list(let literals): .list(literals.map { $0?.value ?? .missing })
      }
    }
  }

  /// What keeps rules that fired together from one answer.
  enum Conflict: Error, Hashable {
    /// Several rules of a table in which one may fire; counted from 0.
    case several([Int])
    /// Rules that fired say different things.
    case disagree([Int])
  }

  let answers: [Outcome]
  /// The rules that fired, counted from 0.
  let fired: [Int]
}

extension DecisionTable {
  /// The rules that fire on these values, one for each input; under F the first only, for there it ends.
  func fired(_ values: [Literal]) -> [Int] {
    let hits = rules.indices.filter { rule in zip(rules[rule].when, values).allSatisfy { $0.holds($1) } }
    return policy == .first ? Array(hits.prefix(1)) : hits
  }

  /// Returns what the table says where these rules fire and no others.
  ///
  /// - Throws: `Evaluation.Conflict`.
  func outcome(of hits: [Int]) throws(Evaluation.Conflict) -> [Evaluation.Outcome] {
    let chosen: [Int]
    switch policy {
    case .unique:
      guard hits.count < 2 else { throw .several(hits) }
      chosen = hits
    case .any:
      guard Set(hits.map { rules[$0].then }).count < 2 else { throw .disagree(hits) }
      chosen = Array(hits.prefix(1))
    case .first: chosen = Array(hits.prefix(1))
    case .priority: chosen = Array(ordered(hits).prefix(1))
    case .ruleOrder, .collect: return list(hits)
    case .outputOrder: return list(ordered(hits))
    case .sum, .minimum, .maximum, .count: return outputs.indices.map { aggregate($0, hits) }
    }
    return outputs.indices.map { output in
      let literal = chosen.first.map { rules[$0].then[output] } ?? fallback(output)
      return literal.map(Evaluation.Outcome.one) ?? .none
    }
  }

  private func list(_ hits: [Int]) -> [Evaluation.Outcome] {
    outputs.indices.map { output in
      if hits.isEmpty, let literal = fallback(output) { return .list([literal]) }
      return .list(hits.map { rules[$0].then[output] })
    }
  }

  private func aggregate(_ output: Int, _ hits: [Int]) -> Evaluation.Outcome {
    if policy == .count { return .one(.number(Double(hits.count))) }
    let numbers = hits.compactMap { rules[$0].then[output]?.number }
    if numbers.isEmpty { return fallback(output).map(Evaluation.Outcome.one) ?? .none }
    switch policy {
    case .minimum: return .one(.number(numbers.min() ?? 0))
    case .maximum: return .one(.number(numbers.max() ?? 0))
    default: return .one(.number(numbers.reduce(0, +)))
    }
  }

  /// By the order of the outputs' allowed values, the first output first; equal ones in the order of the rules.
  private func ordered(_ hits: [Int]) -> [Int] {
    func places(_ rule: Int) -> [Int] {
      zip(outputs, rules[rule].then).map { clause, literal in
        literal.flatMap { clause.values.firstIndex(of: $0) } ?? clause.values.count
      }
    }
    return hits.sorted { one, other in
      let (left, right) = (places(one), places(other))
      return left == right ? one < other : left.lexicographicallyPrecedes(right)
    }
  }
}
