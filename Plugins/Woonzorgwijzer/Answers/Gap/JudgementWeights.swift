import WorkbenchKit

/// How far the demand of an area hangs on each judgement: what one grade lower or higher would do to it.
struct JudgementWeights {
  struct Row {
    let group: TargetGroup
    let precondition: Precondition
    /// Nil where a group is not divided over the situations.
    let situation: CareSituation?
    let median: Necessity
    /// The people whom the question is about.
    let people: Double
    /// What the demand becomes less or more by, where the answer is one grade lower or higher; 0 where it stays.
    let lower: Double
    let higher: Double
    /// The demand for the precondition as it is; NaN where there is none.
    let demand: Double

    var most: Double { max(-lower, higher) }
  }

  let demand: AreaDemand
  /// Those that move anything, the heaviest first; with equal weight the order of the knowledge base.
  let rows: [Row]

  init(_ area: Area, _ finder: DemandFinder) throws {
    demand = try finder.find(area)
    var rows: [Row] = []
    for row in demand.rows {
      for member in demand.members {
        let cells = member.care.shares.map { shares in
          finder.situations.map { (situation: Optional($0), share: shares[$0.id] ?? 0) }
        }
        for (situation, share) in cells ?? [(nil, 1)] where share > 0 {
          let judgements = (situation.map { [$0] } ?? finder.situations).map {
            finder.judgements.needs.judgement(
              NeedCell(group: member.group.id, precondition: row.precondition.id, situation: $0.id))
          }
          // A group that is not divided answers where it answers each situation alike.
          let medians = Set(judgements.map(\.median))
          guard medians.count == 1, let median = medians.first ?? nil, let rank = median.rank else { continue }
          let people = member.people.people * share
          let grades = Necessity.grades
          let isNeeded = finder.threshold.isReached(by: median)
          let lower = rank > 0 && isNeeded && !finder.threshold.isReached(by: grades[rank - 1]) ? -people : 0
          let higher =
            rank + 1 < grades.count && !isNeeded && finder.threshold.isReached(by: grades[rank + 1]) ? people : 0
          rows.append(
            Row(
              group: member.group, precondition: row.precondition, situation: situation, median: median,
              people: people, lower: lower, higher: higher, demand: row.amount.demand))
        }
      }
    }
    self.rows = rows.enumerated().filter { $0.element.most > 0 }
      .sorted { ($1.element.most, $0.offset) < ($0.element.most, $1.offset) }.map(\.element)
  }
}
