import WorkbenchKit

/// What a check of a decision table finds: inputs that no rule takes, and rules that fire together and must not.
struct RuleFindings {
  struct Row {
    let isGap: Bool
    /// Counted from 1.
    let rules: [Int]
    /// A value for each input.
    let example: [Literal]
    /// All inputs on which it holds.
    let region: String
  }

  let rows: [Row]
  /// Whether there are more gaps than were looked for.
  let isCut: Bool
  private let table: DecisionTable

  init(_ table: DecisionTable) {
    self.table = table
    let space = TableRegions(table)
    let gaps = Gaps(space)
    isCut = gaps.isCut
    let overlaps = space.inputs.contains { $0.regions.isEmpty } ? [] : space.overlaps
    rows =
      gaps.boxes.map { Row(isGap: true, rules: [], example: space.example($0), region: space.shape($0)) }
      + overlaps.map {
        Row(
          isGap: false, rules: [$0.one + 1, $0.other + 1], example: space.example($0.box), region: space.shape($0.box))
      }
  }

  var gaps: Int { rows.count { $0.isGap } }

  /// An example as it is typed behind `rules run NAME`.
  func typed(_ row: Row) -> String {
    zip(table.inputs, row.example).map { clause, literal in
      let pair = "\(clause.name)=\(literal.plain)"
      return pair.contains { " ,'".contains($0) } ? "\"\(pair)\"" : pair
    }.joined(separator: " ")
  }
}
