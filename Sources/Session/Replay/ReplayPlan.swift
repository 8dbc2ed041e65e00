import WorkbenchKit

/// The lines that bring an empty workspace to the state of another one: its steps with all that they hang on, branch by branch.
///
/// What was undone is left out. A line stands where it was run: what `let` remembered of an earlier state is asked of that state.
public struct ReplayPlan: Sendable {
  public internal(set) var entries: [ReplayLine] = []
  public internal(set) var remarks: [ReplayRemark] = []

  /// - Parameter includingUndone: whether the steps that were undone are done and undone again at the end.
  /// - Throws: `replay.compacted` where the steps do not begin with nothing.
  public init(_ workspace: Workspace, includingUndone: Bool = false) throws {
    for (name, branch) in workspace.branches {
      guard branch.at(0)?.parts.isEmpty == true else { throw Self.compacted(name) }
    }
    var schedule = ReplaySchedule(workspace)
    schedule.run()
    entries = schedule.entries
    remarks = schedule.remarks
    let undone = workspace.log.undone
    if includingUndone, !undone.isEmpty {
      entries += undone.map(ReplayLine.init)
      entries.append(ReplayLine(move: "undo \(undone.count)"))
    }
  }

  private static func compacted(_ branch: String) -> Diagnostic {
    Diagnostic(
      "replay.compacted",
      Text(
        nl:
          "de eerste stappen van '\(branch)' zijn vergeten met 'workspace compact'; hoe het begin tot stand kwam, is niet bewaard",
        en:
          "the first steps of '\(branch)' were forgotten with 'workspace compact'; how its beginning came about was not kept"
      ),
      wayOut: Text(
        nl: "gebruik een kopie van voor die tijd", en: "use a copy from before that"))
  }
}
