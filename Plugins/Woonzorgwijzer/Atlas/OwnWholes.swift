/// Figures of wijken, municipalities and the country that a file of one's own does not give, out of those of their parts.
///
/// A count is the sum where every part in which anybody lives has one. Where those that have one hold at least nine tenths of the
/// people, only the percentage is known, which is theirs. Percentages weigh by people, under the same condition; means do not
/// follow. What the file holds back is not worked out.
struct OwnWholes {
  private struct Sum {
    var value = 0.0
    var known = 0.0
    var people = 0.0
    var parts: [String] = []
    var isComplete = true

    /// - Parameter covered: what part of the people the figure itself is of.
    mutating func add(_ code: String, _ value: Double, _ people: Double, covered: Double, isCount: Bool) {
      self.people += people
      guard !value.isNaN else {
        // Nobody is of no account; where it is not known whether anybody lives there, the sum is not known either.
        if people != 0 { isComplete = false }
        return
      }
      if covered < 1 { isComplete = false }
      self.value += isCount ? value : people * covered * value
      known += people * covered
      parts.append(code)
    }

    var covered: Double { isComplete ? 1 : known / people }
    /// Whether the figure of the whole follows; it does not where it is not known how many people a part has.
    var isCovered: Bool { !parts.isEmpty && covered >= DirectMethod.leastCovered }
  }

  /// Of counts that are known in part the percentage of those parts, by row.
  private(set) var shares: [Int: Double] = [:]
  private let areas: AreaTable
  private let people: PopulationSource?
  private let changes: CodeChanges
  private let isCount: Bool

  init(_ table: HealthTable, _ areas: AreaTable, _ people: PopulationSource?, _ changes: CodeChanges) {
    self.areas = areas
    self.people = people
    self.changes = changes
    isCount = table.indicators.first?.own?.measure == .count
  }

  mutating func add(to table: inout HealthTable) {
    guard let own = table.indicators.first?.own, own.measure != .mean else { return }
    let (buurten, wijken) = (rows(.buurt), rows(.wijk))
    let byWijk = sums(buurten, table) { AreaCode.district(of: $0) }
    let byMunicipality = sums(buurten, table) { AreaCode.municipality(of: $0) }
    for row in wijken { put(byWijk[areas.codes[row]], row, &table) }
    // Of a municipality whose buurten lack too many figures the wijken may have them.
    let byWijken = sums(wijken, table) { AreaCode.municipality(of: $0) }
    for row in rows(.gemeente) {
      let (finer, coarser) = (byMunicipality[areas.codes[row]], byWijken[areas.codes[row]])
      put(isEnough(finer, beside: coarser) ? finer : coarser, row, &table)
    }
    let whole = sums(rows(.gemeente), table) { _ in "NL00" }
    // One municipality is not the country, even where no other is loaded.
    for row in rows(.land) where whole["NL00"].map({ $0.parts.count > 1 }) ?? false { put(whole["NL00"], row, &table) }
  }

  private func rows(_ level: AreaLevel) -> [Int] { (0..<areas.listed).filter { areas.levels[$0] == level } }

  private func sums(_ rows: [Int], _ table: HealthTable, of whole: (String) -> String?) -> [String: Sum] {
    var sums: [String: Sum] = [:]
    for row in rows {
      let code = areas.codes[row]
      guard let whole = whole(code) else { continue }
      // A part that was put together itself is known no further than its own parts are.
      let covered = table.rows[code].flatMap { table.covered[$0] } ?? 1
      sums[whole, default: Sum()].add(
        code, figure(code, table), people?.people(row) ?? .nan, covered: covered, isCount: isCount)
    }
    return sums
  }

  /// The figure of a code; NaN where it has none, or named another place then.
  private func figure(_ code: String, _ table: HealthTable) -> Double {
    guard let row = table.ownRow(code), changes.reason(code, from: table.year, to: areas.year) == nil else {
      return .nan
    }
    return table.indicators[0].columns.values[row]
  }

  /// Whether a sum of buurten holds where there is one of wijken too, of which a count needs all.
  private func isEnough(_ sum: Sum?, beside wijken: Sum?) -> Bool {
    guard let sum, sum.isCovered else { return false }
    return !isCount || sum.isComplete || wijken.map { !$0.isComplete || $0.parts.isEmpty } ?? true
  }

  private mutating func put(_ sum: Sum?, _ row: Int, _ table: inout HealthTable) {
    let code = areas.codes[row]
    guard let sum, table.rows[code] == nil, sum.isCovered else { return }
    let value = isCount ? (sum.isComplete ? sum.value : .nan) : sum.value / sum.known
    let place = table.municipalities.count
    table.add(
      whole: code, in: areas.municipalities[row], value: value, parts: sum.parts, covered: min(sum.covered, 1))
    if isCount, !sum.isComplete, sum.known > 0 { shares[place] = 100 * sum.value / sum.known }
  }
}
