import WorkbenchKit

extension DecisionTable {
  /// Says what does not fit together: a rule whose cells are not those of the inputs and outputs, a value that is not allowed, a
  /// policy that the outputs cannot follow.
  ///
  /// - Throws: `rules.shape`, `rules.value`, `rules.policy`, `rules.repeated`.
  public func validate(at place: Place? = nil) throws {
    guard !inputs.isEmpty, !outputs.isEmpty else {
      throw Diagnostic(
        "rules.shape",
        Text(
          nl: "'\(name)' heeft geen \(inputs.isEmpty ? "invoer" : "uitkomst")",
          en: "'\(name)' has no \(inputs.isEmpty ? "input" : "output")"), place: place)
    }
    var seen: Set<String> = []
    for clause in inputs + others + outputs where !seen.insert(clause.name).inserted {
      throw Diagnostic(
        "rules.repeated",
        Text(
          nl: "'\(clause.name)' is meer dan één invoer of uitkomst van '\(name)'",
          en: "'\(clause.name)' is more than one input or output of '\(name)'"), place: place)
    }
    if policy.isAggregate, policy != .count {
      let isNumeric = outputs.indices.allSatisfy { output in
        outputs[output].type.isNumeric
          || outputs[output].type == .any && rules.allSatisfy { $0.then[output].map { $0.number != nil } ?? true }
      }
      guard isNumeric else {
        throw Diagnostic(
          "rules.policy",
          Text(
            nl: "\(policy.rawValue) rekent met getallen, en een uitkomst van '\(name)' is er geen",
            en: "\(policy.rawValue) works with numbers, and an output of '\(name)' is none"), place: place)
      }
    }
    // Outputs without values take no part in the order; one at least must have them.
    if policy.needsOrder, outputs.allSatisfy(\.values.isEmpty), let clause = outputs.first {
      throw Diagnostic(
        "rules.policy",
        Text(
          nl:
            "\(policy.rawValue) heeft de volgorde van de uitkomsten nodig, en '\(clause.name)' noemt zijn waarden niet",
          en: "\(policy.rawValue) needs the order of the outputs, and '\(clause.name)' does not list its values"),
        place: place)
    }
    for (number, rule) in rules.enumerated() { try validate(rule, number: number + 1, at: place) }
  }

  private func validate(_ rule: Rule, number: Int, at place: Place?) throws {
    guard rule.when.count == inputs.count, rule.results.count == outputs.count else {
      throw Diagnostic(
        "rules.shape",
        Text(
          nl: "regel \(number) van '\(name)' heeft \(rule.when.count) cellen voor \(inputs.count) invoeren en "
            + "\(rule.results.count) voor \(outputs.count) uitkomsten",
          en: "rule \(number) of '\(name)' has \(rule.when.count) cells for \(inputs.count) inputs and "
            + "\(rule.results.count) for \(outputs.count) outputs"), place: place)
    }
    for (clause, cell) in zip(inputs, rule.when) {
      for test in cell.tests {
        if case .equals(.literal(let literal)) = test, !admits(literal, clause) {
          throw notAllowed(literal, clause, number, at: place)
        }
      }
    }
    for (clause, literal) in zip(outputs, rule.then) {
      if let literal, !admits(literal, clause) { throw notAllowed(literal, clause, number, at: place) }
    }
  }

  /// A list stands for each of its values, and null for none at all.
  private func admits(_ literal: Literal, _ clause: Clause) -> Bool {
    if literal == .null { return true }
    if case .list(let items) = literal, clause.type != .list { return items.allSatisfy { admits($0, clause) } }
    return clause.admits(literal)
  }

  private func notAllowed(_ literal: Literal, _ clause: Clause, _ number: Int, at place: Place?) -> Diagnostic {
    let allowed = clause.allowed?.feel ?? clause.type.label.en
    return Diagnostic(
      "rules.value",
      Text(
        nl: "regel \(number) van '\(name)': \(literal.feel) mag niet bij '\(clause.name)'",
        en: "rule \(number) of '\(name)': \(literal.feel) is not allowed for '\(clause.name)'"),
      wayOut: Text(nl: "toegestaan: \(clause.allowed?.feel ?? clause.type.label.nl)", en: "allowed: \(allowed)"),
      suggestion: NearestWord.best(literal.plain, among: clause.values.map(\.plain)), place: place)
  }
}
