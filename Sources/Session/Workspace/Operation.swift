import WorkbenchKit

/// One change of a workspace, as it stands in the journal.
public enum Operation: Sendable {
  /// A command that changed parts; nil removes one.
  case step(Step.Record, changes: [PartName: Part?])
  case undo(Int)
  case redo(Int)
  /// Forgets how the present state came about.
  case compact
  /// Makes a copy of the present branch under another name, and goes on in that.
  case branchNew(String)
  /// Goes on in another branch.
  case branchUse(String)
  /// Removes a branch, its steps with it.
  case branchDrop(String)
}
