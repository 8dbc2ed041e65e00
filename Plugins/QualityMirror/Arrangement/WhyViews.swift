import Methods
import WorkbenchKit

/// Why goals were not reached, by life domain, with what of it may show.
struct WhyViews: Sendable {
  let domains: [KnowledgeTerm]
  let reasons: [KnowledgeTerm]
  /// Of each domain, in order, how many goals were not reached for each reason.
  let byReason: CountedRows
  /// Of each domain how many goals another one had to come before, in the order of the domains; the last is not known.
  let byFirst: CountedRows
  /// Whether anything may show: how many goals were not reached follows from it.
  let isOpen: Bool

  /// - Parameter reasons: those that can be given; a reason that is gone counts as not known.
  init(_ views: GoalViews, domains: [KnowledgeTerm], reasons: [KnowledgeTerm]) {
    (self.domains, self.reasons) = (domains, reasons)
    let threshold = views.threshold
    let missed = views.records.filter { $0.reached == .no }
    let places = Dictionary(reasons.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let unknown = places[GoalIntake.unknownReason] ?? 0
    let outcomes = views[.domain]
    isOpen = outcomes.showsWhole([GoalViews.missed])
    // The reasons of a domain add up to what was not reached there: where that is held back, so are they.
    let listed = domains.map { domain in
      outcomes.keys.firstIndex(of: [domain.id]).map {
        outcomes.held.isListed[$0] && outcomes.shows([GoalViews.missed], in: $0)
      } ?? false
    }
    let counts = domains.map { domain in
      var counts = Array(repeating: 0, count: reasons.count)
      for record in missed where record.key.domain == domain.id {
        counts[places[record.why ?? ""] ?? unknown] += 1
      }
      return counts
    }
    let isOpen = isOpen
    byReason = CountedRows(
      keys: domains.map { [$0.id] }, counts: counts, listed: listed.map { $0 && isOpen }, threshold: threshold)
    let other = places[GoalIntake.otherFirst]
    let firsts = domains.map { domain in
      var counts = Array(repeating: 0, count: domains.count + 1)
      for record in missed where record.key.domain == domain.id && record.why == GoalIntake.otherFirst {
        counts[domains.firstIndex { $0.id == record.first } ?? domains.count] += 1
      }
      return counts
    }
    let rows = byReason
    byFirst = CountedRows(
      keys: rows.keys, counts: firsts,
      listed: domains.indices.map { row in
        other.map { rows.held.isListed[row] && rows.shows([$0], in: row) } ?? false
      }, threshold: threshold)
  }

  /// The reasons with how many goals there are of each, the most first; those that are held back behind them, by their place.
  var ordered: [(reason: KnowledgeTerm, count: Int, cell: HeldCells.Cell)] {
    guard isOpen else { return [] }
    let whole = byReason.whole
    let cells = byReason.held.whole
    let shown = reasons.indices.filter { cells[$0] == .shown && whole[$0] > 0 }.sorted {
      (-whole[$0], $0) < (-whole[$1], $1)
    }
    let held = reasons.indices.filter { cells[$0] != .shown }
    return (shown + held).map { (reasons[$0], whole[$0], cells[$0]) }
  }
}
