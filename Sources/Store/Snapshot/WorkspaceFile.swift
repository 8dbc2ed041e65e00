import Session

/// A workspace as a file that nobody keeps open.
public enum WorkspaceFile {
  /// Returns the bytes, with their seal.
  public static func bytes(of workspace: Workspace) -> [UInt8] { Seal.sealed(workspace, state: nil).bytes }
}
