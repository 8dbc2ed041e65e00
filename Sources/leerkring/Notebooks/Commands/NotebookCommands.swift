import Session

/// The commands on notebooks.
enum NotebookCommands {
  static func all(_ runtime: NotebookRuntime, _ runner: LineRunner) -> [any HostCommand] {
    [
      NotebookRunCommand(runtime: runtime), NotebookCheckCommand(runtime: runtime),
      NotebookListCommand(runtime: runtime),
      NotebookNewCommand(), NotebookSaveCommand(runtime: runtime, runner: runner),
      NotebookPresentCommand(runtime: runtime), NotebookRehearseCommand(runtime: runtime),
      NotebookExportCommand(runtime: runtime),
    ]
  }
}
