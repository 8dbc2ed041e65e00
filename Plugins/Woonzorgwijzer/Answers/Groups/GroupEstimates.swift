import Methods
import WorkbenchKit

/// How many people of a target group live in an area, with an interval; for every command that needs it.
struct GroupEstimates {
  /// One area and group.
  struct Estimate {
    let area: Area
    let group: String
    /// The people of the ages that the rates cover; NaN where they are not known.
    var people: Double
    /// NaN where there is none; then `gap` says why.
    var estimate: Double
    /// The range of 95 percent, and the error of each end where it was drawn; NaN where it was not.
    var low: Double
    var high: Double
    var lowError = Double.nan
    var highError = Double.nan
    /// Whether the estimate lay outside what was drawn, because rates lie at an end of their published range.
    var isWidened = false
    var evidence: Evidence
    var ways: PeopleByAge.Ways
    var gap: PeopleByAge.Gap?
    /// Whether a national starting value went in, and whether a percentage of the area's own did.
    var usesStart = false
    var usesPercentage = false

    /// The share of those people.
    var rate: Double { people > 0 ? estimate / people : .nan }

    /// Takes a range that was drawn; it is widened up to the estimate where that lies outside.
    mutating func take(_ interval: DrawnInterval) {
      isWidened = estimate < interval.low - interval.lowError || estimate > interval.high + interval.highError
      (low, high) = (min(interval.low, estimate), max(interval.high, estimate))
      (lowError, highError) = (interval.lowError, interval.highError)
    }
  }

  static let usualDraws = 1000

  let rates: RateTable
  let people: PeopleByAge
  /// The percentages that go before starting values.
  let percentages: OwnPercentages
  private let atlas: Atlas
  let draws: Int
  let seed: UInt64
  private var drawn: [String: SyntheticMethod.Rates] = [:]

  /// - Throws: `rates.none` where no rates are loaded.
  init(
    _ workspace: WorkspaceHandle, _ atlas: Atlas, _ codebook: Codebook, seed: UInt64, draws: Int = usualDraws,
    splits: AgeSplits = .none
  ) throws {
    guard let rates = try RateTable.load(workspace) else { throw RateTable.missing(nil, known: []) }
    self.rates = rates
    people = try PeopleByAge(atlas, codebook, workspace, splits: splits)
    percentages = try OwnPercentages(workspace, atlas.changes)
    self.atlas = atlas
    self.draws = draws
    self.seed = seed
  }

  /// The groups that have rates.
  var groups: [String] { rates.groups }

  /// Returns the estimate of a group in an area without a range, for a method that has one of its own.
  ///
  /// - Throws: `rates.group` where the group has no rates.
  func undrawn(_ group: String, in area: Area) throws -> Estimate {
    guard let cells = rates.cells[group] else { throw RateTable.missing(group, known: rates.groups) }
    return self.cells(group, cells, area).0
  }

  /// What an estimate is made of: the people of some ages, and which share of them belongs to the group; none where there is a gap.
  ///
  /// - Throws: `rates.group` where the group has no rates.
  func pieces(_ group: String, in area: Area) throws -> [(ages: AgeRange, people: Double, rate: Double)] {
    guard let cells = rates.cells[group] else { throw RateTable.missing(group, known: rates.groups) }
    return self.cells(group, cells, area).1.enumerated().map { index, piece in
      (cells[index % cells.count].ages, piece.people, piece.rate)
    }
  }

  /// Returns the estimate of a group in an area.
  ///
  /// - Throws: `rates.group` where the group has no rates.
  mutating func estimate(_ group: String, in area: Area) throws -> Estimate {
    try drawnEstimate(group, in: area).estimate
  }

  /// The same with its draws, none where there is no estimate.
  private mutating func drawnEstimate(_ group: String, in area: Area) throws -> Drawn {
    drawing(try draft(group, in: area))
  }

  /// An estimate with its draws; none where there is no estimate.
  typealias Drawn = (estimate: Estimate, draws: [Float])

  /// The estimates of all these groups in each of the areas, area by area, each with its draws.
  ///
  /// - Parameter areas: not more than a person waits for.
  /// - Throws: `rates.group` where a group has no rates.
  mutating func drawnEstimates(_ groups: [String], in areas: some Sequence<Area>) throws -> [[Drawn]] {
    let drafts = try areas.map { area in try groups.map { try draft($0, in: area) } }
    return Cores.map(drafts.count) { drafts[$0].map(drawing) }
  }

  /// What is known before anything is drawn; the rates are nil where there is nothing to draw.
  private typealias Draft = (estimate: Estimate, pieces: [SyntheticMethod.Piece], rates: SyntheticMethod.Rates?)

  private mutating func draft(_ group: String, in area: Area) throws -> Draft {
    guard let cells = rates.cells[group] else { throw RateTable.missing(group, known: rates.groups) }
    let (estimate, pieces) = self.cells(group, cells, area)
    return (estimate, pieces, estimate.gap == nil ? drawnRates(group, cells) : nil)
  }

  private func drawing(_ draft: Draft) -> Drawn {
    var estimate = draft.estimate
    guard let rates = draft.rates else { return (estimate, []) }
    let draws = SyntheticMethod.counts(
      expected: rates.expected(draft.pieces), people: estimate.people, seed: seed,
      stream: SyntheticMethod.stream("count", estimate.group, estimate.area.code))
    estimate.take(SyntheticMethod.interval(draws))
    return (estimate, draws)
  }

  /// The estimate without an interval, and the people of each of the group's cells.
  private func cells(
    _ group: String, _ cells: [RateCell], _ area: Area
  ) -> (Estimate, [SyntheticMethod.Piece]) {
    var estimate = Estimate(
      area: area, group: group, people: .nan, estimate: .nan, low: .nan, high: .nan, evidence: .modelled, ways: [])
    var pieces: [SyntheticMethod.Piece] = []
    // Each part of an own area can have a percentage of its own.
    let isSplit = area.isOwn && cells.first?.indicator != nil && area.parts.count == area.partCodes.count
    for part in isSplit ? area.partCodes.compactMap(atlas.area) : [area] {
      let first = pieces.count
      for (index, cell) in cells.enumerated() {
        switch people.find(part, cell.ages, sex: cell.sex, household: cell.household) {
        case .gap(let gap):
          estimate.gap = gap
          return (estimate, [])
        case .people(let count, let ways):
          pieces.append(.init(people: count, rate: cell.rate, cell: index))
          estimate.ways.formUnion(ways)
        }
      }
      takePercentages(cells, part, &pieces[first...])
    }
    estimate.people = pieces.reduce(0) { $0 + $1.people }
    estimate.estimate = SyntheticMethod.estimate(people: pieces.map(\.people), rates: pieces.map(\.rate))
    estimate.usesPercentage = pieces.contains { $0.cell == nil }
    estimate.usesStart = pieces.contains { $0.cell.map { cells[$0].start != nil } ?? false }
    let isAssumed =
      !estimate.ways.isDisjoint(with: [.evenly, .asAround, .asStated, .otherYear, .sexAsAround])
      || pieces.contains { $0.cell.map { cells[$0].cited == nil } ?? false }
      || estimate.usesStart && area.level != .land
    estimate.evidence =
      area.places.contains { Demo.isInvented($0.code) } ? .illustrative : isAssumed ? .assumed : .modelled
    return (estimate, pieces)
  }

  /// Puts what RIVM publishes of the area itself in the place of national rates: of 65 and over, and of 18 through 64 what the
  /// percentage of adults leaves for them.
  private func takePercentages(
    _ cells: [RateCell], _ area: Area, _ pieces: inout ArraySlice<SyntheticMethod.Piece>
  ) {
    guard let stem = cells.first?.indicator, let place = area.place else { return }
    let first = pieces.startIndex
    let elderly = cells.firstIndex { $0.ages == AgeRange(from: 65, below: nil) }
    let middle = cells.firstIndex { $0.ages == AgeRange(from: 18, below: 65) }
    let over = percentages.share(stem, "65+", place)
    let adults = percentages.share(stem, "18+", place)
    if let elderly, let share = over ?? adults {
      pieces[first + elderly].rate = share
      pieces[first + elderly].cell = nil
    }
    if let middle, let adults {
      let people = pieces[first + middle].people
      let older = elderly.map { pieces[first + $0].people } ?? 0
      let left = adults * (people + older) - (over ?? adults) * older
      pieces[first + middle].rate = people > 0 ? min(max(left / people, 0), 1) : 0
      pieces[first + middle].cell = nil
    }
  }

  private mutating func drawnRates(_ group: String, _ cells: [RateCell]) -> SyntheticMethod.Rates {
    if let known = drawn[group] { return known }
    let made = SyntheticMethod.Rates(
      cells, draws: draws, seed: seed, stream: SyntheticMethod.stream("rates", group))
    drawn[group] = made
    return made
  }
}
