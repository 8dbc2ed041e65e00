import WorkbenchKit

/// How many people of a group live in an area, and where that number comes from.
struct GroupPeople: Sendable {
  let people: Double
  /// NaN where nothing is known of the range.
  let low: Double
  let high: Double
  /// The standard errors of low and high where these were drawn; nought where they were given.
  var lowError = 0.0
  var highError = 0.0
  let origin: Text
  let evidence: Evidence
  /// The national starting values that it rests on.
  var starting: [StartingMark] = []
}

/// Finds the people of groups: what the table counted first, then known totals, then people times the analyst's rates, then
/// what the indicator gives that the circle named for the group. None of the sources gives any of these, so without them there is no number.
struct GroupPeopleFinder {
  let given: GivenPeople
  let keys: GroupKeys
  let atlas: Atlas
  let codebook: Codebook
  /// The percentages that are to be taken; nil where none are loaded.
  let percentages: IndicatorSearch?
  private let context: Context
  private let margins: [String: [String: Double]]
  /// Nil where no rates are loaded.
  private let estimates: GroupEstimates?
  /// What stands for a group of which nothing is given.
  let standIns: StandIns

  init(_ atlas: Atlas, _ percentages: IndicatorSearch?, _ codebook: Codebook, _ context: Context) throws {
    self.atlas = atlas
    self.codebook = codebook
    self.context = context
    given = try GivenPeople(context.workspace)
    keys = try GroupKeys(context.workspace)
    self.percentages = percentages
    margins = try Self.margins(context.workspace)
    let hasRates = try RateTable.load(context.workspace) != nil
    standIns = try StandIns(context)
    estimates = hasRates ? try GroupEstimates(context.workspace, atlas, codebook, seed: context.seed) : nil
  }

  /// Groups for which anything is given.
  var groups: Set<String> {
    given.groups.union(keys.entries.keys).union(margins.values.flatMap(\.keys)).union(estimates?.rates.own ?? [])
  }

  /// - Parameter use: takes which percentages gave the number, or gave none because they are of another place.
  func find(_ group: String, in area: Area, noting use: inout RateUse) throws -> GroupPeople? {
    if let count = counted(group, area) { return count }
    if let total = margins[area.code]?[group] {
      return GroupPeople(
        people: total, low: .nan, high: .nan,
        origin: Text(nl: "bekend totaal (\(ImportedTables.margins))", en: "known total (\(ImportedTables.margins))"),
        evidence: .measured)
    }
    return try estimated(group, area) ?? keyed(group, area, noting: &use) ?? standIn(group, area)
  }

  /// People times the analyst's rates.
  private func estimated(_ group: String, _ area: Area) throws -> GroupPeople? {
    guard var estimates, estimates.groups.contains(group) else { return nil }
    let found = try estimates.estimate(group, in: area)
    if found.estimate.isNaN { return nil }
    let drawn = DrawnWords.draws(estimates.draws, seed: estimates.seed)
    let start = StartingMark.sentence(estimates.people.starting).map { .verbatim("; ") + $0 } ?? .verbatim("")
    return GroupPeople(
      people: found.estimate, low: found.low, high: found.high, lowError: found.lowError, highError: found.highError,
      origin: Text(
        nl: "kansentabel × inwoners (synthetisch; bereik uit \(drawn.nl)\(start.nl))",
        en: "rates × people (synthetic; range of \(drawn.en)\(start.en))"),
      evidence: found.evidence)
  }

  /// People times the national rates of a group that stands for this one.
  private func standIn(_ group: String, _ area: Area) throws -> GroupPeople? {
    guard var estimates, let standIn = standIns[group], estimates.groups.contains(standIn.group.id) else { return nil }
    let found = try estimates.estimate(standIn.group.id, in: area)
    if found.estimate.isNaN { return nil }
    // What bounds a group from one side says nothing of the other.
    let isOpenBelow = standIn.match == .upper
    let isOpenAbove = standIn.match == .lower
    return GroupPeople(
      people: found.estimate, low: isOpenBelow ? .nan : found.low, high: isOpenAbove ? .nan : found.high,
      lowError: isOpenBelow ? 0 : found.lowError, highError: isOpenAbove ? 0 : found.highError,
      origin: standIn.words, evidence: found.evidence,
      starting: [standIn.group.head.mark] + estimates.people.starting)
  }

  /// What the table counted: of the area itself, else the sum of all its neighbourhoods, if each has a count.
  private func counted(_ group: String, _ area: Area) -> GroupPeople? {
    if let count = given.counts[area.code]?[group] {
      return GroupPeople(
        people: count.people, low: count.range.low, high: count.range.high,
        origin: Text(nl: "eigen telling: \(count.giver.words.nl)", en: "own count: \(count.giver.words.en)"),
        evidence: count.giver.source == nil ? .assumed : .measured)
    }
    guard given.groups.contains(group), area.isOwn || area.level != .buurt else { return nil }
    let parts = area.isOwn ? area.partCodes : atlas.areas(.buurt, within: area).filter { !$0.isOwn }.map(\.code)
    let counts = parts.map { given.counts[$0]?[group] }
    guard !counts.isEmpty, counts.allSatisfy({ $0 != nil }) else { return nil }
    let all = counts.compactMap { $0 }
    return GroupPeople(
      people: all.reduce(0) { $0 + $1.people }, low: all.reduce(0) { $0 + $1.range.low },
      high: all.reduce(0) { $0 + $1.range.high },
      origin: Text(nl: "som van \(all.count) eigen tellingen", en: "sum of \(all.count) own counts"),
      evidence: all.allSatisfy { $0.giver.source != nil } ? .measured : .assumed)
  }

  private func keyed(_ group: String, _ area: Area, noting use: inout RateUse) throws -> GroupPeople? {
    guard let key = keys.entries[group], let age = codebook.age(key.age), let percentages else { return nil }
    var estimator = Estimator(percentages, in: atlas, stems: [key.indicator], ages: [age])
    try estimator.estimate([area], context: context)
    use.add(estimator)
    guard let count = estimator.estimates.first?.figures.estimate, !count.isNaN else { return nil }
    let share = Text.share(key.share)
    // The parts of an own area can have percentages of several years, and be carried over in several ways.
    let years = Set(estimator.origins.map(\.healthYear)).sorted().map(String.init).joined(separator: ", ")
    let crossings = estimator.origins.compactMap(\.crossing)
    let ways = Set(crossings.map(\.weighing)).sorted { $0.number < $1.number }.compactMap(\.words)
    let carried =
      crossings.isEmpty
      ? Text.verbatim("")
      : Text.joined(
        [
          Text(
            nl: "; overgezet uit gebieden van een ander jaar", en: "; carried over from areas of another year")
        ] + ways, by: ", ")
    return GroupPeople(
      people: count * key.share, low: count * key.range.low, high: count * key.range.high,
      origin: Text(
        nl:
          "\(share.nl) van \(key.indicator), \(key.age), percentage van \(years) (sleutel: \(key.giver.words.nl))\(carried.nl)",
        en:
          "\(share.en) of \(key.indicator), \(key.age), percentage of \(years) (key: \(key.giver.words.en))\(carried.en)"
      ),
      evidence: .assumed)
  }

  private static func margins(_ workspace: WorkspaceHandle) throws -> [String: [String: Double]] {
    guard let table = try workspace.table(ImportedTables.margins), let codes = table.column("code")?.texts,
      let groups = table.column("group")?.texts, let totals = table.column("total")?.numbers
    else { return [:] }
    var found: [String: [String: Double]] = [:]
    for row in codes.indices {
      guard let code = codes[row], let group = groups[row], !totals[row].isNaN else { continue }
      found[code, default: [:]][group] = totals[row]
    }
    return found
  }
}
