/// What a table can still say when some inputs are not known.
struct OpenOutcomes: Sendable {
  /// One answer that is possible, with rules that give it and values of the inputs on which it holds.
  struct Possible: Sendable {
    let answers: [Evaluation.Outcome]
    let fired: [Int]
    let example: [Literal]
  }

  private(set) var possible: [Possible] = []
  /// Rules that fire together and contradict each other for some of the unknown values, counted from 0.
  private(set) var conflicts: [[Int]] = []
  /// Whether there are more than were looked for.
  private(set) var isCut = false
  private let space: TableRegions
  private var seen: Set<[Evaluation.Outcome]> = []
  private var visited: Set<Visit> = []
  private let limit: Int

  private struct Visit: Hashable {
    let open: [Int]
    let rules: RuleSet
  }

  /// - Parameters:
  ///   - known: a value for each input, nil where it is not known.
  ///   - limit: after so many answers the search ends.
  init(_ table: DecisionTable, known: [Literal?], limit: Int = 200) {
    space = TableRegions(table)
    self.limit = limit
    var rules = RuleSet(count: table.rules.count)
    for rule in table.rules.indices
    where zip(table.rules[rule].when, known).allSatisfy({ cell, value in value.map(cell.holds) ?? true }) {
      rules.insert(rule)
    }
    let open = known.indices.filter { known[$0] == nil }
    guard open.allSatisfy({ !space.inputs[$0].regions.isEmpty }) else { return }
    look(open, rules, known.enumerated().map { $1 ?? space.inputs[$0].regions.first?.example ?? .boolean(false) })
  }

  private mutating func look(_ open: [Int], _ rules: RuleSet, _ values: [Literal]) {
    guard !isCut, visited.insert(Visit(open: open, rules: rules)).inserted else { return }
    guard let input = space.next(open, rules) else { return settle(rules.members, values) }
    for part in space.classes(of: input, among: rules) {
      var inner = values
      if let region = part.regions.first { inner[input] = space.inputs[input].regions[region].example }
      look(open.filter { $0 != input }, part.rules, inner)
    }
  }

  private mutating func settle(_ hits: [Int], _ values: [Literal]) {
    do {
      let answers = try space.table.outcome(of: hits)
      guard seen.insert(answers).inserted else { return }
      if possible.count == limit {
        isCut = true
      } else {
        possible.append(
          Possible(
            answers: answers, fired: space.table.policy == .first ? Array(hits.prefix(1)) : hits, example: values))
      }
    } catch {
      if !conflicts.contains(hits) { conflicts.append(hits) }
    }
  }
}
