import WorkbenchKit

/// Life domains in which less was thought necessary than in the period before while more was reached: easier goals, perhaps.
struct GamingRisk {
  struct Move: Sendable, Hashable {
    let domain: String
    let from: String
    let to: String
  }

  let moves: [Move]

  /// - Parameter half: whether a goal that was reached in part counts for half.
  init(_ views: GoalViews, half: Bool) {
    let rows = views[.period]
    let kinds =
      half ? [GoalViews.reached, GoalViews.partly, GoalViews.unknown] : [GoalViews.reached, GoalViews.unknown]
    var found: [Move] = []
    let open = rows.shown.filter { rows.shows(kinds, in: $0) }
    let threshold = max(1, views.threshold)
    for domain in Set(open.map { rows.keys[$0][1] }).sorted() {
      // By the order of their names: 2026-1 comes before 2026-2.
      let steps = open.filter { rows.keys[$0][1] == domain }.compactMap { row -> (String, Double, Double)? in
        let needed = views.records.filter { $0.key.period == rows.keys[row][0] && $0.key.domain == domain }
          .compactMap(\.needed)
        let share = GoalShare(rows.counts[row], half: half).share
        guard needed.count >= threshold, !share.isNaN else { return nil }
        return (rows.keys[row][0], Double(needed.reduce(0, +)) / Double(needed.count), share)
      }
      for (before, after) in zip(steps, steps.dropFirst()) where after.1 < before.1 && after.2 > before.2 {
        found.append(Move(domain: domain, from: before.0, to: after.0))
      }
    }
    moves = found
  }

  /// What is said of them; nil where there is none.
  func caution(_ labels: [String: Text]) -> Block? {
    guard !moves.isEmpty else { return nil }
    let listed = Text.joined(
      moves.map { (labels[$0.domain] ?? .verbatim($0.domain)) + .verbatim(" (\($0.from) → \($0.to))") })
    return .caution(
      nl: "er werd minder nodig geacht en meer gehaald: \(listed.nl); kijk of de doelen makkelijker zijn geworden",
      en: "less was thought necessary and more was reached: \(listed.en); see whether the goals became easier")
  }
}
