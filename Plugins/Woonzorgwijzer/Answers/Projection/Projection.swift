import WorkbenchKit

/// How many people an area will have, by the one of three ways for which there is enough.
struct Projection {
  /// By what the rows came about.
  enum Way: Sendable {
    /// Survival, migration and births per band.
    case cohort(SurvivalTable)
    /// A factor for an age that the user gives.
    case growth([(ages: AgeRange, factor: Double)])
    /// Nothing is computed.
    case none

    var name: String {
      switch self {
      case .cohort: "cohort"
      case .growth: "growth"
      case .none: "none"
      }
    }
  }

  struct Row {
    let area: Area
    let ages: AgeRange
    let baseYear: Int
    let population: Double
    /// NaN where nothing is computed.
    let projected: Double
  }

  /// The ages that a projection in bands is summed up by.
  static let summed = [65, 75, 85].map { AgeRange(from: $0, below: nil) }

  let way: Way
  let year: Int
  /// How many of 65 and over there would be by other starting values; of a single area only.
  private(set) var otherwise: [(mark: StartingMark, people: Double)] = []
  private(set) var rows: [Row] = []
  private(set) var ways: PeopleByAge.Ways = []
  private(set) var gaps: [PeopleByAge.Gap: [String]] = [:]
  /// Bands that would have fewer than no people.
  private(set) var negative: [String] = []
  /// Whether the year lies between two steps.
  private(set) var isBetweenSteps = false
  /// Whether men and women were carried on apart.
  private(set) var isBySex = false
  /// Whether all people of an area are another number than those of its bands together.
  private(set) var isScaled = false

  /// The way for which there is enough: factors that are given, else survival that is imported.
  static func way(_ factors: [(ages: AgeRange, factor: Double)], in workspace: WorkspaceHandle) throws -> Way {
    if !factors.isEmpty { return .growth(factors) }
    return try SurvivalTable.load(workspace).map { .cohort($0) } ?? .none
  }

  /// - Throws: `project.year` where an area's figures are not older than the year.
  init(_ way: Way, _ areas: [Area], to year: Int, _ people: PeopleByAge, at place: Place?) throws {
    self.way = way
    self.year = year
    for area in areas {
      let base = area.places.map(people.year).max() ?? year
      guard base < year || area.places.isEmpty else {
        throw Diagnostic(
          "project.year",
          Text(
            nl: "\(year) is niet later dan \(base), het jaar van de cijfers van '\(area.name)'",
            en: "\(year) is not later than \(base), the year of the figures of '\(area.name)'"),
          wayOut: Text(nl: "geef met --to een later jaar", en: "give a later year with --to"), suggestion: "--to 2040",
          place: place)
      }
      switch way {
      case .cohort(let table): cohort(area, base, table, people, of: areas.count)
      case .growth(let factors):
        for (ages, factor) in factors {
          guard let count = find(area, ages, people) else { continue }
          rows.append(Row(area: area, ages: ages, baseYear: base, population: count, projected: count * factor))
        }
      case .none:
        for ages in [AgeRange.all, AgeRange(from: 65, below: nil)] {
          guard let count = find(area, ages, people) else { continue }
          rows.append(Row(area: area, ages: ages, baseYear: base, population: count, projected: .nan))
        }
        let elderly = AgeRange(from: 75, below: nil)
        if case .people(let count, let found) = people.find(area, elderly) {
          ways.formUnion(found)
          rows.append(Row(area: area, ages: elderly, baseYear: base, population: count, projected: .nan))
        }
      }
    }
  }

  private mutating func find(_ area: Area, _ ages: AgeRange, _ people: PeopleByAge) -> Double? {
    switch people.find(area, ages) {
    case .people(let count, let found):
      ways.formUnion(found)
      return count
    case .gap(let gap):
      if gaps[gap]?.contains(area.code) != true { gaps[gap, default: []].append(area.code) }
      return nil
    }
  }

  private mutating func cohort(
    _ area: Area, _ base: Int, _ table: SurvivalTable, _ people: PeopleByAge, of areas: Int
  ) {
    var used: PeopleByAge.Ways = []
    var bySex: [String: [Double]] = [:]
    for sex in table.sexes.keys.sorted() { bySex[sex] = try? counts(area, table.bands, sex, people, &used) }
    // Sexes that are told apart as around only serve where survival is known by sex alone.
    let areKnown = !used.contains(.sexAsAround) || !table.hasBoth
    let isApart = !bySex.isEmpty && bySex.count == table.sexes.count && areKnown
    // What was only tried is not what the numbers rest on.
    if !isApart { used = [] }
    let population: [Double]
    do throws(Missing) {
      if !isApart, !table.hasBoth { throw Missing(gap: .sex) }
      population = isApart ? SurvivalTable.together(bySex) : try counts(area, table.bands, nil, people, &used)
    } catch {
      gaps[error.gap, default: []].append(area.code)
      return
    }
    ways.formUnion(used)
    isBySex = isBySex || isApart
    let years = max(0, year - base)
    isBetweenSteps = isBetweenSteps || years % table.width != 0
    let projected =
      isApart
      ? table.project(bySex: bySex, years: years, from: base) : table.project(population, years: years, from: base)
    let sums = Self.summed.filter { sum in
      table.bands.contains { $0.from == sum.from } && !table.bands.contains(sum)
    }
    for ages in sums {
      let people = Self.sum(of: ages, table, population)
      rows.append(
        Row(area: area, ages: ages, baseYear: base, population: people, projected: Self.sum(of: ages, table, projected))
      )
    }
    if areas == 1, let elderly = sums.first, elderly.from == 65 {
      for other in table.others where other.bands == table.bands {
        guard let mark = other.start else { continue }
        otherwise.append((mark, Self.sum(of: elderly, other, other.project(population, years: years, from: base))))
      }
    }
    for (index, band) in table.bands.enumerated() {
      if projected[index] < 0 { negative.append("\(area.code) \(band.label)") }
      rows.append(
        Row(area: area, ages: band, baseYear: base, population: population[index], projected: projected[index]))
    }
    // Everybody is the total where there is one; bands that are rounded each by themselves may add up to a little else.
    let sum = population.reduce(0, +)
    var whole = sum
    if case .people(let count, let found) = people.find(area, .all) {
      whole = count
      ways.formUnion(found)
      isScaled = isScaled || abs(count - sum) > 1e-6
    }
    rows.append(
      Row(
        area: area, ages: .all, baseYear: base, population: whole,
        projected: projected.reduce(0, +) * (sum > 0 ? whole / sum : 1)))
  }

  /// Why people cannot be carried on.
  private struct Missing: Error {
    let gap: PeopleByAge.Gap
  }

  private func counts(
    _ area: Area, _ bands: [AgeRange], _ sex: String?, _ people: PeopleByAge, _ used: inout PeopleByAge.Ways
  ) throws(Missing) -> [Double] {
    var counts: [Double] = []
    for band in bands {
      switch people.find(area, band, sex: sex) {
      case .people(let count, let found):
        counts.append(count)
        used.formUnion(found)
      case .gap(let gap): throw Missing(gap: gap)
      }
    }
    return counts
  }

  private static func sum(of ages: AgeRange, _ table: SurvivalTable, _ people: [Double]) -> Double {
    zip(table.bands, people).reduce(0) { ages.holds($1.0) ? $0 + $1.1 : $0 }
  }

  /// The same without the bands that its sums are of, for a page; where nothing is summed up all stays.
  var withoutBands: Projection {
    var short = self
    let sums = rows.filter { $0.ages == .all || Self.summed.contains($0.ages) }
    if sums.contains(where: { $0.ages != .all }) { short.rows = sums }
    return short
  }

  /// What it rests on of the national starting values.
  func starting(_ people: PeopleByAge) -> [StartingMark] {
    var marks = people.starting
    if case .cohort(let table) = way, !rows.isEmpty, let mark = table.start { marks.insert(mark, at: 0) }
    return marks
  }

  /// - Throws: `growth.unusable`.
  static func factors(
    _ given: [Pair<Value>]
  ) throws -> [(ages: AgeRange, factor: Double)] {
    try given.map { pair in
      let (key, value) = (pair.key, pair.value)
      var isPlain = true
      if case .number(_, .some) = value { isPlain = false }
      guard let ages = AgeRange(key), let factor = value.number, isPlain, (0...100).contains(factor) else {
        throw Diagnostic(
          "growth.unusable",
          Text(
            nl: "'\(key)=\(value.plain)' is geen groeifactor", en: "'\(key)=\(value.plain)' is no growth factor"),
          wayOut: Text(
            nl: "geef een leeftijd en een factor over de hele tijd: 65+=1.35 is 35 % meer",
            en: "give an age and a factor over the whole time: 65+=1.35 is 35% more"),
          suggestion: "65+=1.35", place: pair.place)
      }
      return (ages, factor)
    }
  }
}
