import WorkbenchKit

/// Which decisions rest on figures that are no longer the same.
struct DecisionChanges {
  private let changed: Set<String>

  init(_ decisions: [Decision], in context: Context) {
    var files = FileDigests()
    changed = Set(
      decisions.filter { decision in
        decision.rests.contains { RestChange($0, &files, in: context).isChanged }
      }.map(\.id))
  }

  func contains(_ decision: Decision) -> Bool { changed.contains(decision.id) }
}
