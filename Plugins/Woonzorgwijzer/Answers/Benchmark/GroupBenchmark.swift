import WorkbenchKit

/// An area beside what it is compared with, by a target group: its estimate, and what the share elsewhere would come to.
struct GroupBenchmark {
  let area: Area
  let group: CountedGroup
  let comparators: Comparators
  let run: GroupRun
  /// The share of the people of the group's ages where it is compared with, all of them together; NaN where there is none.
  let share: Double

  /// - Parameter words: what to compare with; none is its municipality.
  /// - Throws: what `Comparators` throws.
  init(
    _ area: Area, with words: [(word: String, place: Place?)], at place: Place?, _ group: CountedGroup,
    _ estimates: GroupEstimates, _ atlas: Atlas, _ context: Context
  ) throws {
    self.area = area
    self.group = group
    comparators = try Comparators(words, at: place, for: area, atlas, try context.codebook) { areas in
      try areas.map { try estimates.undrawn(group.id, in: $0).gap == nil }
    }
    let others = comparators.areas.filter { $0.code != area.code }
    run = try GroupRun(
      .synthetic, areas: [area] + others, groups: [group.id], atlas: atlas, estimates: estimates, keepsDraws: false,
      context: context)
    let reference = Set(comparators.reference.map(\.code))
    let yardstick = run.rows.map(\.estimate).filter { reference.contains($0.area.code) }
    let people = yardstick.reduce(0) { $0 + $1.people }
    share = people > 0 ? yardstick.reduce(0) { $0 + $1.estimate } / people : .nan
  }

  var own: GroupEstimates.Estimate? { run.rows.first?.estimate }

  /// How many there would be of an area with the share elsewhere.
  func expected(_ estimate: GroupEstimates.Estimate) -> Double { share * estimate.people }
}
