import WorkbenchKit

/// One person's session: the workspace, what `let` remembers, and what can be asked. One owner, on the main thread.
public final class Session {
  public private(set) var workspace: Workspace

  public init(workspace: Workspace) { self.workspace = workspace }
}
