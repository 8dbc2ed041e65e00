import Session
import WorkbenchKit

/// `workspace compact`
struct WorkspaceCompactCommand: HostCommand {
  let signature = Signature(
    "workspace compact",
    summary: Text(
      nl: "vergeet de stappen en houd alleen de stand van nu", en: "forget the steps and keep only the present state"),
    details: Text(
      nl: "Daarna is er niets meer om ongedaan te maken; het bestand wordt kleiner bij het bewaren.",
      en: "After it there is nothing to undo; the file gets smaller when it is saved."),
    changesWorkspace: true,
    readsWholeWorkspace: true,
    examples: [Signature.Example("workspace compact", Text(nl: "begin een nieuw logboek", en: "start a new log"))])

  func run(_ given: Given<NoArguments>, in session: Session, context: Context) throws -> Output {
    let count = session.workspace.log.done.count + session.workspace.log.undone.count
    try session.apply(.compact)
    return Output([.notice(Notice(.info, .steps(count) + Text(nl: " vergeten", en: " forgotten")))])
  }
}
