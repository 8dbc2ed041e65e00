/// What a table can still say when some inputs are not known, or some rules not decided.
public struct OpenOutcomes: Sendable {
  /// One answer that is possible, with the rules that may give it and values of the inputs on which it holds.
  public struct Possible: Sendable {
    public let answers: [Evaluation.Outcome]
    /// Every rule that fires where it is the answer, or may; counted from 0.
    public fileprivate(set) var fired: [Int]
    /// A value for each input with a column.
    public let example: [Literal]
  }

  public private(set) var possible: [Possible] = []
  /// Rules that fire together and contradict each other for some of the unknown values, counted from 0; as many as answers.
  public private(set) var conflicts: [[Int]] = []
  /// Whether there are more than were looked for.
  public private(set) var isCut = false
  /// Every rule that fires on some of the unknown values, or may; counted from 0.
  public private(set) var mayFire: [Int] = []
  /// Rules that cannot be decided though all that they ask is known; counted from 0.
  public private(set) var undecided: [Int] = []
  private let table: DecisionTable
  /// What each rule says.
  private let said: [[DecisionTable.Said]]
  private let space: TableRegions?
  private var seen: [[Evaluation.Outcome]: Int] = [:]
  private var visited: Set<Visit> = []
  private var steps = 0
  private let limit: Int

  private struct Visit: Hashable {
    let open: [Int]
    let rules: RuleSet
    let sure: RuleSet
  }

  /// After so many steps the search ends: that there may be more is then said.
  private static let patience = 100_000
  /// So many rules that may fire or not are tried in each combination.
  private static let mostTogether = 10

  /// Looks to the end, or until patience is.
  ///
  /// - Parameter known: a value for each input that is asked, nil where it is not known.
  public init(_ table: DecisionTable, known: [Literal?]) { self.init(table, known: known, poll: {}) }

  /// - Parameters:
  ///   - known: a value for each input that is asked, nil where it is not known.
  ///   - limit: after so many answers the search ends.
  ///   - poll: asks whether to go on.
  public init(
    _ table: DecisionTable, known: [Literal?], limit: Int = 200, poll: () throws -> Void
  ) rethrows {
    self.table = table
    self.limit = limit
    let given = KnownInputs(table, known)
    said = table.said(on: given)
    let open = given.inputs.indices.filter { given.inputs[$0] == nil }
    var rules = RuleSet(count: table.rules.count)
    var sure = rules
    for rule in table.rules.indices {
      // What hangs on an unknown input is looked at region by region.
      let verdict = table.verdict(of: rule, on: given, leavesUnknownOut: true)
      if verdict == .yes || verdict == .open { rules.insert(rule) }
      if verdict == .yes { sure.insert(rule) }
      let isUnread = !table.rules[rule].unread.isEmpty
      if isUnread, verdict == .yes || verdict == .open { undecided.append(rule) }
    }
    space = open.isEmpty ? nil : TableRegions(table, given.scope)
    if let space {
      guard open.allSatisfy({ !space.inputs[$0].regions.isEmpty }) else { return }
      for input in open {
        for rule in rules.members where !space.inputs[input].rules.contains(where: { $0.contains(rule) }) {
          rules.remove(rule)
          sure.remove(rule)
        }
      }
    }
    let examples = given.inputs.enumerated().map { input, value in
      value ?? space?.inputs[input].regions.first?.example ?? .null
    }
    // Rules do not stand in each other's way but under F: each that may hold on every input may fire.
    if table.policy != .first { mayFire = rules.members }
    undecided = undecided.filter(rules.contains)
    try look(open, rules, sure, examples, poll)
    // Where the search ended early, any of those that are left may be the first.
    mayFire = isCut ? rules.members : Array(Set(mayFire)).sorted()
  }

  private mutating func look(
    _ open: [Int], _ rules: RuleSet, _ sure: RuleSet, _ values: [Literal], _ poll: () throws -> Void
  ) rethrows {
    guard !isCut, visited.insert(Visit(open: open, rules: rules, sure: sure)).inserted, takeStep() else { return }
    try poll()
    guard let space, let input = space.next(open, rules) else {
      // Where nothing parts the rules any more, those count as sure that are on all that is open.
      let surely = open.reduce(sure) { sure, input in
        space?.inputs[input].sure.reduce(sure) { $0.intersection($1) } ?? sure
      }
      return settle(rules, surely, values)
    }
    for part in space.classes(of: input, among: rules) {
      var inner = values
      if let region = part.regions.first { inner[input] = space.inputs[input].regions[region].example }
      let surely = part.regions.reduce(sure) { $0.intersection(space.inputs[input].sure[$1]) }
      try look(open.filter { $0 != input }, part.rules, surely, inner, poll)
    }
  }

  /// - Returns: whether there is patience for one more.
  private mutating func takeStep() -> Bool {
    steps += 1
    if steps > Self.patience { isCut = true }
    return !isCut
  }

  /// Every set of rules that may be the ones that fire.
  private mutating func settle(_ rules: RuleSet, _ sure: RuleSet, _ values: [Literal]) {
    let all = rules.members
    let doubtful = all.filter { !sure.contains($0) }
    if table.policy == .first {
      // Each may be the first until one is that surely holds.
      for rule in all {
        note([rule], values)
        if sure.contains(rule) || isCut { return }
      }
      return note([], values)
    }
    let tried = doubtful.prefix(Self.mostTogether)
    for choice in 0..<(1 << tried.count) {
      let left = tried.enumerated().filter { choice >> $0.offset & 1 == 1 }.map(\.element)
      if isCut { return }
      note(all.filter { sure.contains($0) || left.contains($0) }, values)
    }
    if doubtful.count > Self.mostTogether { isCut = true }
  }

  private mutating func note(_ hits: [Int], _ values: [Literal]) {
    guard takeStep() else { return }
    mayFire += table.policy == .first ? hits : []
    do {
      let answers = try table.outcome(of: hits, saying: said)
      if let place = seen[answers] {
        for rule in hits where !possible[place].fired.contains(rule) { possible[place].fired.append(rule) }
        possible[place].fired.sort()
      } else if possible.count == limit {
        isCut = true
      } else {
        seen[answers] = possible.count
        possible.append(Possible(answers: answers, fired: hits, example: values))
      }
    } catch {
      if conflicts.count < limit, !conflicts.contains(hits) { conflicts.append(hits) }
    }
  }
}
