import WorkbenchKit

/// What a check of a decision table finds: inputs that no rule takes, and rules that fire together and must not.
public struct RuleFindings: Sendable {
  public struct Row: Sendable {
    public let isGap: Bool
    /// Whether it is so; else it may be, by what rules compare or work out, or by FEEL that is not read.
    public let isSure: Bool
    /// Counted from 1.
    public let rules: [Int]
    /// A value for each input with a column.
    public let example: [Literal]
    /// All inputs on which it holds.
    public let region: String
  }

  public let rows: [Row]
  /// Whether there are more gaps than were looked for.
  public let isCut: Bool
  /// The rules of which it is not checked where they hold: they compare inputs with each other or work something out. Counted
  /// from 1.
  public let undecided: [Int]
  /// Whether an input is worked out of others, so that not every value of it goes together with every value of these.
  public let isWorkedOut: Bool
  private let table: DecisionTable

  /// Looks to the end.
  public init(_ table: DecisionTable) { self.init(table, poll: {}) }

  /// - Parameter poll: asks whether to go on.
  public init(_ table: DecisionTable, poll: () throws -> Void) rethrows {
    self.table = table
    let scope = KnownInputs(table, table.asked.map { _ in nil }).scope
    let space = TableRegions(table, scope)
    // Inputs that are worked out of others do not go together with every value of these.
    let isFree = table.inputs.allSatisfy { $0.formula == nil || scope.values[$0.name] != nil }
    isWorkedOut = !isFree
    let gaps = try Gaps(space, poll: poll)
    let overlaps = try space.overlaps(poll)
    func row(_ box: TableRegions.Box, isSure: Bool) -> Row {
      Row(isGap: true, isSure: isSure && isFree, rules: [], example: space.example(box), region: space.shape(box))
    }
    func row(_ overlap: Overlap, isSure: Bool) -> Row {
      Row(
        isGap: false, isSure: isSure && isFree, rules: [overlap.one + 1, overlap.other + 1],
        example: space.example(overlap.box),
        region: space.shape(overlap.box))
    }
    let sureGaps = gaps.boxes.map { row($0, isSure: true) }
    guard !space.isDecided else {
      rows = sureGaps + overlaps.map { row($0, isSure: true) }
      isCut = gaps.isCut
      undecided = []
      return
    }
    // What no rule may take is a gap; what no rule surely takes may be one. With overlaps it is the other way round.
    let surely = space.surely
    let perhaps = try Gaps(surely, poll: poll)
    let known = Set(try surely.overlaps(poll).map { [$0.one, $0.other] })
    let besides = try perhaps.boxes.filter { box in
      try poll()
      return !gaps.boxes.contains(where: box.isWithin)
    }
    rows =
      sureGaps + besides.map { row($0, isSure: false) }
      + overlaps.map { row($0, isSure: known.contains([$0.one, $0.other]) && table.saysSame($0) != nil) }
    isCut = gaps.isCut || perhaps.isCut
    undecided = table.rules.indices.filter { rule in
      space.inputs.contains { input in zip(input.rules, input.sure).contains { $0.contains(rule) != $1.contains(rule) }
      }
    }.map { $0 + 1 }
  }

  public var gaps: Int { rows.count { $0.isGap && $0.isSure } }
  public var overlaps: Int { rows.count { !$0.isGap && $0.isSure } }
  /// How many gaps and overlaps there may be besides.
  public var doubtful: Int { rows.count { !$0.isSure } }

  /// An example as it is typed behind `rules run NAME`.
  public func typed(_ row: Row) -> String {
    zip(table.inputs, row.example).filter { $0.0.formula == nil }.map { clause, literal in
      let pair = "\(clause.name)=\(literal.plain)"
      return pair.contains { " ,'".contains($0) } ? "\"\(pair)\"" : pair
    }.joined(separator: " ")
  }
}

extension DecisionTable {
  /// Whether two rules say the same; nil where that is not known, for it is worked out.
  fileprivate func saysSame(_ overlap: Overlap) -> Bool? {
    let (one, other) = (rules[overlap.one], rules[overlap.other])
    if policy == .unique { return false }
    let results = one.results + other.results
    guard results.allSatisfy({ $0 == nil || $0?.literal != nil }) else { return nil }
    return one.then == other.then
  }
}
