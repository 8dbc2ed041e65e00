import WorkbenchKit

extension DecisionTable {
  /// Says what does not fit together: a rule whose cells are not those of the inputs and outputs, a value that is not allowed, a
  /// policy that the outputs cannot follow.
  ///
  /// - Throws: `rules.shape`, `rules.value`, `rules.policy`, `rules.repeated`.
  func validate(at place: Place? = nil) throws {
    guard !inputs.isEmpty, !outputs.isEmpty else {
      throw Diagnostic(
        "rules.shape",
        Text(
          nl: "'\(name)' heeft geen \(inputs.isEmpty ? "invoer" : "uitkomst")",
          en: "'\(name)' has no \(inputs.isEmpty ? "input" : "output")"), place: place)
    }
    var seen: Set<String> = []
    for clause in inputs + outputs where !seen.insert(clause.name).inserted {
      throw Diagnostic(
        "rules.repeated",
        Text(
          nl: "'\(clause.name)' is meer dan één invoer of uitkomst van '\(name)'",
          en: "'\(clause.name)' is more than one input or output of '\(name)'"), place: place)
    }
    if policy.isAggregate, policy != .count, !outputs.allSatisfy(\.type.isNumeric) {
      throw Diagnostic(
        "rules.policy",
        Text(
          nl: "\(policy.rawValue) rekent met getallen, en een uitkomst van '\(name)' is er geen",
          en: "\(policy.rawValue) works with numbers, and an output of '\(name)' is none"), place: place)
    }
    if policy.needsOrder, let clause = outputs.first(where: { $0.values.isEmpty }) {
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
    guard rule.when.count == inputs.count, rule.then.count == outputs.count else {
      throw Diagnostic(
        "rules.shape",
        Text(
          nl: "regel \(number) van '\(name)' heeft \(rule.when.count) cellen voor \(inputs.count) invoeren en "
            + "\(rule.then.count) voor \(outputs.count) uitkomsten",
          en: "rule \(number) of '\(name)' has \(rule.when.count) cells for \(inputs.count) inputs and "
            + "\(rule.then.count) for \(outputs.count) outputs"), place: place)
    }
    for (clause, cell) in zip(inputs, rule.when) {
      for test in cell.tests {
        if case .equals(let literal) = test, !clause.admits(literal) {
          throw notAllowed(literal, clause, number, at: place)
        }
      }
    }
    for (clause, literal) in zip(outputs, rule.then) {
      if let literal, !clause.admits(literal) { throw notAllowed(literal, clause, number, at: place) }
    }
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
