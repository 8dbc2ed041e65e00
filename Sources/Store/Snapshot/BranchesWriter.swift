import Session
import WorkbenchKit

/// Writes the branches of a workspace beside the one that is worked on.
enum BranchesWriter {
  /// Returns the section, or nil where there is nothing to tell.
  static func section(_ workspace: Workspace) -> Layout? {
    guard !workspace.others.isEmpty || workspace.branch != BranchName.main else { return nil }
    // Each may be told from those that were written before it.
    var written = WrittenBranches()
    written.add(workspace.branch, workspace.current.at(0) ?? workspace.current)
    var others: [(name: String, value: Layout)] = []
    for (name, branch) in workspace.others.sorted(by: { $0.key < $1.key }) {
      guard let record = BranchRecord(branch, toldFrom: written) else { continue }
      others.append((name, layout(record)))
      written.add(name, branch.at(0) ?? branch)
    }
    return .object([("current", .text(workspace.branch)), ("others", .object(others))])
  }

  private static func layout(_ record: BranchRecord) -> Layout {
    var members: [(name: String, value: Layout)] = [
      ("after", .number(record.after)),
      ("done", .number(record.done)),
      ("from", .text(record.from)),
      ("next", .number(record.next)),
      ("steps", .array(record.steps.map { StepWriter.step($0, values: "changes") })),
    ]
    if let earlier = record.earlier {
      members.append(("earlier", .array(earlier.map { StepWriter.step($0, values: "other") })))
    }
    if !record.parts.isEmpty { members.append(("parts", StepWriter.values(record.parts))) }
    return .object(members)
  }
}
