import Session

/// The commands on notebooks.
enum NotebookCommands {
  static func all(_ desk: NotebookDesk) -> [any UntypedHostCommand] {
    [
      NotebookRunCommand(desk: desk), NotebookCheckCommand(desk: desk), NotebookListCommand(desk: desk),
      NotebookNewCommand(), NotebookSaveCommand(desk: desk), NotebookPresentCommand(desk: desk),
      NotebookExportCommand(desk: desk),
    ]
  }
}
