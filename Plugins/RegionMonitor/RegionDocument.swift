import WorkbenchKit

/// The pieces `cards`, `tasks` and `plan.NAME`. No field of them is personal: roles only.
struct RegionDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = []

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }

  func roles(in workspace: WorkspaceHandle) throws -> Set<String> {
    try workspace.cardBook.speakers.union(workspace.taskBook.speakers)
  }
}
