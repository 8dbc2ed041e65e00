import Session
import WorkbenchKit

extension Shell {
  /// Runs the command on notebooks that the program was started for, and returns the exit code.
  ///
  /// - Throws: `Interrupted`, `ExitRequest`, and errors that are none of a person's.
  func runNotebook(_ words: [String]) throws -> Int32 {
    do {
      let result = try session.run(arguments: words, bare: 2)
      presenter.show(result?.output.blocks ?? [], session.language, line: 1, source: "options")
      return ExitCode.fine
    } catch let error as Diagnostic {
      presenter.show(error, session.language)
      if let code = runtime.exitCode { return code }
      switch error.code {
      case "workspace.locked": return ExitCode.locked
      case _ where error.code.hasPrefix("workspace."): return ExitCode.workspace
      // The notebook itself is not as it should be.
      case "notebook.head", "notebook.fence", "notebook.encoding", "notebook.requires": return ExitCode.stopped
      default: return ExitCode.usage
      }
    }
  }
}
