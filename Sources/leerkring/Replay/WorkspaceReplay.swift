import Language
import Session
import WorkbenchKit

/// Runs the lines of a log anew, in a workspace apart that is kept nowhere.
struct WorkspaceReplay {
  /// A line that does not go any more, and why.
  struct Failure {
    let line: String
    let step: Int?
    let error: Diagnostic
  }

  private(set) var workspace: Workspace
  private(set) var done = 0
  private(set) var failure: Failure?
  private(set) var unwritten: [String] = []

  /// - Throws: `Interrupted`.
  init(
    _ plan: ReplayPlan, lineage: String, _ found: FoundFiles, folders: [String], in session: Session, _ context: Context
  ) throws {
    var around = session.surroundings
    let files = ReplayFiles(around.files, folders: folders)
    around.files = files
    workspace = Workspace(lineage: lineage)
    (workspace, done, failure) = try session.apart(in: workspace, surroundings: around) {
      var (done, failure) = (0, Failure?.none)
      for entry in plan.entries {
        try context.checkInterrupt()
        context.monitor.progress(
          Double(done) / Double(max(plan.entries.count, 1)), Text(nl: "stappen opnieuw", en: "steps anew"))
        files.places = found.places(of: entry)
        session.turn(to: entry.language ?? around.chosenLanguage, seed: entry.seed ?? around.seed)
        do {
          try session.run(
            lines: entry.line.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), source: "log"
          ) {
            _, _ in
          }
        } catch let error as Diagnostic {
          let step: Int? = if case .step(let number) = entry.origin { number } else { nil }
          failure = Failure(line: entry.line, step: step, error: error)
          break
        }
        if case .step = entry.origin { done += 1 }
      }
      return (session.workspace, done, failure)
    }
    unwritten = files.unwritten
  }
}
