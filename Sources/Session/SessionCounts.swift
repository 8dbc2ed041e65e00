import WorkbenchKit

extension Session {
  /// Returns blocks without the counts from which, with what was shown before, a small one would follow.
  func countsWithheld(_ blocks: [Block], _ provenance: Provenance) -> [Block] {
    isPublic(provenance) ? blocks : state.shownCounts.noting(blocks, threshold: smallest)
  }

  /// Returns blocks without figures of few persons, and without those from which one of few would follow.
  ///
  /// Looked at is what each stage gives: what is held back there no later one can sort, pick or add up.
  func personsWithheld(_ blocks: [Block]) -> [Block] { state.shownPersons.noting(blocks, threshold: smallest) }

  /// Whether the counts were published: then anybody can set them beside each other. A published percentage of people who were
  /// counted here makes no count public.
  private func isPublic(_ provenance: Provenance) -> Bool {
    provenance.sources.contains { $0.publisher.hasPrefix("CBS") || $0.publisher.hasPrefix("RIVM") }
      && !provenance.sources.contains(where: \.isOwn)
  }

  /// The largest of the limits that are set; 5 where none is.
  private var smallest: Double {
    let limits = workspace.parts.keys.filter { $0.section == .settings && $0.name.hasSuffix(".suppress-below") }
    let set = limits.compactMap { name in (try? part(name)?.json())?.number }.max() ?? 5
    return min(max(set, 0), 1_000_000)
  }
}
