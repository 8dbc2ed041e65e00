import Methods
import WorkbenchKit

/// How goals are put together.
enum GoalGrouping: String, CaseIterable, Sendable {
  case providerAndDomain, provider, domain, period, persona
}

/// Goals by what came of them, in all the ways that they can be asked for, with what of it may show.
///
/// What may show is worked out of all ways together: what one answer holds back does not follow from another.
struct GoalViews: Sendable {
  static let (reached, partly, missed, unknown) = (0, 1, 2, 3)

  let records: [GoalRecord]
  let threshold: Int
  private var rows: [GoalGrouping: CountedRows] = [:]
  /// The ways that are left out because a small count would follow from them beside the others.
  private(set) var leftOut: Set<GoalGrouping> = []

  /// - Parameter poll: is called now and then; what it throws ends the work.
  init(_ records: [GoalRecord], threshold: Int, poll: () throws -> Void) rethrows {
    (self.records, self.threshold) = (records, threshold)
    let providers = Set(records.map(\.key.provider)).count
    let domains = Set(records.map(\.key.domain)).count
    for grouping in GoalGrouping.allCases {
      try poll()
      // Signs of rows within rows would tell more together than each does by itself.
      let isCrossed = (grouping == .providerAndDomain && providers > 1 && domains > 1) || grouping == .period
      rows[grouping] = CountedRows(
        groups: records.map { Self.key($0, grouping) }, kinds: records.map(\.reached.kind), count: 4,
        threshold: threshold, tellsSmall: !isCrossed)
    }
    guard threshold > 1 else { return }
    for next in [GoalGrouping.providerAndDomain, .period, .persona, .provider] {
      guard try tells(poll) else { break }
      leftOut.insert(next)
    }
  }

  /// The groups of a way; of one that is left out none shows.
  subscript(grouping: GoalGrouping) -> CountedRows {
    let found = rows[grouping] ?? CountedRows(keys: [], counts: [], listed: [], threshold: threshold)
    guard leftOut.contains(grouping) else { return found }
    return CountedRows(
      keys: found.keys, counts: found.counts, listed: found.keys.map { _ in false }, threshold: threshold)
  }

  private static func key(_ record: GoalRecord, _ grouping: GoalGrouping) -> [String] {
    switch grouping {
    case .providerAndDomain: [record.key.provider, record.key.domain]
    case .provider: [record.key.provider]
    case .domain: [record.key.domain]
    case .period: [record.key.period ?? "", record.key.domain]
    case .persona: [record.persona ?? ""]
    }
  }

  // MARK: What follows from several

  /// Whether a small count of one way follows from what shows in all of them.
  private func tells(_ poll: () throws -> Void) rethrows -> Bool {
    var pieces: [[String]: Int] = [:]
    let places = records.map { record in
      let signature =
        [
          record.key.provider, record.key.domain, record.key.period ?? "", record.persona ?? "",
          record.reached.rawValue,
        ]
      let place = pieces[signature] ?? pieces.count
      pieces[signature] = place
      return place
    }
    var shown: [[Int]] = []
    var small: [[Int]] = []
    func sort(_ group: [Int], _ isShown: Bool) {
      if group.isEmpty { return }
      if isShown { shown.append(Set(group.map { places[$0] }).sorted()) }
      if group.count < threshold { small.append(Set(group.map { places[$0] }).sorted()) }
    }
    let all = self[.domain]
    sort(Array(records.indices), all.held.showsSize)
    for kind in 0..<4 {
      sort(records.indices.filter { records[$0].reached.kind == kind }, all.showsWhole([kind]))
    }
    for grouping in GoalGrouping.allCases {
      let view = self[grouping]
      let members = Dictionary(grouping: records.indices) { Self.key(records[$0], grouping) }
      for (row, key) in view.keys.enumerated() {
        let group = members[key] ?? []
        sort(group, view.held.isListed[row])
        for kind in 0..<4 {
          sort(
            group.filter { records[$0].reached.kind == kind },
            view.held.isListed[row] && view.shows([kind], in: row))
        }
      }
    }
    let disclosure = try LinearDisclosure(shown: shown, poll: poll)
    return try small.contains {
      try poll()
      return disclosure.tells($0)
    }
  }
}
