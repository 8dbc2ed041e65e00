import WorkbenchKit

extension Meeting {
  /// Closes it; what was kept since it opened stays with it.
  mutating func close(in context: Context) {
    if state == .open {
      let before = keptBefore
      keptMeanwhile = context.workspace.names(.results).filter { !before.contains($0) }
    }
    state = .closed
  }
}
