import WorkbenchKit

/// How many people of a target group there will be, where rates stay as they are: the people of each age carried on times them.
struct ProjectedGroup {
  struct Row {
    let area: Area
    let baseYear: Int
    let now: Double
    /// NaN where people were not carried on.
    let later: Double
  }

  let group: CountedGroup
  let projection: Projection
  let run: GroupRun
  let rows: [Row]
  /// Ages of a rate that cut through a band; within it people are divided evenly.
  let cut: [AgeRange]

  /// - Throws: `project.group` where there is no survival to carry people of each age on.
  init(
    _ group: CountedGroup, _ estimates: GroupEstimates, _ projection: Projection, _ areas: [Area], _ atlas: Atlas,
    at place: Place?, _ context: Context
  ) throws {
    guard case .cohort(let table) = projection.way else {
      throw Diagnostic(
        "project.group",
        Text(
          nl: "een doelgroep is alleen vooruit te rekenen met overleving per leeftijd",
          en: "a target group can be projected only with survival by age"),
        wayOut: Text(
          nl: "'wzw start' laadt landelijke overleving; of lees haar in met 'wzw import … --as survival'",
          en: "'wzw start' loads national survival; or import it with 'wzw import … --as survival'"),
        suggestion: "wzw start", place: place)
    }
    self.group = group
    self.projection = projection
    run = try GroupRun(
      .synthetic, areas: areas, groups: [group.id], atlas: atlas, estimates: estimates, keepsDraws: false,
      context: context)
    let byArea = Dictionary(grouping: projection.rows.filter { table.bands.contains($0.ages) }) { $0.area.code }
    var cut: Set<AgeRange> = []
    rows = try run.rows.map { row in
      let estimate = row.estimate
      let bands = byArea[estimate.area.code] ?? []
      let base = bands.first?.baseYear ?? estimate.area.places.map(\.year).max() ?? 0
      guard estimate.gap == nil, !bands.isEmpty else {
        return Row(area: estimate.area, baseYear: base, now: estimate.estimate, later: .nan)
      }
      // Today's people of each rate times what becomes of the bands of its ages, so that now is what `wzw estimate` says.
      let pieces = try estimates.pieces(group.id, in: estimate.area)
      let later = pieces.reduce(0.0) { sum, piece in
        var (now, then) = (0.0, 0.0)
        for band in bands {
          let part = band.ages.part(in: piece.ages)
          if part == 0 { continue }
          if part < 1 { cut.insert(band.ages) }
          now += band.population * part
          then += band.projected * part
        }
        if now > 0 { return sum + piece.people * piece.rate * then / now }
        // Nobody of these ages is there today; where several rates are of them, each is of as many people.
        return sum + then * piece.rate / Double(pieces.count { $0.ages == piece.ages })
      }
      return Row(area: estimate.area, baseYear: base, now: estimate.estimate, later: later)
    }
    self.cut = cut.sorted { $0.from < $1.from }
  }
}

extension AgeRange {
  /// Which part of these ages lies in others, as if every age had as many people; an open range lies in one that is open and
  /// begins no later, or in nothing.
  func part(in other: AgeRange) -> Double {
    guard let below else { return other.below == nil && other.from <= from ? 1 : 0 }
    let shared = min(below, other.below ?? below) - max(from, other.from)
    return shared > 0 ? Double(shared) / Double(below - from) : 0
  }
}
