import Session
import Store
import WorkbenchKit

/// In which workspace a notebook is run.
enum NotebookWorkspace {
  /// One of its own, kept nowhere.
  case fresh
  /// A copy of one that is there; nothing of what is done is kept.
  case copy(Workspace)
  /// The one in a file; what is done is done in it.
  case file(String)
  /// The one in a file, read only: what is done is lost.
  case look(String)

  /// Opens it, with what keeps it in its file and what is to be told.
  ///
  /// - Throws: what `Keeper.open` throws.
  func open(_ vault: WorkspaceVault) throws -> (Workspace, Keeper?, [Notice]) {
    switch self {
    case .fresh: return (Workspace(lineage: Lineage.new()), nil, [])
    case .copy(let workspace): return (workspace, nil, [])
    case .file(let path), .look(let path):
      let isLook = if case .look = self { true } else { false }
      let opened = try Keeper.open(path, readOnly: isLook)
      vault.keep(opened.workspace.lineage)
      return (opened.workspace, opened.keeper, opened.notices)
    }
  }
}
