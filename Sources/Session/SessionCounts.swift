import WorkbenchKit

extension Session {
  /// Returns blocks without the counts from which, with what was shown before, a small one would follow.
  func countsWithheld(_ blocks: [Block], _ provenance: Provenance) -> [Block] {
    // What was published can be set beside each other by anybody.
    if provenance.sources.contains(where: { $0.publisher.hasPrefix("CBS") || $0.publisher.hasPrefix("RIVM") }) {
      return blocks
    }
    return state.shownCounts.noting(blocks, threshold: smallest)
  }

  /// The largest of the limits that are set; 5 where none is.
  private var smallest: Double {
    let limits = workspace.parts.keys.filter { $0.section == .settings && $0.name.hasSuffix(".suppress-below") }
    let set = limits.compactMap { name in (try? part(name)?.json())?.number }.max() ?? 5
    return min(max(set, 0), 1_000_000)
  }
}
