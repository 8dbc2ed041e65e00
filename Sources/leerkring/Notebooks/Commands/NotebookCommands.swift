import Session

/// The commands on notebooks.
enum NotebookCommands {
  static func all(_ desk: NotebookDesk, _ runner: LineRunner) -> [any HostCommand] {
    [
      NotebookRunCommand(desk: desk), NotebookCheckCommand(desk: desk), NotebookListCommand(desk: desk),
      NotebookNewCommand(), NotebookSaveCommand(desk: desk, runner: runner), NotebookPresentCommand(desk: desk),
      NotebookExportCommand(desk: desk),
    ]
  }
}
